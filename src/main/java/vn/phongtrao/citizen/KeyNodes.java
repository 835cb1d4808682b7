package vn.phongtrao.citizen;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Which keys each running node has. A node that was killed is forgotten after a while. */
@Component
class KeyNodes {

    private static final Logger LOG = LoggerFactory.getLogger(KeyNodes.class);
    private static final String RUNS = "seen_at > clock_timestamp() - interval '90 seconds'";

    private final UUID self = UUID.randomUUID();
    private final CitizenKeys keys;
    private final JdbcClient jdbc;

    KeyNodes(CitizenKeys keys, JdbcClient jdbc) {
        this.keys = keys;
        this.jdbc = jdbc;
    }

    /** @param keys ids of those that it knows */
    record Node(UUID id, List<String> keys, Instant seen) {
    }

    /** Waits for nobody: no other node has this row in hand. @throws DataAccessException where it could not be written */
    void beat() {
        jdbc.sql("""
                insert into citizen_node (node, keys, seen_at) values (?, ?, clock_timestamp())
                on conflict (node) do update set seen_at = excluded.seen_at""").params(self, keys.ids().toArray(String[]::new)).update();
    }

    @Scheduled(initialDelay = 20_000, fixedDelay = 20_000)
    void goOn() {
        try {
            beat();
            jdbc.sql("delete from citizen_node where not %s".formatted(RUNS)).update();
        } catch (DataAccessException away) {
            LOG.debug("Not seen this time", away);
        }
    }

    @PreDestroy
    void leave() {
        try {
            jdbc.sql("delete from citizen_node where node = ?").param(self).update();
        } catch (DataAccessException away) {
            LOG.debug("It is forgotten by itself", away);
        }
    }

    /** Those that run. */
    List<Node> all() {
        return jdbc.sql("select node, keys, seen_at from citizen_node where %s order by node".formatted(RUNS)).query(KeyNodes::node).list();
    }

    /** How many other nodes run without a key. */
    long without(String id) {
        return all().stream().filter(node -> !node.id().equals(self) && !node.keys().contains(id)).count();
    }

    private static Node node(ResultSet row, int index) throws SQLException {
        Array keys = row.getArray("keys");
        return new Node(row.getObject("node", UUID.class), List.of((String[]) keys.getArray()), row.getTimestamp("seen_at").toInstant());
    }
}
