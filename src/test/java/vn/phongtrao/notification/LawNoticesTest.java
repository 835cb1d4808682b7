package vn.phongtrao.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.MovableClock;
import vn.phongtrao.TestDatabase;
import vn.phongtrao.dossier.DossierProcess;
import vn.phongtrao.law.LegalDocuments;
import vn.phongtrao.security.Officer;
import vn.phongtrao.security.PostDeputies;
import vn.phongtrao.security.PostHolders;

/** Who is told when of a decree that ends on 01/03/2027 (Nghị định 152/2025/NĐ-CP, Điều 60 khoản 1). */
class LawNoticesTest {

    private static final Officer ADMINISTRATOR = Officer.of("admin", List.of(Officer.ADMINISTRATORS));
    private static final Officer CHIEF = Officer.of("police-chief.95", List.of("95/police-chief"));

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.create());
    private final MovableClock clock = new MovableClock("2026-12-30");
    private final Notices notices = new Notices(mock(DossierProcess.class), jdbc, clock);
    private LawNotices law;

    @BeforeEach
    void open() {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(MovableClock.class, () -> clock);
        context.register(LegalDocuments.class);
        context.refresh();
        law = new LawNotices(context.getBean(LegalDocuments.class), jdbc, clock);
    }

    @Test
    void administratorsAreToldSixtyThirtyAndSevenDaysBeforeAndWhenItHasEnded() {
        for (var told : List.of("2026-12-30 0", "2026-12-31 1", "2027-01-29 1", "2027-01-30 2", "2027-02-21 2",
                "2027-02-22 3", "2027-02-28 3", "2027-03-01 4", "2027-05-01 4")) {
            clock.moveTo(told.substring(0, 10));
            law.write();
            law.write();
            assertThat(notices.unread(ADMINISTRATOR).unread()).as(told).isEqualTo(Integer.parseInt(told.substring(11)));
        }
        assertThat(notices.unread(CHIEF).unread()).isZero();
        assertThat(notices.list(new Notices.Filter(null, null, NoticeKind.LAW_ENDED), ADMINISTRATOR, PageRequest.ofSize(5)))
                .singleElement().satisfies(notice -> {
                    assertThat(notice.law()).isEqualTo("nd-152-2025");
                    assertThat(notice.dossierTitle()).isEqualTo("Nghị định 152/2025/NĐ-CP");
                    assertThat(notice.dossierNumber()).isNull();
                    assertThat(notice.dueOn()).isEqualTo(LocalDate.of(2027, 3, 1));
                });
    }

    @Test
    void theyAreShownTogetherAndReadLikeOthers() {
        clock.moveTo("2027-03-01");
        law.write();
        var page = notices.byDossier(true, ADMINISTRATOR, PageRequest.ofSize(5)).page();

        assertThat(page).singleElement().satisfies(of -> assertThat(of.law()).isEqualTo("nd-152-2025"));
        assertThat(notices.readAll(Instant.now(clock), null, ADMINISTRATOR)).isOne();
        assertThat(notices.unread(ADMINISTRATOR).unread()).isZero();
    }

    @Test
    void mailsGoToThoseInTheGroupOfAdministrators() {
        clock.moveTo("2027-03-01");
        law.write();
        var told = jdbc.sql(Told.ROWS).query((row, index) -> Told.of(row, mock(DossierProcess.class))).single();
        PostHolders holders = mock();
        when(holders.administrators()).thenReturn(List.of("admin"));
        PostDeputies deputies = mock();
        when(deputies.of(any())).thenReturn(List.of());

        assertThat(told.about()).isEqualTo("Nghị định 152/2025/NĐ-CP");
        assertThat(told.page()).isEqualTo("laws/nd-152-2025");
        assertThat(new Addressees(holders, deputies, jdbc).of(told, Set.of())).containsExactly("admin");
    }
}
