package vn.phongtrao.workflow;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The zone of a machine, beside that of a database. The engine's tables keep moments without a zone, as their machine reckons: one of another zone would move
 * every timer, so the first that starts writes its own down, and others have the same.
 */
public final class EngineZone {

    /** Clocks that change do so twice a year: enough for whatever waits. */
    private static final int CHANGES = 20;

    private final JdbcClient jdbc;
    private final ZoneId here;
    private final Instant now;

    /** @param now from when on two zones must have the same rules to be one */
    public EngineZone(JdbcClient jdbc, ZoneId here, Instant now) {
        this.jdbc = jdbc;
        this.here = here;
        this.now = now;
    }

    /** The zone that this program runs in. */
    public static EngineZone ofMachine(JdbcClient jdbc, Instant now) {
        return new EngineZone(jdbc, ZoneId.systemDefault(), now);
    }

    /** What the first start wrote down; empty before it. */
    public static Optional<ZoneId> in(JdbcClient jdbc) {
        return jdbc.sql("select zone from engine_zone").query(String.class).optional().map(ZoneId::of);
    }

    /** The zone of the database, where it has other rules than that of the machine; empty where all is well. */
    public Optional<ZoneId> another() {
        return in(jdbc).filter(kept -> !alike(kept, here, now));
    }

    /** As a start does; of several at once one is the first. @throws OtherZone */
    void require() {
        jdbc.sql("insert into engine_zone (zone) values (?) on conflict do nothing").param(here.getId()).update();
        another().ifPresent(kept -> {
            throw new OtherZone(kept, here);
        });
    }

    /** However they are called, and whatever they once were. */
    static boolean alike(ZoneId one, ZoneId other, Instant from) {
        return one.getRules().getOffset(from).equals(other.getRules().getOffset(from)) && changes(one, from).equals(changes(other, from));
    }

    private static List<ZoneOffsetTransition> changes(ZoneId zone, Instant from) {
        var rules = zone.getRules();
        return Stream.iterate(rules.nextTransition(from), Objects::nonNull, change -> rules.nextTransition(change.getInstant()))
                .limit(CHANGES).toList();
    }
}
