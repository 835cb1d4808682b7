package vn.phongtrao.commendation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeritTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Thành tích xuất sắc trong phong trào | đã có thành tích xuất sắc trong phong trào",
        "Có thành tích xuất sắc 6 tháng | đã có thành tích xuất sắc 6 tháng",
        "Đã có thành tích: bắt trộm | đã có thành tích bắt trộm",
        "Đã bắt quả tang kẻ trộm xe. | đã bắt quả tang kẻ trộm xe",
        "Bắt quả tang kẻ trộm xe | đã có thành tích bắt quả tang kẻ trộm xe",
        "Phong trào Toàn dân bảo vệ an ninh Tổ quốc | đã có thành tích phong trào Toàn dân bảo vệ an ninh Tổ quốc",
        "Phòng 5 | đã có thành tích Phòng 5", "PCCC | đã có thành tích PCCC"})
    void anAchievementGoesOnInASentence(String achievement, String merit) {
        assertThat(Merit.of(achievement, null)).isEqualTo(merit);
    }

    /** Luật Thi đua, khen thưởng 2022, Điều 8. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "Thành tích xuất sắc | Phong trào thi đua \"Vì an ninh\" | đã có thành tích xuất sắc trong phong trào thi đua \"Vì an ninh\"",
        "Thành tích xuất sắc trong phong trào thi đua | Vì an ninh | đã có thành tích xuất sắc trong phong trào thi đua \"Vì an ninh\"",
        "Thành tích tốt trong phong trào. | Cuộc vận động giao nộp vũ khí | đã có thành tích tốt trong cuộc vận động giao nộp vũ khí",
        "Đã bắt trộm | Phong trào hè 2026 | đã bắt trộm trong phong trào hè 2026"})
    void theCampaignIsWhereItWasAchieved(String achievement, String campaign, String merit) {
        assertThat(Merit.of(achievement, campaign)).isEqualTo(merit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Phong trào thi đua \"Toàn dân bảo vệ an ninh Tổ quốc\"", "Toàn dân Bảo vệ An ninh Tổ quốc",
        "Phong trào Toàn dân bảo vệ an ninh Tổ quốc"})
    void aCampaignIsNotNamedTwice(String campaign) {
        assertThat(Merit.of("Thành tích xuất sắc trong phong trào \"Toàn dân bảo vệ an ninh tổ quốc\" năm 2025", campaign))
                .isEqualTo("đã có thành tích xuất sắc trong phong trào \"Toàn dân bảo vệ an ninh tổ quốc\" năm 2025");
    }
}
