package vn.phongtrao.workflow.session;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Process definitions that were read of late, by all commands of this node. */
class RecentDefinitions {

    private static final Duration RECENT = Duration.ofSeconds(10);

    /** @param key of the process */
    record Deployed(String deployment, String key) {
    }

    private final Cache<String, Boolean> read = Caffeine.newBuilder().expireAfterWrite(RECENT).build();
    private final Cache<Deployed, String> ids = Caffeine.newBuilder().maximumSize(1_000).build();

    boolean has(String id) {
        return read.getIfPresent(id) != null;
    }

    void add(String id) {
        read.put(id, true);
    }

    void clear() {
        read.invalidateAll();
    }

    String id(Deployed deployed) {
        return ids.getIfPresent(deployed);
    }

    void add(Deployed deployed, String id) {
        ids.put(deployed, id);
        add(id);
    }
}
