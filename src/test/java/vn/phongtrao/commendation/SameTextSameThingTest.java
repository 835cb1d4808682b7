package vn.phongtrao.commendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.LocalDate;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import vn.phongtrao.RulesOnFile;
import vn.phongtrao.commendation.Proposal.Row;
import vn.phongtrao.local.LocalPostgres;
import vn.phongtrao.unit.UnitPath;

/** Nobody is paid twice because the same words were typed in another way. */
class SameTextSameThingTest {

    private static final UnitPath UNIT = UnitPath.of("95/954/31813");

    @ParameterizedTest
    @CsvSource({"Hòa giải ở cơ sở, Hoà giải ở cơ sở", "Bà Thúy bắt trộm, bà Thuý bắt trộm",
            "Bắt trộm, Bắt\u200B trộ\u00ADm", "Đuổi bắt cướp, \u00D0uổi bắt cướp", "Bắt trộm, 'Bắt\u00A0 trộm.'"})
    void anAchievementIsTheSameHoweverItIsTyped(String one, String other) {
        assertThat(of(one).achievementKey()).isEqualTo(of(other).achievementKey());
    }

    @ParameterizedTest
    @CsvSource({"Hộ ông Hòa, Hộ ông Hoà, Ấp Mỹ Thúy, ấp Mỹ Thuý", "Hộ bà Đặng, Hộ bà \u00D0ặng, Ấp 1, 'Ấp\u200B 1 '"})
    void aHouseholdIsTheSameHoweverItIsTyped(String name, String otherName, String hamlet, String otherHamlet) {
        assertThat(subject(name, hamlet)).isEqualTo(subject(otherName, otherHamlet));
    }

    /** What was awarded before is compared in the new form, too. */
    @Test
    void awardsFromBeforeStandInTheWay() {
        var source = new DriverManagerDataSource(LocalPostgres.shared().database("texts_before"),
                LocalPostgres.USER, "");
        Flyway.configure().dataSource(source).target("189?").load().migrate();
        var jdbc = JdbcClient.create(source);
        jdbc.sql("""
                insert into dossier (number, process, form, type, title, unit_path, decider, ending, status, opened_by,
                                     opened_at, version)
                values ('KT-1', 'commendation', 'province-merit', 'ad-hoc', 'Bằng khen', '95/954/31813',
                        '95/committee-chair', 'decide', 'DECIDED', 'x', now(), 0)""").update();
        jdbc.sql("""
                insert into commendation (dossier_number, award_form, achievement_type, achievement, achieved_from,
                                          achieved_to)
                values ('KT-1', 'province-merit', 'ad-hoc', 'Hòa giải', '2024-01-01', '2024-06-30')""").update();
        jdbc.sql("""
                insert into nominee (dossier_number, kind, name, hamlet, subject, result)
                values ('KT-1', 'household', 'Hộ ông Hòa', 'Ấp Thúy',
                        'household:95/954/31813:ấp thúy:hộ ông hòa', 'awarded')""").update();
        jdbc.sql("""
                insert into award (dossier_number, nominee_id, decision_number, decided_on, unit_path, form, kind, name,
                    subject, achievement, achievement_key, achievement_type, achieved_from, achieved_to, coefficient,
                    base_salary, bonus)
                select 'KT-1', id, '05/QĐ-UBND', '2024-07-05', '95', 'province-merit', kind, name, subject, 'Hòa giải',
                       'hòa giải', 'ad-hoc', '2024-01-01', '2024-06-30', 3, 2340000, 7020000 from nominee""").update();

        Flyway.configure().dataSource(source).load().migrate();

        assertThat(new Earlier(jdbc, new AwardForms(new RulesOnFile()), mock(), Clock.systemUTC()).awardFor(subject("hộ ông Hoà", "ấp Thuý"),
                of("Hoà giải"))).contains("05/QĐ-UBND ngày 05/07/2024");
        assertThat(jdbc.sql("select number from dossier where found_by like '%ho ong hoa%'").query(String.class).list())
                .containsExactly("KT-1");
        assertThat(jdbc.sql("select name from award where found_by like '%hoa giai%'").query(String.class).list())
                .containsExactly("Hộ ông Hòa");
    }

    private static String subject(String name, String hamlet) {
        return Proposals.subject(UNIT, new Row(null, Kind.HOUSEHOLD, name, null, null, null, hamlet, null, null, null,
                null, null, null, null, null, null, null, null, null, null, null), null);
    }

    private static Commendation of(String achievement) {
        return new Commendation(null, "province-merit", "ad-hoc", achievement, LocalDate.of(2024, 1, 1),
                LocalDate.of(2024, 6, 30), null, null, null);
    }
}
