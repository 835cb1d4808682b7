package vn.phongtrao.document;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.dossier.StepTaken;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.ProcedureRules;
import vn.phongtrao.procedure.ProcedureRules.About;
import vn.phongtrao.procedure.RowOf;
import vn.phongtrao.refusal.Refusal;

/**
 * The kinds of document that a dossier must have, by the procedure's rules as of the day on which it was opened. Where
 * they enforce a kind, the dossier does not leave its originator without it.
 */
@Component
class RequiredDocuments {

    private static final Set<String> LEAVING = Set.of("complete-dossier", "supplement");

    private final DocumentStore store;
    private final ProcedureRules rules;
    private final Clock clock;

    RequiredDocuments(DocumentStore store, ProcedureRules rules, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.clock = clock;
    }

    /** What the kinds depend on. */
    record Matter(String form, String achievementType) {
    }

    @RowOf(value = {"*-documents", "required-documents"}, asked = Matter.class, mayEnd = true)
    record Row(String kind, boolean enforced, String legalBasis) {
    }

    /** A kind of document that the rules name. */
    record Required(DocumentKind kind, boolean enforced, String legalBasis) {

        private static Required of(Row row) {
            return new Required(new DocumentKind(row.kind()), row.enforced(), row.legalBasis());
        }
    }

    /** @throws Refusal rule broken, naming the kinds that are missing */
    @EventListener
    void check(StepTaken step) {
        if (!LEAVING.contains(step.assignment().task())) {
            return;
        }
        var enforced = required(step.dossier()).stream().filter(Required::enforced).toList();
        if (enforced.isEmpty()) {
            return;
        }
        var there = kinds(store.of(step.dossier().number()));
        var missing = enforced.stream().filter(required -> !there.contains(required.kind())).toList();
        if (!missing.isEmpty()) {
            throw Refusal.broken("documents", "Hồ sơ còn thiếu: " + missing.stream()
                    .map(required -> required.kind().label()).collect(Collectors.joining("; ")),
                    missing.get(0).legalBasis());
        }
    }

    List<RequiredDocument> of(Dossier dossier, List<Document> documents) {
        var there = kinds(documents);
        return required(dossier).stream().map(required -> new RequiredDocument(required.kind(), required.kind().label(),
                required.enforced(), required.legalBasis(), there.contains(required.kind()))).toList();
    }

    List<Finding> findings(Dossier dossier, List<Document> documents) {
        return of(dossier, documents).stream().map(required -> new Finding(null, required.present(),
                (required.present() ? "Đã có " : "Thiếu ") + required.kindName(), required.enforced(),
                required.legalBasis())).toList();
    }

    private List<Required> required(Dossier dossier) {
        return rules.rows(dossier.process(), About.DOCUMENTS,
                        Days.on(LocalDate.ofInstant(dossier.openedAt(), clock.getZone())),
                        new Matter(dossier.form(), dossier.type()), Row.class)
                .stream().map(Required::of).toList();
    }

    private static Set<DocumentKind> kinds(List<Document> documents) {
        return documents.stream().filter(Document::inForce).map(Document::kind).collect(Collectors.toSet());
    }
}
