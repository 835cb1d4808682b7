package vn.phongtrao.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import vn.phongtrao.procedure.Condition;
import vn.phongtrao.procedure.Condition.Period;
import vn.phongtrao.procedure.Table;
import vn.phongtrao.procedure.Table.Row;

/**
 * The cases that a change of a row judges otherwise than before.
 *
 * @param processes whose dossiers they are
 * @param day       the day that they go by: an input of the table; empty where the table has none
 * @param days      those on which that day has to lie
 */
record Affected(Set<String> processes, String day, Period days) {

    private static final Period EVER = new Period(LocalDate.MIN, LocalDate.MAX);

    /** A row of a table. */
    record Rule(Table table, Row row) {

        /** @return empty for none that has such a column */
        private Optional<Integer> dayColumn() {
            return IntStream.range(0, table.inputs().size()).filter(at -> table.inputs().get(at).isDay()).boxed()
                    .findFirst();
        }

        private String day() {
            return dayColumn().map(at -> table.inputs().get(at).name()).orElse("");
        }

        private Period days() {
            return dayColumn().flatMap(at -> Condition.of(row.conditions().get(at)).days()).orElse(EVER);
        }

        private boolean about(String process) {
            return table.input("process").map(at -> Condition.of(row.conditions().get(at)).admits(process))
                    .orElse(true);
        }

        /** Whether the other says the same, though on other days. */
        private boolean saysAs(Rule other) {
            return day().equals(other.day()) && table.inputs().equals(other.table.inputs())
                    && table.outputs().equals(other.table.outputs()) && row.results().equals(other.row.results())
                    && IntStream.range(0, table.inputs().size()).filter(at -> !table.inputs().get(at).isDay())
                    .allMatch(at -> row.conditions().get(at).equals(other.row.conditions().get(at)));
        }
    }

    /**
     * @param before    null for a row that comes
     * @param after     null for one that goes
     * @param processes that ask the table
     */
    static Stream<Affected> by(Rule before, Rule after, Set<String> processes) {
        if (before != null && after != null && before.saysAs(after)) {
            return Stream.concat(of(before, before.days().without(after.days()), processes),
                    of(after, after.days().without(before.days()), processes));
        }
        return Stream.of(before, after).filter(Objects::nonNull).flatMap(rule ->
                of(rule, List.of(rule.days()), processes));
    }

    private static Stream<Affected> of(Rule rule, List<Period> days, Set<String> processes) {
        Set<String> about = new TreeSet<>(processes);
        about.removeIf(process -> !rule.about(process));
        return days.stream().map(period -> new Affected(about, rule.day(), period));
    }

    LocalDate from() {
        return days.first().equals(LocalDate.MIN) ? null : days.first();
    }

    LocalDate to() {
        return days.last().equals(LocalDate.MAX) ? null : days.last();
    }
}
