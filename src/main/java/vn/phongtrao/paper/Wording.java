package vn.phongtrao.paper;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;

/** How papers write dates, amounts and names. */
final class Wording {

    static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final int LONGEST_SLUG = 60;

    private Wording() {
    }

    /** With a leading 0 for days below 10 and months 1 and 2 (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, II.4). */
    static String date(LocalDate date) {
        return "ngày %02d tháng %s năm %d".formatted(date.getDayOfMonth(),
                date.getMonthValue() <= 2 ? "0" + date.getMonthValue() : date.getMonthValue(), date.getYear());
    }

    /** In tables and captions: {@code 05/7/2024}. */
    static String shortDate(LocalDate date) {
        return "%02d/%s/%d".formatted(date.getDayOfMonth(),
                date.getMonthValue() <= 2 ? "0" + date.getMonthValue() : date.getMonthValue(), date.getYear());
    }

    /** Đồng with dots: {@code 3.510.000}. */
    static String amount(long dong) {
        return String.format(Locale.ROOT, "%,d", dong).replace(',', '.');
    }

    static String upper(String text) {
        return text.toUpperCase(VIETNAMESE);
    }

    static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(VIETNAMESE) + text.substring(1);
    }

    /** Letters, digits and hyphens that every file system takes. */
    static String slug(String text) {
        var plain = Normalizer.normalize(text.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "").replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.substring(0, Math.min(plain.length(), LONGEST_SLUG));
    }
}
