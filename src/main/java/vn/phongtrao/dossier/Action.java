package vn.phongtrao.dossier;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What happens to a dossier beside its tasks: what an officer does with it, or that its dates were counted anew. */
enum Action {
    WITHDRAW, SUSPEND, RESUME, RECKON;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return empty for the key of a task */
    static Optional<Action> find(String id) {
        return Arrays.stream(values()).filter(action -> action.id().equals(id)).findFirst();
    }
}
