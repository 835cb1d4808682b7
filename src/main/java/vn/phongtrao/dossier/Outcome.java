package vn.phongtrao.dossier;

import java.util.Locale;

/** What an appraiser, signer or decider says of a dossier. */
public enum Outcome {
    APPROVE("Đồng ý"), RETURN("Trả lại để bổ sung"), REJECT("Không đồng ý");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }

    public static Outcome of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
