package vn.phongtrao.unit;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import vn.phongtrao.refusal.Refusal;

/**
 * Where a unit stands, or a hamlet below its commune: codes from the province down, for example {@code 95/954/31813}.
 *
 * @param value the codes joined by a slash
 */
public record UnitPath(@JsonValue String value) implements Comparable<UnitPath> {

    private static final Pattern FORM = Pattern.compile("[0-9]+(?:-[0-9]+)?(?:/[0-9]+(?:-[0-9]+)?)*+");

    /** @throws Refusal not found, for a text that cannot be the path of a unit */
    public UnitPath {
        if (value == null || !FORM.matcher(value).matches()) {
            throw Refusal.notFound("Không có đơn vị \"%s\"".formatted(value));
        }
    }

    /** @throws Refusal not found, for a text that cannot be the path of a unit */
    @JsonCreator
    public static UnitPath of(String value) {
        return new UnitPath(value);
    }

    /** The path that the text is; empty for any other text. */
    public static Optional<UnitPath> find(String text) {
        return Optional.ofNullable(text).filter(value -> FORM.matcher(value).matches()).map(UnitPath::new);
    }

    /** As queries take several. */
    public static String[] values(Collection<UnitPath> paths) {
        return paths.stream().map(UnitPath::value).toArray(String[]::new);
    }

    /** The unit's own code: the last part. */
    public String code() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /** Path of the unit above; empty for a province. */
    public Optional<UnitPath> parent() {
        int slash = value.lastIndexOf('/');
        return slash < 0 ? Optional.empty() : Optional.of(new UnitPath(value.substring(0, slash)));
    }

    /** Path of the province. */
    public UnitPath province() {
        int slash = value.indexOf('/');
        return slash < 0 ? this : new UnitPath(value.substring(0, slash));
    }

    /** Path of the unit or hamlet with that code directly below. */
    public UnitPath child(String code) {
        return new UnitPath(value + "/" + code);
    }

    /** Whether the other path is this one or lies below it. */
    public boolean covers(UnitPath other) {
        return equals(other) || other.value.startsWith(value + "/");
    }

    @Override
    public int compareTo(UnitPath other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
