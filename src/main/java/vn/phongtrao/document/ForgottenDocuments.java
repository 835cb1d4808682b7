package vn.phongtrao.document;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.retention.Forgetful;

/** Files that were sent with dossiers which ended without a decision: each keeps its line, without content and its own name. */
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
                        update dossier_document set content = '', name = kind, removed_at = ? from dossier
                        where number = dossier_number and closed_at < ? and status <> 'DECIDED' and removed_at is null
                        returning dossier_number""")
                .params(Timestamp.from(clock.instant()), Timestamp.from(endedBefore)).query(String.class).list();
    }
}
