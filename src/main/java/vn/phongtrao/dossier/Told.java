package vn.phongtrao.dossier;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who is told that a task is to be done soon, or is late. */
enum Told {
    /** Who has taken it, or else all who hold the post. */
    HOLDERS,
    /** The head of the unit: the police's chief, or the committee's chair. */
    HEAD,
    /** The same position in the unit one tier above. */
    ABOVE;

    static final Set<String> IDS = Arrays.stream(values()).map(Told::id).collect(Collectors.toCollection(TreeSet::new));

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Told of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
