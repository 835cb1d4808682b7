package vn.phongtrao.safearea;

import java.util.Locale;

/** What is recognised as safe (Thông tư 124/2021/TT-BCA, Điều 2). */
enum AreaKind {
    HAMLET("Khóm, ấp"), COMMUNE("Xã, phường, thị trấn");

    private final String label;

    AreaKind(String label) {
        this.label = label;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return label;
    }

    /** @throws IllegalArgumentException for any other text than an id */
    static AreaKind of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
