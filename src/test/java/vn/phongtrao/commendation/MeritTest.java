package vn.phongtrao.commendation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assertThat(Merit.of(achievement)).isEqualTo(merit);
    }
}
