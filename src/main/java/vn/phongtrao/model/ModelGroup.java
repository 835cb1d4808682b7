package vn.phongtrao.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The groups in which the movement counts its models. */
enum ModelGroup {
    CRIME_PREVENTION("Phòng, chống tội phạm"),
    FIRE_RESCUE("Phòng cháy, chữa cháy và cứu nạn, cứu hộ"),
    SELF_MANAGEMENT("Tự phòng, tự quản");

    private final String label;

    ModelGroup(String label) {
        this.label = label;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String label() {
        return label;
    }

    static Optional<ModelGroup> find(String id) {
        return Arrays.stream(values()).filter(group -> group.id().equals(id)).findFirst();
    }

    /** @throws IllegalArgumentException for any other text than an id */
    static ModelGroup of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("No such group: " + id));
    }
}
