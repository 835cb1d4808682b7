package vn.phongtrao.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the number of a person's papers stands within a text, and which texts are nothing else. */
class WrittenNumbersTest {

    @ParameterizedTest
    @ValueSource(strings = {"095080000123", "Số căn cước 095080000123.", "CCCD:095080000123,", "095 080 000 123",
            "095.080.000.123", "095-080-000-123", "0950 8000 0123", "095080 000123", "095 080 000123", "095-080000123", "dòng\n095080000123", "٠٩٥٠٨٠٠٠٠١٢٣", "100000000000",
            "CMND 380123456", "chứng minh nhân dân số 380123456", "Hộ chiếu: PA1234567", "passport pa1234567",
            "CMND 385 123 456", "CMND số 385.123.456", "CMND: 385-123-456", "CMND_385_123_456", "CMT 385123456", "CMND (cũ): 385123456", "CMND của ông A là 385123456",
            "số chứng minh 385123456", "chung minh nhan dan 385123456", "hộ chiếu C 1234567", "hộ chiếu số: C1234567", "Passport No. C1234567", "passport 12AV34567",
            "căn cước 0 9 5 0 8 0 0 0 1 2 3 4", "09508 0001 234", "095_080_001_234", "095/080/001/234", "095,080,001,234", "095080-0012-34", "CCCD 095080001-234",
            "095080\n001234", "095 - 080 - 001 - 234", "095–080–001–234", "095\u00a0080\u00a0001\u00a0234", "095080\u200b001234", "095\u00ad080001234", "095080\u2060001234",
            "０９５０８０００１２３４", "sinh năm 1980 095 080 001 234", "từ 01/07/2024 căn cước 095080 001234", "CMND cấp ngày 01/07/2010, số 385123456", "385123456, CMND 385123457"})
    void aNumberIsFoundHoweverItIsWritten(String text) {
        assertThat(WrittenNumbers.within(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Hồ sơ KT-31813-2024-00001", "0912345678", "01/07/2024 08:30", "2024-07-01 2024-07-05",
            "100.000.000.000 đồng", "1234567890123", "0********123", "095 080", "0912345 678901", "095080 0001234",
            "150000000 đồng", "hộ chiếu của ông A", "CMND đã hết hạn", "hộ chiếu 12 người", "từ 01/07-05/08/2024",
            "2024-07-01 - 2024-07-05", "07/2024 08/2024 09/2024", "01/02 02/02 03/02", "01.02.2024 05.02.2024", "05-02-2024 06-02-2024", "07:30 01/07/2024 08:30", "số 05/QĐ-UBND ngày 01/07/2024",
            "Nghị định 105/2025/NĐ-CP", "012/2024/NĐ-CP, 013/2024/NĐ-CP", "KT-31813-2024-00001, KT-31813-2024-00123", "hộ chiếu, hồ sơ KT-31813-2024-00001", "31813-2024-00123 01/07/2024",
            "0912 345 678", "0912.345.678", "091-234-5678", "0912345678 10 người", "0912345678 0987654321", "CMND hết hạn, ĐT 0912 345 678", "căn cước, số điện thoại 0912345678", "+84 912 345 678",
            "2.051.000.000.000", "1.000.000.000.000 đồng", "CMND, kinh phí 150.000.000 đồng", "làm căn cước hết 150000000đ", "Tổ 01, 02, 03, 04, 05, 06", "01; 02; 03; 04; 05; 06",
            "95/954/31813", "01/001/00001 01/001/00002", "123456789", "C1234567", "095 080 001"})
    void otherDigitsAreNone(String text) {
        assertThat(WrittenNumbers.within(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"095185001234", "095 185 001 234", "095.185.001.234", "095-185-001-234", "0951 8500 1234", "095185 001234",
            "095 185 001234", "380123456", "380 123 456", "380.123.456", "380-123-456", "M12345678", "M 12345678", "m 1234 5678", "PA 1234567",
            "PA-1234567", "M 123.456.789", "12AV34567"})
    void aNumberIsLookedForHoweverItIsTypedAndFindsTheSame(String typed) {
        assertThat(CitizenNumbers.in(typed)).hasValue(typed.replaceAll("[ .-]", "").toUpperCase());
        assertThat(PersonDocument.meant(typed).toList()).isNotEmpty()
                .isEqualTo(PersonDocument.meant(typed.replaceAll("[ .-]", "")).toList());
    }

    /** As pasted from a sheet, or typed by another keyboard. */
    @ParameterizedTest
    @ValueSource(strings = {"095\u00a0185\u00a0001\u00a0234", "095185\u200b001234", "095\u2060185001234", "095\u00ad185001234", "095–185–001–234", "095/185/001/234",
            "095_185_001_234", "09518 5001 234", "0 9 5 1 8 5 0 0 1 2 3 4", "０９５１８５００１２３４"})
    void whatIsNotSeenOrDividesMakesNoOtherNumber(String typed) {
        assertThat(CitizenNumbers.in(typed)).hasValue("095185001234");
    }

    /** Texts are looked for without regard to hyphens, so that a part of a dossier's number is typed in many ways. */
    @ParameterizedTest
    @ValueSource(strings = {"", "KT-31813-2024-00001", "kt 31813 2024 00001", "KT 31813 2024", "KT-31813-2024", "KT 31813", "KT-31813", "KT 954 2024",
            "KT-95-2024-00001", "31813-2024", "31813-2024-00001", "05/QĐ-UBND", "01.07.2024", "2024-07-01", "Tổ 12", "khóm 3 phường 2",
            "0912 345 678", "12345", "01/07/2024", "01/07/2024 02/07/2024", "Lê 095185001234"})
    void otherTextsAreLookedForAsTexts(String typed) {
        assertThat(CitizenNumbers.in(typed)).isEmpty();
    }
}
