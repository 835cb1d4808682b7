package vn.phongtrao.citizen;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys that have ever sealed in this database, and what is sealed with each. */
@Component
class KeyRegister {

    private static final String MARK = "citizen_key";

    private final JdbcClient jdbc;
    private final Clock clock;

    KeyRegister(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A key.
     *
     * @param id       null where an earlier version left only a mark
     * @param mark     a text that is sealed with it
     * @param replaced null for the one in force
     * @param emptied  when nothing was sealed with it any more
     * @param retired  when a node was started without it
     */
    record Entry(String id, byte[] mark, Instant since, Instant replaced, Instant emptied, Instant retired) {

        boolean inForce() {
            return replaced == null;
        }

        /** Whether something may still be sealed with it. */
        boolean former() {
            return replaced != null && retired == null;
        }
    }

    /** The first one before the later ones. */
    List<Entry> all() {
        return jdbc.sql("select * from citizen_key order by since nulls first, id").query(KeyRegister::entry).list();
    }

    Optional<Entry> inForce() {
        return all().stream().filter(Entry::inForce).findFirst();
    }

    /** The first of a database; what has no id in front is its. */
    void enterFirst(CitizenKey key) {
        enter(key, true);
    }

    /** In force from now on, instead of the one that is. */
    void putInForce(CitizenKey key) {
        jdbc.sql("update citizen_key set replaced_at = ? where replaced_at is null").param(now()).update();
        enter(key, false);
    }

    private void enter(CitizenKey key, boolean unmarked) {
        jdbc.sql("insert into citizen_key (id, sealed, unmarked, since) values (?, ?, ?, ?)")
                .params(key.id(), key.sealText(MARK), unmarked, now()).update();
    }

    /** The one that has a mark alone. */
    void identify(CitizenKey key) {
        jdbc.sql("update citizen_key set id = ?, since = ? where id is null").params(key.id(), now()).update();
    }

    /** To be said while nobody else writes: whoever seals with it from now on takes that back. */
    void maybeEmpty(String id) {
        jdbc.sql("update citizen_key set closing = true where id = ?").param(id).update();
    }

    /** That it was empty when somebody looked after {@link #maybeEmpty}. @return false where somebody sealed with it meanwhile */
    boolean emptied(String id) {
        return jdbc.sql("update citizen_key set emptied_at = ? where id = ? and closing").params(now(), id).update() == 1;
    }

    void notEmpty(String id) {
        jdbc.sql("update citizen_key set closing = false, emptied_at = null where id = ? and closing").param(id).update();
    }

    void retire(String id) {
        jdbc.sql("update citizen_key set retired_at = ? where id = ?").params(now(), id).update();
    }

    /** How much is sealed with each key, by its id: reads every sealed row. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new HashMap<>();
        SealedPlaces.of(jdbc).sealed().forEach(place -> jdbc.sql("""
                select coalesce(k.id, (select id from citizen_key where unmarked)) as id, count(*) as rows
                from %1$s one left join citizen_key k on k.id = encode(substring(one.%2$s from 1 for %3$d), 'hex')
                where one.%2$s is not null group by 1""".formatted(place.table(), place.column(), CitizenKey.ID_BYTES))
                .query((row, index) -> counts.merge(String.valueOf(row.getString("id")), row.getLong("rows"), Long::sum)).list());
        return counts;
    }

    /** Rows that know a person by a digest whose number stands nowhere: it cannot be made anew. Read while nobody asks for more. */
    long digestsAlone() {
        var places = SealedPlaces.of(jdbc);
        if (places.ciphers().isEmpty()) {
            return 0;
        }
        var numbered = places.ciphers().stream().map(place -> "select from %s n where n.citizen_digest = row.citizen_digest and n.citizen_cipher is not null"
                .formatted(place.table())).map("not exists (%s)"::formatted).reduce("%s and %s"::formatted).orElseThrow();
        return places.digests().stream().mapToLong(place -> jdbc.sql("select count(*) from %s row where citizen_digest is not null and %s"
                .formatted(place.table(), numbered)).query(Long.class).single()).sum();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        return new Entry(row.getString("id"), row.getBytes("sealed"), instant(row, "since"), instant(row, "replaced_at"),
                instant(row, "emptied_at"), instant(row, "retired_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
