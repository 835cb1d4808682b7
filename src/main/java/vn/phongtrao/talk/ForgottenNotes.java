package vn.phongtrao.talk;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.Status;
import vn.phongtrao.retention.Forgetful;

/** What officers wrote to each other on dossiers that ended in vain: each note stays as one that was taken back. */
@Component
class ForgottenNotes implements Forgetful {

    private final JdbcClient jdbc;
    private final Clock clock;

    ForgottenNotes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String what() {
        return "note";
    }

    @Override
    public List<String> forget(Instant endedBefore) {
        return jdbc.sql("""
                        update dossier_note set text = '', taken_back_at = :now from dossier
                        where number = dossier_number and closed_at < :before and status in (:vain) and taken_back_at is null
                        returning dossier_number""")
                .param("now", Timestamp.from(clock.instant())).param("before", Timestamp.from(endedBefore)).param("vain", Status.namesInVain())
                .query(String.class).list();
    }
}
