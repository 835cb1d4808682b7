package vn.phongtrao.team;

import java.util.Arrays;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;

import vn.phongtrao.language.Labels;

/** What somebody is in a team (Luật 30/2023/QH15, Điều 16). */
enum Role {
    LEADER, DEPUTY, MEMBER;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return Labels.of("team-role." + id());
    }

    /** @throws IllegalArgumentException for any other text than an id */
    @JsonCreator
    static Role of(String id) {
        return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such role: " + id));
    }
}
