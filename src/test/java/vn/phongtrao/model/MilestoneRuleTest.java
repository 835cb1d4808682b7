package vn.phongtrao.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
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
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.UnitPath;

/** What a model has to have behind it before it is proposed. */
class MilestoneRuleTest {

    private static final LocalDate START = LocalDate.of(2023, 8, 31);
    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final Days TODAY = Days.on(LocalDate.of(2024, 7, 1));
    private static final MilestoneRule REVIEW = new MilestoneRule(Milestone.FIRST_REVIEW, 6, 12, false, "Điều 1");
    private static final MilestoneRule PLAN = new MilestoneRule(Milestone.SURVEY_PLAN, null, null, true, "Điều 2");

    @ParameterizedTest
    @CsvSource({"2024-02-28, false", "2024-02-29, true", "2024-08-31, true", "2024-09-01, false"})
    void theFirstReviewFallsBetweenSixAndTwelveMonthsAfterTheModelBegan(LocalDate reviewedOn, boolean inTime) {
        assertThat(REVIEW.judge(reviewed(reviewedOn), START).fits()).isEqualTo(inTime);
    }

    @Test
    void whereTheRegisterDoesNotSayWhenAModelBeganNoMonthIsCounted() {
        assertThat(REVIEW.judge(reviewed(START.minusYears(5)), null).fits()).isTrue();
    }

    @Test
    void whatHasNoMonthsIsDoneOnAnyDay() {
        var planned = new MilestonesReached("05/KH-UBND", START.minusYears(1), null, null, null, null);

        assertThat(PLAN.judge(planned, START)).isEqualTo(new Finding(null, true,
                "Kế hoạch khảo sát được phê duyệt ngày 31/08/2022", true, "Điều 2"));
    }

    @Test
    void aNumberWithoutADayIsNoMilestone() {
        var numbered = new MilestonesReached("05/KH-UBND", null, null, null, null, null);

        assertThat(PLAN.judge(numbered, START).fits()).isFalse();
        assertThat(PLAN.judge(numbered, START).message()).startsWith("Chưa có: ");
    }

    @Test
    void whoeverJudgesSeesTheMonthsThatAreAllowed() {
        assertThat(REVIEW.judge(reviewed(DAY), START).message())
                .isEqualTo("Sơ kết ngày 01/03/2024, cần trong khoảng 6 đến 12 tháng kể từ ngày hoạt động");
        assertThat(REVIEW.judge(MilestonesReached.NONE, START))
                .isEqualTo(new Finding(null, false, "Chưa có: Sơ kết", false, "Điều 1"));
    }

    @Test
    void everyMilestoneHasItsOwnNumberAndDay() {
        var reached = new MilestonesReached("1", DAY, "2", DAY.plusDays(1), "3", DAY.plusDays(2));

        assertThat(reached.all()).containsExactly(
                new MilestonesReached.Reached(Milestone.SURVEY_PLAN, "1", DAY),
                new MilestonesReached.Reached(Milestone.ESTABLISHMENT, "2", DAY.plusDays(1)),
                new MilestonesReached.Reached(Milestone.FIRST_REVIEW, "3", DAY.plusDays(2)));
    }

    @ParameterizedTest
    @CsvSource({"commune", "district", "province", "ministry"})
    void atEveryLevelTheGuidanceRemindsOfThreeMilestonesAndEnforcesNone(String level) {
        var findings = new Milestones(new RulesOnFile()).findings(proposal(level), TODAY);

        assertThat(findings).extracting(Finding::message).containsExactly(
                "Chưa có: Kế hoạch khảo sát được phê duyệt", "Chưa có: Quyết định thành lập", "Chưa có: Sơ kết");
        assertThat(findings).noneMatch(Finding::enforced);
    }

    @Test
    void aMissingMilestoneKeepsTheDossierOnlyWhereTheProvinceEnforcesIt() {
        new Milestones(rules(REVIEW)).require(proposal("commune"), TODAY);

        assertThatThrownBy(() -> new Milestones(rules(REVIEW, PLAN)).require(proposal("commune"), TODAY))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.RULE_BROKEN);
                    assertThat(refusal.field()).hasValue("milestones");
                    assertThat(refusal.legalBasis()).hasValue("Điều 2");
                });
    }

    private static MilestonesReached reviewed(LocalDate on) {
        return new MilestonesReached(null, null, null, null, "07/BC-CAX", on);
    }

    private static ModelProposal proposal(String level) {
        return new ModelProposal(DossierNumber.of("MH-31813-2024-00001"), null, "Mô hình mẫu", "crime-prevention",
                new Place(UnitPath.of("95/954/31813"), null, null), START, level, 1, null, null, MilestonesReached.NONE,
                null);
    }

    /** A province's own table. */
    private static Rules rules(MilestoneRule... rows) {
        var rules = mock(Rules.class);
        when(rules.rows(eq("model-milestone"), eq(TODAY), any(Record.class), eq(MilestoneRule.class)))
                .thenReturn(List.of(rows));
        return rules;
    }
}
