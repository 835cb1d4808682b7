package vn.phongtrao.commendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.phongtrao.RulesOnFile;
import vn.phongtrao.citizen.CitizenNumbers;
import vn.phongtrao.citizen.PersonDocument;
import vn.phongtrao.citizen.SampleVault;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.procedure.Days;

/** Whether a nominee's particulars go together. */
class PlausibilityTest {

    private static final Days DAYS = Days.on(LocalDate.of(2024, 7, 1));

    private final CitizenNumbers citizens = SampleVault.create();
    private final Plausibility plausibility = new Plausibility(citizens, new RulesOnFile());

    @Test
    void aChildWithTheNumberOfAGrownManIsFoundThreeTimes() {
        assertThat(plausibility.of("1. Mẫu", nominee("female", 2020, "095080000123"), DAYS))
                .allMatch(finding -> !finding.fits() && !finding.enforced() && finding.subject().equals("1. Mẫu"))
                .extracting(Finding::message).containsExactly("Số căn cước không phải của người sinh năm 2020",
                        "Số căn cước không phải của nữ",
                        "Người được đề nghị là trẻ em (dưới 16 tuổi); cần kiểm tra lại năm sinh");
    }

    @ParameterizedTest
    @CsvSource({"male, 1980, 095080000123", ", 1980, 095080000123", "female, 2008, 095308000123",
            ", , 095080000123", "male, 1980, "})
    void whatGoesTogetherIsNotMentioned(String gender, Integer birthYear, String number) {
        assertThat(plausibility.of("1. Mẫu", nominee(gender, birthYear, number), DAYS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"old-card, -, 2024-12-31, false, -", "old-card, -, 2025-01-01, false, Chứng minh nhân dân",
            "old-card, -, 2025-01-01, true, -", "travel, LAO, 2025-08-01, false, Người được đề nghị là người nước ngoài",
            "travel, VNM, 2025-08-01, false, Công dân Việt Nam có số định danh"})
    void anotherPaperIsJudgedByTheTableAndSaysNothingOfAgeAndGender(String kind, String state, LocalDate day, boolean dead,
                                                                    String message) {
        var sealed = citizens.seal("documentNumber", new PersonDocument(PersonDocument.Kind.of(kind),
                state == null ? "380123456" : "PA1234567", state), Optional.empty());
        var nominee = new Nominee(1L, DossierNumber.of("KT-1"), "individual", "Mẫu", "female", 1980, sealed.cipher(),
                sealed.digest(), sealed.mask(), null, null, null, null, null, null, "subject", Nominee.PENDING, null, dead,
                null, null, kind, state);

        var found = plausibility.of("1. Mẫu", nominee, Days.on(day));

        assertThat(found).allMatch(finding -> !finding.fits() && !finding.enforced() && finding.legalBasis() != null)
                .hasSize(message == null ? 0 : 1);
        assertThat(found).extracting(Finding::message).allSatisfy(said -> assertThat(said).startsWith(message));
    }

    private Nominee nominee(String gender, Integer birthYear, String number) {
        var sealed = number == null ? null : citizens.seal("citizenId", number, Optional.empty());
        return new Nominee(1L, DossierNumber.of("KT-1"), "individual", "Mẫu", gender, birthYear,
                sealed == null ? null : sealed.cipher(), sealed == null ? null : sealed.digest(),
                sealed == null ? null : sealed.mask(), null, null, null, null, null, null, "subject", Nominee.PENDING, null, null, null, null, null, null);
    }
}
