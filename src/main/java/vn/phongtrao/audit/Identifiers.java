package vn.phongtrao.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import vn.phongtrao.citizen.WrittenNumbers;

/**
 * What an act concerned, as identifiers: {@code id=12; unit=95/954}. What is no key, such as a name, or could be the number of a person's papers, is left
 * out: only that there was something is told.
 */
public final class Identifiers {

    private static final String HIDDEN = "…";
    private static final int LONGEST = 120;
    /** Of one name. */
    private static final int MOST = 40;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9*][A-Za-z0-9._:,/*+-]{0,%d}".formatted(LONGEST - 1));
    /** The engine's ids, which may end in as many digits as a number of papers. */
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final List<String> identifiers = new ArrayList<>();
    private final Map<String, Integer> times = new HashMap<>();
    /** That were too many. */
    private int more;

    /** Adds one; null adds nothing. Of many by one name the first are told, and how many more there were. */
    public Identifiers with(String name, Object value) {
        if (value != null) {
            if (times.merge(name, 1, Integer::sum) <= MOST) {
                identifiers.add(name + "=" + plain(value.toString()));
            } else {
                more++;
            }
        }
        return this;
    }

    /** Adds those that are written down as {@code kind=individual; q=…}. */
    public Identifiers withAll(String written) {
        each(written, this::with);
        return this;
    }

    /** Adds the others. */
    Identifiers with(Identifiers others) {
        identifiers.addAll(others.identifiers);
        more += others.more;
        return this;
    }

    /** @param written as {@link #text} gave it; null for none @return by their names, the last of each */
    static Map<String, String> read(String written) {
        Map<String, String> read = new HashMap<>();
        if (written != null) {
            each(written, read::put);
        }
        return read;
    }

    private static void each(String written, BiConsumer<String, String> take) {
        for (var one : written.split("; ")) {
            var at = one.indexOf('=');
            if (at > 0) {
                take.accept(one.substring(0, at), one.substring(at + 1));
            }
        }
    }

    /** @return the value where it is a key, else a sign that there was one */
    static String plain(String value) {
        return KEY.matcher(value).matches() && !WrittenNumbers.inKey(UUID.matcher(value).replaceAll("")) ? value : HIDDEN;
    }

    /** As it is kept; null for none. */
    public String text() {
        var told = more == 0 ? identifiers.stream() : Stream.concat(identifiers.stream(), Stream.of("more=" + more));
        return identifiers.isEmpty() ? null : told.collect(Collectors.joining("; "));
    }
}
