package vn.phongtrao.safearea;

import java.math.BigDecimal;
import java.time.LocalDate;

import vn.phongtrao.text.Wording;

/**
 * That an area has registered to strive for the standard in a year.
 *
 * @param inTime     in the days of the year that count (Quý I)
 * @param registered households that have registered; null but for hamlets
 * @param households of the hamlet; null but for hamlets
 * @param entered    when somebody entered it as it stands
 */
record Registration(LocalDate on, boolean inTime, Integer registered, Integer households, LocalDate entered) {

    /** Compared without rounding. @param least share of the households, from 0 to 1; null where none is asked for */
    boolean reaches(BigDecimal least) {
        return inTime && (least == null || households == null || BigDecimal.valueOf(registered)
                .compareTo(least.multiply(BigDecimal.valueOf(households))) >= 0);
    }

    /** Who reads it sees whether it was entered when it was made, or long afterwards. */
    String inWords() {
        return "đăng ký ngày " + Wording.day(on) + (inTime ? "" : ", ngoài thời gian đăng ký")
                + (entered.equals(on) ? "" : ", nhập vào sổ ngày " + Wording.day(entered)) + (households == null ? ""
                : ", %d/%d hộ (%s%%)".formatted(registered, households, Figures.percent(registered, households)));
    }
}
