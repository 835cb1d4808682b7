package vn.phongtrao.commendation;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import vn.phongtrao.authority.Authority;

/** Whom papers name as giving an award: an emulation title is a body's, what else is given is its head's. */
enum Giver {
    BODY, HEAD;

    @JsonValue
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Giver of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /** {@code Ủy ban nhân dân tỉnh Bạc Liêu} or {@code Chủ tịch Ủy ban nhân dân tỉnh Bạc Liêu}. */
    String named(Authority authority) {
        return this == BODY ? authority.body() : authority.name();
    }
}
