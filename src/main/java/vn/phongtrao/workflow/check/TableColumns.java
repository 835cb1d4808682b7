package vn.phongtrao.workflow.check;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import vn.phongtrao.edition.Finding;
import vn.phongtrao.procedure.Binding;
import vn.phongtrao.procedure.Condition;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.Declared;
import vn.phongtrao.procedure.RowOf;
import vn.phongtrao.procedure.Table;
import vn.phongtrao.procedure.Table.Column;
import vn.phongtrao.procedure.Table.Row;

/** The columns of a table, and what its cells say, against what the program asks. */
class TableColumns {

    private final Table table;
    private final Optional<Table> builtIn;
    private final List<Class<?>> asking;
    private final Set<String> known;
    private final List<Finding> findings;

    /** @param builtIn the table that it is laid over */
    TableColumns(Table table, Optional<Table> builtIn, Declared declared, List<Finding> findings) {
        this.table = table;
        this.builtIn = builtIn;
        this.asking = declared.rowsOf(table.key());
        this.known = asked();
        this.findings = findings;
    }

    private void add(String place, String problem, String advice) {
        findings.add(new Finding(table.file(), place, problem, advice));
    }

    void find() {
        Stream.concat(table.inputs().stream(), table.outputs().stream()).forEach(this::named);
        hitPolicy();
        inputs();
        outputs();
        if (table.rows().isEmpty() && asking.stream().anyMatch(row -> !row.getAnnotation(RowOf.class).mayEnd())) {
            add("", "Bảng không có dòng nào", "Thêm dòng, hoặc trở lại bảng có sẵn");
        }
        table.rows().forEach(this::cells);
    }

    private void named(Column column) {
        if (column.label().isBlank()) {
            add("cột " + column.name(), "Cột không có tên để đọc", "Đặt tên bằng tiếng Việt");
        }
    }

    private void hitPolicy() {
        if (!Set.of("UNIQUE", "FIRST", "RULE ORDER", "COLLECT").contains(table.hitPolicy())) {
            add("", "Cách chọn dòng \"%s\" không dùng được".formatted(table.hitPolicy()),
                    "Chọn Hit policy: Unique, First, Rule order hoặc Collect");
        } else if (!Set.of("UNIQUE", "FIRST").contains(table.hitPolicy())
                && asking.stream().anyMatch(row -> row.getAnnotation(RowOf.class).single())) {
            add("", "Chương trình cần một dòng nhưng cách chọn dòng \"%s\" cho nhiều dòng".formatted(table.hitPolicy()),
                    "Chọn Hit policy: Unique hoặc First");
        }
    }

    private void inputs() {
        var names = table.inputs().stream().map(Column::name).toList();
        for (var name : names) {
            var parsed = FeelTexts.expression(name);
            if (parsed.isEmpty()) {
                add("cột " + name, "Cột hỏi \"%s\" là điều không đọc được".formatted(name),
                        "Ghi tên của một điều kiện");
            } else if (known != null && !known.containsAll(FeelTexts.names(parsed.get()))) {
                add("cột " + name, "Chương trình không cho biết \"%s\" khi hỏi bảng này".formatted(name),
                        "Sửa Expression của cột thành một trong: " + sorted(known));
            }
        }
        lost(Table::inputs).filter(column -> !column.isDay()).forEach(column -> add("cột " + column.name(),
                "Bảng thiếu cột điều kiện \"%s\" (%s) của bảng có sẵn".formatted(column.label(), column.name()),
                "Thêm lại cột có Expression là %s; không phân biệt theo cột này nữa thì để trống mọi ô của nó"
                .formatted(column.name())));
        if (names.stream().filter(Days.NAMES::contains).count() != 1) {
            add("", "Bảng phải có đúng một cột ngày", "Thêm cột hỏi một trong: " + sorted(Days.NAMES));
        }
    }

    /** The columns that the built-in table has and this one has not. */
    private Stream<Column> lost(Function<Table, List<Column>> side) {
        var names = side.apply(table).stream().map(Column::name).collect(Collectors.toSet());
        return builtIn.stream().flatMap(other -> side.apply(other).stream())
                .filter(column -> !names.contains(column.name()));
    }

    /** What is known when the table is asked; null where nobody says who asks. */
    private Set<String> asked() {
        if (asking.isEmpty()) {
            return null;
        }
        Set<String> known = new HashSet<>(Days.NAMES);
        asking.stream().map(row -> row.getAnnotation(RowOf.class).asked()).flatMap(facts ->
                Arrays.stream(facts.getRecordComponents())).map(RecordComponent::getName).forEach(known::add);
        return known;
    }

    private static String sorted(Set<String> names) {
        return names.stream().sorted().collect(Collectors.joining(", "));
    }

    private void outputs() {
        var names = table.outputs().stream().map(Column::name).toList();
        names.stream().filter(name -> names.indexOf(name) != names.lastIndexOf(name)).distinct().forEach(name ->
                add("cột " + name, "Có hai cột \"%s\"".formatted(name), "Bỏ hoặc đổi tên một cột"));
        if (!names.contains(Table.BASIS)) {
            add("", "Bảng không có cột căn cứ pháp lý", "Thêm cột kết quả %s".formatted(Table.BASIS));
        }
        var needed = asking.stream().flatMap(row -> components(row).stream()).collect(Collectors.toCollection(
                LinkedHashSet::new));
        lost(Table::outputs).map(Column::name).forEach(needed::add);
        needed.stream().filter(name -> !names.contains(name) && !name.equals(Table.BASIS)).forEach(name ->
                add("cột " + name, "Bảng thiếu cột kết quả %s mà chương trình cần".formatted(label(name)),
                        "Thêm cột có Output name là %s".formatted(name)));
    }

    private String label(String output) {
        return builtIn.flatMap(other -> other.output(output).map(at -> "\"%s\" (%s)".formatted(
                other.outputs().get(at).label(), output))).orElse("\"%s\"".formatted(output));
    }

    private void cells(Row row) {
        var inputs = table.inputs().stream().map(Column::name).collect(Collectors.toSet());
        for (int i = 0; i < row.conditions().size(); i++) {
            condition(row, table.inputs().get(i), row.conditions().get(i), inputs);
        }
        Map<String, Object> values = new HashMap<>();
        var whole = true;
        for (int i = 0; i < row.results().size(); i++) {
            whole &= result(row, table.outputs().get(i), row.results().get(i), values);
        }
        for (var type : asking) {
            try {
                if (whole && columns().containsAll(components(type))) {
                    Binding.row(values, type.asSubclass(Record.class));
                } else {
                    Binding.bind(values, type.asSubclass(Record.class));
                }
            } catch (IllegalArgumentException unfit) {
                var wrong = WrongValue.of(unfit, values, table);
                add(row.place(), "Có ô kết quả mà chương trình không hiểu: " + wrong.problem(), wrong.advice());
            }
        }
    }

    private void condition(Row row, Column column, String cell, Set<String> inputs) {
        if (tooMuch(row, column, cell)) {
            return;
        }
        if (cell.isEmpty() || cell.equals("-")) {
            return;
        }
        var parsed = FeelTexts.test(cell);
        if (parsed.isEmpty()) {
            add(row.place(), "Ô \"%s\" của cột \"%s\" sai cú pháp FEEL".formatted(cell, column.label()),
                    Miswritten.advice(column, cell));
            return;
        }
        var names = FeelTexts.names(parsed.get());
        names.stream().filter(name -> !inputs.contains(name) && !name.equals("cellInput") && !name.equals("?"))
                .forEach(name -> add(row.place(), "Ô \"%s\" của cột \"%s\" hỏi \"%s\" là điều không có"
                        .formatted(cell, column.label(), name), Miswritten.advice(column, cell)));
        if (names.isEmpty()) {
            Miswritten.condition(column, cell).ifPresent(wrong -> add(row.place(), "Ô \"%s\" của cột \"%s\" %s"
                    .formatted(cell, column.label(), wrong.problem()), wrong.advice()));
        }
    }

    /** Cells hold values; what runs long, or in loops, is none. */
    private boolean tooMuch(Row row, Column column, String cell) {
        var longer = cell.length() > Condition.LONGEST;
        if (longer) {
            add(row.place(), "Ô của cột \"%s\" dài quá %d ký tự".formatted(column.label(), Condition.LONGEST), "Viết ngắn lại");
        } else if (FeelTexts.loops(cell)) {
            add(row.place(), "Ô \"%s\" của cột \"%s\" tính vòng lặp hoặc lũy thừa".formatted(cell, column.label()),
                    "Ghi giá trị đã tính");
            return true;
        }
        return longer;
    }

    private Set<String> columns() {
        return table.outputs().stream().map(Column::name).collect(Collectors.toSet());
    }

    private static List<String> components(Class<?> row) {
        return Arrays.stream(row.getRecordComponents()).map(RecordComponent::getName).toList();
    }

    /** @return whether the cell holds a value, and not what is only known of a case or what is found wrong here */
    private boolean result(Row row, Column column, String cell, Map<String, Object> values) {
        if (tooMuch(row, column, cell)) {
            return false;
        }
        if (cell.isEmpty()) {
            add(row.place(), "Ô kết quả của cột \"%s\" để trống".formatted(column.label()),
                    "Ghi giá trị; không có gì thì ghi \"\"");
            return false;
        }
        var result = FeelTexts.expression(cell);
        if (result.isEmpty()) {
            add(row.place(), "Ô kết quả \"%s\" của cột \"%s\" sai cú pháp FEEL".formatted(cell, column.label()),
                    resultAdvice(column, cell));
            return false;
        }
        var names = FeelTexts.names(result.get());
        if (known == null ? names.contains("java") : !known.containsAll(names)) {
            add(row.place(), "Ô kết quả \"%s\" của cột \"%s\" không phải là một giá trị"
                    .formatted(cell, column.label()), resultAdvice(column, cell));
            return false;
        }
        return names.isEmpty() && constant(row, column, cell, FeelTexts.value(result.get()), values);
    }

    private boolean constant(Row row, Column column, String cell, Optional<Object> value, Map<String, Object> values) {
        var wrong = Miswritten.result(column, cell, value.orElse(null)).or(() -> cell.equals("null")
                || value.isPresent() && (bound(column) || Miswritten.ofItsKind(column, value.get())) ? Optional.empty()
                : Optional.of(new WrongValue(value.isPresent() ? Miswritten.problem(column)
                        : "không phải là một giá trị", resultAdvice(column, cell))));
        wrong.ifPresent(one -> add(row.place(), "Ô kết quả \"%s\" của cột \"%s\" %s".formatted(cell, column.label(),
                one.problem()), one.advice()));
        if (wrong.isEmpty()) {
            value.ifPresent(one -> values.put(column.name(), one));
            negative(row, column, cell, value.orElse(null));
        }
        return wrong.isEmpty();
    }

    /** Whether binding tells what is wrong with its values. */
    private boolean bound(Column column) {
        return asking.stream().anyMatch(type -> components(type).contains(column.name()));
    }

    private static String resultAdvice(Column column, String cell) {
        return WrongValue.number(cell).orElseGet(() -> column.isNumber() ? "Viết số như 5 hay 0.5"
                : Miswritten.advice(column, cell));
    }

    private void negative(Row row, Column column, String cell, Object value) {
        if (value instanceof Number number && number.doubleValue() < 0) {
            add(row.place(), "Ô kết quả \"%s\" của cột \"%s\" nhỏ hơn 0".formatted(cell, column.label()),
                    "Không có mức tiền, thời hạn hay tỷ lệ nào nhỏ hơn 0");
        }
    }
}
