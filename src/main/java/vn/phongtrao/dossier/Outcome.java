package vn.phongtrao.dossier;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import vn.phongtrao.language.Labels;

/** What an appraiser, signer or decider says of a dossier. */
public enum Outcome {
    APPROVE, RETURN, REJECT;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return Labels.of("outcome." + id());
    }

    /** @throws IllegalArgumentException for any other text than an id */
    @JsonCreator
    public static Outcome of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
