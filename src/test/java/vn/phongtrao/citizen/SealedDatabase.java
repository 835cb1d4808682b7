package vn.phongtrao.citizen;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.TestDatabase;

/** A database with people in it, and nodes that have keys. */
final class SealedDatabase implements AutoCloseable {

    final HikariDataSource source;
    final JdbcClient jdbc;
    final KeyRegister register;

    SealedDatabase(HikariDataSource source) {
        this.source = source;
        jdbc = JdbcClient.create(source);
        register = new KeyRegister(jdbc, Clock.systemUTC());
    }

    static SealedDatabase create() {
        return new SealedDatabase(TestDatabase.create());
    }

    /** What one node is made of. */
    final class Node {

        final CitizenKeys keys;
        final KeyNodes nodes;
        final Rotation rotation;
        final CitizenVault vault;
        final TransactionTemplate steps;

        private Node(CitizenKeys keys) {
            this.keys = keys;
            nodes = new KeyNodes(keys, jdbc);
            rotation = new Rotation(keys, jdbc, source);
            vault = new CitizenVault(keys, new KeysInForce(keys, register, jdbc));
            var manager = new DataSourceTransactionManager(source);
            manager.setTransactionExecutionListeners(List.of(new KeyTurn(keys, jdbc)));
            steps = new TransactionTemplate(manager);
        }

        /** As a start does. @throws WrongCitizenKey */
        Node start() {
            new KeyCheck(keys, register, nodes, jdbc, source);
            return this;
        }

        Node stop() {
            nodes.leave();
            return this;
        }

        /** Until it has nothing more to do, or has to rest. */
        void rotate() {
            var job = job();
            for (int times = 0; times < 6 && former(); times++) {
                job.work();
            }
        }

        private boolean former() {
            return register.all().stream().anyMatch(entry -> entry.former() && entry.emptied() == null);
        }

        RotationJob job() {
            return new RotationJob(keys, register, rotation, jdbc, Clock.systemUTC());
        }

        SealedNumber seal(String number) {
            return steps.execute(status -> vault.sealedAs(number, "mask"));
        }
    }

    Node node(int named, int... others) {
        return new Node(SampleKeys.keys(named, others));
    }

    /** People who are proposed, awarded, candidates, members and rated, each row once; what they point to is left out. */
    void enter(CitizenKey key, List<String> numbers, boolean marked) {
        unbound("""
                insert into nominee (dossier_number, kind, name, birth_year, citizen_cipher, citizen_digest, citizen_mask, subject)
                select 'KT-1', 'individual', 'x', 1980, cipher, digest, '0********001', 'citizen:' || encode(digest, 'hex')
                from unnest(?::bytea[], ?::bytea[]) as sealed (cipher, digest)""", key, numbers, marked);
        unbound("""
                insert into award (dossier_number, nominee_id, decision_number, decided_on, unit_path, form, kind, name, subject, achievement,
                                   achievement_key, achievement_type, achieved_from, achieved_to, coefficient, base_salary, bonus)
                select 'KT-1', id, '1', '2024-07-01', '95', 'x', 'individual', 'x', subject, 'x', 'x', 'ad-hoc', '2024-01-01', '2024-02-01', 0, 0, 0
                from nominee where cast(? as bytea[]) is not null and citizen_digest = any(?)""", key, numbers, marked);
        unbound("""
                insert into team_member (team_id, name, birth_date, citizen_cipher, citizen_digest, citizen_mask, joined_on, joined_by)
                select 1, 'x', '1980-01-01', cipher, digest, '0********001', '2024-07-01', 1
                from unnest(?::bytea[], ?::bytea[]) as sealed (cipher, digest)""", key, numbers, marked);
        unbound("""
                insert into team_rating_row (dossier_number, subject, team_id, team_name, member_id, citizen_digest, leads, served_from,
                                             served_days, dismissals)
                select 'XL-1', 'member', 1, 'x', id, citizen_digest, false, '2024-07-01', 1, false from team_member
                where cast(? as bytea[]) is not null and citizen_digest = any(?)""", key, numbers, marked);
    }

    void text(CitizenKey key, String dossier, String text) {
        unbound(connection -> {
            try (var insert = connection.prepareStatement(
                    "insert into plain_content (dossier_number, content, sealed, fields) values (?, '{}', ?, '{}')")) {
                insert.setString(1, dossier);
                insert.setBytes(2, key.sealText(text));
                insert.executeUpdate();
            }
        });
    }

    private void unbound(String sql, CitizenKey key, List<String> numbers, boolean marked) {
        unbound(connection -> {
            try (var insert = connection.prepareStatement(sql)) {
                insert.setArray(1, connection.createArrayOf("bytea", numbers.stream().map(key::sealNumber)
                        .map(sealed -> marked ? sealed : SampleKeys.unmarked(sealed)).toArray(byte[][]::new)));
                insert.setArray(2, connection.createArrayOf("bytea", numbers.stream().map(key::digest).toArray(byte[][]::new)));
                insert.executeUpdate();
            }
        });
    }

    interface Work {

        void on(Connection connection) throws SQLException;
    }

    /** Without looking at what rows point to. */
    void unbound(Work work) {
        try (var connection = source.getConnection(); var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            work.on(connection);
            statement.execute("reset session_replication_role");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** How many numbers and texts are sealed with each key. */
    Map<String, Long> counts() {
        return register.counts();
    }

    /** How many rows of all tables know a person by a digest of these. */
    long digests(CitizenKey key, List<String> numbers) {
        var digests = numbers.stream().map(key::digest).toArray(byte[][]::new);
        var places = SealedPlaces.of(jdbc);
        return places.digests().stream().mapToLong(place -> jdbc.sql("select count(*) from %s where citizen_digest = any(?)"
                .formatted(place.table())).param(digests).query(Long.class).single()).sum()
                + places.subjects().stream().mapToLong(place -> jdbc.sql("""
                select count(*) from %s where subject in (select 'citizen:' || encode(digest, 'hex') from unnest(?) as d (digest))"""
                .formatted(place.table())).param(digests).query(Long.class).single()).sum();
    }

    @Override
    public void close() {
        source.close();
    }
}
