package vn.phongtrao.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a citizen number stands within a text. */
class WrittenNumbersTest {

    @ParameterizedTest
    @ValueSource(strings = {"095080000123", "Số căn cước 095080000123.", "CCCD:095080000123,", "095 080 000 123",
            "095.080.000.123", "095-080-000-123", "0950 8000 0123", "095080 000123", "095 080 000123", "095-080000123", "dòng\n095080000123", "٠٩٥٠٨٠٠٠٠١٢٣", "100000000000",
            "CMND 380123456", "chứng minh nhân dân số 380123456", "Hộ chiếu: PA1234567", "passport pa1234567"})
    void aNumberIsFoundHoweverItIsWritten(String text) {
        assertThat(CitizenNumbers.within(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Hồ sơ KT-31813-2024-00001", "0912345678", "01/07/2024 08:30", "2024-07-01 2024-07-05",
            "100.000.000.000 đồng", "1234567890123", "0********123", "095 080", "0912345 678901", "095080 0001234",
            "150000000 đồng", "hộ chiếu của ông A", "CMND đã hết hạn", "hộ chiếu 12 người"})
    void otherDigitsAreNone(String text) {
        assertThat(CitizenNumbers.within(text)).isFalse();
    }
}
