package vn.phongtrao.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestLogTest {

    @ParameterizedTest
    @CsvSource({"/api/dossiers/KT-31813-2024-00001, /api/dossiers/KT-31813-2024-00001", "/dossiers;jsessionid=AAAA/x, /dossiers-/x",
            "/engine-rest/user/police-officer.31813/profile, /engine-rest/user/-/profile", "/verify/ABCD-EFGH, /verify/-", "/a%0D%0Ab, /a%0D%0Ab"})
    void aPathNamesNoAccountAndNoSecret(String sent, String written) {
        assertThat(RequestLog.path(sent)).isEqualTo(written);
    }

    @Test
    void aPathIsNotWrittenWithoutEnd() {
        assertThat(RequestLog.path("/" + "a".repeat(8_000))).hasSize(301).endsWith("…");
        assertThat(RequestLog.path(null)).isEqualTo("-");
    }
}
