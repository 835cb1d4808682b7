package vn.phongtrao.document;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.Procedures;
import vn.phongtrao.procedure.Table;
import vn.phongtrao.refusal.Refusal;

/**
 * The kinds of document that the tables of the procedures name, and {@code other}. Their words lie with the procedure.
 */
@Component
class DocumentKinds {

    private static final String ENDING = "-documents.dmn";

    private final Procedures procedures;

    DocumentKinds(Procedures procedures) {
        this.procedures = procedures;
    }

    /** What a dossier of the procedure is offered: the kinds that its own rules name, or all where there are none. */
    List<DocumentKind> of(String process) {
        return Stream.concat(Table.find(procedures.files(), process + "/" + process + ENDING).map(DocumentKinds::kinds)
                .orElseGet(this::named), Stream.of(DocumentKind.OTHER)).distinct().toList();
    }

    /** @throws Refusal malformed, for a kind that no table names */
    DocumentKind require(String id) {
        return Stream.concat(named(), Stream.of(DocumentKind.OTHER)).filter(kind -> kind.id().equals(id)).findFirst()
                .orElseThrow(() -> Refusal.malformed("kind", "Không có loại tài liệu \"%s\"".formatted(id)));
    }

    private Stream<DocumentKind> named() {
        return Table.all(procedures.files()).filter(table -> table.file().endsWith(ENDING))
                .flatMap(DocumentKinds::kinds).sorted(Comparator.comparing(DocumentKind::id));
    }

    private static Stream<DocumentKind> kinds(Table table) {
        return table.results("kind").stream().map(kind -> new DocumentKind(kind.text()));
    }
}
