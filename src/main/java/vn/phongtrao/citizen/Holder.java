package vn.phongtrao.citizen;

import java.util.ArrayList;
import java.util.List;

/**
 * What a citizen number says of whom it belongs to: its fourth digit stands for century and gender, the fifth and sixth
 * for the year of birth (Luật Căn cước 2023, Điều 12; Nghị định 137/2015/NĐ-CP, Điều 13).
 */
public record Holder(int birthYear, Gender gender) {

    /** What the number is made of. */
    public static final String LEGAL_BASIS = "Luật Căn cước 2023, Điều 12";

    /** The digit of the 20th century; each later one begins two higher. */
    private static final int FIRST_CENTURY = 1900;

    /** @param number of 12 digits */
    static Holder of(String number) {
        var code = Character.digit(number.charAt(3), 10);
        return new Holder(FIRST_CENTURY + code / 2 * 100 + Integer.parseInt(number.substring(4, 6)),
                code % 2 == 0 ? Gender.MALE : Gender.FEMALE);
    }

    /**
     * How what was entered contradicts the number, in Vietnamese; no digit of the number is told.
     *
     * @param enteredYear   null where it is not known
     * @param enteredGender null where it is not known
     */
    public List<String> contradictions(Integer enteredYear, Gender enteredGender) {
        List<String> contradictions = new ArrayList<>();
        if (enteredYear != null && enteredYear != birthYear) {
            contradictions.add("Số căn cước không phải của người sinh năm " + enteredYear);
        }
        if (enteredGender != null && enteredGender != gender) {
            contradictions.add("Số căn cước không phải của " + (enteredGender == Gender.MALE ? "nam" : "nữ"));
        }
        return contradictions;
    }
}
