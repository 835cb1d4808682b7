package vn.phongtrao.commendation;

import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;

/** An exact share such as 2/3, compared without rounding. */
record Share(long numerator, long denominator) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})/([1-9]\\d{0,5})");

    /** @param text for example {@code 2/3} */
    @JsonCreator
    static Share of(String text) {
        var match = TEXT.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("Not a share: " + text);
        }
        return new Share(Long.parseLong(match.group(1)), Long.parseLong(match.group(2)));
    }

    boolean reachedBy(long part, long whole) {
        return part * denominator >= whole * numerator;
    }

    boolean exceededBy(long part, long whole) {
        return part * denominator > whole * numerator;
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
