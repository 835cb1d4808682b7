package vn.phongtrao.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.TestDatabase;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.DossierProcess;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;

/** Who is told what, and how reading goes, in the database alone. */
class NoticesTest {

    private static final Instant NOW = Instant.parse("2024-07-10T03:00:00Z");
    private static final String DOSSIER = "KT-31813-2024-00001";
    private static final String OTHER_DOSSIER = "KT-31843-2024-00001";
    private static final String CHIEFS = "95/954/31813/police-chief";
    private static final Officer CHIEF = Officer.of("police-chief.31813", List.of(CHIEFS));
    private static final Officer DEPUTY = Officer.of("police-chief-2.31813", List.of(CHIEFS));
    private static final Officer STRANGER = Officer.of("police-chief.31843", List.of("95/956/31843/police-chief"));
    private static final Officer ADMINISTRATOR = Officer.of("admin", List.of(Officer.ADMINISTRATORS));

    private static JdbcClient jdbc;
    private static Notices notices;

    @BeforeAll
    static void twoDossiers() {
        jdbc = JdbcClient.create(TestDatabase.create());
        for (var unit : List.of("95/954/31813", "95/956/31843")) {
            jdbc.sql("""
                    insert into dossier (number, process, form, type, title, words, unit_path, decider, ending, status,
                                         opened_by, opened_at, version)
                    values (?, 'commendation', 'x', 'x', 'Hồ sơ mẫu', '', ?, '95/committee-chair', 'decide', 'IN_PROGRESS',
                            'x', now(), 0)""")
                    .params("KT-%s-2024-00001".formatted(unit.substring(7)), unit).update();
        }
        var process = mock(DossierProcess.class);
        when(process.taskName(any(), any())).thenReturn("Ký duyệt hồ sơ");
        notices = new Notices(process, jdbc, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @BeforeEach
    void none() {
        jdbc.sql("delete from notice").update();
        jdbc.sql("delete from dossier_step").update();
        jdbc.sql("update dossier set unit_path = '95/956/31843' where number = ?").param(OTHER_DOSSIER).update();
    }

    @Test
    void aPostIsTheHoldersOfTheDayAndEachReadsForHimself() {
        var id = toPost(CHIEFS, null);

        assertThat(unread(CHIEF)).isOne();
        assertThat(unread(DEPUTY)).isOne();
        notices.read(id, CHIEF);
        notices.read(id, CHIEF);
        assertThat(unread(CHIEF)).isZero();
        assertThat(unread(DEPUTY)).isOne();
        assertThat(all(CHIEF)).singleElement().satisfies(notice -> {
            assertThat(notice.unread()).isFalse();
            assertThat(notice.text()).isEqualTo("Nhiệm vụ mới: Ký duyệt hồ sơ");
        });
        assertThat(unread(new Officer(CHIEF.id(), STRANGER.posts(), false))).isZero();
    }

    @Test
    void othersAreNotToldAndFindNothingAtItsAddress() {
        var id = toPost(CHIEFS, null);

        for (var other : List.of(STRANGER, ADMINISTRATOR, Officer.of("police-officer.31813",
                List.of("95/954/31813/police-officer")))) {
            assertThat(unread(other)).isZero();
            assertThat(all(other)).isEmpty();
            assertThatThrownBy(() -> notices.read(id, other)).isInstanceOf(Refusal.class);
            assertThat(notices.readAll(NOW, null, other)).isZero();
        }
        assertThat(unread(CHIEF)).isOne();
    }

    @Test
    void nobodyIsToldOfWhatHeDidHimself() {
        toPost(CHIEFS, CHIEF.id());

        assertThat(unread(CHIEF)).isZero();
        assertThat(all(CHIEF)).isEmpty();
        assertThat(unread(DEPUTY)).isOne();
    }

    @Test
    void whoMayNotSeeADossierIsToldNothingOfIt() {
        insert(OTHER_DOSSIER, null, CHIEF.id(), NOW, null, false);
        assertThat(unread(CHIEF)).isZero();
        assertThat(all(CHIEF)).isEmpty();

        jdbc.sql("""
                insert into dossier_step (dossier_number, task, unit_path, position, actor, received_at, finished_at, working_days)
                values (?, 'sign', '95/956/31843', 'police-chief', ?, now(), now(), 0)""")
                .params(OTHER_DOSSIER, CHIEF.id()).update();
        assertThat(unread(CHIEF)).isOne();
    }

    @Test
    void whatIsOverIsListedButNotUnread() {
        insert(DOSSIER, CHIEFS, null, NOW, null, true);

        assertThat(unread(CHIEF)).isZero();
        assertThat(all(CHIEF)).singleElement().matches(Notices.Entry::over).matches(notice -> !notice.unread());
    }

    @Test
    void allAreReadUpToAMomentOrThoseOfOneDossier() {
        insert(DOSSIER, CHIEFS, null, NOW.minus(Duration.ofHours(2)), null, false);
        insert(DOSSIER, CHIEFS, null, NOW, null, false);

        assertThat(notices.readAll(Instant.MIN, null, CHIEF)).isZero();
        assertThat(notices.readAll(NOW, DossierNumber.of(OTHER_DOSSIER), CHIEF)).isZero();
        assertThat(notices.readAll(NOW.minus(Duration.ofHours(1)), null, CHIEF)).isOne();
        assertThat(unread(CHIEF)).isOne();
        assertThat(notices.readAll(Instant.MAX, DossierNumber.of(DOSSIER), CHIEF)).isOne();
        assertThat(unread(CHIEF)).isZero();
    }

    @Test
    void theNewestFewHundredAreShownAndOlderOnesOnceThoseAreRead() {
        var old = insert(DOSSIER, CHIEFS, null, NOW.minus(Duration.ofDays(1)), null, false);
        jdbc.sql("update dossier set unit_path = '95/954/31813' where number = ?").param(OTHER_DOSSIER).update();
        for (int n = 0; n < Notices.MOST_SHOWN; n++) {
            insert(OTHER_DOSSIER, CHIEFS, null, NOW, null, false);
        }

        var newest = notices.byDossier(true, CHIEF, PageRequest.of(0, 20));
        assertThat(newest.more()).isTrue();
        assertThat(newest.page()).singleElement().satisfies(of -> {
            assertThat(of.number().value()).isEqualTo(OTHER_DOSSIER);
            assertThat(of.unread()).isEqualTo(Notices.MOST_SHOWN);
            assertThat(of.notices()).hasSize(20);
        });

        notices.readAll(NOW, DossierNumber.of(OTHER_DOSSIER), CHIEF);
        var older = notices.byDossier(true, CHIEF, PageRequest.of(0, 20));
        assertThat(older.more()).isFalse();
        assertThat(older.page()).singleElement().satisfies(of -> assertThat(of.notices()).extracting(Notices.Entry::id).containsExactly(old));
    }

    @Test
    void dossiersWithSomethingUnreadComeFirstAndTheirUnreadNoticesToo() {
        var old = insert(DOSSIER, CHIEFS, null, NOW.minus(Duration.ofDays(1)), null, false);
        insert(DOSSIER, CHIEFS, null, NOW.minus(Duration.ofDays(2)), null, false);
        notices.read(old, CHIEF);
        jdbc.sql("update dossier set unit_path = '95/954/31813' where number = ?").param(OTHER_DOSSIER).update();
        insert(OTHER_DOSSIER, CHIEFS, null, NOW, null, true);

        var page = notices.byDossier(false, CHIEF, PageRequest.of(0, 20)).page();
        assertThat(page.getContent()).extracting(of -> of.number().value()).containsExactly(DOSSIER, OTHER_DOSSIER);
        assertThat(page.getContent().get(0).unread()).isOne();
        assertThat(page.getContent().get(0).notices()).extracting(Notices.Entry::unread).containsExactly(true, false);
        assertThat(notices.byDossier(true, CHIEF, PageRequest.of(0, 20)).page().getContent()).singleElement()
                .satisfies(of -> assertThat(of.notices()).hasSize(1));
        assertThat(notices.byDossier(false, CHIEF, PageRequest.of(1, 1)).page().getContent()).hasSize(1);
    }

    @Test
    void noMoreThanAHundredAreCounted() {
        for (int n = 0; n < 101; n++) {
            toPost(CHIEFS, null);
        }
        assertThat(notices.unread(CHIEF)).isEqualTo(new Notices.Unread(100, true));
    }

    @Test
    void oldOnesAreDeletedWithWhoReadThem() {
        var old = insert(DOSSIER, CHIEFS, null, NOW.minus(Duration.ofDays(91)), null, false);
        var young = insert(DOSSIER, CHIEFS, null, NOW.minus(Duration.ofDays(89)), null, false);
        notices.read(old, CHIEF);

        new OldNotices(new NoticeProperties(Duration.ofDays(90), null, null, null), jdbc, Clock.fixed(NOW, ZoneOffset.UTC)).delete();

        assertThat(all(CHIEF)).extracting(Notices.Entry::id).containsExactly(young);
        assertThat(jdbc.sql("select count(*) from notice_read").query(Long.class).single()).isZero();
    }

    private static int unread(Officer officer) {
        return notices.unread(officer).unread();
    }

    private static List<Notices.Entry> all(Officer officer) {
        return notices.list(new Notices.Filter(null, null, null), officer, PageRequest.ofSize(50)).getContent();
    }

    private static long toPost(String post, String causer) {
        return insert(DOSSIER, post, null, NOW, causer, false);
    }

    private static long insert(String dossier, String post, String person, Instant at, String causer, boolean over) {
        return jdbc.sql("""
                        insert into notice (at, dossier_number, kind, post, person, task, stop, caused_by, over)
                        values (?, ?, 'task-arrived', ?, ?, 'sign', 1, ?, ?) returning id""")
                .params(Timestamp.from(at), dossier, post, person, causer, over).query(Long.class).single();
    }
}
