package vn.phongtrao.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

import vn.phongtrao.BrokenFiles;

/** What is said of a table of reminders with one fault. */
class ReminderTablesTest {

    private static final String FILE = "review/deadline-reminder.dmn";
    private static final String FIRST = "dòng 1 (deadline-reminder-rule-1)";

    private final ReminderTables check = new ReminderTables();

    @Test
    void deliveredTablesAreSound() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.sound())).isEmpty();
    }

    @Test
    void somebodyWhomNobodyIs() {
        assertFound("<text>\"holders\"</text>", "<text>\"chief\"</text>",
                "Không có người được nhắc \"chief\"");
    }

    @Test
    void moreThanTheWholeTime() {
        assertFound("<text>50</text>", "<text>101</text>", "Không rõ nhắc khi nào: dùng 101 % thời hạn, quá hạn 0 ngày");
        assertFound("<text>50</text>", "<text>0</text>", "Không rõ nhắc khi nào: dùng 0 % thời hạn, quá hạn 0 ngày");
    }

    @Test
    void pastTheLastDayBeforeItIsReached() {
        assertFound("rule-1-days-past\">\n          <text>0<", "rule-1-days-past\">\n          <text>2<",
                "Không rõ nhắc khi nào: dùng 50 % thời hạn, quá hạn 2 ngày");
    }

    private void assertFound(String right, String wrong, String problem) {
        assertThat(BrokenFiles.findings(check, BrokenFiles.with(FILE, right, wrong)))
                .containsExactly(tuple(FILE, FIRST, problem));
    }
}
