package vn.phongtrao.webhook;

import java.util.Arrays;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a system can be told of. */
public enum EventType {
    /** A dossier is there. */
    OPENED("dossier.opened"),
    /** An officer has finished a task of it. */
    MOVED("dossier.moved"),
    /** It has ended with a decision. */
    DECIDED("dossier.decided"),
    /** It has ended without one. */
    ENDED("dossier.ended"),
    /** What was decided on it is revoked, for all or for some. */
    REVOKED("decision.revoked");

    /** Of a call that an administrator asks for; nobody subscribes to it. */
    static final String TEST = "webhook.test";

    private final String id;

    EventType(String id) {
        this.id = id;
    }

    @JsonValue
    public String id() {
        return id;
    }

    /** @throws IllegalArgumentException for any other text than an id */
    @JsonCreator
    public static EventType of(String id) {
        return Arrays.stream(values()).filter(type -> type.id.equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No type of events"));
    }
}
