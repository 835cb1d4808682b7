package vn.phongtrao.team;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import vn.phongtrao.language.Labels;

/** Why primary education is enough for a member in an area (Luật 30/2023/QH15, Điều 13.3). */
enum AreaClass {
    BORDER, ISLAND, MOUNTAINOUS, ESPECIALLY_DIFFICULT, ETHNIC_MINORITY;

    /** For example {@code especially-difficult}. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String label() {
        return Labels.of("area-class." + id());
    }

    /** @return empty for any other text than an id */
    static Optional<AreaClass> find(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
}
