package vn.phongtrao.commendation;

import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;

/** An exact share such as 2/3, at most the whole, compared without rounding. */
record Share(long numerator, long denominator) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})/([1-9]\\d{0,5})");

    /**
     * @param text for example {@code 2/3}
     * @throws IllegalArgumentException in Vietnamese, for what is no share: it stands in a table of the organisation
     */
    @JsonCreator
    static Share of(String text) {
        var match = TEXT.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("\"%s\" không phải là tỷ lệ; viết như \"2/3\"".formatted(text));
        }
        var share = new Share(Long.parseLong(match.group(1)), Long.parseLong(match.group(2)));
        if (share.numerator > share.denominator) {
            throw new IllegalArgumentException("tỷ lệ \"%s\" lớn hơn 1".formatted(text));
        }
        return share;
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
