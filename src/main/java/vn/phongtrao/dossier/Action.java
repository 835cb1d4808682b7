package vn.phongtrao.dossier;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an officer does with a dossier beside its tasks. */
enum Action {
    WITHDRAW("Rút hồ sơ"), SUSPEND("Tạm dừng hồ sơ"), RESUME("Tiếp tục xử lý hồ sơ");

    private final String label;

    Action(String label) {
        this.label = label;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return label;
    }

    /** @return empty for the key of a task */
    static Optional<Action> find(String id) {
        return Arrays.stream(values()).filter(action -> action.id().equals(id)).findFirst();
    }
}
