package vn.phongtrao.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import vn.phongtrao.language.Labels;

/** The groups in which the movement counts its models. */
enum ModelGroup {
    CRIME_PREVENTION, FIRE_RESCUE, SELF_MANAGEMENT;

    @JsonValue
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String label() {
        return Labels.of("model-group." + id());
    }

    static Optional<ModelGroup> find(String id) {
        return Arrays.stream(values()).filter(group -> group.id().equals(id)).findFirst();
    }

    /** @throws IllegalArgumentException for any other text than an id */
    @JsonCreator
    static ModelGroup of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("No such group: " + id));
    }
}
