package vn.phongtrao.workflow;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import vn.phongtrao.calendar.Vietnam;
import vn.phongtrao.citizen.PersonalTexts;
import vn.phongtrao.security.Officer;

/**
 * What officers have typed into forms and not sent yet: sealed, shown to nobody but who typed it, and forgotten when the
 * form is sent or some days have passed.
 */
@Component
public class Drafts {

    private final JdbcClient jdbc;
    private final PersonalTexts texts;
    private final DraftProperties properties;
    private final Clock clock;

    Drafts(JdbcClient jdbc, PersonalTexts texts, DraftProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.properties = properties;
        this.clock = clock;
    }

    /** Where a form is: a task, or the start of a process. */
    public record Place(String value) {

        public static Place task(String id) {
            return new Place("task:" + id);
        }

        /** @param key of the process definition */
        public static Place start(String key) {
            return new Place("process:" + key);
        }
    }

    /**
     * @param fields JSON, as it was given
     * @param wrong  what was said to be wrong with rows, likewise; null for nothing
     */
    public record Draft(Instant savedAt, String fields, String wrong) {
    }

    public Optional<Draft> of(Place place, Officer officer) {
        return jdbc.sql("select sealed, sealed_wrong, saved_at from draft where place = ? and officer = ?")
                .params(place.value(), officer.id()).query((row, index) -> new Draft(
                        row.getTimestamp("saved_at").toInstant(), texts.openText(row.getBytes("sealed")),
                        Optional.ofNullable(row.getBytes("sealed_wrong")).map(texts::openText).orElse(null)))
                .optional();
    }

    /** @param wrong null for nothing */
    public void keep(Place place, Officer officer, String fields, String wrong) {
        jdbc.sql("""
                        insert into draft (place, officer, sealed, sealed_wrong, saved_at)
                        values (:place, :officer, :sealed, :wrong, :at)
                        on conflict (place, officer) do update set sealed = excluded.sealed,
                            sealed_wrong = excluded.sealed_wrong, saved_at = excluded.saved_at""")
                .param("place", place.value()).param("officer", officer.id()).param("sealed", texts.sealText(fields))
                .param("wrong", wrong == null ? null : texts.sealText(wrong), Types.BINARY)
                .param("at", Timestamp.from(clock.instant())).update();
    }

    public void forget(Place place, Officer officer) {
        jdbc.sql("delete from draft where place = ? and officer = ?").params(place.value(), officer.id()).update();
    }

    /** A task that is done has no drafts, whoever had typed them. */
    void forgetAll(Place place) {
        jdbc.sql("delete from draft where place = ?").param(place.value()).update();
    }

    /**
     * Also what was typed for a task that has ended without being sent, or was still on its way when it was sent.
     * Whichever node comes later finds nothing left to do.
     */
    @Scheduled(cron = "0 45 2 * * *", zone = Vietnam.ZONE)
    void forgetOld() {
        jdbc.sql("""
                        delete from draft where saved_at < ?
                        or place like 'task:%' and not exists (
                            select from act_ru_task task where 'task:' || task.id_ = draft.place)""")
                .param(Timestamp.from(clock.instant().minus(properties.kept()))).update();
    }
}
