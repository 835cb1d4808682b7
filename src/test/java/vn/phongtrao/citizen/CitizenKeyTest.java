package vn.phongtrao.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.phongtrao.citizen.SampleKeys.base64;
import static vn.phongtrao.citizen.SampleKeys.key;
import static vn.phongtrao.citizen.SampleKeys.keys;
import static vn.phongtrao.citizen.SampleKeys.unmarked;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class CitizenKeyTest {

    private static final String NUMBER = "000000000123";

    @Test
    void anIdIsTheSameForTheSameKeyAndTellsNothingOfIt() {
        assertThat(key(1).id()).isEqualTo(key(1).id()).hasSize(16).isNotEqualTo(key(2).id());
        assertThat(HexFormat.of().formatHex(Base64.getDecoder().decode(base64(1)))).doesNotContain(key(1).id());
        assertThat(key(1)).hasToString("CitizenKey[%s]".formatted(key(1).id()));
    }

    @Test
    void whateverIsSealedBeginsWithTheIdOfItsKey() {
        assertThat(List.of(key(1).sealNumber(NUMBER), key(1).sealText("Nguyễn Văn Mẫu"))).allSatisfy(sealed ->
                assertThat(HexFormat.of().formatHex(Arrays.copyOf(sealed, CitizenKey.ID_BYTES))).isEqualTo(key(1).id()));
    }

    @Test
    void eachOfSeveralKeysOpensWhatItHasSealedWithAnIdOrWithout() {
        var vault = new CitizenVault(keys(2, 1), KeyChoice.always(key(2)));

        for (var seed : List.of(1, 2)) {
            assertThat(vault.openNumber(key(seed).sealNumber(NUMBER))).isEqualTo(NUMBER);
            assertThat(vault.openNumber(unmarked(key(seed).sealNumber(NUMBER)))).isEqualTo(NUMBER);
            assertThat(vault.openText(unmarked(key(seed).sealText("Mẫu")))).isEqualTo("Mẫu");
        }
        assertThatThrownBy(() -> vault.openNumber(key(3).sealNumber(NUMBER))).isInstanceOf(UnknownKey.class);
        assertThatThrownBy(() -> vault.openText(key(3).sealText("Mẫu"))).isInstanceOf(UnknownKey.class);
    }

    @Test
    void whoeverIsLookedForIsFoundUnderEachKey() {
        var vault = new CitizenVault(keys(2, 1), KeyChoice.always(key(2)));

        assertThat(vault.digests(NUMBER)).containsExactlyInAnyOrder(key(1).digest(NUMBER), key(2).digest(NUMBER));
        assertThat(vault.seal("citizenId", NUMBER, Optional.empty()).digest()).isEqualTo(key(2).digest(NUMBER));
    }

    @Test
    void theSameKeyTwiceIsOneAndAnEmptySettingIsNone() {
        assertThat(keys(1, 1).several()).isFalse();
        assertThat(new CitizenKeys(new CitizenProperties(base64(1), List.of(""))).several()).isFalse();
        assertThat(keys(1, 2).several()).isTrue();
        assertThatThrownBy(() -> new CitizenKeys(new CitizenProperties(base64(1), List.of("c2hvcnQ="))))
                .hasMessageContaining("phongtrao.citizen-other-keys").hasMessageNotContaining("c2hvcnQ=");
    }
}
