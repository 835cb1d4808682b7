package vn.phongtrao.citizen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.springframework.stereotype.Component;

/** The keys that this node knows. */
@Component
class CitizenKeys {

    private final CitizenKey named;
    private final Map<String, CitizenKey> byId = new LinkedHashMap<>();

    /** @throws IllegalStateException for what is no key; its message does not tell it */
    CitizenKeys(CitizenProperties properties) {
        named = CitizenKey.of("phongtrao.citizen-key", properties.citizenKey());
        byId.put(named.id(), named);
        properties.citizenOtherKeys().stream().map(key -> CitizenKey.of("phongtrao.citizen-other-keys", key))
                .forEach(key -> byId.putIfAbsent(key.id(), key));
    }

    /** The one that the settings want to be in force. */
    CitizenKey named() {
        return named;
    }

    List<CitizenKey> all() {
        return new ArrayList<>(byId.values());
    }

    boolean several() {
        return byId.size() > 1;
    }

    Optional<CitizenKey> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<String> ids() {
        return new ArrayList<>(byId.keySet());
    }

    /** What the first of them opens that can. */
    Optional<String> opened(Function<CitizenKey, Optional<String>> open) {
        return byId.values().stream().map(open).flatMap(Optional::stream).findFirst();
    }
}
