package vn.phongtrao.plain;

import java.time.LocalDate;

import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.decision.Decision;
import vn.phongtrao.decision.DecisionBook;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.procedure.ProcessBean;
import vn.phongtrao.refusal.Refusal;

/** What the models of procedures without Java may call. */
@Transactional
@ProcessBean("plain")
public class PlainDecisions {

    private static final String DECIDE = "decide";

    private final Dossiers dossiers;
    private final PlainContents contents;
    private final ContentStore store;
    private final DecisionBook book;

    PlainDecisions(Dossiers dossiers, PlainContents contents, ContentStore store, DecisionBook book) {
        this.dossiers = dossiers;
        this.contents = contents;
        this.store = store;
        this.book = book;
    }

    /**
     * Concludes a dossier that was decided on. Where an authority of the province decides, the decision gets the next
     * number; what a higher authority decided has its own.
     *
     * @throws Refusal rule broken, when a finding that is enforced stands against it, or nobody has decided
     */
    public void conclude(DossierNumber dossierNumber) {
        var dossier = dossiers.require(dossierNumber);
        var content = contents.content(dossier.process()).orElseThrow();
        if (!content.declaration().unique().isEmpty()) {
            store.takeTurn(dossier);
        }
        content.requireEnforced(dossier);
        var decides = dossier.jurisdiction();
        if (!decides.forwards()) {
            if (dossiers.stepsOf(dossierNumber).stream().noneMatch(step -> step.task().equals(DECIDE))) {
                throw Refusal.broken(null, "Hồ sơ %s chưa qua bước quyết định".formatted(dossierNumber));
            }
            book.issue(decides.decider(), Decision.MATTER, decides.symbol(),
                    content.declaration().subject(content.content(dossier)), dossierNumber, dossier.unitPath(),
                    dossiers.decidedBy(dossierNumber));
        }
        dossiers.decide(dossierNumber);
    }

    /**
     * A day that the dossier holds, for example the day from which a deadline runs.
     *
     * @param field key of a date field
     * @throws Refusal rule broken, where the dossier has no such day
     */
    @Transactional(readOnly = true)
    public LocalDate day(DossierNumber dossierNumber, String field) {
        return store.of(dossierNumber).find(field).map(answer -> answer.value()).filter(LocalDate.class::isInstance)
                .map(LocalDate.class::cast).orElseThrow(() ->
                        Refusal.broken(field, "Hồ sơ %s chưa có ngày này".formatted(dossierNumber)));
    }
}
