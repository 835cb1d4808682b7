package vn.phongtrao.commendation.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.phongtrao.commendation.FundBook;
import vn.phongtrao.commendation.FundRegister;
import vn.phongtrao.commendation.FundRegister.Due;
import vn.phongtrao.commendation.FundRegister.Filter;
import vn.phongtrao.commendation.FundRegister.Payment;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.unit.Units;

/** Where those who keep a fund enter what it has and what was paid, and those above read it. */
@Controller
class CommendationFundPages {

    private static final int MOST_FUNDS = 200;
    private static final int MOST_DUE = 200;
    private static final int MOST_PAYMENTS = 200;

    private final FundRegister register;
    private final FundBook book;
    private final Units units;
    private final CurrentOfficer officer;
    private final Clock clock;

    CommendationFundPages(FundRegister register, FundBook book, Units units, CurrentOfficer officer,
                          Clock clock) {
        this.register = register;
        this.book = book;
        this.units = units;
        this.officer = officer;
        this.clock = clock;
    }

    /** A fund with the name of its unit. */
    record Line(String unitName, FundRegister.Entry fund) {
    }

    /** What is not yet paid of a decision; of long lists the first. */
    record Decision(String number, LocalDate decidedOn, String fundName, long bonus, List<Due> awards) {

        private static Decision of(List<Due> awards) {
            var first = awards.get(0);
            return new Decision(first.decisionNumber(), first.decidedOn(), first.fundName(),
                    awards.stream().mapToLong(Due::bonus).sum(), awards);
        }
    }

    /** What was paid of a decision on a day, the last first; of long lists the last. */
    record Paid(String number, LocalDate paidOn, long bonus, List<Payment> payments) {

        private record Key(String number, LocalDate paidOn) {
        }

        private static Stream<Paid> of(Page<Payment> payments) {
            return payments.stream()
                    .collect(Collectors.groupingBy(payment -> new Key(payment.decisionNumber(), payment.paidOn()),
                            LinkedHashMap::new, Collectors.toList()))
                    .entrySet().stream().map(one -> new Paid(one.getKey().number(), one.getKey().paidOn(),
                            one.getValue().stream().mapToLong(Payment::bonus).sum(), one.getValue()));
        }
    }

    @GetMapping("/commendation-funds")
    String page(@RequestParam(required = false) Integer year, Model model) {
        var me = officer.get();
        var today = LocalDate.now(clock);
        var filter = new Filter(null, null, Optional.ofNullable(year).orElse(today.getYear()));
        var kept = book.kept(me);
        model.addAttribute("today", today);
        model.addAttribute("year", filter.year());
        model.addAttribute("kept", kept);
        model.addAttribute("funds", register.funds(filter, me, page(MOST_FUNDS, Sort.by("unitPath", "fund"))).stream()
                .map(fund -> new Line(units.require(fund.unitPath()).fullName(), fund)).toList());
        var due = kept.stream().map(one -> register.awards(of(one, filter), false, null, me,
                page(MOST_DUE, Sort.by("decidedOn")))).toList();
        model.addAttribute("decisions", groups(due.stream().flatMap(Page::stream)).map(Decision::of).toList());
        model.addAttribute("more", due.stream().anyMatch(Page::hasNext));
        var payments = kept.stream().map(one -> register.payments(of(one, filter), false, me,
                page(MOST_PAYMENTS, Sort.by("id").descending()))).toList();
        model.addAttribute("paid", payments.stream().flatMap(Paid::of).toList());
        model.addAttribute("earlier", payments.stream().anyMatch(Page::hasNext));
        return "awards/funds";
    }

    private static Stream<List<Due>> groups(Stream<Due> due) {
        return due.collect(Collectors.groupingBy(Due::dossierNumber, LinkedHashMap::new, Collectors.toList())).values()
                .stream();
    }

    private static Filter of(FundBook.Kept kept, Filter filter) {
        return new Filter(kept.unitPath(), kept.fund(), filter.year());
    }

    private static PageRequest page(int size, Sort sort) {
        return PageRequest.of(0, size, sort);
    }
}
