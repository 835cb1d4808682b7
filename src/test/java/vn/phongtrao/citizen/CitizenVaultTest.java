package vn.phongtrao.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import vn.phongtrao.refusal.Refusal;

class CitizenVaultTest {

    private static final String NUMBER = "000000000123";

    private final CitizenVault vault = vault((byte) 1);

    private SealedNumber seal(String number) {
        return vault.seal("citizenId", number, Optional.empty());
    }

    @Test
    void aNumberThatComesBackMaskedIsTheOneThatIsKept() {
        var kept = seal(NUMBER);

        assertThat(vault.seal("citizenId", "0********123", Optional.of(kept))).isSameAs(kept);
        assertThatThrownBy(() -> seal("0********123")).isInstanceOf(Refusal.class);
    }

    @Test
    void aSealedNumberOpensAgain() {
        assertThat(vault.open(seal(NUMBER))).isEqualTo(NUMBER);
    }

    @Test
    void equalNumbersHaveEqualDigestsButDifferentCiphers() {
        var once = seal(NUMBER);
        var again = seal(NUMBER);

        assertThat(once.digest()).isEqualTo(again.digest()).hasSize(32);
        assertThat(once.cipher()).isNotEqualTo(again.cipher());
        assertThat(seal("000000000124").digest()).isNotEqualTo(once.digest());
    }

    @Test
    void theMaskShowsTheFirstAndTheLastThreeDigits() {
        assertThat(seal(NUMBER).mask()).isEqualTo("0********123").hasSize(12);
    }

    @Test
    void neitherCipherNorTextShowsTheNumber() {
        var sealed = seal(NUMBER);

        assertThat(new String(sealed.cipher(), StandardCharsets.ISO_8859_1)).doesNotContain(NUMBER);
        assertThat(sealed).hasToString("SealedNumber[0********123]");
    }

    @Test
    void anotherKeyOpensNothingAndDigestsDifferently() {
        var sealed = seal(NUMBER);
        var other = vault((byte) 2);

        assertThatThrownBy(() -> other.open(sealed)).isInstanceOf(IllegalStateException.class);
        assertThat(other.seal("citizenId", NUMBER, Optional.empty()).digest()).isNotEqualTo(sealed.digest());
    }

    @Test
    void aCipherThatWasChangedDoesNotOpen() {
        var sealed = seal(NUMBER);
        sealed.cipher()[sealed.cipher().length - 1] ^= 1;

        assertThatThrownBy(() -> vault.open(sealed)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "12345678901", "1234567890123", "00000000012a", " 00000000123", "000000000123\n",
            "٠٠٠٠٠٠٠٠٠١٢٣", "0********124"})
    void anythingButTwelveDigitsIsRefused(String number) {
        assertThatThrownBy(() -> vault.seal("nominees[0].citizenId", number, Optional.of(seal(NUMBER))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED);
            assertThat(refusal.field()).hasValue("nominees[0].citizenId");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"not base64!", "c2hvcnQ=", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=="})
    void aKeyOfTheWrongShapeStopsTheStartWithoutShowingIt(String key) {
        assertThatThrownBy(() -> new CitizenVault(new CitizenProperties(key)))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("phongtrao.citizen-key")
                .hasMessageNotContaining(key);
    }

    private static CitizenVault vault(byte seed) {
        var key = new byte[32];
        Arrays.fill(key, seed);
        return new CitizenVault(new CitizenProperties(Base64.getEncoder().encodeToString(key)));
    }
}
