package vn.phongtrao.rulebook;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import vn.phongtrao.procedure.Condition;
import vn.phongtrao.text.Wording;

/** What a cell of a table says, in words. Cells of a kind that is not known here are shown as they are written. */
final class Cell {

    private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*\"";
    private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?)";
    private static final Pattern NUMBERS = Pattern.compile("\\[" + NUMBER + "\\.\\." + NUMBER + "]");
    private static final Pattern COMPARED = Pattern.compile("([<>]=?) ?" + NUMBER);
    private static final Pattern NOT = Pattern.compile("not\\((.*)\\)");
    private static final Pattern TEXTS = Pattern.compile(QUOTED + "(?:\\s*,\\s*" + QUOTED + ")*");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    /** Several ids in one text. */
    private static final Pattern IDS = Pattern.compile("[a-z0-9-]+(,[a-z0-9-]+)+");

    private static final int LONGEST = 2_000;

    private Cell() {
    }

    /** @param words what the values of the column are called */
    static String condition(String feel, UnaryOperator<String> words) {
        var not = NOT.matcher(feel);
        return feel.length() > LONGEST ? feel : feel.isEmpty() || feel.equals("-") ? "Mọi trường hợp"
                : not.matches() ? "Không phải: " + said(not.group(1), words) : said(feel, words);
    }

    /** @param words what the values of the column are called */
    static String answer(String feel, UnaryOperator<String> words) {
        return feel.isEmpty() || feel.equals("null") || feel.equals("\"\"") ? "–" : said(feel, words);
    }

    private static String said(String feel, UnaryOperator<String> words) {
        if (feel.length() > LONGEST) {
            return feel;
        }
        if (TEXTS.matcher(feel).matches()) {
            return texts(feel).map(text -> IDS.matcher(text).matches()
                    ? Arrays.stream(text.split(",")).map(words).collect(Collectors.joining(", ")) : words.apply(text))
                    .collect(Collectors.joining("; "));
        }
        return switch (feel) {
            case "true" -> "Có";
            case "false" -> "Không";
            default -> !validity(feel).equals(Validity.ALWAYS) ? validity(feel).said() : numbers(feel);
        };
    }

    private static String numbers(String feel) {
        var range = NUMBERS.matcher(feel);
        if (range.matches()) {
            return "từ %s đến %s".formatted(number(range.group(1)), number(range.group(2)));
        }
        var compared = COMPARED.matcher(feel);
        if (compared.matches()) {
            var number = number(compared.group(2));
            return switch (compared.group(1)) {
                case ">=" -> "từ %s trở lên".formatted(number);
                case ">" -> "trên %s".formatted(number);
                case "<=" -> "đến %s".formatted(number);
                default -> "dưới %s".formatted(number);
            };
        }
        return feel.matches(NUMBER) ? number(feel) : feel;
    }

    /** As Vietnamese writes it: {@code 10.000}, {@code 0,15}. */
    private static String number(String digits) {
        var parts = digits.split("\\.");
        var whole = parts[0].length() > 4 ? Wording.amount(Long.parseLong(parts[0])) : parts[0];
        return parts.length == 1 || parts[1].matches("0+") ? whole : whole + "," + parts[1];
    }

    /** The texts that a cell names. */
    static Stream<String> texts(String feel) {
        return TEXT.matcher(feel).results().map(text -> text.group(1).replaceAll("\\\\(.)", "$1"));
    }

    /** The days on which a row is in force, by its date column. */
    static Validity validity(String feel) {
        return Condition.of(feel).days().map(days -> new Validity(
                days.first().equals(LocalDate.MIN) ? null : days.first(),
                days.last().equals(LocalDate.MAX) ? null : days.last())).orElse(Validity.ALWAYS);
    }
}
