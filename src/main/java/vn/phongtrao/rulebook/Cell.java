package vn.phongtrao.rulebook;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import vn.phongtrao.procedure.Condition;
import vn.phongtrao.procedure.Condition.Span;
import vn.phongtrao.text.Wording;

/** What a cell of a table says, in words. Cells of a kind that is not known here are shown as they are written. */
final class Cell {

    /** Several ids in one text. */
    private static final Pattern IDS = Pattern.compile("[a-z0-9-]+(,[a-z0-9-]+)++");

    private Cell() {
    }

    /** @param words what the values of the column are called */
    static String condition(String feel, UnaryOperator<String> words) {
        var condition = Condition.of(feel);
        return condition.isAny() ? "Mọi trường hợp" : condition.denied()
                .map(denied -> "Không phải: " + said(denied, words)).orElseGet(() -> said(condition, words));
    }

    /** @param words what the values of the column are called */
    static String answer(String feel, UnaryOperator<String> words) {
        return feel.isEmpty() || feel.equals("null") || feel.equals("\"\"") ? "–" : said(Condition.of(feel), words);
    }

    private static String said(Condition condition, UnaryOperator<String> words) {
        if (!condition.texts().isEmpty()) {
            return condition.texts().stream().map(text -> IDS.matcher(text).matches()
                    ? Arrays.stream(text.split(",")).map(words).collect(Collectors.joining(", ")) : words.apply(text))
                    .collect(Collectors.joining("; "));
        }
        if (!condition.numbers().isEmpty()) {
            return condition.numbers().stream().map(Cell::span).collect(Collectors.joining("; "));
        }
        return switch (condition.text()) {
            case "true" -> "Có";
            case "false" -> "Không";
            default -> condition.days().map(days -> Validity.of(days).said()).orElse(condition.text());
        };
    }

    private static String span(Span span) {
        if (span.last() == null) {
            return span.above() ? "trên " + number(span.first()) : "từ %s trở lên".formatted(number(span.first()));
        }
        var last = (span.below() ? "dưới " : "đến ") + number(span.last());
        return span.first() == null ? last : span.first().equals(span.last()) ? number(span.first())
                : "%s %s %s".formatted(span.above() ? "trên" : "từ", number(span.first()), last);
    }

    /** As Vietnamese writes it: {@code 10.000}, {@code 0,15}. */
    private static String number(BigDecimal number) {
        var parts = number.toPlainString().split("\\.");
        var whole = parts[0].length() > 4 ? Wording.amount(Long.parseLong(parts[0])) : parts[0];
        return parts.length == 1 || parts[1].matches("0+") ? whole : whole + "," + parts[1];
    }

    /** The days on which a row is in force, by its date column. */
    static Validity validity(String feel) {
        return Condition.of(feel).days().map(Validity::of).orElse(Validity.ALWAYS);
    }
}
