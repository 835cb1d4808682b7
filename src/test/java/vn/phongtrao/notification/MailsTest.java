package vn.phongtrao.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.MovableClock;
import vn.phongtrao.TestDatabase;
import vn.phongtrao.calendar.WorkingCalendar;
import vn.phongtrao.dossier.DossierProcess;
import vn.phongtrao.language.Language;
import vn.phongtrao.outbox.Outbox;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.PostDeputies;
import vn.phongtrao.security.Officer;
import vn.phongtrao.security.PostHolders;
import vn.phongtrao.unit.Post;

/** Who is told what by mail, and when. */
class MailsTest {

    private static final String DOSSIER = "KT-31813-2024-00001";
    private static final String CHIEFS = "95/954/31813/police-chief";
    private static final String CHIEF = "police-chief.31813";
    private static final String COLLEAGUE = "police-chief-2.31813";
    private static final String DEPUTY = "police-chief-3.31813";
    private static final String WEDNESDAY = "2024-07-10";
    private static final Duration NINE_TO_HALF_PAST_SEVEN = Duration.ofMinutes(-90);

    private static DataSource database;
    private static JdbcClient jdbc;

    private final TreeMap<String, Letter> sent = new TreeMap<>();
    private final Set<String> verified = new HashSet<>(Set.of(CHIEF, COLLEAGUE, DEPUTY));
    private final PostHolders holders = mock();
    private final DossierProcess process = mock();
    private final MovableClock clock = new MovableClock("2024-07-09");
    private boolean away;

    @BeforeAll
    static void oneDossier() {
        database = TestDatabase.create();
        jdbc = JdbcClient.create(database);
        jdbc.sql("""
                insert into dossier (number, process, form, type, title, words, unit_path, decider, ending, status,
                                     opened_by, opened_at, version)
                values (?, 'commendation', 'x', 'x', 'Người mẫu: Hồ sơ mẫu', '', '95/954/31813', '95/committee-chair', 'decide',
                        'IN_PROGRESS', 'x', now(), 0)""").param(DOSSIER).update();
        jdbc.sql("update dossier_last_day set due_on = '2024-07-15' where number = ?").param(DOSSIER).update();
    }

    @BeforeEach
    void none() {
        Stream.of("notice", "notice_choice", "notice_digest").forEach(table -> jdbc.sql("delete from " + table).update());
        when(holders.of(any())).thenAnswer(asked -> {
            if (away) {
                throw Refusal.conflict("Keycloak is away");
            }
            return asked.<Post>getArgument(0).group().equals(CHIEFS) ? List.of(CHIEF, COLLEAGUE) : List.of();
        });
        when(process.taskName(any(), any())).thenReturn("Ký duyệt hồ sơ");
    }

    @Test
    void whoWantsItAtOnceGetsAMailForEachNoticeAndItNamesNobody() {
        choose(CHIEF, MailChoice.AT_ONCE, Language.VIETNAMESE);
        var id = toPost(null);

        mails().write();
        mails().write();

        assertThat(sent).containsOnlyKeys("notice-%d-%s".formatted(id, CHIEF));
        var letter = sent.firstEntry().getValue();
        assertThat(letter.subject()).isEqualTo("[TDBVANTQ] " + DOSSIER + ": Nhiệm vụ mới: Ký duyệt hồ sơ");
        assertThat(letter.text()).contains(DOSSIER, "Hạn xử lý: 15/07/2024", "https://phongtrao.example.vn/dossiers/" + DOSSIER)
                .doesNotContain("Người mẫu", "{0}");
    }

    @Test
    void deputiesAreToldAndWhoCausedItOrHasReadItIsNot() {
        Stream.of(CHIEF, COLLEAGUE, DEPUTY).forEach(person -> choose(person, MailChoice.AT_ONCE, Language.ENGLISH));
        var caused = toPost(CHIEF);
        var read = toPost(null);
        jdbc.sql("insert into notice_read (notice, person, read_at) values (?, ?, now())").params(read, COLLEAGUE).update();

        mails().write();

        assertThat(sent.keySet()).containsExactlyInAnyOrder("notice-%d-%s".formatted(caused, COLLEAGUE),
                "notice-%d-%s".formatted(caused, DEPUTY), "notice-%d-%s".formatted(read, CHIEF),
                "notice-%d-%s".formatted(read, DEPUTY));
        assertThat(sent.firstEntry().getValue().subject()).contains("New task");
    }

    @Test
    void whatIsOverOrOldIsNotMailed() {
        choose(CHIEF, MailChoice.AT_ONCE, Language.VIETNAMESE);
        jdbc.sql("update notice set over = true where id = ?").param(toPost(null)).update();
        jdbc.sql("update notice set at = ? where id = ?")
                .params(Timestamp.from(clock.instant().minus(Duration.ofDays(2))), toPost(null)).update();

        mails().write();

        assertThat(sent).isEmpty();
        assertThat(jdbc.sql("select count(*) from notice where not mailed").query(Long.class).single()).isZero();
    }

    @Test
    void withoutAVerifiedAddressThereIsNoMail() {
        choose(CHIEF, MailChoice.AT_ONCE, Language.VIETNAMESE);
        verified.remove(CHIEF);
        toPost(null);

        mails().write();

        assertThat(sent).isEmpty();
    }

    @Test
    void whileKeycloakIsAwayMailsWait() {
        choose(CHIEF, MailChoice.AT_ONCE, Language.VIETNAMESE);
        toPost(null);
        away = true;
        mails().write();
        clock.moveTo(WEDNESDAY);
        clock.moveBy(NINE_TO_HALF_PAST_SEVEN);
        digests().write();
        assertThat(sent).isEmpty();

        away = false;
        mails().write();
        digests().write();
        assertThat(sent.keySet()).satisfiesExactlyInAnyOrder(key -> assertThat(key).startsWith("notice-"),
                key -> assertThat(key).isEqualTo("digest-2024-07-10-" + COLLEAGUE),
                key -> assertThat(key).isEqualTo("digest-2024-07-10-" + DEPUTY));
    }

    @Test
    void oneMailADayIsWrittenOnWorkingDaysFromHalfPastSevenOn() {
        choose(DEPUTY, MailChoice.NONE, Language.VIETNAMESE);
        toPost(null);
        var over = toPost(null);
        jdbc.sql("update notice set over = true where id = ?").param(over).update();

        clock.moveTo(WEDNESDAY);
        clock.moveBy(NINE_TO_HALF_PAST_SEVEN.minusSeconds(1));
        digests().write();
        assertThat(sent).isEmpty();
        clock.moveBy(Duration.ofSeconds(1));
        digests().write();
        digests().write();
        assertThat(sent).containsOnlyKeys("digest-2024-07-10-" + CHIEF, "digest-2024-07-10-" + COLLEAGUE);
        assertThat(sent.firstEntry().getValue()).satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("[TDBVANTQ] 1 thông báo mới, ngày 10/07/2024");
            assertThat(letter.text()).contains(DOSSIER, "Ký duyệt hồ sơ", "https://phongtrao.example.vn/notices")
                    .doesNotContain("Người mẫu");
        });

        sent.clear();
        clock.moveTo("2024-07-13");
        toPost(null);
        digests().write();
        assertThat(sent).as("on a Saturday").isEmpty();
        clock.moveTo("2024-07-15");
        digests().write();
        assertThat(sent).containsOnlyKeys("digest-2024-07-15-" + CHIEF, "digest-2024-07-15-" + COLLEAGUE);
        clock.moveTo("2024-07-16");
        sent.clear();
        digests().write();
        assertThat(sent).as("nothing new").isEmpty();
    }

    @Test
    void ofSeveralNodesOneWritesEachMail() {
        choose(CHIEF, MailChoice.AT_ONCE, Language.VIETNAMESE);
        for (int n = 0; n < 300; n++) {
            toPost(null);
        }
        Set<String> twice = ConcurrentHashMap.newKeySet();
        Set<String> once = ConcurrentHashMap.newKeySet();
        Outbox counting = mock();
        when(counting.mails()).thenReturn(true);
        doAnswer(mail -> once.add(mail.getArgument(0)) || twice.add(mail.getArgument(0))).when(counting)
                .mail(any(), any(), any(), any());
        CompletableFuture.allOf(Stream.of(1, 2, 3).map(node -> CompletableFuture.runAsync(() -> mails(counting).write()))
                .toArray(CompletableFuture[]::new)).join();

        assertThat(once).hasSize(300);
        assertThat(twice).isEmpty();
    }

    @Test
    void aLongListIsCutAndSaysSo() {
        var told = new Told(1, DOSSIER, "dossiers/" + DOSSIER, NoticeKind.DECIDED, null, CHIEF, null, null, null);

        var letter = letters().digest(LocalDate.parse("2024-07-10"), Collections.nCopies(60, told),
                Language.VIETNAMESE);

        assertThat(letter.text()).contains("Còn 10 thông báo khác");
        assertThat(letter.text().lines().filter(line -> line.equals(DOSSIER))).hasSize(50);
    }

    private NoticeMails mails() {
        return mails(outbox());
    }

    private NoticeMails mails(Outbox outbox) {
        return new NoticeMails(outbox, choices(), addressees(), this::address, letters(), process, jdbc, transaction(), clock);
    }

    private DigestMails digests() {
        var calendar = mock(WorkingCalendar.class);
        when(calendar.isWorkingDay(any())).thenAnswer(asked ->
                asked.<LocalDate>getArgument(0).getDayOfWeek().getValue() < 6);
        return new DigestMails(outbox(), choices(), addressees(), this::address, letters(), process, properties(), calendar,
                jdbc, transaction(), clock);
    }

    private Outbox outbox() {
        Outbox outbox = mock();
        when(outbox.mails()).thenReturn(true);
        doAnswer(mail -> {
            String key = mail.getArgument(0);
            assertThat(mail.<String>getArgument(1)).isEqualTo(key.substring(key.lastIndexOf("police")) + "@example.vn");
            assertThat(sent.put(key, new Letter(mail.getArgument(2), mail.getArgument(3)))).as(key).isNull();
            return null;
        }).when(outbox).mail(any(), any(), any(), any());
        return outbox;
    }

    private Optional<String> address(String user) {
        return Optional.of(user).filter(verified::contains).map(name -> name + "@example.vn");
    }

    private Addressees addressees() {
        var deputies = mock(PostDeputies.class);
        when(deputies.of(any())).thenReturn(List.of(DEPUTY));
        return new Addressees(holders, deputies, jdbc);
    }

    private MailChoices choices() {
        return new MailChoices(outbox(), jdbc, clock);
    }

    private static Letters letters() {
        var words = new ResourceBundleMessageSource();
        words.setBasenames("messages", "labels");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        return new Letters(words, properties());
    }

    private static NoticeProperties properties() {
        return new NoticeProperties(Duration.ofDays(90), LocalTime.of(7, 30), Duration.ofSeconds(10),
                URI.create("https://phongtrao.example.vn"));
    }

    private static TransactionTemplate transaction() {
        return new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    private void choose(String person, MailChoice choice, Language language) {
        choices().choose(choice, language, Officer.of(person, List.of()));
    }

    private long toPost(String causer) {
        return jdbc.sql("""
                        insert into notice (at, dossier_number, kind, post, task, stop, caused_by)
                        values (?, ?, 'task-arrived', ?, 'sign', 1, ?) returning id""")
                .params(Timestamp.from(clock.instant().minusSeconds(120)), DOSSIER, CHIEFS, causer).query(Long.class).single();
    }
}
