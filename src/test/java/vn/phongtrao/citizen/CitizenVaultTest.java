package vn.phongtrao.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import vn.phongtrao.refusal.Refusal;

class CitizenVaultTest {

    private static final String NUMBER = "000000000123";

    private final CitizenVault vault = vault((byte) 1);

    @Test
    void aSealedNumberOpensAgain() {
        assertThat(vault.open(vault.seal(NUMBER))).isEqualTo(NUMBER);
    }

    @Test
    void equalNumbersHaveEqualDigestsButDifferentCiphers() {
        var once = vault.seal(NUMBER);
        var again = vault.seal(NUMBER);

        assertThat(once.digest()).isEqualTo(again.digest()).hasSize(32);
        assertThat(once.cipher()).isNotEqualTo(again.cipher());
        assertThat(vault.seal("000000000124").digest()).isNotEqualTo(once.digest());
    }

    @Test
    void theMaskShowsTheFirstAndTheLastThreeDigits() {
        assertThat(vault.seal(NUMBER).mask()).isEqualTo("0********123").hasSize(12);
    }

    @Test
    void neitherCipherNorTextShowsTheNumber() {
        var sealed = vault.seal(NUMBER);

        assertThat(new String(sealed.cipher(), StandardCharsets.ISO_8859_1)).doesNotContain(NUMBER);
        assertThat(sealed).hasToString("SealedNumber[0********123]");
    }

    @Test
    void anotherKeyOpensNothingAndDigestsDifferently() {
        var sealed = vault.seal(NUMBER);
        var other = vault((byte) 2);

        assertThatThrownBy(() -> other.open(sealed)).isInstanceOf(IllegalStateException.class);
        assertThat(other.seal(NUMBER).digest()).isNotEqualTo(sealed.digest());
    }

    @Test
    void aCipherThatWasChangedDoesNotOpen() {
        var sealed = vault.seal(NUMBER);
        sealed.cipher()[sealed.cipher().length - 1] ^= 1;

        assertThatThrownBy(() -> vault.open(sealed)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "12345678901", "1234567890123", "00000000012a", " 00000000123", "000000000123\n",
            "٠٠٠٠٠٠٠٠٠١٢٣"})
    void anythingButTwelveDigitsIsRefused(String number) {
        assertThatThrownBy(() -> vault.seal(number)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED);
            assertThat(refusal.field()).hasValue("citizenId");
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
