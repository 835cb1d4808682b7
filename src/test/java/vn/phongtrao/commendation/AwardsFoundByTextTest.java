package vn.phongtrao.commendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.TestDatabase;
import vn.phongtrao.commendation.AwardRegister.Filter;
import vn.phongtrao.security.Officer;

/** The register of awards of a commune, asked as people ask. */
class AwardsFoundByTextTest {

    private static AwardRegister register;

    @BeforeAll
    static void awards() {
        var jdbc = JdbcClient.create(TestDatabase.create());
        jdbc.sql("""
                insert into dossier (number, process, form, type, title, unit_path, decider, ending, status, opened_by,
                                     opened_at, version)
                values ('KT-1', 'commendation', 'province-merit', 'ad-hoc', 'Bằng khen', '95/954/31813',
                        '95/committee-chair', 'decide', 'DECIDED', 'x', now(), 0)""").update();
        jdbc.sql("""
                insert into commendation (dossier_number, award_form, achievement_type, achievement, achieved_from,
                                          achieved_to)
                values ('KT-1', 'province-merit', 'ad-hoc', 'Hòa giải', '2024-01-01', '2024-06-30')""").update();
        for (var name : List.of("Zìn", "Ân", "Đặng Thúy", "An", "Dũng")) {
            jdbc.sql("""
                    with one as (insert into nominee (dossier_number, kind, name, subject)
                                 values ('KT-1', 'individual', :name, :name) returning id)
                    insert into award (dossier_number, nominee_id, decision_number, decided_on, unit_path, form, kind,
                        name, subject, achievement, achievement_key, achievement_type, achieved_from, achieved_to,
                        coefficient, base_salary, bonus)
                    select 'KT-1', id, '05/QĐ-UBND', '2024-07-05', '95/954/31813', 'province-merit', 'individual', :name,
                           :name, 'Hòa giải', 'x', 'ad-hoc', '2024-01-01', '2024-06-30', 3, 2340000, 7020000 from one""")
                    .param("name", name).update();
        }
        register = new AwardRegister(jdbc, mock());
    }

    @ParameterizedTest
    @CsvSource({"dang thuy, 1", "ĐẶNG THUÝ, 1", "\u00D0ặng, 1", "hoa giai, 5", "hoà giải, 5", "kt-1, 5", "05/qđ-ubnd, 5",
            "dang thuy binh, 0", "..., 0"})
    void aTextFindsNamesAchievementsAndNumbers(String text, int found) {
        assertThat(list(new Filter(null, null, null, null, text, null, null, null, null, null, null), "95/954/31813")).hasSize(found);
        assertThat(list(new Filter(null, null, null, null, text, null, null, null, null, null, null), "95/956/31843")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"dang thuy, 1", "Thuý, 1", "hoa giai, 0"})
    void aNameFindsNamesAlone(String text, int found) {
        assertThat(list(new Filter(null, null, null, null, null, text, null, null, null, null, null), "95/954/31813")).hasSize(found);
    }

    @Test
    void namesAreSortedAsPeopleLookThemUp() {
        assertThat(list(new Filter(null, null, null, "kt-1", null, null, null, null, null, null, null), "95")).containsExactly("An", "Ân",
                "Dũng", "Đặng Thúy", "Zìn");
    }

    private static List<String> list(Filter filter, String unit) {
        return register.list(filter, Officer.of("x", List.of(unit + "/police-officer")),
                PageRequest.of(0, 20, Sort.by("name"))).map(AwardRegister.Entry::name).getContent();
    }
}
