package vn.phongtrao.workflow.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.PlainText;

/** Checks single values of a submission against their field. */
final class Values {

    private static final Pattern ISO_DATE = Pattern.compile("(19|20|21)\\d{2}-\\d{2}-\\d{2}");

    /** More than any count or amount of đồng; what computers round is no amount. */
    private static final BigDecimal LARGEST = new BigDecimal("1e15");
    private static final int MOST_DECIMALS = 10;

    private Values() {
    }

    /** @return null for blank text */
    static String text(Field field, Object submitted, String path) {
        if (!(submitted instanceof String string)) {
            throw Refusal.malformed(path, field.label() + ": phải là chữ");
        }
        PlainText.refused(string, field.type().equals("textarea")).ifPresent(why -> {
            throw Refusal.malformed(path, "%s: %s".formatted(field.label(), why));
        });
        var text = PlainText.kept(string);
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() > field.longestText()) {
            throw Refusal.malformed(path, "%s: dài quá %d ký tự".formatted(field.label(), field.longestText()));
        }
        if (field.minLength() != null && text.length() < field.minLength()) {
            throw Refusal.malformed(path, "%s: ngắn hơn %d ký tự".formatted(field.label(), field.minLength()));
        }
        if (field.pattern() != null && !field.pattern().matcher(text).matches()) {
            throw Refusal.malformed(path, field.label() + ": không đúng định dạng");
        }
        return text;
    }

    /** @return a {@code Long} where the field asks for a whole number, a {@code BigDecimal} otherwise */
    static Number number(Field field, Object submitted, String path) {
        if (!(submitted instanceof Number) || !Double.isFinite(((Number) submitted).doubleValue())) {
            throw Refusal.malformed(path, field.label() + ": phải là số");
        }
        var number = new BigDecimal(submitted.toString());
        if (number.abs().compareTo(LARGEST) > 0 || number.stripTrailingZeros().scale() > MOST_DECIMALS) {
            throw Refusal.malformed(path, field.label() + ": số quá lớn hoặc có quá nhiều chữ số lẻ");
        }
        if (field.min() != null && number.compareTo(field.min()) < 0
                || field.max() != null && number.compareTo(field.max()) > 0) {
            throw Refusal.malformed(path, "%s: phải từ %s đến %s".formatted(field.label(),
                    field.min() == null ? "…" : field.min(), field.max() == null ? "…" : field.max()));
        }
        if (!field.integer()) {
            return number;
        }
        if (number.stripTrailingZeros().scale() > 0) {
            throw Refusal.malformed(path, field.label() + ": phải là số nguyên");
        }
        return number.longValueExact();
    }

    static Boolean bool(Field field, Object submitted, String path) {
        if (!(submitted instanceof Boolean bool)) {
            throw Refusal.malformed(path, field.label() + ": phải là đúng hoặc sai");
        }
        return bool;
    }

    /** @return null for blank text */
    static LocalDate date(Field field, Object submitted, String path) {
        if (blank(submitted)) {
            return null;
        }
        try {
            if (submitted instanceof String text && ISO_DATE.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException noSuchDay) {
            throw Refusal.malformed(path, field.label() + ": ngày không có trong lịch");
        }
        throw Refusal.malformed(path, field.label() + ": phải là ngày dạng năm-tháng-ngày");
    }

    /**
     * An option by its value, which may be a number; one that comes from the dossier also by its label.
     * @return null for blank text
     */
    static String option(Field field, Object value, Map<String, Object> scope, String path) {
        var submitted = value instanceof Integer || value instanceof Long ? value.toString() : value;
        if (blank(submitted)) {
            return null;
        }
        if (submitted instanceof String text) {
            var allowed = allowed(field, scope);
            var meant = PlainText.comparable(text);
            var labelled = allowed.entrySet().stream()
                    .filter(option -> PlainText.comparable(option.getValue()).equals(meant)).toList();
            if (allowed.containsKey(text)) {
                return text;
            }
            if (labelled.size() == 1) {
                return labelled.get(0).getKey();
            }
        }
        if (field.suggest()) {
            return text(field, submitted, path);
        }
        throw Refusal.malformed(path, field.label() + ": không phải là một lựa chọn của biểu mẫu");
    }

    static List<String> options(Field field, Object submitted, Map<String, Object> scope, String path) {
        var allowed = allowed(field, scope).keySet();
        Set<String> chosen = new LinkedHashSet<>();
        for (var entry : list(field, submitted, path)) {
            var option = entry instanceof Integer || entry instanceof Long ? entry.toString() : entry;
            if (!(option instanceof String text) || !allowed.contains(text) && !(field.suggest() && isId(text))) {
                throw Refusal.malformed(path, field.label() + ": có mục không phải là lựa chọn của biểu mẫu");
            }
            if (!chosen.add(text)) {
                throw Refusal.malformed(path, field.label() + ": có mục được chọn hai lần");
            }
        }
        return new ArrayList<>(chosen);
    }

    /** What a longer list would have offered: letters, digits and hyphens. */
    private static boolean isId(String text) {
        return text.matches("[0-9A-Za-z-]{1,100}");
    }

    static List<?> list(Field field, Object submitted, String path) {
        if (!(submitted instanceof List<?> list)) {
            throw Refusal.malformed(path, field.label() + ": phải là danh sách");
        }
        if (field.minItems() != null && list.size() < field.minItems()) {
            throw Refusal.malformed(path, "%s: ít nhất %d dòng".formatted(field.label(), field.minItems()));
        }
        if (field.maxItems() != null && list.size() > field.maxItems()) {
            throw Refusal.malformed(path, "%s: nhiều nhất %d dòng".formatted(field.label(), field.maxItems()));
        }
        return list;
    }

    /** Whether nothing is to be read of a text. */
    static boolean blank(Object submitted) {
        return submitted instanceof String text && PlainText.kept(text).isEmpty();
    }

    static String shorten(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }

    /** What can be chosen, by value, as people read it. */
    static Map<String, String> labels(Field field, Map<String, Object> scope) {
        return field.optionsOf() == null && field.options() != null ? field.options() : allowed(field, scope);
    }

    /** The values to choose from, each with its label; where the form itself names them, labels are left blank. */
    private static Map<String, String> allowed(Field field, Map<String, Object> scope) {
        if (field.optionsOf() == null) {
            return field.options() == null ? Map.of()
                    : field.options().keySet().stream().collect(Collectors.toMap(Function.identity(), option -> ""));
        }
        return field.optionsOf().value(scope) instanceof List<?> options
                ? options.stream().map(option -> (Map<?, ?>) option).collect(Collectors.toMap(
                        option -> String.valueOf(option.get("value")), option -> String.valueOf(option.get("label")),
                        (first, second) -> first))
                : Map.of();
    }
}
