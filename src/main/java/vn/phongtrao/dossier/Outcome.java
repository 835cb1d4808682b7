package vn.phongtrao.dossier;

import java.util.Locale;

import vn.phongtrao.language.Labels;

/** What an appraiser, signer or decider says of a dossier. */
public enum Outcome {
    APPROVE, RETURN, REJECT;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return Labels.of("outcome." + id());
    }

    public static Outcome of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
