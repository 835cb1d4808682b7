package vn.phongtrao.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import vn.phongtrao.refusal.Refusal;

/** Persons who are known by another paper than a citizen number. */
class PersonDocumentTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private final CitizenVault vault = new CitizenVault(new CitizenProperties(KEY));

    @ParameterizedTest
    @ValueSource(strings = {"PA1234567", "pa1234567", " PA 1234567 ", "PA-123.4567", "p a 1 2 3 4 5 6 7"})
    void aPassportIsTheSameHoweverItsNumberIsWritten(String written) {
        var sealed = seal(PersonDocument.travel("LAO", written));

        assertThat(vault.open(sealed)).isEqualTo("travel:LAO:PA1234567");
        assertThat(sealed.digest()).isEqualTo(seal(PersonDocument.travel("LAO", "PA1234567")).digest());
        assertThat(sealed.mask()).isEqualTo("******567");
    }

    @Test
    void anOldCardIsMaskedButForItsLastDigits() {
        var sealed = seal(PersonDocument.oldCard("380 123 456"));

        assertThat(vault.open(sealed)).isEqualTo("old-card:380123456");
        assertThat(sealed.mask()).isEqualTo("******456");
    }

    @Test
    void aMaskedNumberIsNotThatOfAnotherPaperOrState() {
        for (var other : List.of(PersonDocument.oldCard("******456"), PersonDocument.travel("LAO", "******567"))) {
            assertThatThrownBy(() -> seal(other)).isInstanceOf(Refusal.class).hasMessageContaining("nhập lại cả số");
        }
    }

    @Test
    void theSameDigitsOnAnotherPaperAreSomebodyElse() {
        var digests = Set.of(hex(PersonDocument.oldCard("123456789")), hex(PersonDocument.travel("USA", "123456789")),
                hex(PersonDocument.travel("GBR", "123456789")));

        assertThat(digests).hasSize(3);
    }

    @Test
    void aCitizenNumberIsSealedAsItWasBeforeThereWereOthers() {
        var sealed = seal(PersonDocument.citizen("095080000123"));

        assertThat(vault.open(sealed)).isEqualTo("095080000123");
        assertThat(sealed.digest()).isEqualTo(vault.seal("x", "095080000123", Optional.empty()).digest());
        assertThat(sealed.mask()).isEqualTo("0********123");
    }

    @Test
    void onlyACitizenNumberSaysWhomItBelongsTo() {
        assertThat(vault.holder(seal(PersonDocument.citizen("095080000123")))).hasValue(new Holder(1980, Gender.MALE));
        assertThat(vault.holder(seal(PersonDocument.oldCard("380123456")))).isEmpty();
        assertThat(vault.holder(seal(PersonDocument.travel("LAO", "PA1234567")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"citizen, -, 380123456", "citizen, -, 095 080 000 123", "old-card, -, 38012345",
            "old-card, -, 3801234567", "old-card, -, 095080000123", "old-card, -, 38012345A", "old-card, -, ******456",
            "old-card, -, -", "travel, LAO, PA123", "travel, LAO, PASSPORT", "travel, LAO, P1234567890123456",
            "travel, LAO, PÁ1234567", "travel, LAO, ******567", "travel, LAO, PA1234567'", "travel, XXX, PA1234567",
            "travel, lao, PA1234567", "travel, -, PA1234567", "travel, VNM, 095080000123", "travel, VNM, 380123456"})
    void whatIsNoNumberOfSuchAPaperIsRefused(String kind, String issuer, String number) {
        assertThatThrownBy(() -> vault.seal("nominees[0].documentNumber",
                new PersonDocument(PersonDocument.Kind.of(kind), number, issuer), Optional.empty()))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED);
                    assertThat(refusal.field()).hasValue("nominees[0].documentNumber");
                    assertThat(refusal.getMessage()).doesNotContain(String.valueOf(number));
                });
    }

    @Test
    void aMaskStandsForWhatIsKept() {
        var kept = seal(PersonDocument.travel("LAO", "PA1234567"));

        assertThat(vault.seal("x", PersonDocument.travel("LAO", "******567"), Optional.of(kept))).isSameAs(kept);
        assertThat(CitizenNumbers.isMasked(kept.mask())).isTrue();
        assertThat(CitizenNumbers.isMasked("PA1234567")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"095080000123", "0950 8000 0123", "380123456", "380 123 456", "PA1234567", "pa1234567", "13AB12345"})
    void aWholeNumberIsLookedForAsOne(String text) {
        assertThat(CitizenNumbers.in(text)).isPresent();
        assertThat(vault.digests(CitizenNumbers.in(text).orElseThrow())).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Khom12", "khóm 12345", "2024", "20240701", "0912345678", "KT-31813-2024-00001", "05/QĐ-UBND",
            "******567", "Nguyen"})
    void otherTextsAreLookedForAsWords(String text) {
        assertThat(CitizenNumbers.in(text)).isEmpty();
    }

    @Test
    void aNumberAloneMeansThePapersThatMayHaveIt() {
        assertThat(PersonDocument.meant("095080000123")).containsExactly(PersonDocument.citizen("095080000123"));
        assertThat(PersonDocument.meant("380123456")).contains(PersonDocument.oldCard("380123456"),
                PersonDocument.travel("USA", "380123456"));
        assertThat(PersonDocument.meant("pa 1234567")).contains(PersonDocument.travel("LAO", "PA1234567"))
                .hasSameSizeAs(States.codes());
        assertThat(PersonDocument.meant("1234")).isEmpty();
        assertThat(PersonDocument.meant("1234567890")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"095080000123, 0********123", "380123456, ******456", "PA1234567, ******567", "0912345678, 0912345678",
            "Khóm 1, Khóm 1", "KT12345, KT12345"})
    void aTextAboutAPersonIsMaskedWhereItIsANumber(String text, String shown) {
        assertThat(vault.masked(text)).isEqualTo(shown);
    }

    @Test
    void anotherKeySealsTheSamePaperAnew() {
        var ours = Base64.getEncoder().encodeToString("another-key-another-key-another-".getBytes());
        var sealed = seal(PersonDocument.travel("LAO", "PA1234567"));
        var anew = Resealing.between(KEY, ours).number(sealed);

        assertThat(anew.mask()).isEqualTo(sealed.mask());
        assertThat(anew.digest()).isEqualTo(new CitizenVault(new CitizenProperties(ours))
                .seal("x", PersonDocument.travel("LAO", "pa 1234567"), Optional.empty()).digest());
    }

    @Test
    void noNumberIsPartOfWhatALogHolds() {
        assertThat(PersonDocument.travel("LAO", "PA1234567")).hasToString("PersonDocument[travel]");
    }

    @Test
    void statesAreKnownByThreeLettersWithTheirVietnameseNames() {
        assertThat(States.codes()).contains("LAO", "KHM", "VNM").hasSizeGreaterThan(200).doesNotContain("LA", "XXX");
        assertThat(States.name("LAO")).hasValue("Lào");
        assertThat(States.name("KHM")).hasValue("Campuchia");
        assertThat(States.name(null)).isEmpty();
    }

    private SealedNumber seal(PersonDocument document) {
        return vault.seal("nominees[0].documentNumber", document, Optional.empty());
    }

    private String hex(PersonDocument document) {
        return Base64.getEncoder().encodeToString(seal(document).digest());
    }
}
