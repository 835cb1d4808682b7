package vn.phongtrao.dossier;

import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import vn.phongtrao.edition.FileTree;
import vn.phongtrao.edition.Finding;
import vn.phongtrao.procedure.ProcedureCheck;
import vn.phongtrao.procedure.Table;

/** The tables of reminders: that each row says when, and whom. */
@Component
class ReminderTables implements ProcedureCheck {

    private static final String ENDING = "deadline-reminder";
    private static final int WHOLE = 100;

    @Override
    public Stream<Finding> check(FileTree files) {
        return Table.all(files).filter(table -> table.key().endsWith(ENDING)).flatMap(table -> table.rows().stream()
                .flatMap(row -> Stream.concat(when(table, row), whom(table, row))));
    }

    private static Stream<Finding> when(Table table, Table.Row row) {
        var share = number(table.result("share", row));
        var past = number(table.result("daysPast", row));
        return share > 0 && share <= WHOLE && (past == 0 || share == WHOLE) ? Stream.empty() : Stream.of(new Finding(
                table.file(), row.place(), "Không rõ nhắc khi nào: dùng %d %% thời hạn, quá hạn %d ngày".formatted(share,
                past), "Ghi phần trăm thời hạn đã dùng từ 1 đến 100; quá hạn bao nhiêu ngày làm việc thì ghi kèm 100"));
    }

    /** Anything else is found by the check of all tables. */
    private static int number(String cell) {
        return cell.matches("[0-9]{1,3}") ? Integer.parseInt(cell) : 0;
    }

    private static Stream<Finding> whom(Table table, Table.Row row) {
        return Stream.of(table.result("told", row)).filter(id -> !Told.IDS.contains(id)).map(id -> new Finding(
                table.file(), row.place(), "Không có người được nhắc \"%s\"".formatted(id),
                "Dùng một trong: " + String.join(", ", Told.IDS)));
    }
}
