package vn.phongtrao.document;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.Status;
import vn.phongtrao.retention.Forgetful;

/** Files that were sent with dossiers that ended in vain: each keeps its line, without content and its own name. */
@Component
class ForgottenDocuments implements Forgetful {

    private final JdbcClient jdbc;
    private final Clock clock;

    ForgottenDocuments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String what() {
        return "document";
    }

    @Override
    public List<String> forget(Instant endedBefore) {
        return jdbc.sql("""
                        update dossier_document set content = '', name = kind, removed_at = :now from dossier
                        where number = dossier_number and closed_at < :before and status in (:vain) and removed_at is null
                        returning dossier_number""")
                .param("now", Timestamp.from(clock.instant())).param("before", Timestamp.from(endedBefore)).param("vain", Status.namesInVain())
                .query(String.class).list();
    }
}
