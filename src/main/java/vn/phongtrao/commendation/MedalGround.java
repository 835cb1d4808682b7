package vn.phongtrao.commendation;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import vn.phongtrao.language.Labels;

/** As what somebody is proposed for the medal (Thông tư 20/2025/TT-BCA). */
enum MedalGround {
    TEAM_MEMBER, LEADER;

    @JsonValue
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String label() {
        return Labels.of("medal-ground." + id());
    }

    @JsonCreator
    static MedalGround of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
