package vn.phongtrao.commendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.phongtrao.RulesOnFile;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.team.ServiceTimes;
import vn.phongtrao.team.ServiceTimes.AreaTime;
import vn.phongtrao.team.ServiceTimes.Served;
import vn.phongtrao.unit.UnitPath;

/** Who has served long enough for the medal, by the tables. */
class MedalServiceTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);

    private final ServiceTimes times = mock();
    private final Earlier earlier = mock();
    private final MedalService medals = new MedalService(times, earlier, new RulesOnFile());

    @ParameterizedTest
    @CsvSource({"male, 2010-07-01, true", "male, 2010-07-02, false", "female, 2015-07-01, true",
            "female, 2015-07-02, false"})
    void menServeFifteenYearsInTeamsAndWomenTen(String gender, LocalDate since, boolean enough) {
        served(since);

        assertThat(judge("team-member", gender, null, null, null)).extracting(Finding::fits, Finding::enforced,
                Finding::legalBasis).containsExactly(tuple(enough, true,
                "Thông tư 20/2025/TT-BCA"));
    }

    @ParameterizedTest
    @CsvSource({"border, true", "island, true", "especially-difficult, true", "mountainous, false",
            "ethnic-minority, false"})
    void serviceInSpecialAreasCountsTwice(String area, boolean enough) {
        var since = LocalDate.of(2018, 1, 1);
        served(since, new AreaTime(area, since, null));

        assertThat(judge("team-member", "male", null, null, null)).extracting(Finding::fits).containsExactly(enough);
    }

    @ParameterizedTest
    @CsvSource({"96, , true", "95, , false", "50, 46, true", "50, 45, false"})
    void whatWasBeforeTheTeamCountsToo(int before, Integer special, boolean enough) {
        served(LocalDate.of(2018, 7, 1));

        var findings = judge("team-member", "male", before, special, null);
        assertThat(findings).extracting(Finding::fits).containsExactly(enough);
        assertThat(findings.get(0).message()).contains("sổ Tổ: 7 năm", "cần đủ 15 năm");
    }

    @ParameterizedTest
    @CsvSource({"120, 1, true, true", "119, 1, false, true", "120, 0, true, false"})
    void leadersAreTenYearsInPostAndWereCommended(int months, int awards, boolean longEnough, boolean commended) {
        when(earlier.count(any())).thenReturn(awards);

        assertThat(judge("leader", null, null, null, months)).extracting(Finding::fits)
                .containsExactly(longEnough, commended);
    }

    @ParameterizedTest
    @CsvSource({"2025-04-28, true, Thông tư 20/2025/TT-BCA", "2025-04-27, false, Thông tư 11/2021/TT-BCA"})
    void whatIsNotSaidIsAskedForAsStrictlyAsTheServiceItself(LocalDate day, boolean enforced, String legalBasis) {
        served(LocalDate.of(2000, 1, 1));

        for (var nominee : List.of(nominee(null, "male", null, null, null), nominee("team-member", null, null, null, null))) {
            assertThat(medals.of("1. Mẫu", nominee, "security-medal", Days.on(day))).extracting(Finding::fits,
                    Finding::enforced, Finding::legalBasis).containsExactly(tuple(false, enforced, legalBasis));
        }
        assertThat(judge("team-member", null, null, null, null)).extracting(Finding::message)
                .containsExactly("Chưa ghi là ông hay bà nên chưa xác định được thời gian công tác cần có");
    }

    @Test
    void beforeTheCircularOf2025ItIsOnlySaid() {
        served(LocalDate.of(2024, 7, 1));

        assertThat(medals.of("1. Mẫu", nominee("team-member", "male", null, null, null), "security-medal",
                Days.on(LocalDate.of(2025, 4, 27)))).extracting(Finding::fits, Finding::enforced)
                .containsExactly(tuple(false, false));
    }

    @Test
    void otherFormsAskForNoService() {
        assertThat(medals.of("1. Mẫu", nominee(null, "male", null, null, null), "province-merit", Days.on(DAY))).isEmpty();
    }

    @Test
    void theRegisterOfTeamsProvesServiceInThemAlone() {
        assertThat(MedalService.registered(nominee("team-member", "male", null, null, null))).isTrue();
        assertThat(MedalService.registered(nominee("team-member", "male", 1, null, null))).isFalse();
        assertThat(MedalService.registered(nominee("leader", "male", null, null, 120))).isFalse();
        assertThat(MedalService.registered(nominee(null, "male", null, null, null))).isFalse();
    }

    private void served(LocalDate since, AreaTime... areas) {
        when(times.of(any())).thenReturn(List.of(new Served("Tổ mẫu", UnitPath.of("95/954/31813"), since, null,
                List.of(areas))));
    }

    private List<Finding> judge(String ground, String gender, Integer before, Integer special, Integer inPost) {
        return medals.of("1. Mẫu", nominee(ground, gender, before, special, inPost), "security-medal", Days.on(DAY));
    }

    private static Nominee nominee(String ground, String gender, Integer before, Integer special, Integer inPost) {
        return new Nominee(1L, DossierNumber.of("KT-1"), "individual", "Mẫu", gender, 1970, new byte[] {1},
                new byte[] {2}, "0********123", null, null, null, null, null, null, "citizen:02", Nominee.PENDING, null,
                null, null, ground == null ? null : new ServiceTold(ground, before, special, inPost), null, null);
    }
}
