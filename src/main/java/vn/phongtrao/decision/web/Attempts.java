package vn.phongtrao.decision.web;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;

/** Limits how often an address may ask. Each node counts for itself. */
@Component
class Attempts {

    static final int LIMIT = 30;
    static final String RETRY_AFTER = "60";
    private static final int ADDRESSES = 100_000;

    /** An address is forgotten a minute after its first attempt. */
    private final Cache<String, AtomicInteger> taken =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).maximumSize(ADDRESSES).build();

    boolean allow(String address) {
        return taken.get(address, first -> new AtomicInteger()).incrementAndGet() <= LIMIT;
    }
}
