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

    @ParameterizedTest
    @ValueSource(strings = {"095185001234", "095 185 001 234", "095.185.001.234", "095-185-001-234", "0951 8500 1234", "095185 001234",
            "095 185 001234", "380123456", "380 123 456", "380.123.456", "380-123-456", "M12345678", "M 12345678", "m 1234 5678", "PA 1234567",
            "PA-1234567", "M 123.456.789", "12AV34567"})
    void aNumberIsLookedForHoweverItIsTypedAndFindsTheSame(String typed) {
        assertThat(CitizenNumbers.in(typed)).hasValue(typed);
        assertThat(PersonDocument.meant(typed).toList()).isNotEmpty()
                .isEqualTo(PersonDocument.meant(typed.replaceAll("[ .-]", "")).toList());
    }

    /** Texts are looked for without regard to hyphens, so that a part of a dossier's number is typed in many ways. */
    @ParameterizedTest
    @ValueSource(strings = {"", "KT-31813-2024-00001", "kt 31813 2024 00001", "KT 31813 2024", "KT-31813-2024", "KT 31813", "KT-31813", "KT 954 2024",
            "KT-95-2024-00001", "31813-2024", "31813-2024-00001", "05/QĐ-UBND", "01.07.2024", "2024-07-01", "Tổ 12", "khóm 3 phường 2",
            "0912 345 678", "12345"})
    void otherTextsAreLookedForAsTexts(String typed) {
        assertThat(CitizenNumbers.in(typed)).isEmpty();
    }
}
