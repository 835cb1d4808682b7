package vn.phongtrao.document;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.Contents;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierMoved;
import vn.phongtrao.dossier.Finding;
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
    private final Contents contents;
    private final ProcedureRules rules;
    private final Clock clock;

    RequiredDocuments(DocumentStore store, Contents contents, ProcedureRules rules, Clock clock) {
        this.store = store;
        this.contents = contents;
        this.rules = rules;
        this.clock = clock;
    }

    /** What the kinds depend on. @param simple whether the law asks for fewer because of whom the dossier is about */
    record Matter(String form, String achievementType, boolean simple) {
    }

    @RowOf(value = {"*-documents", "required-documents"}, asked = Matter.class, mayEnd = true)
    record Row(String kind, boolean enforced, String legalBasis) {
    }

    /** @throws Refusal rule broken, naming the kinds that are missing */
    @EventListener
    void check(DossierMoved step) {
        if (!LEAVING.contains(step.assignment().task())) {
            return;
        }
        var missing = of(step.dossier(), store.of(step.dossier().number())).stream()
                .filter(document -> document.enforced() && !document.present()).toList();
        if (!missing.isEmpty()) {
            throw Refusal.broken("documents", "Hồ sơ còn thiếu: " + missing.stream()
                    .map(RequiredDocument::kindName).collect(Collectors.joining("; ")), missing.get(0).legalBasis());
        }
    }

    /** Each kind that the rules name; one that the program prints on the way is there, if nobody has brought it. */
    List<RequiredDocument> of(Dossier dossier, List<Document> documents) {
        var content = contents.require(dossier.process());
        var brought = documents.stream().filter(Document::inForce).map(Document::kind).map(DocumentKind::id)
                .collect(Collectors.toSet());
        Set<String> there = new HashSet<>(content.printedKinds(dossier));
        there.addAll(brought);
        var usual = rows(dossier, false);
        var lacking = usual.stream().anyMatch(row -> row.enforced() && !there.contains(row.kind()));
        var rows = lacking && content.simple(dossier) ? rows(dossier, true) : usual;
        var reminded = lacking && store.begunWithoutPapers(dossier.number());
        return rows.stream().map(row -> {
            var kind = new DocumentKind(row.kind());
            return new RequiredDocument(kind, kind.label(), row.enforced() && !reminded, row.legalBasis(),
                    there.contains(row.kind()), there.contains(row.kind()) && !brought.contains(row.kind()));
        }).toList();
    }

    List<Finding> findings(Dossier dossier, List<Document> documents) {
        return of(dossier, documents).stream().map(required -> new Finding(null, required.present(),
                (required.present() ? "Đã có " : "Thiếu ") + required.kindName(), required.enforced(),
                required.legalBasis())).toList();
    }

    private List<Row> rows(Dossier dossier, boolean simple) {
        return rules.rows(dossier.process(), About.DOCUMENTS,
                Days.on(LocalDate.ofInstant(dossier.openedAt(), clock.getZone())),
                new Matter(dossier.form(), dossier.type(), simple), Row.class);
    }
}
