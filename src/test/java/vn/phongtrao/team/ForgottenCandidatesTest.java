package vn.phongtrao.team;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.team.TeamFixture.COMMUNE;
import static vn.phongtrao.team.TeamFixture.START;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;

import vn.phongtrao.MovableClock;
import vn.phongtrao.RulesOnFile;
import vn.phongtrao.retention.Forgotten;
import vn.phongtrao.retention.RunForgetting;

/** People who did not join a team are forgotten two years after their dossier ended. */
@SpringJUnitConfig({TeamFixture.Tables.class, ForgottenCandidates.class, Forgotten.class})
class ForgottenCandidatesTest {

    @Autowired
    private ForgottenCandidates candidates;
    @Autowired
    private Forgotten forgotten;
    @Autowired
    private PlatformTransactionManager transactions;
    @Autowired
    private TeamFixture fixture;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private MovableClock clock;

    @BeforeEach
    void dossiersThatEndedAtTheStart() {
        fixture.empty();
        jdbc.sql("truncate dossier cascade").update();
        fixture.hamlet(COMMUNE, "31813-01");
        establishment("decided", "DECIDED");
        candidate("decided", "Người trúng tuyển", "leader");
        candidate("decided", "Người không trúng tuyển", null);
        establishment("rejected", "REJECTED");
        candidate("rejected", "Người được đề nghị", "leader");
        establishment("open", "IN_PROGRESS");
        candidate("open", "Người chờ xét", null);
    }

    @Test
    void nobodyIsForgottenBeforeTheTimeIsOver() {
        clock.moveTo(START.plusYears(2).toString());
        forget();

        assertThat(names()).hasSize(4);
    }

    @Test
    void afterThatThoseStayWhoJoinedAndWhoStillWait() {
        clock.moveTo(START.plusYears(2).plusDays(1).toString());
        forget();

        assertThat(names()).containsExactlyInAnyOrder("Người trúng tuyển", "Người chờ xét");
        assertThat(jdbc.sql("""
                        select count(*) from team_candidate
                        where name is null and num_nonnulls(birth_date, gender, citizen_cipher, citizen_digest, citizen_mask,
                              education, residence_months, health_certificate, transitional, legal_clear,
                              legal_checked_on) = 0 and reasons = '{}' and result = 'elected'""").query(Long.class).single())
                .isEqualTo(2);
    }

    private void forget() {
        new RunForgetting(List.of(candidates), forgotten, new RulesOnFile(), transactions, clock).forget();
    }

    private void establishment(String number, String status) {
        jdbc.sql("""
                        insert into dossier (number, process, form, type, title, unit_path, decider, ending, status,
                                             opened_by, opened_at, closed_at, version)
                        values (:number, 'team-establishment', 'team', 'establishment', 'Mẫu', :unit, :decider,
                                'decide', :status,
                                'x', :start, case when :status <> 'IN_PROGRESS' then :start end, 0)""")
                .param("number", number).param("unit", COMMUNE.value()).param("decider", COMMUNE + "/committee-chair")
                .param("status", status).param("start", START.atTime(9, 0)).update();
        jdbc.sql("""
                        insert into team_plan (dossier_number, hamlet_path, seats, reason, meeting_date, quota_decider,
                                               quota_symbol)
                        values (?, ?, 3, 'Lý do mẫu', ?, '95/committee-chair', 'QĐ-UBND')""").params(number, COMMUNE + "/31813-01", START).update();
    }

    private void candidate(String dossier, String name, String role) {
        jdbc.sql("""
                        insert into team_candidate (dossier_number, name, birth_date, gender, citizen_cipher, citizen_digest,
                            citizen_mask, education, residence_months, health_certificate, transitional, legal_clear,
                            legal_checked_on, eligibility, reasons, legal_bases, result, role)
                        values (:dossier, :name, '1985-05-20', 'male', '\\x01', :digest, '0********123', 'primary', 24, true,
                            false, true, '2024-07-01', 'eligible', '{Lý do}', '{Điều 13}', 'elected', :role)""")
                .param("dossier", dossier).param("name", name).param("digest", name.getBytes()).param("role", role)
                .update();
    }

    private List<String> names() {
        return jdbc.sql("select name from team_candidate where name is not null").query(String.class).list();
    }
}
