package vn.phongtrao.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What an act concerned, as keys: {@code id=12; unit=95/954}. What is no key, such as a name, or could be the number of a person's papers, is left
 * out: only that there was something is told.
 */
public final class Keys {

    private static final String HIDDEN = "…";
    private static final int LONGEST = 120;
    private static final int MOST = 40;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9*][A-Za-z0-9._:,/*-]{0,%d}".formatted(LONGEST - 1));
    /** The engine's ids, which may end in as many digits as a number of papers. */
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    /** Numbers of identity cards and passports, also as parts of something longer. */
    private static final Pattern PAPERS = Pattern.compile("(?<![0-9A-Za-z])(\\d{9}|\\d{12}|[A-Z]{1,2}\\d{6,8})(?![0-9A-Za-z])");

    private final List<String> keys = new ArrayList<>();

    /** Adds one; null adds nothing. */
    public Keys with(String name, Object value) {
        if (value != null && keys.size() < MOST) {
            keys.add(name + "=" + plain(value.toString()));
        }
        return this;
    }

    /** Adds those that are written down as {@code kind=individual; q=…}. */
    public Keys withAll(String written) {
        for (var one : written.split("; ")) {
            var at = one.indexOf('=');
            if (at > 0) {
                with(one.substring(0, at), one.substring(at + 1));
            }
        }
        return this;
    }

    /** Adds the others. */
    Keys with(Keys others) {
        keys.addAll(others.keys);
        return this;
    }

    /** @return the value where it is a key, else a sign that there was one */
    static String plain(String value) {
        return KEY.matcher(value).matches() && !PAPERS.matcher(UUID.matcher(value).replaceAll("")).find() ? value : HIDDEN;
    }

    /** As it is kept; null for none. */
    public String text() {
        return keys.isEmpty() ? null : String.join("; ", keys);
    }
}
