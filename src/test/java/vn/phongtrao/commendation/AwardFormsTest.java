package vn.phongtrao.commendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.phongtrao.RulesOnFile;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.refusal.Refusal;

/** Which forms of award there are, and what they are called. */
class AwardFormsTest {

    private static final LocalDate LAST_DAY_OF_DISTRICTS = LocalDate.of(2025, 6, 30);

    private final AwardForms forms = new AwardForms(new RulesOnFile());

    @Test
    void aFormThatEndsWhileADossierIsOpenIsStillTheFormOfThatDossier() {
        var days = Days.on(LAST_DAY_OF_DISTRICTS).decided(LocalDate.of(2025, 8, 1));

        assertThat(forms.require("district-certificate", "regular", days).council()).isTrue();
    }

    @Test
    void aFormThatHasEndedIsNotProposedAnyMore() {
        var dayAfter = Days.on(LAST_DAY_OF_DISTRICTS.plusDays(1));

        assertThatThrownBy(() -> forms.require("district-certificate", "regular", dayAfter))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.field()).contains("awardForm"))
                .hasMessageContaining("\"Giấy khen của Chủ tịch Ủy ban nhân dân cấp huyện\" không áp dụng");
    }

    @Test
    void theMedalIsForPersonsAndOnceInALife() {
        var medal = forms.require("security-medal", "regular", Days.on(LocalDate.of(2024, 7, 1)));

        assertThat(medal.kinds()).containsExactly(Kind.INDIVIDUAL);
        assertThat(medal.oncePerLife()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"province-merit, Bằng khen, Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
            "police-director-certificate, Giấy khen, Giấy khen của Giám đốc Công an tỉnh",
            "security-medal, 'Kỷ niệm chương \"Bảo vệ an ninh Tổ quốc\"', 'Kỷ niệm chương \"Bảo vệ an ninh Tổ quốc\"'"})
    void theTitleOfACertificateLeavesOutWhoGivesIt(String form, String title, String name) {
        assertThat(AwardForm.title(form)).isEqualTo(title);
        assertThat(AwardForm.name(form)).isEqualTo(name);
    }

    /** Luật Thi đua, khen thưởng 2022, Điều 26. */
    @ParameterizedTest
    @CsvSource({"province-flag, BODY", "ministry-flag, BODY", "province-merit, HEAD", "police-director-certificate, HEAD",
            "own-form, HEAD"})
    void anEmulationTitleIsTheBodysAndWhatElseIsGivenItsHeads(String form, Giver giver) {
        assertThat(forms.giver(form, Days.on(LocalDate.of(2025, 7, 1)))).isEqualTo(giver);
    }

    @Test
    void aFormWithoutAWordIsCalledByItsId() {
        assertThat(AwardForm.name("own-form")).isEqualTo("own-form");
    }
}
