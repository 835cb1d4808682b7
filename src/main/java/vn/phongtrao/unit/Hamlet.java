package vn.phongtrao.unit;

import java.time.LocalDate;

import vn.phongtrao.text.PlainText;

/**
 * A hamlet (khóm, ấp, thôn, tổ dân phố) of a commune: no unit of its own, but the area of a security team.
 *
 * @param path    the commune's path and the hamlet's code, for example {@code 95/954/31813/31813-01}
 * @param code    local code, unique in the country because it begins with the commune's
 * @param name    as the commune calls it, for example {@code Khóm 1}
 * @param validTo last day of validity; null while in force
 * @param sample  invented, to try the system with
 */
public record Hamlet(UnitPath path, UnitPath communePath, String code, String name, LocalDate validFrom,
                     LocalDate validTo, boolean sample) {

    /** Whether somebody who writes this means it: its code, or its name however it is typed. */
    public boolean isCalled(String text) {
        return code.equals(text) || PlainText.comparable(name).equals(PlainText.comparable(text));
    }
}
