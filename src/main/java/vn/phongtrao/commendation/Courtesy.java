package vn.phongtrao.commendation;

import vn.phongtrao.language.Labels;

/** How people are addressed: Ông, Bà. */
final class Courtesy {

    private Courtesy() {
    }

    /** @return null where it is not known */
    static String of(String gender) {
        return gender == null ? null : Labels.of("courtesy." + gender);
    }

    /** {@code Ông Nguyễn Văn Mẫu}; the name alone where nothing is known. */
    static String named(String gender, String name) {
        return gender == null ? name : of(gender) + " " + name;
    }
}
