package vn.phongtrao.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.ContentDisposition;

class SentNameTest {

    @Test
    void aNameInAsciiIsPlainAndInUtf8Besides() {
        assertThat(SentName.of("xac-nhan.pdf", ContentDisposition.inline()))
                .isEqualTo("inline; filename=\"xac-nhan.pdf\"; filename*=UTF-8''xac-nhan.pdf");
    }

    @Test
    void anotherNameIsInUtf8() {
        assertThat(SentName.of("Báo cáo.pdf", ContentDisposition.attachment())).startsWith("attachment; ")
                .endsWith("filename*=UTF-8''B%C3%A1o%20c%C3%A1o.pdf");
    }
}
