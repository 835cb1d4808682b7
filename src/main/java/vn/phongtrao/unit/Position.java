package vn.phongtrao.unit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a person is in a unit. The same five positions exist at every tier. */
public enum Position {
    POLICE_OFFICER, POLICE_CHIEF, COMMITTEE_CLERK, COMMITTEE_CHAIR, COUNCIL_MEMBER;

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

    @JsonValue
    public String id() {
        return id;
    }

    /** Whether both serve in the police of a unit, or both in its committee. Members of a council serve in neither. */
    public boolean besides(Position other) {
        return this != COUNCIL_MEMBER && other != COUNCIL_MEMBER && police() == other.police();
    }

    public boolean police() {
        return this == POLICE_OFFICER || this == POLICE_CHIEF;
    }

    /** Whether who holds it is the head of a unit's police or committee. */
    public boolean head() {
        return this == POLICE_CHIEF || this == COMMITTEE_CHAIR;
    }

    public static Optional<Position> find(String id) {
        return Arrays.stream(values()).filter(position -> position.id().equals(id)).findFirst();
    }

    /** @throws IllegalArgumentException for any other text than an id */
    public static Position of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("No such position: " + id));
    }
}
