package vn.phongtrao.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.phongtrao.RulesOnFile;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.report.ReportBook.Earlier;

/** What is told of figures that hardly go together. */
class LikelihoodTest {

    private static final Days DAYS = Days.on(LocalDate.of(2024, 7, 1));
    /** As many of everything, so that nothing is less than another. */
    private static final Figures HUNDRED = Figures.of(measure -> 100);

    private final Likelihood likelihood = new Likelihood(new RulesOnFile());

    @Test
    void figuresThatGoTogetherAreNotMentioned() {
        assertThat(told(HUNDRED, null)).isEmpty();
        assertThat(told(HUNDRED, HUNDRED)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LAUNCH_EVENTS, ATTENDANCES", "MASS_ORGANISATIONS, MASS_ORGANISATION_MEMBERS"})
    void fewerThanThereMustBeAreMentioned(Measure lesser, Measure greater) {
        var figures = with(greater, 99);

        assertThat(likelihood.of(figures, null, DAYS)).singleElement().satisfies(finding -> {
            assertThat(finding.message()).isEqualTo("%s (99) ít hơn %s (100)".formatted(greater.label(),
                    lesser.label()));
            assertThat(finding.fits()).isFalse();
            assertThat(finding.enforced()).isFalse();
            assertThat(finding.legalBasis()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({"499, 0", "500, 1", "21, 0", "20, 1", "0, 1"})
    void fiveTimesAsManyOrAFifthAreMentioned(int now, int mentioned) {
        assertThat(told(with(Measure.LEAFLETS, now), HUNDRED)).hasSize(mentioned);
    }

    @Test
    void whatIsComparedWithIsNamed() {
        assertThat(told(with(Measure.LEAFLETS, 12_000), HUNDRED)).containsExactly("Số tờ rơi, tài liệu tuyên truyền: "
                + "12.000, 6 tháng cuối năm 2023 là 100, chênh lệch từ 5 lần trở lên");
    }

    @ParameterizedTest
    @CsvSource({"LEAFLETS, 19, 0", "LEAFLETS, 20, 1", "REGULAR_POLICE, 9, 0", "REGULAR_POLICE, 10, 1"})
    void smallNumbersMayChangeAsTheyLike(Measure measure, int now, int mentioned) {
        assertThat(told(with(measure, now), HUNDRED, measure, 1)).hasSize(mentioned);
    }

    private List<String> told(Figures figures, Figures before, Measure measure, int one) {
        return told(figures, Figures.of(other -> other == measure ? Integer.valueOf(one) : before.get(other)));
    }

    private List<String> told(Figures figures, Figures before) {
        return likelihood.of(figures, before == null ? null : new Earlier("6 tháng cuối năm 2023", before), DAYS)
                .stream().map(Finding::message).toList();
    }

    private static Figures with(Measure measure, int number) {
        return Figures.of(other -> other == measure ? Integer.valueOf(number) : HUNDRED.get(other));
    }
}
