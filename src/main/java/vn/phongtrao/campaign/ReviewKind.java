package vn.phongtrao.campaign;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** When a campaign is reviewed: sơ kết, tổng kết (Luật Thi đua, khen thưởng 2022, Điều 17). */
public enum ReviewKind {
    HALF_TIME, FINAL;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException for any other text than an id */
    @JsonCreator
    public static ReviewKind of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
