package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.individual;
import static vn.phongtrao.workflow.Journey.officer;
import static vn.phongtrao.workflow.Journey.proposal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.dossier.DeadlineNear;
import vn.phongtrao.dossier.DeadlinePassed;
import vn.phongtrao.dossier.Reminder;
import vn.phongtrao.language.Language;
import vn.phongtrao.notification.MailChoice;
import vn.phongtrao.notification.MailChoices;
import vn.phongtrao.security.MailAddresses;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.CatalogueLoaded;

/**
 * Two dossiers that nobody touches, one over Tết 2027 and one over Tết 2025, on two nodes, of which one is killed while it
 * reminds and the other is away for days. A task of five working days is reminded of after three, four and five of them, and
 * one and three days past. Off are 4 to 10 February 2027 and 27 to 31 January 2025, when in this test the commune was there,
 * too.
 */
@ScenarioTest
@Import(RemindersOverTetIT.Time.class)
@DirtiesContext
@TestPropertySource(properties = {"phongtrao.province=ca-mau-2025", "phongtrao.business-date=2027-02-01",
        "camunda.bpm.job-execution.wait-time-in-millis=200", "camunda.bpm.job-execution.max-wait=400",
        "spring.mail.host=127.0.0.1", "phongtrao.mail.from=he-thong@example.vn", "phongtrao.outbox.every=200ms",
        "phongtrao.papers.public-url=https://phongtrao.example.vn", "phongtrao.notices.mail-every=200ms"})
class RemindersOverTetIT {

    private static final Officer DRAFTER = officer(POLICE_OFFICER, "96/31825");
    private static final Path CLOCK = Path.of("target", "clock-of-" + ProcessHandle.current().pid()).toAbsolutePath();

    private static final GreenMail MAILS = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @DynamicPropertySource
    static void mails(DynamicPropertyRegistry properties) {
        MAILS.start();
        properties.add("spring.mail.port", () -> MAILS.getSmtp().getPort());
    }

    @AfterAll
    static void stopMails() {
        MAILS.stop();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {

        @Bean
        @Primary
        SharedClock sharedClock() {
            return new SharedClock(CLOCK, LocalDateTime.parse("2027-02-01T09:00"));
        }

        @Bean
        @Primary
        MailAddresses invented() {
            return user -> Optional.of(user + "@example.vn");
        }

        @Bean
        Heard heard() {
            return new Heard();
        }
    }

    /** What this node told of. */
    static class Heard {

        private final List<String> told = Collections.synchronizedList(new ArrayList<>());

        @EventListener
        void near(DeadlineNear near) {
            told.add("near " + near.dossier().number());
        }

        @EventListener
        void past(DeadlinePassed passed) {
            told.add("past " + passed.dossier().number());
        }
    }

    @Autowired
    Journey journey;
    @Autowired
    SharedClock clock;
    @Autowired
    Heard heard;
    @Autowired
    JobExecutor executor;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    ApplicationEventPublisher events;
    @Autowired
    MailChoices choices;
    @Autowired
    Environment environment;

    private KilledNode other;
    private String number;
    private int seen;
    private int mailed;
    private int arrived;

    @AfterEach
    void end() throws InterruptedException, IOException {
        if (other != null) {
            other.kill();
        }
        Files.deleteIfExists(CLOCK);
    }

    @Test
    void eachReminderIsToldOnItsDayAndOnceThoughANodeIsKilledWhileItTells() throws Exception {
        choices.choose(MailChoice.AT_ONCE, Language.VIETNAMESE, DRAFTER);
        other = KilledNode.start(environment, CLOCK, Path.of("target", "killed-node.log").toFile());
        propose();
        assertThat(next()).isEqualTo("2027-02-11T08:00");

        executor.shutdown();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("lock table dossier_reminder in exclusive mode").update();
            clock.moveTo(LocalDateTime.parse("2027-02-11T08:00:01"));
            await("the other node reminds", () -> jdbc.sql("""
                    select exists (select 1 from pg_locks where relation = 'dossier_reminder'::regclass and not granted)""")
                    .query(Boolean.class).single());
            kill();
        });
        assertThat(told()).isEmpty();
        executor.start();
        clock.moveBy(Duration.ofMinutes(3));
        toldOn(null, "50 % 96/31825/police-officer", "2027-02-12T08:00");
        toldOn("2027-02-12T08:00:01", "80 % 96/31825/police-officer", "2027-02-15T08:00");
        toldOn("2027-02-15T08:00:01", "100 % 96/31825/police-officer", "2027-02-16T08:00");
        toldOn("2027-02-16T08:00:01", "past 1 96/31825/police-chief,96/31825/police-officer", "2027-02-18T08:00");
        toldOn("2027-02-18T08:00:01", "past 3 96/31825/police-chief,96/police-officer", "9999-01-01T00:00");
        assertThat(told()).hasSize(5);
        assertThat(heard.told).hasSize(5).filteredOn(told -> told.startsWith("past")).hasSize(2);
        mailedToWhoHoldsIt(4);

        jdbc.sql("update unit set valid_from = '2025-01-01' where path in ('96', '96/31825')").update();
        events.publishEvent(new CatalogueLoaded());
        clock.moveTo(LocalDateTime.parse("2025-01-22T09:00"));
        choices.choose(MailChoice.AT_ONCE, Language.VIETNAMESE, DRAFTER);
        propose();
        assertThat(next()).isEqualTo("2025-02-03T08:00");
        toldOn("2025-02-03T08:00:01", "50 % 96/31825/police-officer", "2025-02-04T08:00");
        executor.shutdown();
        clock.moveTo(LocalDateTime.parse("2025-02-06T08:00:01"));
        executor.start();
        toldOn(null, "past 1 96/31825/police-chief,96/31825/police-officer", "2025-02-10T08:00");
        toldOn("2025-02-10T08:00:01", "past 3 96/31825/police-chief,96/police-officer", "9999-01-01T00:00");
        assertThat(told()).hasSize(3);
        assertThat(heard.told).hasSize(8).filteredOn(told -> told.endsWith(number)).hasSize(3);
        mailedToWhoHoldsIt(2);
        assertThat(journey.openTasks(number)).singleElement()
                .satisfies(task -> assertThat(task.getTaskDefinitionKey()).isEqualTo("complete-dossier"));
    }

    private void propose() {
        seen = 0;
        var proposed = journey.propose(DRAFTER, proposal("commune-certificate", "regular", List.of(individual("Người mẫu"))));
        // that the task has arrived is news of that day: time goes on when it is mailed
        awaitMails();
        number = proposed;
        mailed = (int) mails();
        arrived = mailed;
    }

    /** @param moment to which time moves; null where it has come */
    private void toldOn(String moment, String last, String next) {
        if (moment != null) {
            assertThat(next().plusSeconds(1)).isEqualTo(moment);
            clock.moveTo(LocalDateTime.parse(moment));
        }
        await(last, () -> told().size() > seen);
        seen++;
        assertThat(told()).hasSize(seen).last().isEqualTo(last);
        assertThat(next()).isEqualTo(next);
        if (last.contains("96/31825/police-officer")) {
            mailed++;
            await("a mail of " + last, () -> mails() == mailed);
        }
    }

    private void mailedToWhoHoldsIt(int mails) {
        awaitMails();
        assertThat(mails() - arrived).isEqualTo(mails);
    }

    private void awaitMails() {
        await("mails", () -> jdbc.sql("""
                        select not exists (select 1 from notice where not mailed)
                           and not exists (select 1 from outgoing_message where sent_at is null)""")
                .query(Boolean.class).single());
    }

    /** Those that arrived: news of some days ago is mailed no more, so that time waits for them. */
    private long mails() {
        return Stream.of(MAILS.getReceivedMessages()).filter(mail -> {
            try {
                return mail.getAllRecipients()[0].toString().equals(DRAFTER.id() + "@example.vn")
                        && mail.getSubject().contains(number);
            } catch (MessagingException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }).count();
    }

    private List<String> told() {
        return reminders().stream().map(one -> (one.daysPast() > 0 ? "past " + one.daysPast() : one.share() + " %") + " "
                + String.join(",", one.posts())).toList();
    }

    @SuppressWarnings("unchecked")
    private List<Reminder> reminders() {
        return (List<Reminder>) journey.show(number).get("reminders");
    }

    /** The one job of its open task. */
    private LocalDateTime next() {
        var jobs = journey.reminders(number);
        assertThat(jobs).hasSize(1);
        return LocalDateTime.ofInstant(jobs.get(0).getDuedate().toInstant(), clock.getZone());
    }

    private void kill() {
        try {
            other.kill();
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    /** Where mails have come to. */
    private List<String> written() {
        return jdbc.sql("""
                        select concat_ws(' ', 'notice', id, kind, post, person, at, mailed, over) from notice where dossier_number = :number
                        union all select concat_ws(' ', 'mail', key, attempts, next_attempt_at, answer, sent_at, given_up_at) from outgoing_message""")
                .param("number", number).query(String.class).list();
    }

    private void await(String what, BooleanSupplier holds) {
        var end = System.nanoTime() + Duration.ofSeconds(150).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as(() -> "waits for: %s; %s".formatted(what, written())).isLessThan(end);
            try {
                Thread.sleep(50);
            } catch (InterruptedException ended) {
                throw new IllegalStateException(ended);
            }
        }
    }
}
