package vn.phongtrao.dossier;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What happens to a dossier beside its tasks: what an officer does with it, that its dates were counted anew, that a task
 * was given back to its post or to somebody else, that it goes another way because units have ended, or that its process was gone.
 */
enum Action {
    WITHDRAW, SUSPEND, RESUME, RECKON, GIVE_BACK, HAND_OVER, REROUTE, END_WITHOUT_PROCESS;

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @return empty for the key of a task */
    static Optional<Action> find(String id) {
        return Arrays.stream(values()).filter(action -> action.id().equals(id)).findFirst();
    }
}
