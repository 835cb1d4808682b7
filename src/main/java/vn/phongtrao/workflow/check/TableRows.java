package vn.phongtrao.workflow.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import vn.phongtrao.edition.Finding;
import vn.phongtrao.procedure.Condition;
import vn.phongtrao.procedure.Condition.Period;
import vn.phongtrao.procedure.RowOf;
import vn.phongtrao.procedure.Table;
import vn.phongtrao.procedure.Table.Row;

/**
 * When the rows of a table hold, and on what they rest: each has its days and its paragraph; for one case, no day has
 * two rows where one is wanted, and none is left out between two.
 */
class TableRows {

    private static final Pattern DAY = Pattern.compile("date\\(\\s*\"([^\"]*)\"\\s*\\)");
    private static final Pattern ALONE = Pattern.compile(DAY.pattern());
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Table table;
    private final boolean lasts;
    private final Optional<Integer> dateColumn;
    private final List<Finding> findings;

    /** @param asking what the program makes of the rows */
    TableRows(Table table, List<Class<?>> asking, List<Finding> findings) {
        this.table = table;
        this.lasts = asking.stream().anyMatch(row -> !row.getAnnotation(RowOf.class).mayEnd());
        this.dateColumn = IntStream.range(0, table.inputs().size()).filter(i -> table.inputs().get(i).isDay()).boxed()
                .findFirst();
        this.findings = findings;
    }

    private final Map<Row, List<Condition>> conditions = new HashMap<>();
    private final Map<Row, String> cases = new HashMap<>();

    private void add(Row row, String problem, String advice) {
        findings.add(new Finding(table.file(), row.place(), problem, advice));
    }

    void find() {
        table.rows().forEach(this::basis);
        table.rows().forEach(row -> conditions.put(row, row.conditions().stream().map(Condition::of).toList()));
        if (dateColumn.isPresent()) {
            table.rows().forEach(row -> cases.put(row, caseOf(row)));
            table.rows().forEach(this::validity);
            overlaps();
            table.rows().stream().collect(Collectors.groupingBy(cases::get)).values().forEach(this::gaps);
            end();
        }
    }

    private void basis(Row row) {
        if (table.output(Table.BASIS).isPresent() && table.result(Table.BASIS, row).isBlank()) {
            add(row, "Dòng không có căn cứ pháp lý", "Ghi văn bản, điều, khoản vào cột căn cứ");
        }
    }

    private void validity(Row row) {
        var cell = row.conditions().get(dateColumn.get());
        var missing = DAY.matcher(cell).results().map(found -> found.group(1)).filter(day -> !exists(day)).toList();
        missing.forEach(day -> add(row, "Ngày \"%s\" không có trong lịch".formatted(day),
                Miswritten.writtenDay(day).map(right -> "Viết " + right)
                        .orElse("Ghi năm-tháng-ngày, ví dụ 2026-07-01")));
        if (days(row).isEmpty() && missing.isEmpty() && readable(cell)) {
            add(row, conditions.get(row).get(dateColumn.get()).isAny() ? "Dòng không nói áp dụng từ ngày nào"
                    : "Ô ngày \"%s\" không phải là một khoảng ngày".formatted(cell),
                    Miswritten.advice(table.inputs().get(dateColumn.get()), cell));
        } else if (ALONE.matcher(cell).matches()) {
            add(row, "Dòng chỉ áp dụng trong đúng ngày " + SHOWN.format(days(row).orElseThrow().first()),
                    "Áp dụng từ ngày đó thì viết >= %1$s; chỉ một ngày thì viết [%1$s..%1$s]".formatted(cell));
        }
        if (days(row).filter(Period::isEmpty).isPresent()) {
            add(row, "Ngày cuối trước ngày đầu", "Sửa lại khoảng ngày");
        }
    }

    /** What is not has been said with the columns. */
    private boolean readable(String cell) {
        return cell.isEmpty() || FeelTexts.test(cell).filter(test -> FeelTexts.names(test).stream()
                .allMatch(name -> table.input(name).isPresent())).isPresent();
    }

    private static boolean exists(String day) {
        try {
            LocalDate.parse(day);
            return true;
        } catch (DateTimeException noDay) {
            return false;
        }
    }

    private Optional<Period> days(Row row) {
        return conditions.get(row).get(dateColumn.get()).days();
    }

    /** Each row is named once, with the first that it meets: of rows that all say the same there are too many pairs. */
    private void overlaps() {
        table.rows().forEach(other -> table.rows().subList(0, other.number() - 1).stream()
                .filter(row -> mustDiffer(row, other) && meet(row, other)).findFirst().ifPresent(row ->
                        add(other, "Dòng %d và dòng %d cùng áp dụng cho một trường hợp, một ngày".formatted(row.number(),
                                other.number()), "Ghi ngày cuối cho dòng cũ, hoặc sửa điều kiện của một dòng")));
    }

    /** Where one row is wanted, all do; where the first or all count, those that say the same of the same do. */
    private boolean mustDiffer(Row row, Row other) {
        return switch (table.hitPolicy()) {
            case "UNIQUE" -> true;
            case "FIRST" -> cases.get(row).equals(cases.get(other));
            default -> cases.get(row).equals(cases.get(other)) && said(row).equals(said(other));
        };
    }

    private boolean meet(Row row, Row other) {
        return IntStream.range(0, table.inputs().size()).allMatch(i ->
                conditions.get(row).get(i).meets(conditions.get(other).get(i)));
    }

    /** The same for rows that differ in their days only. */
    private String caseOf(Row row) {
        return IntStream.range(0, table.inputs().size()).filter(i -> i != dateColumn.get())
                .mapToObj(i -> conditions.get(row).get(i).meaning()).collect(Collectors.joining("|"));
    }

    private String said(Row row) {
        return IntStream.range(0, table.outputs().size())
                .filter(i -> !table.outputs().get(i).name().equals(Table.BASIS))
                .mapToObj(row.results()::get).collect(Collectors.joining("|"));
    }

    private void gaps(Collection<Row> rows) {
        var ordered = rows.stream().filter(row -> days(row).isPresent())
                .sorted(Comparator.comparing(row -> days(row).orElseThrow().first())).toList();
        Period covered = null;
        for (var row : ordered) {
            var days = days(row).orElseThrow();
            if (covered != null && !covered.reaches(days)) {
                add(row, "Từ ngày %s đến ngày %s không có dòng nào áp dụng cho trường hợp của dòng này".formatted(
                        SHOWN.format(covered.last().plusDays(1)), SHOWN.format(days.first().minusDays(1))),
                        "Nối ngày cuối của dòng trước với ngày đầu của dòng này");
            }
            covered = covered == null || days.last().isAfter(covered.last()) ? days : covered;
        }
    }

    /** What the program cannot go on without is in force on every day to come. */
    private void end() {
        table.rows().stream().filter(row -> lasts && days(row).isPresent()).max(Comparator.comparing(row ->
                days(row).orElseThrow().last())).filter(row -> !days(row).orElseThrow().last().equals(LocalDate.MAX))
                .ifPresent(row -> {
                    var last = days(row).orElseThrow().last();
                    add(row, "Sau ngày %s không còn dòng nào của bảng áp dụng".formatted(SHOWN.format(last)),
                            "Thêm dòng áp dụng từ ngày %s, hoặc bỏ ngày cuối của dòng này".formatted(
                                    SHOWN.format(last.plusDays(1))));
                });
    }
}
