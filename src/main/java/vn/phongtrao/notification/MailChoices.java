package vn.phongtrao.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import vn.phongtrao.language.Language;
import vn.phongtrao.outbox.Outbox;
import vn.phongtrao.security.Officer;

/** How people want to be told by mail. */
@Service
public class MailChoices {

    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final Clock clock;

    MailChoices(Outbox outbox, JdbcClient jdbc, Clock clock) {
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param on whether mails are sent at all */
    public record Chosen(MailChoice mail, boolean on) {
    }

    /** A person's choice. @param language of the mails */
    record Choice(String person, MailChoice mail, Language language) {

        /** Of whoever has not said it. */
        static Choice usual(String person) {
            return new Choice(person, MailChoice.DIGEST, Language.VIETNAMESE);
        }
    }

    public Chosen of(Officer officer) {
        return new Chosen(jdbc.sql("select mail from notice_choice where person = ?").param(officer.id())
                .query(String.class).optional().map(MailChoice::of).orElse(MailChoice.DIGEST), outbox.mails());
    }

    /** @param language that the mails are to speak */
    public Chosen choose(MailChoice mail, Language language, Officer officer) {
        jdbc.sql("""
                        insert into notice_choice (person, mail, language, changed_at) values (:me, :mail, :language, :now)
                        on conflict (person) do update set mail = excluded.mail, language = excluded.language,
                            changed_at = excluded.changed_at""")
                .param("me", officer.id()).param("mail", mail.id()).param("language", language.code())
                .param("now", Timestamp.from(clock.instant())).update();
        return of(officer);
    }

    /** What was said, by user name. */
    Map<String, Choice> all() {
        return jdbc.sql("select person, mail, language from notice_choice")
                .query((row, index) -> new Choice(row.getString("person"), MailChoice.of(row.getString("mail")),
                        Language.find(row.getString("language")).orElse(Language.VIETNAMESE)))
                .list().stream().collect(Collectors.toMap(Choice::person, Function.identity()));
    }
}
