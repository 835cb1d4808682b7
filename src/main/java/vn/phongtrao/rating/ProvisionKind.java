package vn.phongtrao.rating;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import vn.phongtrao.language.Labels;

/** What a team was taught or given (Nghị định 40/2024/NĐ-CP for what is given). */
public enum ProvisionKind {
    TRAINING, UNIFORM, INSIGNIA, CERTIFICATE, SUPPORT_TOOL, DEVICE;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String label() {
        return Labels.of("provision-kind." + id());
    }

    static Optional<ProvisionKind> find(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }

    /** @throws IllegalArgumentException for any other text than an id */
    @JsonCreator
    public static ProvisionKind of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("No such kind: " + id));
    }
}
