package vn.phongtrao.document;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

import vn.phongtrao.language.Labels;
import vn.phongtrao.procedure.Procedures;
import vn.phongtrao.procedure.TableFile;
import vn.phongtrao.refusal.Refusal;

/** The kinds of document that the tables of the procedures name, and {@code other}. Their words lie with the procedure. */
@Component
class DocumentKinds implements SmartInitializingSingleton {

    private static final String ENDING = "-documents.dmn";

    private final Procedures procedures;

    DocumentKinds(Procedures procedures) {
        this.procedures = procedures;
    }

    /**
     * The program does not start with a kind that has no word.
     *
     * @throws IllegalStateException naming each table and row, in Vietnamese
     */
    @Override
    public void afterSingletonsInstantiated() {
        var nameless = tables().flatMap(DocumentKinds::rows)
                .filter(row -> Labels.find(row.says().kind().key()).isEmpty())
                .map(row -> "Bảng %s, dòng %s: loại tài liệu \"%s\" chưa có tên; ghi %s vào words.properties".formatted(
                        row.table(), row.id(), row.says().kind().id(), row.says().kind().key())).toList();
        if (!nameless.isEmpty()) {
            throw new IllegalStateException(String.join("\n", nameless));
        }
    }

    private record Named(DocumentKind kind) {
    }

    /** What a dossier of the procedure is offered: the kinds that its own rules name, or all of them where there are none. */
    List<DocumentKind> of(String process) {
        return Stream.concat(procedures.files().find(process + "/" + process + ENDING).map(DocumentKinds::kinds)
                .orElseGet(this::named), Stream.of(DocumentKind.OTHER)).distinct().toList();
    }

    /** @throws Refusal malformed, for a kind that no table names */
    DocumentKind require(String id) {
        return Stream.concat(named(), Stream.of(DocumentKind.OTHER)).filter(kind -> kind.id().equals(id)).findFirst()
                .orElseThrow(() -> Refusal.malformed("kind", "Không có loại tài liệu \"%s\"".formatted(id)));
    }

    private Stream<DocumentKind> named() {
        return tables().flatMap(DocumentKinds::kinds).sorted(Comparator.comparing(DocumentKind::id));
    }

    private Stream<byte[]> tables() {
        return procedures.files().endingWith(ENDING).values().stream();
    }

    private static Stream<DocumentKind> kinds(byte[] table) {
        return rows(table).map(row -> row.says().kind());
    }

    private static Stream<TableFile.Row<Named>> rows(byte[] table) {
        return TableFile.rows(table, Named.class).stream();
    }
}
