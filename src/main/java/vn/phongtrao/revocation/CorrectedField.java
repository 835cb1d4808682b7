package vn.phongtrao.revocation;

import java.util.Arrays;

import vn.phongtrao.language.Labels;

/** What may be put right of a decision on awards: words, and nothing of who got what. */
enum CorrectedField {
    NAME("name"), BIRTH_YEAR("birth-year"), OCCUPATION("occupation"), HAMLET("hamlet"), ACHIEVEMENT("achievement"),
    WORDING("wording");

    private final String id;

    CorrectedField(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    String label() {
        return Labels.of("corrected-field." + id);
    }

    /** @throws java.util.NoSuchElementException for any other text than an id */
    static CorrectedField of(String id) {
        return Arrays.stream(values()).filter(field -> field.id.equals(id)).findFirst().orElseThrow();
    }
}
