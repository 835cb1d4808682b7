package vn.phongtrao.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import vn.phongtrao.law.LegalDocuments;
import vn.phongtrao.law.LegalDocuments.Ending;
import vn.phongtrao.security.Officer;

/** Tells administrators of legal documents that end, or have ended, while nobody has said what comes instead. */
@Component
class LawNotices {

    /** Days before the end; 0 when it has ended. */
    private static final int[] STEPS = {0, 7, 30, LegalDocuments.TOLD_BEFORE};

    private final LegalDocuments laws;
    private final JdbcClient jdbc;
    private final Clock clock;

    LawNotices(LegalDocuments laws, JdbcClient jdbc, Clock clock) {
        this.laws = laws;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Each step is told once, whatever the number of nodes; those that were slept through are not made up for. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void write() {
        laws.endings(LegalDocuments.TOLD_BEFORE).forEach(this::write);
    }

    private void write(Ending ending) {
        jdbc.sql("""
                        insert into notice (at, law, law_step, kind, post, due_on)
                        values (:at, :law, :step, :kind, :post, :day) on conflict do nothing""")
                .param("at", Timestamp.from(clock.instant())).param("law", ending.document().id())
                .param("step", IntStream.of(STEPS).filter(step -> ending.left() <= step).findFirst().orElseThrow())
                .param("kind", (ending.left() > 0 ? NoticeKind.LAW_ENDS : NoticeKind.LAW_ENDED).id())
                .param("post", Officer.ADMINISTRATORS).param("day", ending.day()).update();
    }
}
