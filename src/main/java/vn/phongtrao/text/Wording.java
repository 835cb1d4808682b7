package vn.phongtrao.text;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How papers write dates, amounts and names. */
public final class Wording {

    public static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int LONGEST_SLUG = 60;

    private Wording() {
    }

    /** With a leading 0 for days below 10 and months 1 and 2 (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, II.4). */
    public static String date(LocalDate date) {
        return "ngày %02d tháng %s năm %d".formatted(date.getDayOfMonth(),
                date.getMonthValue() <= 2 ? "0" + date.getMonthValue() : date.getMonthValue(), date.getYear());
    }

    /** On pages and in messages: {@code 05/07/2024}; empty for null. */
    public static String day(LocalDate date) {
        return date == null ? "" : DAY.format(date);
    }

    /** In tables and captions: {@code 05/7/2024}. */
    public static String shortDate(LocalDate date) {
        return "%02d/%s/%d".formatted(date.getDayOfMonth(),
                date.getMonthValue() <= 2 ? "0" + date.getMonthValue() : date.getMonthValue(), date.getYear());
    }

    /** {@code từ ngày 05/7/2024 đến ngày 08/7/2024}; {@code ngày 05/7/2024} for a single day. */
    public static String period(LocalDate from, LocalDate to) {
        return from.equals(to) ? "ngày " + shortDate(from)
                : "từ ngày %s đến ngày %s".formatted(shortDate(from), shortDate(to));
    }

    /** Đồng, or another whole number, with dots: {@code 3.510.000}. */
    public static String amount(long dong) {
        return String.format(Locale.ROOT, "%,d", dong).replace(',', '.');
    }

    public static String upper(String text) {
        return text.toUpperCase(VIETNAMESE);
    }

    /** Letters, digits and hyphens that every file system takes. */
    public static String slug(String text) {
        var plain = Normalizer.normalize(text.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "").replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.substring(0, Math.min(plain.length(), LONGEST_SLUG));
    }
}
