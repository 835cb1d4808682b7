package vn.phongtrao.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import vn.phongtrao.RulesOnFile;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.model.Grades.Appraisal;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.UnitPath;

/** The least grade of a model, and what counts as graded. */
class GradeRuleTest {

    private static final GradeRule ASKED = new GradeRule(Grade.GOOD, false, "Điều 1");
    private static final GradeRule ENFORCED = new GradeRule(Grade.GOOD, true, "Điều 1");

    private record Case(String level) {
    }

    @ParameterizedTest
    @CsvSource({"WEAK, false", "AVERAGE, false", "GOOD, true", "EXCELLENT, true"})
    void aGradeIsEnoughFromTheLeastUpwards(Grade grade, boolean enough) {
        assertThat(ASKED.judge(grade).fits()).isEqualTo(enough);
    }

    @Test
    void anAppraiserDoesNotAgreeToAGradeBelowTheLeastEvenWhereNoneIsAMust() {
        assertThatThrownBy(() -> ASKED.requireEnough(Level.DISTRICT, Grade.AVERAGE))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.RULE_BROKEN);
                    assertThat(refusal.field()).hasValue("grade");
                    assertThat(refusal.legalBasis()).hasValue("Điều 1");
                })
                .hasMessageContaining("Xếp loại trung bình thấp hơn mức tối thiểu để công nhận ở cấp huyện là khá");
        assertThatCode(() -> ASKED.requireEnough(Level.DISTRICT, Grade.GOOD)).doesNotThrowAnyException();
    }

    @Test
    void aModelWithoutAGradeIsDecidedOnUnlessOneIsAMust() {
        assertThatCode(() -> ASKED.require(null)).doesNotThrowAnyException();
        assertThatCode(() -> ENFORCED.require(Grade.GOOD)).doesNotThrowAnyException();
        assertThatThrownBy(() -> ENFORCED.require(null)).isInstanceOf(Refusal.class)
                .hasMessageContaining("Chưa được xếp loại, tối thiểu khá");
        assertThatThrownBy(() -> ENFORCED.require(Grade.WEAK)).isInstanceOf(Refusal.class)
                .hasMessageContaining("Xếp loại yếu, tối thiểu khá");
    }

    @Test
    void whoeverJudgesSeesTheGradeBesideTheLeast() {
        assertThat(ENFORCED.judge(Grade.EXCELLENT))
                .isEqualTo(new Finding(null, true, "Xếp loại xuất sắc, tối thiểu khá", true, "Điều 1"));
        assertThat(ASKED.judge(null))
                .isEqualTo(new Finding(null, false, "Chưa được xếp loại, tối thiểu khá", false, "Điều 1"));
    }

    @Test
    void theLastAppraisersGradeCounts() {
        assertThat(Grades.last(List.of())).isEmpty();
        assertThat(Grades.last(List.of(new Appraisal(1, UnitPath.of("95/954/31813"), Grade.EXCELLENT),
                new Appraisal(2, UnitPath.of("95/954"), Grade.AVERAGE)))).hasValue(Grade.AVERAGE);
    }

    @ParameterizedTest
    @CsvSource({"commune, AVERAGE", "district, GOOD", "province, GOOD", "ministry, EXCELLENT"})
    void higherLevelsAskForBetterGradesAndNoneIsAMustYet(String level, Grade least) {
        var rule = new RulesOnFile().row("model-grade", Days.on(LocalDate.of(2024, 7, 1)), new Case(level),
                GradeRule.class);

        assertThat(rule.least()).isEqualTo(least);
        assertThat(rule.enforced()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Grade.class)
    void aGradeIsReadByItsIdAlone(Grade grade) {
        assertThat(Grade.of(grade.id())).isEqualTo(grade);
        assertThatThrownBy(() -> Grade.of(grade.label())).isInstanceOf(IllegalArgumentException.class);
    }
}
