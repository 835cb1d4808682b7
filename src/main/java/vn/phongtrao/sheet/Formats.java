package vn.phongtrao.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.stream.XMLStreamReader;

/** What the numbers of an Excel file are shown as: a number, which may have leading zeros, or a day. */
final class Formats {

    /** Formats that a file need not write down, with numbers that it does not use otherwise (ECMA-376, 18.8.30). */
    private static final Set<Integer> DAYS = Stream.of(IntStream.rangeClosed(14, 17), IntStream.of(22),
                    IntStream.rangeClosed(27, 36), IntStream.rangeClosed(50, 58))
            .flatMap(IntStream::boxed).collect(Collectors.toSet());
    /** What is shown as it stands, colours and languages, and spaces. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]|[_*].");
    private static final Pattern DAY = Pattern.compile("(?i)[dy]|^m+$");
    private static final Pattern ZEROS = Pattern.compile("0{2,20}");
    /** Excel knows fifteen digits; what follows is a trace of its arithmetic. */
    private static final MathContext DIGITS = new MathContext(15);
    private static final int LONGEST_NUMBER = 40;
    private static final int MOST_DIGITS = 310;
    /** 31/12/9999. */
    private static final int LAST_DAY = 2_958_465;

    private final Map<String, String> codes = new HashMap<>();
    private final List<String> ofStyles = new ArrayList<>();
    private boolean inStyles;
    private boolean from1904;

    void countFrom1904(boolean from1904) {
        this.from1904 = from1904;
    }

    /** Takes what an element of the file's styles says. */
    void read(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "numFmt" -> codes.putIfAbsent(xml.getAttributeValue(null, "numFmtId"),
                    Objects.requireNonNullElse(xml.getAttributeValue(null, "formatCode"), ""));
            case "cellXfs" -> inStyles = true;
            case "cellStyles", "dxfs" -> inStyles = false;
            case "xf" -> {
                if (inStyles) {
                    ofStyles.add(Objects.requireNonNullElse(xml.getAttributeValue(null, "numFmtId"), "0"));
                }
            }
            default -> {
                // colours, fonts and borders say nothing of numbers
            }
        }
    }

    /** @param style which of the file's styles the cell has, counted from 0; null without one */
    Cell number(String value, String style) {
        try {
            var number = value.length() > LONGEST_NUMBER ? null : new BigDecimal(value).round(DIGITS);
            if (number == null || Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS) {
                return Cell.faulty("số quá lớn");
            }
            var id = style == null ? "0" : ofStyles.get(Integer.parseInt(style));
            var code = codes.getOrDefault(id, "");
            return DAYS.contains(Integer.valueOf(id)) || DAY.matcher(LITERAL.matcher(code).replaceAll("")).find()
                    ? day(number) : new Cell(Cell.Kind.NUMBER, digits(number, code));
        } catch (ArithmeticException beyondBigDecimal) {
            return Cell.faulty("số quá lớn");
        } catch (NumberFormatException | IndexOutOfBoundsException none) {
            return Cell.faulty("không phải là số");
        }
    }

    /** As it is shown where a format asks for leading zeros, or else all its digits. */
    private static String digits(BigDecimal number, String code) {
        var digits = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        return ZEROS.matcher(code).matches() && digits.matches("\\d+")
                ? "0".repeat(Math.max(code.length() - digits.length(), 0)) + digits : digits;
    }

    /** Days are counted from 1900, with a 29th of February in that year, or from 1904; hours are the part behind. */
    private Cell day(BigDecimal number) {
        var count = number.longValue();
        if (count < 1 || count > LAST_DAY) {
            return Cell.faulty("ngày không có trong lịch");
        }
        return Cell.day(from1904 ? LocalDate.of(1904, 1, 1).plusDays(count)
                : LocalDate.of(1899, 12, count < 61 ? 31 : 30).plusDays(count));
    }
}
