package vn.phongtrao.reorganisation;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Databases of other provinces that were taken over, and which rows came from them. */
@Service
@Transactional(readOnly = true)
public class Joins {

    private final JdbcClient jdbc;
    private final Clock clock;

    Joins(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A database that was taken over.
     *
     * @param source how it was called
     * @param tables those that brought rows, by name
     */
    public record Join(String source, ZonedDateTime at, List<Taken> tables) {

        /** @return how many rows of the table came, for example of {@code award} */
        public long rows(String table) {
            return tables.stream().filter(one -> one.table().equals(table)).mapToLong(Taken::rows).sum();
        }
    }

    /** How many rows of a table were taken, and between which numbers they are now; null where rows have none. */
    public record Taken(String table, long rows, Long first, Long last) {
    }

    /** The newest first. */
    public List<Join> all() {
        return jdbc.sql("select id, source, joined_at from joined_database order by id desc").query((row, index) ->
                new Join(row.getString("source"), row.getTimestamp("joined_at").toInstant().atZone(clock.getZone()),
                        tables(row.getLong("id")))).list();
    }

    private List<Taken> tables(long join) {
        return jdbc.sql("""
                select table_name as "table", row_count as rows, first_id as first, last_id as last from joined_rows
                where joined = ? order by table_name""").param(join).query(Taken.class).list();
    }
}
