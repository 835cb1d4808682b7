package vn.phongtrao.dossier;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an officer does with a dossier beside its tasks. */
enum Action {
    WITHDRAW, SUSPEND, RESUME;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return empty for the key of a task */
    static Optional<Action> find(String id) {
        return Arrays.stream(values()).filter(action -> action.id().equals(id)).findFirst();
    }
}
