package vn.phongtrao.document;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.dossier.StepTaken;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.refusal.Refusal;

/**
 * The kinds of document that a dossier must have, by decision table {@code required-documents} as of the day on which
 * it was opened. Where the table enforces a kind, the dossier does not leave its originator without it.
 */
@Component
class RequiredDocuments {

    private static final Set<String> LEAVING = Set.of("complete-dossier", "supplement");

    private final DocumentStore store;
    private final Rules rules;
    private final Clock clock;

    RequiredDocuments(DocumentStore store, Rules rules, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.clock = clock;
    }

    /** A kind of document that the rules name. */
    record Required(DocumentKind kind, boolean enforced, String legalBasis) {

        static Required of(Map<String, Object> row) {
            return new Required(DocumentKind.find((String) row.get("kind")).orElseThrow(),
                    (Boolean) row.get("enforced"), (String) row.get("legalBasis"));
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

    List<Finding> findings(Dossier dossier, List<Document> documents) {
        var there = kinds(documents);
        return required(dossier).stream().map(required -> new Finding(null, there.contains(required.kind()),
                (there.contains(required.kind()) ? "Đã có " : "Thiếu ") + required.kind().label(), required.enforced(),
                required.legalBasis())).toList();
    }

    private List<Required> required(Dossier dossier) {
        return rules.rows("required-documents", LocalDate.ofInstant(dossier.openedAt(), clock.getZone()),
                        Map.of("process", dossier.process(), "form", dossier.form(), "achievementType", dossier.type()))
                .stream().map(Required::of).toList();
    }

    private static Set<DocumentKind> kinds(List<Document> documents) {
        return documents.stream().filter(Document::inForce).map(Document::kind).collect(Collectors.toSet());
    }
}
