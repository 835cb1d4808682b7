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
 */
record Registration(LocalDate on, boolean inTime, Integer registered, Integer households) {

    /** Compared without rounding. @param least share of the households, from 0 to 1; null where none is asked for */
    boolean reaches(BigDecimal least) {
        return inTime && (least == null || households == null || BigDecimal.valueOf(registered)
                .compareTo(least.multiply(BigDecimal.valueOf(households))) >= 0);
    }

    String inWords() {
        return "đăng ký ngày " + Wording.day(on) + (inTime ? "" : ", ngoài thời gian đăng ký") + (households == null ? ""
                : ", %d/%d hộ (%s%%)".formatted(registered, households, Figures.percent(registered, households)));
    }
}
