package vn.phongtrao.document;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.Procedures;
import vn.phongtrao.procedure.TableFile;
import vn.phongtrao.refusal.Refusal;

/** The kinds of document that the tables of the procedures name, and {@code other}. Their words lie with the procedure. */
@Component
class DocumentKinds {

    private static final String ENDING = "-documents.dmn";

    private final Procedures procedures;

    DocumentKinds(Procedures procedures) {
        this.procedures = procedures;
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
