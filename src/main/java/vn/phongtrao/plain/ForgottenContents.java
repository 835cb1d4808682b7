package vn.phongtrao.plain;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.Status;
import vn.phongtrao.retention.Forgetful;

/** The fields that forms called personal, of dossiers that ended in vain. */
@Component
class ForgottenContents implements Forgetful {

    private final JdbcClient jdbc;

    ForgottenContents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String what() {
        return "content";
    }

    @Override
    public List<String> forget(Instant endedBefore) {
        return jdbc.sql("""
                        update plain_content set sealed = null from dossier
                        where number = dossier_number and closed_at < :before and status in (:vain) and sealed is not null
                        returning dossier_number""").param("before", Timestamp.from(endedBefore))
                .param("vain", Status.namesInVain()).query(String.class).list();
    }
}
