package vn.phongtrao.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.calendar.Vietnam;
import vn.phongtrao.calendar.WorkingCalendar;
import vn.phongtrao.dossier.DossierProcess;
import vn.phongtrao.outbox.Outbox;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.MailAddresses;

/**
 * Writes one mail on each working day to those who want it so: what they were told since the last one, have not read, and
 * is not over. Keycloak is asked before the transaction that writes them; the node that enters the day writes them.
 */
@Component
class DigestMails {

    private static final Logger LOG = LoggerFactory.getLogger(DigestMails.class);
    /** For transactions that are still writing what they began before. */
    private static final Duration STILL_WRITING = Duration.ofMinutes(1);

    private final Outbox outbox;
    private final MailChoices choices;
    private final Addressees addressees;
    private final MailAddresses addresses;
    private final Letters letters;
    private final DossierProcess process;
    private final NoticeProperties properties;
    private final WorkingCalendar calendar;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DigestMails(Outbox outbox, MailChoices choices, Addressees addressees, MailAddresses addresses, Letters letters,
                DossierProcess process, NoticeProperties properties, WorkingCalendar calendar, JdbcClient jdbc,
                TransactionTemplate transaction, Clock clock) {
        this.outbox = outbox;
        this.choices = choices;
        this.addressees = addressees;
        this.addresses = addresses;
        this.letters = letters;
        this.process = process;
        this.properties = properties;
        this.calendar = calendar;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Mail(String person, String to, Letter letter) {
    }

    /** As soon as it is time, or the program runs again later on that day. */
    @Scheduled(cron = "20 * * * * *", zone = Vietnam.ZONE)
    void write() {
        var today = LocalDate.now(clock);
        if (!outbox.mails() || LocalTime.now(clock).isBefore(properties.digestAt()) || !calendar.isWorkingDay(today)
                || written(today)) {
            return;
        }
        try {
            var until = clock.instant().minus(STILL_WRITING);
            var mails = mails(today, until);
            transaction.executeWithoutResult(status -> {
                if (jdbc.sql("insert into notice_digest (day, up_to) values (?, ?) on conflict do nothing")
                        .params(today, Timestamp.from(until)).update() == 1) {
                    mails.forEach(mail -> outbox.mail("digest-%s-%s".formatted(today, mail.person), mail.to,
                            mail.letter.subject(), mail.letter.text()));
                }
            });
        } catch (Refusal away) {
            LOG.warn("The notices of the day are not mailed yet, and will be tried again: {}", away.getMessage());
        }
    }

    private boolean written(LocalDate day) {
        return jdbc.sql("select exists (select from notice_digest where day = ?)").param(day).query(Boolean.class)
                .single();
    }

    private List<Mail> mails(LocalDate day, Instant until) {
        var said = choices.all();
        return byPerson(until).entrySet().stream().flatMap(of -> {
            var choice = said.getOrDefault(of.getKey(), MailChoices.Choice.usual(of.getKey()));
            return choice.mail() != MailChoice.DIGEST ? Stream.<Mail>empty() : addresses.of(of.getKey())
                    .map(to -> new Mail(of.getKey(), to, letters.digest(day, of.getValue(), choice.language()))).stream();
        }).toList();
    }

    /** By user name. Of the time before the first mail a day is told. */
    private Map<String, List<Told>> byPerson(Instant until) {
        var notices = jdbc.sql(Told.ROWS + """
                         where not n.over and n.at <= :until
                           and n.at > coalesce((select max(up_to) from notice_digest), :first)
                         order by n.dossier_number, n.id""")
                .param("until", Timestamp.from(until)).param("first", Timestamp.from(until.minus(Duration.ofDays(1))))
                .query((row, index) -> Told.of(row, process)).list();
        var readings = addressees.readings(notices);
        var byPerson = new TreeMap<String, List<Told>>();
        notices.forEach(notice -> addressees.of(notice, readings).forEach(person ->
                byPerson.computeIfAbsent(person, someone -> new ArrayList<>()).add(notice)));
        return byPerson;
    }
}
