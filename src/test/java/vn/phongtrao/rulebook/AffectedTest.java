package vn.phongtrao.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import vn.phongtrao.procedure.Table;
import vn.phongtrao.procedure.Table.Column;
import vn.phongtrao.procedure.Table.Row;
import vn.phongtrao.rulebook.Affected.Rule;

/** Which cases are judged otherwise when a row comes, goes or changes. */
class AffectedTest {

    private static final Set<String> PROCESSES = Set.of("commendation", "team-change");
    private static final String SINCE = ">= date(\"2024-07-01\")";
    private static final String UNTIL = "[date(\"2024-07-01\")..date(\"2025-06-30\")]";

    @Test
    void aRowThatComesOrGoesOnAllItsDays() {
        assertThat(Affected.by(null, rule("", UNTIL, "1"), PROCESSES)).extracting(Affected::toString)
                .containsExactly(said("2024-07-01", "2025-06-30"));
        assertThat(Affected.by(rule("", UNTIL, "1"), null, PROCESSES)).extracting(Affected::toString)
                .containsExactly(said("2024-07-01", "2025-06-30"));
    }

    @Test
    void aRowThatEndsOnTheDaysAfterwards() {
        assertThat(Affected.by(rule("", SINCE, "1"), rule("", UNTIL, "1"), PROCESSES)).extracting(Affected::toString)
                .containsExactly(said("2025-07-01", "null"));
        assertThat(Affected.by(rule("", UNTIL, "1"), rule("", SINCE, "1"), PROCESSES)).extracting(Affected::toString)
                .containsExactly(said("2025-07-01", "null"));
    }

    @Test
    void aRowThatSaysSomethingElseOnItsDaysBeforeAndAfter() {
        assertThat(Affected.by(rule("", SINCE, "1"), rule("", UNTIL, "2"), PROCESSES)).extracting(Affected::toString)
                .containsExactly(said("2024-07-01", "null"), said("2024-07-01", "2025-06-30"));
    }

    @Test
    void aRowWithAnotherRemarkOnNoDay() {
        assertThat(Affected.by(rule("", SINCE, "1"), rule("", SINCE, "1"), PROCESSES)).isEmpty();
    }

    @Test
    void aRowAboutOneProcedureInItsDossiersAlone() {
        assertThat(Affected.by(null, rule("\"team-change\"", SINCE, "1"), PROCESSES)).singleElement()
                .satisfies(cases -> assertThat(cases.processes()).containsExactly("team-change"));
        assertThat(Affected.by(null, rule("not(\"team-change\")", SINCE, "1"), PROCESSES)).singleElement()
                .satisfies(cases -> assertThat(cases.processes()).containsExactly("commendation"));
    }

    private static String said(String from, String to) {
        return Affected.by(null, rule("", to.equals("null") ? ">= date(\"%s\")".formatted(from)
                : "[date(\"%s\")..date(\"%s\")]".formatted(from, to), "1"), PROCESSES).findFirst().orElseThrow().toString();
    }

    private static Rule rule(String process, String days, String result) {
        var row = new Row(1, "rule", "", List.of(process, days), List.of(result));
        return new Rule(new Table("review/return-limit.dmn", "return-limit", "", "", "UNIQUE",
                List.of(new Column("process", "Quy trình", "string"), new Column("receivedOn", "Ngày nhận", "")),
                List.of(new Column("most", "Nhiều nhất", "integer")), List.of(row)), row);
    }
}
