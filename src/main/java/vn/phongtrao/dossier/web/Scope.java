package vn.phongtrao.dossier.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.UnitPath;

/** Which of the dossiers that an officer may see are listed: all, those that the own units sent, those worked on. */
enum Scope {
    ALL, SENT, HANDLED;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param id null for all @throws Refusal malformed, for any other text */
    static Scope of(String id) {
        return id == null || id.isEmpty() ? ALL : Arrays.stream(values()).filter(scope -> scope.id().equals(id))
                .findFirst().orElseThrow(() -> Refusal.malformed("scope", "Không có phạm vi \"%s\"".formatted(id)));
    }

    /** Null where it does not matter. */
    List<UnitPath> sentBy(Officer officer) {
        return this == SENT ? officer.units() : null;
    }

    /** Null where it does not matter. */
    String handledBy(Officer officer) {
        return this == HANDLED ? officer.id() : null;
    }
}
