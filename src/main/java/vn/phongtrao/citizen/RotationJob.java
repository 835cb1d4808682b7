package vn.phongtrao.citizen;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import vn.phongtrao.citizen.KeyRegister.Entry;
import vn.phongtrao.citizen.SealedPlaces.Place;

/** Goes through all tables, again and again, until nothing is sealed with former keys. Every node does so; what one has done the others pass by. */
@Component
class RotationJob {

    private static final Logger LOG = LoggerFactory.getLogger(RotationJob.class);
    private static final String EVERY = "${phongtrao.citizen-rotation-every:2s}";
    /** A few hundred rows: the others wait for a few dozen milliseconds. */
    private static final int PAGES = 8;
    private static final Duration AT_A_TIME = Duration.ofSeconds(10);
    /** After a pass that left rows which cannot be sealed anew. */
    private static final Duration REST = Duration.ofMinutes(1);

    private final CitizenKeys keys;
    private final KeyRegister register;
    private final Rotation rotation;
    private final JdbcClient jdbc;
    private final Clock clock;

    private Pass pass;
    private Instant restsUntil = Instant.MIN;

    RotationJob(CitizenKeys keys, KeyRegister register, Rotation rotation, JdbcClient jdbc, Clock clock) {
        this.keys = keys;
        this.register = register;
        this.rotation = rotation;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One way through all tables. */
    private static final class Pass {

        private final CitizenKey toward;
        private final SealedPlaces places;
        private final Queue<Place> left;
        private long page;
        private long rows;

        private Pass(CitizenKey toward, SealedPlaces places) {
            this.toward = toward;
            this.places = places;
            this.left = new ArrayDeque<>(places.sealed().toList());
        }
    }

    @Scheduled(initialDelayString = EVERY, fixedDelayString = EVERY)
    void work() {
        if (!keys.several() || clock.instant().isBefore(restsUntil)) {
            return;
        }
        try {
            var until = System.nanoTime() + AT_A_TIME.toNanos();
            while (toward().filter(this::step).isPresent() && System.nanoTime() < until && !Thread.currentThread().isInterrupted()) {
                continue;
            }
        } catch (DataAccessException failed) {
            if (!KeyTurn.notYet(failed)) {
                LOG.warn("Nothing was sealed anew this time", failed);
            }
        }
    }

    /** The key in force, where something is sealed with others that are known here. */
    private Optional<CitizenKey> toward() {
        var all = register.all();
        return all.stream().anyMatch(RotationJob::notEmpty)
                ? all.stream().filter(Entry::inForce).findFirst().flatMap(entry -> keys.find(entry.id())) : Optional.empty();
    }

    private static boolean notEmpty(Entry entry) {
        return entry.former() && entry.emptied() == null;
    }

    /** @return whether to go on */
    private boolean step(CitizenKey toward) {
        if (pass == null || pass.toward != toward) {
            pass = new Pass(toward, SealedPlaces.of(jdbc));
        }
        var place = pass.left.peek();
        if (place == null) {
            return end();
        }
        if (pass.page >= rotation.pages(place)) {
            pass.left.remove();
            pass.page = 0;
            return true;
        }
        pass.rows += rotation.sealAnew(pass.places, place, pass.page, pass.page + PAGES, pass.toward);
        pass.page += PAGES;
        return true;
    }

    private boolean end() {
        var found = pass.rows;
        pass = null;
        if (found > 0) {
            LOG.info("{} rows were sealed anew in this pass", found);
            return true;
        }
        var former = register.all().stream().filter(RotationJob::notEmpty).map(Entry::id).toList();
        rotation.alone(() -> former.forEach(register::maybeEmpty));
        var counts = register.counts();
        var empty = former.stream().filter(id -> counts.getOrDefault(id, 0L) == 0 && register.emptied(id)).toList();
        empty.forEach(id -> LOG.info("Nothing is sealed with key {} any more", id));
        if (empty.size() < former.size()) {
            restsUntil = clock.instant().plus(REST);
        }
        return false;
    }
}
