package vn.phongtrao.commendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import vn.phongtrao.RulesOnFile;
import vn.phongtrao.TestTables;
import vn.phongtrao.authority.Authorities;
import vn.phongtrao.authority.Authority;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.text.PlainText;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/** One achievement is not awarded twice: an award for January to June 2024 is in the register. */
@SpringJUnitConfig(EarlierTest.Slice.class)
class EarlierTest {

    private static final Authority CHAIR = new Authority(new Post(UnitPath.of("95"), Position.COMMITTEE_CHAIR), "tỉnh Bạc Liêu",
            "Bạc Liêu", "UBND", null, "Ủy ban nhân dân tỉnh Bạc Liêu", "Chủ tịch Ủy ban nhân dân tỉnh Bạc Liêu", "Chủ tịch", null, null,
            List.of());

    @Import({TestTables.class, Earlier.class, AwardForms.class})
    static class Slice {

        @Bean
        Rules rules() {
            return new RulesOnFile();
        }

        @Bean
        Authorities authorities() {
            return mock();
        }
    }

    @Autowired
    private Earlier earlier;
    @Autowired
    private Authorities authorities;
    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void anAward() {
        jdbc.sql("truncate dossier cascade").update();
        jdbc.sql("""
                insert into dossier (number, process, form, type, title, unit_path, decider, ending, status, opened_by,
                                     opened_at, version)
                values ('KT-1', 'commendation', 'province-merit', 'regular', 'Mẫu', '95/954/31813', '95/committee-chair',
                        'decide', 'DECIDED', 'x', now(), 0)""").update();
        jdbc.sql("""
                insert into commendation (dossier_number, award_form, achievement_type, achievement, achieved_from,
                                          achieved_to)
                values ('KT-1', 'province-merit', 'regular', 'Bắt trộm', '2024-01-01', '2024-06-30')""").update();
        jdbc.sql("""
                insert into nominee (dossier_number, kind, name, subject, result)
                values ('KT-1', 'collective', 'Tổ mẫu', 'tổ mẫu', 'awarded')""").update();
        jdbc.sql("""
                insert into award (dossier_number, nominee_id, decision_number, decided_on, unit_path, form, kind, name,
                    subject, achievement, achievement_key, achievement_type, achieved_from, achieved_to, coefficient,
                    base_salary, bonus)
                select 'KT-1', id, '05/QĐ-UBND', '2024-07-05', '95', 'province-merit', kind, name, subject, 'Bắt trộm',
                    :key, 'regular', '2024-01-01', '2024-06-30', 3, 2340000, 7020000 from nominee""")
                .param("key", PlainText.comparable("Bắt trộm")).update();
    }

    @ParameterizedTest
    @CsvSource({"tổ mẫu, BẮT  trộm!, ad-hoc, 2024-06-30, 2024-07-10, true",
            "tổ mẫu, bắt trộm, ad-hoc, 2024-07-01, 2024-07-10, false",
            "tổ mẫu, bắt trộm, ad-hoc, 2024-07-10, 2023-12-31, false",
            "tổ mẫu, Việc khác, ad-hoc, 2024-01-01, 2024-06-30, false",
            "tổ mẫu, Việc khác, regular, 2024-01-01, 2024-06-30, true",
            "tổ mẫu, Việc khác, regular, 2024-01-01, 2024-06-29, false",
            "tổ khác, bắt trộm, regular, 2024-01-01, 2024-06-30, false"})
    void anAchievementIsTheSameByItsTitleInAnOverlappingTimeOrByTheSamePeriodOfRegularWork(String subject,
            String title, String type, LocalDate from, LocalDate to, boolean same) {
        var found = earlier.awardFor(subject, new Commendation(DossierNumber.of("KT-2"), "commune-certificate", type,
                title, from, to, null, null, null));

        assertThat(found.isPresent()).isEqualTo(same);
    }

    /** Nghị định 152/2025/NĐ-CP, Điều 49 khoản 7: a title and a form of commendation are given for the same work. */
    @ParameterizedTest
    @CsvSource({"province-flag, false", "ministry-flag, false", "ministry-merit, true"})
    void aTitleAndAFormOfCommendationDoNotStandInEachOthersWay(String form, boolean same) {
        var proposed = new Commendation(DossierNumber.of("KT-2"), form, "regular", "Việc khác", LocalDate.of(2024, 1, 1),
                LocalDate.of(2024, 6, 30), null, null, null);
        assertThat(earlier.awardFor("tổ mẫu", proposed).isPresent()).isEqualTo(same);

        jdbc.sql("update award set form = 'province-flag'").update();
        assertThat(earlier.awardFor("tổ mẫu", proposed).isPresent()).as("after a flag").isEqualTo(!same);
    }

    /** Its own words are put right without standing in their own way. */
    @Test
    void whatItsOwnDossierGaveStandsInNoWay() {
        assertThat(earlier.awardFor("tổ mẫu", new Commendation(DossierNumber.of("KT-1"), "province-merit", "regular",
                "Bắt trộm", LocalDate.of(2024, 1, 1), LocalDate.of(2024, 6, 30), null, null, null))).isEmpty();
    }

    /** Of regular work in one period one award is enough, unless it was revoked; the same achievement is not awarded again. */
    @ParameterizedTest
    @CsvSource({"bắt trộm, ad-hoc, 2024-06-30, 2024-07-10, true", "Bắt trộm, regular, 2024-01-01, 2024-06-30, true",
            "Việc khác, regular, 2024-01-01, 2024-06-30, false", "Việc khác, ad-hoc, 2024-01-01, 2024-06-30, false"})
    void aRevokedAwardStandsInTheWayOfTheSameAchievementAlone(String title, String type, LocalDate from, LocalDate to,
                                                              boolean same) {
        jdbc.sql("update award set revoked_on = '2024-07-10', revoked_by = '09/QĐ-UBND'").update();
        var found = earlier.awardFor("tổ mẫu", new Commendation(DossierNumber.of("KT-2"), "commune-certificate", type,
                title, from, to, null, null, null));

        assertThat(found).isEqualTo(same ? Optional.of("05/QĐ-UBND ngày 05/07/2024 (đã bị hủy bỏ theo Quyết định số 09/QĐ-UBND)")
                : Optional.empty());
    }

    @Test
    void whatIsGivenOnceInALifeIsGivenAgainWhereItWasRevoked() {
        jdbc.sql("update award set revoked_on = '2024-07-10', revoked_by = '09/QĐ-UBND'").update();

        assertThat(earlier.award("tổ mẫu", "province-merit")).isEmpty();
    }

    @Test
    void theDecisionIsNamedWithWhoTookIt() {
        jdbc.sql("update dossier set higher_authority = 'Bộ trưởng Bộ Công an'").update();
        assertThat(earlier.award("tổ mẫu", "province-merit")).contains("05/QĐ-UBND ngày 05/07/2024 của Bộ trưởng Bộ Công an");

        when(authorities.of(new Post(UnitPath.of("95"), Position.COMMITTEE_CHAIR), LocalDate.of(2024, 7, 5))).thenReturn(CHAIR);
        jdbc.sql("""
                with decided as (insert into decision (authority, position, matter, symbol, year, number, signed_on, subject,
                                                       dossier_number, unit_path, signer, code)
                    values ('95', 'committee-chair', 'decision', 'QĐ-UBND', 2024, 5, '2024-07-05', 'Mẫu', 'KT-1', '95/954/31813', 'x',
                            'ABCD-EFGH') returning id)
                update award set decision_id = decided.id from decided""").update();
        assertThat(earlier.award("tổ mẫu", "province-merit"))
                .contains("05/QĐ-UBND ngày 05/07/2024 của Chủ tịch Ủy ban nhân dân tỉnh Bạc Liêu");
    }

    @Test
    void theDecisionThatAwardedIsNamed() {
        assertThat(earlier.award("tổ mẫu", "province-merit")).contains("05/QĐ-UBND ngày 05/07/2024");
        assertThat(earlier.award("tổ mẫu", "security-medal")).isEmpty();
        assertThat(earlier.award("tổ khác", "province-merit")).isEmpty();
    }

    @Test
    void nomineesAreShownWithWhatOtherDossiersGaveThem() {
        jdbc.sql("""
                insert into dossier (number, process, form, type, title, unit_path, decider, ending, status, opened_by,
                                     opened_at, version)
                select 'KT-2', process, form, type, title, unit_path, decider, ending, 'IN_PROGRESS', opened_by,
                       opened_at, 0
                from dossier""").update();
        jdbc.sql("""
                insert into commendation (dossier_number, award_form, achievement_type, achievement, achieved_from,
                                          achieved_to)
                select 'KT-2', award_form, achievement_type, 'Việc khác', achieved_from, achieved_to
                from commendation""").update();
        jdbc.sql("""
                insert into nominee (dossier_number, kind, name, subject, result)
                values ('KT-2', 'collective', 'Tổ mẫu một', 'tổ mẫu', 'pending'),
                       ('KT-2', 'collective', 'Tổ khác', 'tổ khác', 'pending')""").update();

        assertThat(earlier.of(DossierNumber.of("KT-2"))).containsExactly(new Honour("Tổ mẫu một",
                "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "Bắt trộm", "05/QĐ-UBND", LocalDate.of(2024, 7, 5), null));
        assertThat(earlier.of(DossierNumber.of("KT-1"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2024-07-05 08:00+07, 2024-07-05 08:01+07, true", "2024-07-05 08:00+07, 2024-07-05 07:59+07, false",
            "2024-06-01 08:00+07, 2024-07-05 00:30+07, true", "2024-06-01 08:00+07, 2024-07-04 23:30+07, false"})
    void aClosedDossierShowsNoAwardThatCameAfterwards(String givenAt, String closedAt, boolean shown) {
        jdbc.sql("update dossier set closed_at = ?::timestamptz").param(givenAt).update();
        jdbc.sql("""
                insert into dossier (number, process, form, type, title, unit_path, decider, ending, status, opened_by,
                                     opened_at, closed_at, version)
                select 'KT-3', process, form, type, title, unit_path, decider, ending, 'REJECTED', opened_by, opened_at,
                       ?::timestamptz, 0
                from dossier""").param(closedAt).update();
        jdbc.sql("""
                insert into commendation (dossier_number, award_form, achievement_type, achievement, achieved_from,
                                          achieved_to)
                select 'KT-3', award_form, achievement_type, 'Việc khác', achieved_from, achieved_to
                from commendation""").update();
        jdbc.sql("""
                insert into nominee (dossier_number, kind, name, subject, result)
                values ('KT-3', 'collective', 'Tổ mẫu', 'tổ mẫu', 'pending')""").update();

        assertThat(earlier.of(DossierNumber.of("KT-3"))).hasSize(shown ? 1 : 0);
    }
}
