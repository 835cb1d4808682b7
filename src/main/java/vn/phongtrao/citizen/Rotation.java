package vn.phongtrao.citizen;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.citizen.SealedPlaces.Place;

/**
 * Seals anew, a few rows at a time, what another key than that in force has sealed. Each row says itself which key has sealed it, so nothing
 * else remembers what is done: whoever ends in the middle loses the last few rows, and several nodes do nothing twice. All digests of a person,
 * in whatever table, change in one transaction, while no other writes.
 */
@Component
class Rotation {

    private static final Logger LOG = LoggerFactory.getLogger(Rotation.class);

    /** How a digest is written in a subject. */
    private static final String SUBJECT = "'citizen:' || encode(%s, 'hex')";

    private final CitizenKeys keys;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Rotation(CitizenKeys keys, JdbcClient jdbc, DataSource source) {
        this.keys = keys;
        this.jdbc = jdbc;
        // without what other transactions do for their turn
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    /** @param at where it is within its table */
    record Row(String at, byte[] sealed, byte[] digest) {
    }

    /** What becomes of it; {@code digest} is null for texts. */
    private record Anew(Row row, byte[] sealed, byte[] digest) {
    }

    /** @return how many pages of the table's file have rows to look at */
    long pages(Place place) {
        return jdbc.sql("select pg_relation_size(?::regclass) / current_setting('block_size')::bigint").param(place.table())
                .query(Long.class).single();
    }

    /**
     * Seals anew what stands in these pages of a table's file.
     *
     * @param toward the key in force
     * @return how many rows; those that no known key opens, or that somebody else was changing, are none
     * @throws DataAccessException where {@link KeyTurn#notYet} says whether somebody else was at it; nothing was done then
     */
    int sealAnew(SealedPlaces places, Place place, long from, long to, CitizenKey toward) {
        var numbers = places.ciphers().contains(place);
        var rows = jdbc.sql("""
                        select ctid::text as at, %1$s as sealed, %3$s as digest from %2$s
                        where ctid >= cast(:from as tid) and ctid < cast(:to as tid) and substring(%1$s from 1 for %4$d) <> decode(:id, 'hex')"""
                        .formatted(place.column(), place.table(), numbers ? "citizen_digest" : "null::bytea", CitizenKey.ID_BYTES))
                .param("from", "(%d,0)".formatted(from)).param("to", "(%d,0)".formatted(to)).param("id", toward.id())
                .query(Row.class).list();
        var anew = rows.stream().flatMap(row -> (numbers ? keys.opened(key -> key.openNumber(row.sealed()))
                .map(number -> new Anew(row, toward.sealNumber(number), toward.digest(number)))
                : keys.opened(key -> key.openText(row.sealed())).map(text -> new Anew(row, toward.sealText(text), null))).stream()).toList();
        if (anew.size() < rows.size()) {
            LOG.error("{} rows of {} are sealed with a key that is not known here, or were changed", rows.size() - anew.size(), place.table());
        }
        return write(places, place, anew);
    }

    private int write(SealedPlaces places, Place place, List<Anew> anew) {
        if (anew.isEmpty()) {
            return 0;
        }
        try {
            return transaction.execute(status -> {
                var numbers = places.ciphers().contains(place);
                if (numbers) {
                    KeyTurn.alone(jdbc);
                } else {
                    KeyTurn.impatient(jdbc);
                }
                var replaced = replace(places, place, anew);
                if (numbers) {
                    moveDigests(places, anew);
                }
                return replaced;
            });
        } catch (DataIntegrityViolationException twice) {
            if (anew.size() == 1) {
                LOG.error("Row {} of {} is not sealed anew: the person is known twice already", anew.get(0).row().at(), place.table(), twice);
                return 0;
            }
            var half = anew.size() / 2;
            return write(places, place, anew.subList(0, half)) + write(places, place, anew.subList(half, anew.size()));
        }
    }

    /** Where it still stands as it was read; each row is written once. */
    private int replace(SealedPlaces places, Place place, List<Anew> anew) {
        var digest = places.ciphers().contains(place) ? ", citizen_digest = anew.digest" + subject(places, place, "anew.digest") : "";
        return jdbc.sql("""
                        update %1$s set %2$s = anew.now%3$s
                        from unnest(cast(:at as tid[]), :was, :now, :digest) as anew (at, was, now, digest)
                        where %1$s.ctid = any(cast(:at as tid[])) and %1$s.ctid = anew.at and %2$s = anew.was"""
                        .formatted(place.table(), place.column(), digest))
                .param("at", anew.stream().map(one -> one.row().at()).toArray(String[]::new))
                .param("was", anew.stream().map(one -> one.row().sealed()).toArray(byte[][]::new))
                .param("now", anew.stream().map(Anew::sealed).toArray(byte[][]::new))
                .param("digest", anew.stream().map(Anew::digest).toArray(byte[][]::new)).update();
    }

    /** What is set where a table with a digest has a subject, too. */
    private static String subject(SealedPlaces places, Place place, String digest) {
        return places.subjects().stream().filter(one -> one.table().equals(place.table()))
                .map(one -> ", %s = %s".formatted(one.column(), SUBJECT.formatted(digest))).collect(Collectors.joining());
    }

    /** Of the same persons elsewhere. */
    private void moveDigests(SealedPlaces places, List<Anew> anew) {
        Map<ByteBuffer, byte[]> moved = new HashMap<>();
        anew.stream().filter(one -> one.row().digest() != null)
                .forEach(one -> moved.put(ByteBuffer.wrap(one.row().digest()), one.digest()));
        moved.entrySet().removeIf(one -> one.getKey().equals(ByteBuffer.wrap(one.getValue())));
        if (moved.isEmpty()) {
            return;
        }
        var was = moved.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new);
        var now = moved.values().toArray(byte[][]::new);
        var tables = places.digests().stream().map(Place::table).toList();
        places.digests().forEach(place -> move("update %s set citizen_digest = moved.now%s %%s citizen_digest = moved.was"
                .formatted(place.table(), subject(places, place, "moved.now")), was, now));
        places.subjects().stream().filter(place -> !tables.contains(place.table())).forEach(place -> move("update %1$s set %2$s = %3$s %%s %2$s = %4$s"
                .formatted(place.table(), place.column(), SUBJECT.formatted("moved.now"), SUBJECT.formatted("moved.was")), was, now));
    }

    private void move(String update, byte[][] was, byte[][] now) {
        jdbc.sql(update.formatted("from unnest(:was, :now) as moved (was, now) where")).param("was", was).param("now", now).update();
    }

    /** Keeps the others out for as long as that takes. */
    void alone(Runnable work) {
        transaction.executeWithoutResult(status -> {
            KeyTurn.alone(jdbc);
            work.run();
        });
    }
}
