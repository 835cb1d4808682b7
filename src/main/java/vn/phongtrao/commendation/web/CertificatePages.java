package vn.phongtrao.commendation.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import vn.phongtrao.commendation.BlankRegister;
import vn.phongtrao.commendation.Blanks;
import vn.phongtrao.commendation.CertificateHandovers;
import vn.phongtrao.commendation.CertificateRegister.Entry;
import vn.phongtrao.commendation.CertificateRegister;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;

/** Where those who print certificates enter that they were handed over, and keep their blank ones. */
@Controller
class CertificatePages {

    private static final int MOST = 200;

    private final CertificateRegister register;
    private final BlankRegister blanks;
    private final Blanks ledger;
    private final CertificateHandovers handovers;
    private final CurrentOfficer officer;
    private final Clock clock;

    CertificatePages(CertificateRegister register, BlankRegister blanks, Blanks ledger, CertificateHandovers handovers,
                     CurrentOfficer officer, Clock clock) {
        this.register = register;
        this.blanks = blanks;
        this.ledger = ledger;
        this.handovers = handovers;
        this.officer = officer;
        this.clock = clock;
    }

    /** The certificates of a decision, in the order of a ceremony. */
    record Decision(String number, LocalDate decidedOn, String formName, List<Entry> certificates) {

        private static Decision of(List<Entry> certificates) {
            var first = certificates.get(0);
            return new Decision(first.decisionNumber(), first.decidedOn(), first.formName(), certificates);
        }
    }

    /** The forms whose blanks an officer enters for an authority. */
    record Held(CertificateHandovers.Kept authority, List<String> forms) {
    }

    @GetMapping("/certificates")
    String page(Model model) {
        var me = officer.get();
        model.addAttribute("today", LocalDate.now(clock));
        var kept = handovers.kept(me);
        model.addAttribute("kept", kept);
        var due = kept(false, me, Sort.by("decidedOn", "place", "id"));
        model.addAttribute("decisions", groups(due.stream().flatMap(Page::stream).toList()));
        model.addAttribute("more", due.stream().anyMatch(Page::hasNext));
        model.addAttribute("handed", groups(kept(true, me, Sort.by("handedOn").descending()).stream().flatMap(Page::stream)
                .toList()));
        var balances = blanks.balances(null, null, me, page(Sort.by("unitPath", "form"))).getContent();
        model.addAttribute("balances", balances);
        model.addAttribute("coming", held(kept, one -> ledger.forms(one.unitPath(), one.position())));
        model.addAttribute("held", held(kept, one -> balances.stream().filter(balance -> balance.unitPath().equals(one.unitPath())
                && balance.position().equals(one.position())).map(BlankRegister.Balance::form).toList()));
        return "awards/certificates";
    }

    private static List<Held> held(List<CertificateHandovers.Kept> kept,
                                   Function<CertificateHandovers.Kept, List<String>> forms) {
        return kept.stream().map(one -> new Held(one, forms.apply(one))).filter(one -> !one.forms().isEmpty()).toList();
    }

    private List<Page<Entry>> kept(boolean handedOver, Officer me, Sort sort) {
        return handovers.kept(me).stream().map(one -> register.list(new CertificateRegister.Filter(null, null, null,
                handedOver, null, null, one.authority()), me, page(sort))).toList();
    }

    private static List<Decision> groups(Collection<Entry> certificates) {
        return certificates.stream().collect(Collectors.groupingBy(Entry::dossierNumber, LinkedHashMap::new,
                Collectors.toList())).values().stream().map(Decision::of).toList();
    }

    private static PageRequest page(Sort sort) {
        return PageRequest.of(0, MOST, sort);
    }
}
