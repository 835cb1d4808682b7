package vn.phongtrao.workflow.check;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import org.springframework.util.ClassUtils;

import vn.phongtrao.procedure.Binding;
import vn.phongtrao.procedure.Table;
import vn.phongtrao.procedure.Table.Column;

/** Why the program cannot take a value of a table, and what to write instead. */
record WrongValue(String problem, String advice) {

    private static final String QUOTED = "\"%s\"";
    private static final String ADVICE = "Sửa ô cho đúng kiểu: số, true hoặc false, hoặc một trong các giá trị có sẵn "
            + "trong dấu ngoặc kép";
    /** A number as people write it in Vietnam: {@code 0,225}, {@code 2.340.000}, {@code 1.234,5}. */
    private static final Pattern WRITTEN = Pattern.compile("(?<![\\d.,])(\\d{1,3}(?:\\.\\d{3})+,\\d+|"
            + "\\d{1,3}(?:\\.\\d{3}){2,}|\\d+,\\d+)(?![\\d.,])");

    /**
     * @param unfit what binding the row has thrown
     * @param values the row's, by their columns
     */
    static WrongValue of(IllegalArgumentException unfit, Map<String, Object> values, Table table) {
        if (!(unfit.getCause() instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return new WrongValue("giá trị không đúng kiểu", ADVICE);
        }
        var name = mapping.getPath().get(0).getFieldName();
        var value = values.get(name);
        var column = "cột \"%s\" ".formatted(label(name, table));
        var type = type(mapping);
        if (type.isEnum()) {
            var there = Arrays.stream(type.getEnumConstants()).map(WrongValue::written)
                    .collect(Collectors.joining(", "));
            return new WrongValue("%skhông có giá trị \"%s\"; có: %s".formatted(column, value, there),
                    "Ghi một trong các giá trị đó, trong dấu ngoặc kép");
        }
        return mapping instanceof ValueInstantiationException && mapping.getCause() != null
                ? new WrongValue(column + "có " + mapping.getCause().getMessage(),
                        "Viết như các dòng khác của cột này")
                : new WrongValue("%s%s, không phải \"%s\"".formatted(column, expected(type), value),
                        number(String.valueOf(value)).orElse(ADVICE));
    }

    private static Class<?> type(JsonMappingException mapping) {
        if (mapping instanceof ValueInstantiationException made) {
            return made.getType().getRawClass();
        }
        return mapping instanceof MismatchedInputException mismatched && mismatched.getTargetType() != null
                ? mismatched.getTargetType() : Object.class;
    }

    /** Advice for a cell with a number that a machine does not read so. */
    static Optional<String> number(String cell) {
        return WRITTEN.matcher(cell).results().map(found -> found.group(1)).findFirst().map(written ->
                "Viết %s: phần thập phân sau dấu chấm, không dấu phân cách hàng nghìn".formatted(written.contains(",")
                        ? written.replace(".", "").replace(',', '.') : written.replace(".", "")));
    }

    private static String label(String name, Table table) {
        return table.outputs().stream().filter(column -> column.name().equals(name)).map(Column::label).findFirst()
                .orElse(name);
    }

    private record Value(Object value) {
    }

    /** As a cell says it. */
    private static String written(Object constant) {
        return QUOTED.formatted(Binding.plain(new Value(constant)).get("value"));
    }

    private static String expected(Class<?> type) {
        var boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
        if (Number.class.isAssignableFrom(boxed)) {
            return "phải là số";
        }
        if (boxed == Boolean.class) {
            return "phải là true hoặc false";
        }
        return type == LocalDate.class ? "phải là ngày, như date(\"2026-07-01\")" : "cần giá trị kiểu khác";
    }
}
