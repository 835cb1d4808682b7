package vn.phongtrao.reorganisation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was carried out, when and by whom; what became of each dossier is a step of the dossier. */
@Repository
@Transactional
public class Runs {

    private final JdbcClient jdbc;
    private final Clock clock;

    Runs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void keep(Reorganisation.Report report, String by) {
        jdbc.sql("insert into reorganisation (carried_out_at, carried_out_by, open, changed, failed) values (?, ?, ?, ?, ?)")
                .params(Timestamp.from(clock.instant()), by, report.open(), report.changed().size(), report.failed().size()).update();
    }

    /** The newest first. */
    List<Run> all() {
        return jdbc.sql("select * from reorganisation order by id desc").query((row, index) -> new Run(
                row.getTimestamp("carried_out_at").toInstant().atZone(clock.getZone()), row.getString("carried_out_by"),
                row.getInt("open"), row.getInt("changed"), row.getInt("failed"))).list();
    }

    /** @param open how many dossiers had not ended @param changed of them go another way since @param failed could not be led on */
    public record Run(ZonedDateTime at, String by, int open, int changed, int failed) {
    }
}
