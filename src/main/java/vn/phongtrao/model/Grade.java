package vn.phongtrao.model;

import java.util.Locale;

/** How appraisers grade a model, the lowest first (Hướng dẫn 22/HD-BCA-V05; the scale is practice, not verified). */
enum Grade {
    WEAK("Yếu"), AVERAGE("Trung bình"), GOOD("Khá"), EXCELLENT("Xuất sắc");

    private final String label;

    Grade(String label) {
        this.label = label;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return label;
    }

    /** @throws IllegalArgumentException for any other text than an id */
    static Grade of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
