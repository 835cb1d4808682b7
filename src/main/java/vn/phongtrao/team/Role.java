package vn.phongtrao.team;

import java.util.Arrays;
import java.util.Locale;

/** What somebody is in a team (Luật 30/2023/QH15, Điều 16). */
enum Role {
    LEADER("Tổ trưởng"), DEPUTY("Tổ phó"), MEMBER("Tổ viên");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return label;
    }

    /** @throws IllegalArgumentException for any other text than an id */
    static Role of(String id) {
        return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such role: " + id));
    }
}
