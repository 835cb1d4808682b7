package vn.phongtrao.document;

import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import vn.phongtrao.edition.FileTree;
import vn.phongtrao.edition.Finding;
import vn.phongtrao.procedure.ProcedureCheck;
import vn.phongtrao.procedure.Table;
import vn.phongtrao.procedure.WordKeys;

/** The tables of documents: that every kind has its word. */
@Component
class DocumentTables implements ProcedureCheck {

    @Override
    public Stream<Finding> check(FileTree files) {
        var keys = WordKeys.of(files);
        return Table.all(files).filter(table -> table.key().endsWith("-documents")).flatMap(table ->
                table.results("kind").stream().filter(kind -> !keys.contains(new DocumentKind(kind.text()).key()))
                        .map(kind -> new Finding(table.file(), kind.row().place(),
                                "Không có loại tài liệu \"%s\"".formatted(kind.text()),
                                "Dùng loại có sẵn, hoặc ghi %s vào words.properties"
                                .formatted(new DocumentKind(kind.text()).key()))));
    }
}
