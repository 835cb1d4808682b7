package vn.phongtrao.document;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.Procedures;
import vn.phongtrao.procedure.ProceduresChanged;
import vn.phongtrao.procedure.Table;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.PlainText;

/**
 * The kinds of document that the tables of the procedures name, and {@code other}. Their words lie with the procedure.
 */
@Component
class DocumentKinds {

    private static final String ENDING = "-documents.dmn";

    /** By the path of the table that names them, in its order. */
    private volatile Map<String, List<DocumentKind>> named;

    DocumentKinds(Procedures procedures) {
        read(new ProceduresChanged(procedures.files()));
    }

    @EventListener
    void read(ProceduresChanged changed) {
        var files = changed.files();
        named = files.endingWith(ENDING).keySet().stream().flatMap(path -> Table.find(files, path).stream())
                .collect(Collectors.toUnmodifiableMap(Table::file, DocumentKinds::kinds));
    }

    /** What a dossier of the procedure is offered: the kinds that its own rules name, or all where there are none. */
    List<DocumentKind> of(String process) {
        var own = named.get(process + "/" + process + ENDING);
        return Stream.concat(own == null ? all() : own.stream(), Stream.of(DocumentKind.OTHER)).distinct().toList();
    }

    /**
     * What a file is by its name: the kind of the procedure that is named first in it, {@code other} where none is.
     *
     * @param fileName for example {@code To-trinh (ky lai).pdf}
     */
    DocumentKind named(String process, String fileName) {
        var name = words(fileName);
        return of(process).stream().filter(kind -> place(kind, name) >= 0)
                .min(Comparator.comparingInt(kind -> place(kind, name))).orElse(DocumentKind.OTHER);
    }

    /** Where the name of the kind, or one of its names, begins; -1 for nowhere. */
    private static int place(DocumentKind kind, String name) {
        return Stream.of(kind.names().split(",")).mapToInt(label -> name.indexOf(words(label))).filter(at -> at >= 0)
                .min().orElse(-1);
    }

    private static String words(String text) {
        return " " + PlainText.searchable(text).strip() + " ";
    }

    /** @throws Refusal malformed, for a kind that no table names */
    DocumentKind require(String id) {
        return Stream.concat(all(), Stream.of(DocumentKind.OTHER)).filter(kind -> kind.id().equals(id)).findFirst()
                .orElseThrow(() -> Refusal.malformed("kind", "Không có loại tài liệu \"%s\"".formatted(id)));
    }

    private Stream<DocumentKind> all() {
        return named.values().stream().flatMap(List::stream).sorted(Comparator.comparing(DocumentKind::id));
    }

    private static List<DocumentKind> kinds(Table table) {
        return table.results("kind").stream().map(kind -> new DocumentKind(kind.text())).toList();
    }
}
