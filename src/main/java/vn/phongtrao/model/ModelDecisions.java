package vn.phongtrao.model;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.decision.DecisionBook;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Outcome;
import vn.phongtrao.refusal.Refusal;

/** Decisions on models: numbered here, or taken by the ministry and recorded. */
@Component
class ModelDecisions {

    private static final String MINISTRY = "Bộ Công an";

    private final Dossiers dossiers;
    private final ModelAuthorities levels;
    private final DecisionBook book;
    private final Authorities authorities;
    private final Clock clock;

    ModelDecisions(Dossiers dossiers, ModelAuthorities levels, DecisionBook book, Authorities authorities, Clock clock) {
        this.dossiers = dossiers;
        this.levels = levels;
        this.book = book;
        this.authorities = authorities;
        this.clock = clock;
    }

    /** @return {@code decide} where an authority of the province decides, {@code forward} where the ministry does */
    String ending(String dossierNumber) {
        var dossier = dossiers.require(dossierNumber);
        return levels.require(dossier.process(), dossier.form()).forwards() ? "forward" : "decide";
    }

    /** Issues the decision with the next number of the deciding authority. */
    Decision issue(Dossier dossier, String subject) {
        var symbol = levels.require(dossier.process(), dossier.form()).symbol();
        return book.issue(dossier.decider(), Decision.MATTER, symbol, subject, dossier.number(),
                dossier.unitPath(), dossiers.decidedBy(dossier.number()));
    }

    Source source(Decision decision) {
        return new Source(decision.id(), decision.label(), decision.signedOn(), 
                authorities.of(decision.post(), decision.signedOn()).name(), decision.dossierNumber(), null, null);
    }

    static Source ofMinistry(String dossierNumber, Result result) {
        return new Source(null, result.number(), result.decidedOn(), MINISTRY, dossierNumber, null, null);
    }

    /** What the ministry decided. */
    record Result(String number, LocalDate decidedOn) {
    }

    /**
     * The result that a form records; empty when the ministry did not agree.
     *
     * @throws Refusal rule broken, for a day to come
     */
    Optional<Result> result(Map<String, Object> fields) {
        if (!Outcome.APPROVE.id().equals(fields.get("outcome"))) {
            return Optional.empty();
        }
        var result = new Result((String) fields.get("decisionNumber"), (LocalDate) fields.get("decidedOn"));
        if (result.decidedOn().isAfter(LocalDate.now(clock))) {
            throw Refusal.broken("decidedOn", "Ngày quyết định chưa tới");
        }
        return Optional.of(result);
    }
}
