package vn.phongtrao.notification;

import java.sql.Timestamp;
import java.time.Clock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import vn.phongtrao.calendar.Vietnam;

/** Notices are news, not records: what happened stands in the dossier. */
@Component
class OldNotices {

    private static final int AT_ONCE = 5_000;

    private final NoticeProperties properties;
    private final JdbcClient jdbc;
    private final Clock clock;

    OldNotices(NoticeProperties properties, JdbcClient jdbc, Clock clock) {
        this.properties = properties;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In parts, each a transaction of its own. Nodes that come at the same time take others. */
    @Scheduled(cron = "0 15 3 * * *", zone = Vietnam.ZONE)
    void delete() {
        while (deleteSome() == AT_ONCE) {
            // until fewer are left than are taken at once
        }
    }

    private int deleteSome() {
        return jdbc.sql("""
                        delete from notice where id in (
                            select id from notice where at < ? order by at limit ? for update skip locked)""")
                .params(Timestamp.from(clock.instant().minus(properties.kept())), AT_ONCE).update();
    }
}
