package vn.phongtrao.rating;

import java.util.Locale;

import vn.phongtrao.language.Labels;

/** Who is rated. */
enum Subject {
    TEAM("Tổ"), MEMBER("thành viên");

    private final String noun;

    Subject(String noun) {
        this.noun = noun;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return Labels.of("rating-subject." + id());
    }

    /** Within a sentence that refuses something. */
    String noun() {
        return noun;
    }

    /** The list of the form that they stand in. */
    String list() {
        return id() + "s";
    }

    /** @throws IllegalArgumentException for any other text than an id */
    static Subject of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
