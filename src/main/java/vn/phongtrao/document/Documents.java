package vn.phongtrao.document;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;

import org.springframework.stereotype.Service;

import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierAnnex;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.procedure.Fills;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;

/** The files of a dossier. Whoever may see the dossier may read them. */
@Service
public class Documents implements DossierAnnex<Documents.Annex> {

    /** Instead of a kind: each file is what its name says ({@link DocumentKinds#named}). */
    public static final String BY_NAME = "by-name";

    private final Dossiers dossiers;
    private final DocumentStore store;
    private final DocumentKinds kinds;
    private final RequiredDocuments required;

    Documents(Dossiers dossiers, DocumentStore store, DocumentKinds kinds, RequiredDocuments required) {
        this.dossiers = dossiers;
        this.store = store;
        this.kinds = kinds;
        this.required = required;
    }

    /**
     * Adds files to a dossier, all or none. The unit that holds the dossier may, until it ends or while it is not
     * suspended.
     *
     * @param kind     id of the kind of document that they are, or {@value #BY_NAME}; null for that of the file that is
     *                 replaced, or for others
     * @param replaces the file of the same kind that a single new one replaces; null for none
     * @throws Refusal for any file that is not accepted, or when the officer may not add files now
     */
    public List<Document> add(DossierNumber dossierNumber, String kind, Long replaces, List<Upload> uploads,
                              Officer officer) {
        store.requireOpenFor(dossierNumber, officer);
        var kindOf = kinds(dossierNumber, kind, replaces);
        if (uploads.isEmpty()) {
            throw Refusal.malformed("files", "Chưa chọn tệp nào");
        }
        if (replaces != null && uploads.size() > 1) {
            throw Refusal.malformed("replaces", "Mỗi lần chỉ thay thế một tệp bằng một tệp");
        }
        var accepted = uploads.stream().map(Inspection::of).toList();
        return store.add(dossierNumber, kindOf, replaces, accepted, officer);
    }

    /** The kind of a file by its name. */
    private Function<String, DocumentKind> kinds(DossierNumber dossierNumber, String kind, Long replaces) {
        if (kind == null || kind.equals(BY_NAME) && replaces != null) {
            var same = store.of(dossierNumber).stream().filter(document -> replaces != null && document.id() == replaces)
                    .map(Document::kind).findFirst().orElse(DocumentKind.OTHER);
            return name -> same;
        }
        if (kind.equals(BY_NAME)) {
            var process = dossiers.require(dossierNumber).process();
            return name -> kinds.named(process, name);
        }
        var known = kinds.require(kind);
        return name -> known;
    }

    /** @return oldest first, with those that were replaced or taken away */
    public List<Document> list(DossierNumber dossierNumber, Officer officer) {
        return store.of(dossiers.requireVisible(dossierNumber, officer).number());
    }

    /**
     * Puts a file under another kind. Whoever uploaded it may, until the dossier leaves the step; it is recorded.
     *
     * @param kind id of the kind of document that it is
     */
    public Document refile(DossierNumber dossierNumber, long id, String kind, Officer officer) {
        return store.refile(dossierNumber, id, kinds.require(kind), officer);
    }

    /** Takes a file away with its content. Whoever uploaded it may until the dossier leaves the step; it is recorded. */
    public void remove(DossierNumber dossierNumber, long id, Officer officer) {
        store.remove(dossierNumber, id, officer);
    }

    /** One that can be read. @throws Refusal not found, or forbidden */
    public Document require(DossierNumber dossierNumber, long id, Officer officer) {
        return list(dossierNumber, officer).stream().filter(document -> document.id() == id
                        && document.removedAt() == null).findFirst()
                .orElseThrow(() -> Refusal.notFound("Hồ sơ %s không có tài liệu này".formatted(dossierNumber)));
    }

    /** Writes the content of a file that the officer was found to be allowed to read. */
    public void write(Document document, OutputStream out) throws IOException {
        store.write(document, out);
    }

    /** Adds {@code documents}, {@code documentKinds} and {@code requiredDocuments}. */
    @Override
    public Class<Annex> view() {
        return Annex.class;
    }

    @Override
    public Annex show(Dossier dossier) {
        var documents = store.of(dossier.number());
        return new Annex(documents, kinds.of(dossier.process()),
                dossier.status().closed() ? List.of() : required.of(dossier, documents));
    }

    /**
     * The files of a dossier.
     *
     * @param documentKinds     what further ones may be
     * @param requiredDocuments the kinds that the rules name; none after the end
     */
    @Fills("page")
    public record Annex(List<Document> documents, List<DocumentKind> documentKinds,
                        List<RequiredDocument> requiredDocuments) {
    }

    /** Which kinds of document that it must have are there, and which are missing. */
    @Override
    public List<Finding> findings(Dossier dossier) {
        return required.findings(dossier, store.of(dossier.number()));
    }
}
