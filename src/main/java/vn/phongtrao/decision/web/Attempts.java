package vn.phongtrao.decision.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HexFormat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Limits how often an address may ask, at all nodes together. Addresses are counted in a table for less than a minute, by the database's
 * own time, and then forgotten; who has asked too often is remembered here, so that going on asking costs nothing.
 */
@Component
class Attempts {

    static final int LIMIT = 30;
    static final String RETRY_AFTER = "60";
    private static final int MOST_REFUSED = 100_000;
    /** One household or machine has as many addresses of version 6 as it likes, which begin alike. */
    private static final int NETWORK_BYTES = 8;
    private static final int CLEANED_EVERY_SECONDS = 5;

    private final JdbcClient jdbc;
    private final Cache<String, Boolean> refused =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(5)).maximumSize(MOST_REFUSED).build();

    Attempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param address as the container names it: a number, of version 4 or 6 */
    boolean allow(String address) {
        var counted = counted(address);
        if (refused.getIfPresent(counted) != null) {
            return false;
        }
        var allowed = take(counted) <= LIMIT;
        if (!allowed) {
            refused.put(counted, true);
        }
        return allowed;
    }

    /** @return how often the address has asked by now */
    private int take(String counted) {
        return jdbc.sql("""
                        insert into verification_attempt as known (address, ends_at, taken)
                        values (?, clock_timestamp() + interval '1 minute', 1)
                        on conflict (address) do update set
                            taken = case when known.ends_at <= clock_timestamp() then 1 else known.taken + 1 end,
                            ends_at = case when known.ends_at <= clock_timestamp() then excluded.ends_at else known.ends_at end
                        returning taken""").param(counted).query(Integer.class).single();
    }

    /** Before a minute is over, and not after it. */
    @Scheduled(fixedRate = CLEANED_EVERY_SECONDS * 1000)
    void forget() {
        jdbc.sql("delete from verification_attempt where ends_at <= clock_timestamp() + make_interval(secs => ?)")
                .param(CLEANED_EVERY_SECONDS).update();
    }

    private static String counted(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            // in brackets nothing but a number is taken, and no name is looked up
            return HexFormat.of().formatHex(InetAddress.getByName("[" + address.replaceAll("[\\[\\]]", "") + "]").getAddress(), 0, NETWORK_BYTES);
        } catch (UnknownHostException | IndexOutOfBoundsException noNetwork) {
            return address;
        }
    }
}
