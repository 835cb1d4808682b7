package vn.phongtrao.replay;

import java.util.List;

/** People that there are not. Their names are like those of people and say that they are samples. */
final class Invented {

    private static final List<String> FAMILIES = List.of("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Lâm");
    private static final List<String> DIGITS = List.of("Không", "Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín");
    private static final int HUNDRED = 100;

    private Invented() {
    }

    /** One of many: every other one is a woman. @param number from 0 */
    static String name(int number) {
        return "%s %s Mẫu %s".formatted(FAMILIES.get(number % FAMILIES.size()), woman(number) ? "Thị" : "Văn",
                inWords(number + 1));
    }

    static String gender(int number) {
        return woman(number) ? "female" : "male";
    }

    /**
     * The citizen number of somebody born in Bạc Liêu in the 20th century: it tells the gender and the year of birth.
     *
     * @param year of birth, its last two digits
     * @param own  six digits that nobody else of that year has
     */
    static String citizenId(int number, int year, String own) {
        return "095%d%02d%s".formatted(woman(number) ? 1 : 0, year, own);
    }

    private static boolean woman(int number) {
        return number % 2 == 0;
    }

    /** A number from 1, each word with a capital: {@code Hai Mươi Mốt}. */
    static String inWords(int number) {
        if (number >= HUNDRED) {
            var rest = number % HUNDRED;
            return "%s Trăm%s".formatted(inWords(number / HUNDRED), rest == 0 ? ""
                    : (rest < 10 ? " Lẻ " : " ") + inWords(rest));
        }
        var tens = number / 10;
        var ones = number % 10;
        var said = ones == 5 && tens > 0 ? "Lăm" : ones == 1 && tens > 1 ? "Mốt" : ones == 4 && tens > 1 ? "Tư"
                : DIGITS.get(ones);
        return tens == 0 ? DIGITS.get(ones) : (tens == 1 ? "Mười" : DIGITS.get(tens) + " Mươi")
                + (ones == 0 ? "" : " " + said);
    }
}
