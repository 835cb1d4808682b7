package vn.phongtrao.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.support.SqlBinaryValue;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;

import vn.phongtrao.document.Inspection.Accepted;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Handling;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/** Files in the database. Content is streamed in and read out in slices, so that no file lies in memory whole. */
@Repository
class DocumentStore {

    private static final int SLICE = 1024 * 1024;

    private final Dossiers dossiers;
    private final Handling handling;
    private final CurrentOfficer signedIn;
    private final DocumentProperties limits;
    private final JdbcClient jdbc;
    private final Clock clock;

    DocumentStore(Dossiers dossiers, Handling handling, CurrentOfficer signedIn, DocumentProperties limits,
                  JdbcClient jdbc, Clock clock) {
        this.dossiers = dossiers;
        this.handling = handling;
        this.signedIn = signedIn;
        this.limits = limits;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the post under which the officer may add files */
    @Transactional(readOnly = true)
    public Post requireOpenFor(DossierNumber dossierNumber, Officer officer) {
        var dossier = dossiers.requireVisible(dossierNumber, officer);
        return handling.requireWorker(dossier, officer);
    }

    @Transactional
    public List<Document> add(DossierNumber dossierNumber, Function<String, DocumentKind> kinds, Long replaces,
                              List<Accepted> files, Officer officer) {
        dossiers.lock(dossierNumber);
        var post = requireOpenFor(dossierNumber, officer);
        var before = of(dossierNumber);
        requireRoom(before, files);
        if (replaces != null) {
            var replaced = requireReplaceable(before, replaces);
            files.forEach(file -> requireSameKind(replaced, kinds.apply(file.name())));
        }
        var ids = files.stream().map(file -> insert(dossierNumber, kinds.apply(file.name()), replaces, file,
                officer, post)).toList();
        return of(dossierNumber).stream().filter(document -> ids.contains(document.id())).toList();
    }

    @Transactional(readOnly = true)
    public List<Document> of(DossierNumber dossierNumber) {
        return jdbc.sql("""
                        select d.id, d.kind, d.name, d.type, d.size, d.sha256, d.replaces, d.uploaded_by,
                               d.uploader_name, d.unit_path, d.position, d.uploaded_at, d.removed_at,
                               later.id as replaced_by
                        from dossier_document d left join dossier_document later
                            on later.replaces = d.id and later.removed_at is null
                        where d.dossier_number = ? order by d.id""")
                .param(dossierNumber.value()).query(DocumentStore::document).list();
    }

    /** Whether the dossier was begun before its documents had come to be asked for. */
    @Transactional(readOnly = true)
    public boolean begunWithoutPapers(DossierNumber dossierNumber) {
        return jdbc.sql("select exists (select 1 from dossier_without_papers where dossier_number = ?)")
                .params(dossierNumber.value()).query(Boolean.class).single();
    }

    /**
     * Puts a file under another kind.
     *
     * @throws Refusal unless it is the officer's, and in the step it came in; where it replaces one of its kind
     */
    @Transactional
    public Document refile(DossierNumber dossierNumber, long id, DocumentKind kind, Officer officer) {
        var document = requireChangeable(dossierNumber, id, officer);
        if (document.replaces() != null) {
            requireSameKind(require(dossierNumber, document.replaces()), kind);
        }
        record(document, kind, officer);
        jdbc.sql("update dossier_document set kind = ? where id = ?").params(kind.id(), id).update();
        return require(dossierNumber, id);
    }

    /** Takes a file away, of which its line alone stays. @throws Refusal likewise */
    @Transactional
    public void remove(DossierNumber dossierNumber, long id, Officer officer) {
        record(requireChangeable(dossierNumber, id, officer), null, officer);
        jdbc.sql("update dossier_document set removed_at = ?, content = '' where id = ?")
                .params(Timestamp.from(clock.instant()), id).update();
    }

    private Document requireChangeable(DossierNumber dossierNumber, long id, Officer officer) {
        requireOpenFor(dossierNumber, officer);
        var dossier = dossiers.lock(dossierNumber);
        requireOpenFor(dossierNumber, officer);
        var document = require(dossierNumber, id);
        if (!document.uploadedBy().equals(officer.id())) {
            throw Refusal.forbidden("Chỉ người đã tải lên được đổi loại hoặc xóa tài liệu này");
        }
        if (!document.changeable(officer.id(), handling.lastLeft(dossier).orElse(null))) {
            throw Refusal.broken(null, document.inForce()
                    ? "Hồ sơ đã gửi đi cùng tài liệu này, không đổi loại hoặc xóa được nữa; hãy tải lên tài liệu thay thế"
                    : "Tài liệu này đã được thay thế hoặc đã xóa");
        }
        return document;
    }

    private Document require(DossierNumber dossierNumber, long id) {
        return of(dossierNumber).stream().filter(document -> document.id() == id).findFirst()
                .orElseThrow(() -> Refusal.notFound("Hồ sơ %s không có tài liệu này".formatted(dossierNumber)));
    }

    private void record(Document document, DocumentKind kind, Officer officer) {
        jdbc.sql("""
                        insert into dossier_document_change (document, kind_before, kind, changed_by, changed_at)
                        values (:document, :before, :kind, :by, :at)""")
                .param("document", document.id()).param("before", document.kind().id())
                .param("kind", kind == null ? null : kind.id(), Types.VARCHAR).param("by", officer.id())
                .param("at", Timestamp.from(clock.instant())).update();
    }

    /** Each slice is a query of its own: a slow reader keeps no connection. */
    void write(Document document, OutputStream out) throws IOException {
        for (int from = 0; from < document.size(); from += SLICE) {
            out.write(jdbc.sql("select substring(content from ? for ?) from dossier_document where id = ?")
                    .params(from + 1, SLICE, document.id()).query(byte[].class).single());
        }
    }

    private long insert(DossierNumber dossierNumber, DocumentKind kind, Long replaces, Accepted file, Officer officer,
                        Post post) {
        try (InputStream content = Files.newInputStream(file.file())) {
            return jdbc.sql("""
                            insert into dossier_document (dossier_number, kind, name, type, size, sha256, replaces,
                                uploaded_by, uploader_name, unit_path, position, uploaded_at, content)
                            values (:dossier, :kind, :name, :type, :size, :sha256, :replaces, :by, :person, :unit,
                                :position, :at, :content) returning id""")
                    .param("dossier", dossierNumber.value()).param("kind", kind.id()).param("name", file.name())
                    .param("type", file.type().mediaType()).param("size", file.size()).param("sha256", file.sha256())
                    .param("replaces", replaces).param("by", officer.id())
                    .param("person", signedIn.fullName().orElse(null), Types.VARCHAR)
                    .param("unit", post.unitPath().value())
                    .param("position", post.position().id()).param("at", Timestamp.from(clock.instant()))
                    .param("content", new SqlBinaryValue(content, file.size())).query(Long.class).single();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void requireRoom(List<Document> before, List<Accepted> files) {
        for (var file : files) {
            if (file.size() > limits.maxFileSize().toBytes()) {
                throw Refusal.broken("files", "\"%s\": mỗi tệp không quá %s".formatted(file.name(),
                        megabytes(limits.maxFileSize())));
            }
        }
        var total = before.stream().filter(document -> document.removedAt() == null).mapToLong(Document::size).sum()
                + files.stream().mapToLong(Accepted::size).sum();
        if (total > limits.maxDossierSize().toBytes()) {
            throw Refusal.broken("files", "Tài liệu của một hồ sơ không quá " + megabytes(limits.maxDossierSize()));
        }
    }

    private static Document requireReplaceable(List<Document> before, Long replaces) {
        var replaced = before.stream().filter(document -> document.id() == replaces).findFirst()
                .orElseThrow(() -> Refusal.broken("replaces", "Hồ sơ không có tài liệu cần thay thế"));
        if (!replaced.inForce()) {
            throw Refusal.broken("replaces", (replaced.removedAt() == null ? "Tài liệu \"%s\" đã được thay thế"
                    : "Tài liệu \"%s\" đã được xóa").formatted(replaced.name()));
        }
        return replaced;
    }

    /** A dossier that has left its originator with a paper that it must have keeps one. */
    private static void requireSameKind(Document replaced, DocumentKind kind) {
        if (!kind.equals(replaced.kind())) {
            throw Refusal.broken("kind", ("Tài liệu thay thế \"%s\" phải cùng loại với tài liệu đó (%s); "
                    + "tài liệu loại khác thì tải lên riêng").formatted(replaced.name(), replaced.kindName()));
        }
    }

    private static String megabytes(DataSize size) {
        return size.toMegabytes() + " MB";
    }

    private static Document document(ResultSet row, int index) throws SQLException {
        var kind = new DocumentKind(row.getString("kind"));
        return new Document(row.getLong("id"), kind, kind.label(), row.getString("name"), row.getString("type"),
                row.getLong("size"), row.getString("sha256"), row.getObject("replaces", Long.class),
                row.getObject("replaced_by", Long.class), row.getString("uploaded_by"),
                row.getString("uploader_name"), UnitPath.of(row.getString("unit_path")), row.getString("position"),
                row.getTimestamp("uploaded_at").toInstant(),
                row.getTimestamp("removed_at") == null ? null : row.getTimestamp("removed_at").toInstant());
    }
}
