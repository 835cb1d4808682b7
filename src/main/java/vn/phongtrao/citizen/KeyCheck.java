package vn.phongtrao.citizen;

import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.citizen.KeyRegister.Entry;
import vn.phongtrao.turn.Turn;

/**
 * Ends a start whose keys are not those of the database: what is sealed could not be opened, no person would be found any more, and each could
 * be entered a second time. A key that was never here before is put in force, once all nodes know it.
 */
@Component
class KeyCheck {

    private static final Logger LOG = LoggerFactory.getLogger(KeyCheck.class);
    private static final int TRIES = 120;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final CitizenKeys keys;
    private final KeyRegister register;
    private final KeyNodes nodes;
    private final JdbcClient jdbc;

    /** @throws WrongCitizenKey for other keys than those that are needed */
    KeyCheck(CitizenKeys keys, KeyRegister register, KeyNodes nodes, JdbcClient jdbc, DataSource source) {
        this.keys = keys;
        this.register = register;
        this.nodes = nodes;
        this.jdbc = jdbc;
        // without what other transactions do for their turn
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        for (int left = TRIES; ; left--) {
            try {
                transaction.executeWithoutResult(status -> check());
                return;
            } catch (DataAccessException busy) {
                if (!KeyTurn.notYet(busy) || left == 0) {
                    throw busy;
                }
                pause();
            }
        }
    }

    /** Nodes that start do so one after the other. */
    private void check() {
        Turn.take(jdbc, "citizen-key");
        identify();
        var inForce = register.inForce().orElseThrow();
        if (keys.find(inForce.id()).isEmpty()) {
            throw WrongCitizenKey.notInForce(inForce.id(), register.counts().getOrDefault(inForce.id(), 0L));
        }
        register.all().stream().filter(former -> former.former() && keys.find(former.id()).isEmpty()).forEach(this::retire);
        var known = register.all().stream().anyMatch(entry -> entry.id().equals(keys.named().id()));
        if (!known) {
            putInForce();
        } else if (!inForce.id().equals(keys.named().id())) {
            LOG.warn("PHONGTRAO_CITIZEN_KEY names key {}, which was replaced by {}: that one is in force", keys.named().id(), inForce.id());
        }
        nodes.beat();
    }

    /** An earlier version left a mark without an id, or none. */
    private void identify() {
        var all = register.all();
        if (all.isEmpty()) {
            var numbers = numbers();
            register.enterFirst(keys.all().stream().filter(key -> numbers.stream().allMatch(number -> key.openNumber(number).isPresent()))
                    .findFirst().orElseThrow(WrongCitizenKey::unknown));
        }
        all.stream().filter(entry -> entry.id() == null).forEach(entry -> register.identify(keys.all().stream()
                .filter(key -> key.openText(entry.mark()).isPresent()).findFirst().orElseThrow(WrongCitizenKey::unknown)));
    }

    /** One of each table that has any. */
    private List<byte[]> numbers() {
        return SealedPlaces.of(jdbc).ciphers().stream().flatMap(place -> jdbc.sql(
                "select citizen_cipher from %s where citizen_cipher is not null limit 1".formatted(place.table()))
                .query(byte[].class).list().stream()).toList();
    }

    /** Whoever seals with a key that was empty says so in the same transaction: {@link KeyRegister#notEmpty}. */
    private void retire(Entry former) {
        requireEmpty(former);
        KeyTurn.alone(jdbc);
        requireEmpty(register.all().stream().filter(entry -> entry.id().equals(former.id())).findFirst().orElseThrow());
        register.retire(former.id());
        LOG.info("Key {} is not needed any more; {} rows know a person by a digest alone", former.id(), register.digestsAlone());
    }

    private void requireEmpty(Entry former) {
        long rows = former.emptied() != null ? 0 : register.counts().getOrDefault(former.id(), 0L);
        if (rows > 0) {
            throw WrongCitizenKey.stillNeeded(former.id(), rows);
        }
    }

    private void putInForce() {
        var id = keys.named().id();
        var without = nodes.without(id);
        if (without > 0) {
            throw WrongCitizenKey.notKnownEverywhere(id, without);
        }
        KeyTurn.alone(jdbc);
        register.putInForce(keys.named());
        LOG.info("Key {} is in force from now on", id);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }
}
