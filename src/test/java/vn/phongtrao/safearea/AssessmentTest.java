package vn.phongtrao.safearea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import vn.phongtrao.dossier.Finding;
import vn.phongtrao.dossier.Option;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.safearea.Criterion.Measure;

/** How an area is judged, criterion by criterion. */
class AssessmentTest {

    private static final Criterion PLAN = new Criterion("plan", "Có kế hoạch", null, null, false, "Điều 1");
    private static final Criterion FORCE = new Criterion("force", "Lực lượng tốt", null, null, false, "Điều 2");
    private static final Criterion SHARE =
            new Criterion("share", "Đủ tỷ lệ", Measure.SAFE_HAMLETS, new BigDecimal("0.70"), false, "Điều 3");
    private static final Criterion MODEL =
            new Criterion("model", "Có mô hình", Measure.EFFECTIVE_MODELS, BigDecimal.ONE, false,
                    "Điều 4");

    private static final Registration IN_TIME = new Registration(LocalDate.of(2027, 2, 15), true, 95, 100,
            LocalDate.of(2027, 2, 20));

    @Test
    void anAreaPassesWhenItMeetsEveryCriterion() {
        var assessment = Assessment.of(List.of(PLAN, SHARE, MODEL), List.of("plan"), new Figures(7, 10, 1), null);

        assertThat(assessment.passed()).isTrue();
        assertThat(assessment.verdict()).isEqualTo("Đạt tất cả tiêu chí");
        assertThatCode(assessment::requirePassed).doesNotThrowAnyException();
    }

    @Test
    void oneMissingCriterionIsEnoughToFail() {
        var assessment = Assessment.of(List.of(PLAN, FORCE), List.of("plan"), null, null);

        assertThat(assessment.passed()).isFalse();
        assertThat(assessment.missing()).extracting(line -> line.criterion().key()).containsExactly("force");
        assertThat(assessment.verdict()).isEqualTo("Chưa đạt: còn thiếu 1 tiêu chí");
    }

    @Test
    void withoutCriteriaNobodyPasses() {
        assertThat(Assessment.of(List.of(), List.of("plan"), null, null).passed()).isFalse();
    }

    @Test
    void whatTheRegistersSayIsNotForTheUnitToDeclare() {
        assertThat(Assessment.of(List.of(SHARE, MODEL), List.of("share", "model"), new Figures(6, 10, 0), null).missing())
                .hasSize(2);
        assertThat(Assessment.of(List.of(SHARE, MODEL), List.of(), new Figures(7, 10, 1), null).passed()).isTrue();
    }

    @Test
    void aCriterionThatTheTablesDoNotKnowDoesNotCount() {
        assertThat(Assessment.of(List.of(PLAN), List.of("other"), null, null).passed()).isFalse();
    }

    @Test
    void everyShortcomingIsNamedWithItsFigureAndParagraph() {
        var assessment = Assessment.of(List.of(PLAN, SHARE, MODEL), List.of(), new Figures(5, 8, 1), null);

        assertThat(assessment.shortcomings())
                .isEqualTo("Có kế hoạch (Điều 1); Đủ tỷ lệ: 5/8 khóm, ấp (62,5%) (Điều 3)");
        assertThat(assessment.reason()).isEqualTo(assessment.shortcomings());
        assertThatThrownBy(assessment::requirePassed).hasMessageContaining(assessment.shortcomings())
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.RULE_BROKEN);
                    assertThat(refusal.field()).hasValue("criteria");
                });
    }

    @Test
    void anAreaThatMeetsAllMayStillBeRefused() {
        assertThat(Assessment.of(List.of(PLAN), List.of("plan"), null, null).reason())
                .isEqualTo("Cấp có thẩm quyền không chấp thuận hồ sơ");
    }

    @Test
    void onlyWhatTheUnitJudgesItselfIsOffered() {
        assertThat(Assessment.options(List.of(PLAN, SHARE, FORCE)))
                .containsExactly(new Option("plan", "Có kế hoạch"), new Option("force", "Lực lượng tốt"));
    }

    @Test
    void aCriterionThatIsNotMetKeepsTheDossierFromBeingRecognised() {
        assertThat(Assessment.of(List.of(PLAN, MODEL), List.of("plan"), new Figures(0, 8, 0), null).findings())
                .containsExactly(
                new Finding(null, true, "Có kế hoạch", false, "Điều 1"),
                new Finding("0 mô hình", false, "Có mô hình", true, "Điều 4"));
    }

    private static Criterion registration(String least, boolean grace) {
        return new Criterion("plan", "Có đăng ký", Measure.REGISTRATION, least == null ? null : new BigDecimal(least),
                grace, "Điều 4");
    }

    private static Assessment of(Criterion criterion, List<String> met, Registration registration) {
        return Assessment.of(List.of(criterion), met, null, registration);
    }

    @Test
    void aRegistrationIsReadFromTheRegisterAndNotTicked() {
        assertThat(of(registration(null, false), List.of("plan"), null).passed()).isFalse();
        assertThat(of(registration(null, false), List.of("plan"), null).shortcomings())
                .isEqualTo("Có đăng ký: chưa có trong sổ đăng ký (Điều 4)");
        assertThat(of(registration(null, false), List.of(), IN_TIME).passed()).isTrue();
        assertThat(Assessment.options(List.of(registration(null, false)))).isEmpty();
    }

    @Test
    void aRegistrationWithFewerHouseholdsThanAskedForIsNotEnough() {
        assertThat(of(registration("1", false), List.of(), IN_TIME).shortcomings())
                .isEqualTo("Có đăng ký: đăng ký ngày 15/02/2027, nhập vào sổ ngày 20/02/2027, 95/100 hộ (95%) (Điều 4)");
        assertThat(of(registration("1", false), List.of(), new Registration(IN_TIME.on(), true, 100, 100,
                IN_TIME.on())).passed())
                .isTrue();
    }

    @Test
    void aRegistrationOutsideTheFirstQuarterIsNotEnough() {
        assertThat(of(registration(null, false), List.of(), new Registration(LocalDate.of(2027, 4, 1), false, null, null,
                LocalDate.of(2027, 4, 1)))
                .shortcomings()).contains("đăng ký ngày 01/04/2027, ngoài thời gian đăng ký");
    }

    @Test
    void beforeTheRegisterWasKeptTheUnitMayJudgeItselfButNotAgainstTheRegister() {
        assertThat(of(registration("1", true), List.of("plan"), null).passed()).isTrue();
        assertThat(of(registration("1", true), List.of(), null).passed()).isFalse();
        assertThat(of(registration("1", true), List.of("plan"), IN_TIME).passed()).isFalse();
        assertThat(Assessment.options(List.of(registration("1", true)))).containsExactly(new Option("plan", "Có đăng ký"));
    }
}
