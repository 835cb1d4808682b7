package vn.phongtrao.model;

import java.time.Clock;
import java.time.LocalDate;

import org.springframework.stereotype.Component;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.authority.Jurisdiction;
import vn.phongtrao.authority.Jurisdictions;
import vn.phongtrao.authority.Jurisdictions.Matter;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.decision.DecisionBook;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.UnitPath;

/** Who decides on models, and the decisions: numbered here, or taken by the ministry and recorded. */
@Component
class ModelDecisions {

    /** What is decided on where it is no level's: a place that takes a model over. */
    static final String SITE = "site";

    private final Dossiers dossiers;
    private final Jurisdictions jurisdictions;
    private final DecisionBook book;
    private final Authorities authorities;
    private final Clock clock;

    ModelDecisions(Dossiers dossiers, Jurisdictions jurisdictions, DecisionBook book, Authorities authorities,
                   Clock clock) {
        this.dossiers = dossiers;
        this.jurisdictions = jurisdictions;
        this.book = book;
        this.authorities = authorities;
        this.clock = clock;
    }

    /**
     * Who decides on a proposal of today.
     *
     * @param level of recognition, or {@link #SITE}
     * @throws Refusal rule broken, when nobody decides at that level today, or not above that unit
     */
    Jurisdiction jurisdiction(String process, String level, UnitPath unitPath) {
        var today = Days.on(LocalDate.now(clock));
        var matter = new Matter(level, null, Decision.MATTER);
        return jurisdictions.find(process, unitPath, today, matter).orElseThrow(() -> Refusal.broken("level",
                jurisdictions.known(process, today, matter) ? "Đơn vị này không đề nghị được việc do cấp đó quyết định"
                        : "%s không quyết định việc này vào ngày lập hồ sơ".formatted(
                                Level.find(level).map(Level::label).orElse("Cấp này")), Models.GUIDANCE));
    }

    /** @return {@code decide} where an authority of the province decides, {@code forward} where the ministry does */
    String ending(DossierNumber dossierNumber) {
        return dossiers.require(dossierNumber).jurisdiction().ending().id();
    }

    /** Issues the decision with the next number of the deciding authority. */
    Decision issue(Dossier dossier, String subject) {
        var jurisdiction = dossier.jurisdiction();
        return book.issue(jurisdiction.decider(), Decision.MATTER, jurisdiction.symbol(), subject, dossier.number(),
                dossier.unitPath(), dossiers.decidedBy(dossier.number()));
    }

    Source source(Decision decision) {
        return new Source(decision.id(), decision.label(), decision.signedOn(),
                authorities.of(decision.post(), decision.signedOn()).name(), decision.dossierNumber(), null, null);
    }

    static Source source(Dossier dossier, MinistryDecision decided) {
        return new Source(null, decided.number(), decided.decidedOn(), dossier.jurisdiction().higherAuthority(),
                dossier.number(), null, null);
    }
}
