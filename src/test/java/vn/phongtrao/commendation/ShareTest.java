package vn.phongtrao.commendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShareTest {

    @Test
    void twoOfThreeReachTwoThirdsExactly() {
        assertThat(Share.of("2/3").reachedBy(2, 3)).isTrue();
        assertThat(Share.of("2/3").reachedBy(6, 9)).isTrue();
        assertThat(Share.of("2/3").reachedBy(5, 8)).isFalse();
    }

    @Test
    void halfDoesNotExceedHalf() {
        assertThat(Share.of("1/2").exceededBy(2, 4)).isFalse();
        assertThat(Share.of("1/2").exceededBy(3, 5)).isTrue();
    }

    @Test
    void twoThirdsDoNotExceedTwoThirds() {
        assertThat(Share.of("2/3").exceededBy(6, 9)).isFalse();
        assertThat(Share.of("2/3").exceededBy(7, 9)).isTrue();
    }

    @Test
    void nothingOfNothingExceedsNothing() {
        assertThat(Share.of("1/2").exceededBy(0, 0)).isFalse();
    }

    @Test
    void textThatIsNoShareIsRefused() {
        assertThatThrownBy(() -> Share.of("2/0")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Share.of("0.5")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void moreThanTheWholeIsRefused() {
        assertThat(Share.of("5/5").reachedBy(5, 5)).isTrue();
        assertThatThrownBy(() -> Share.of("5/4")).hasMessage("tỷ lệ \"5/4\" lớn hơn 1");
    }
}
