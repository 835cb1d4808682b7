package vn.phongtrao.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import vn.phongtrao.local.DemoProvince;
import vn.phongtrao.local.LocalKeycloak;
import vn.phongtrao.local.WithLocalServices;

/** The figures of Bạc Liêu come from the registers: 462 of 512 hamlets and 56 of 64 communes are safe. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@WithLocalServices
@TestPropertySource(properties = "phongtrao.business-date=2024-11-18")
class SafeAreaYearTest {

    @Test
    void theYearEndsWithTheFiguresOfTheProvince(@LocalServerPort int port) {
        var site = new Site("http://localhost:" + port, LocalKeycloak.shared().url(),
                DemoProvince.BAC_LIEU_2024, DemoProvince.BAC_LIEU_2024.testRealm());
        new SafeAreaYear(site, 2024).run();

        var province = site.get("police-officer.95", "/api/safe-areas/shares?year=2024&tier=province").at("/content/0");
        assertThat(List.of(province.get("safeHamlets").asInt(), province.get("hamlets").asInt(),
                province.get("safeCommunes").asInt(), province.get("communes").asInt()))
                .containsExactly(462, 512, 56, 64);
        assertThat(site.all("police-officer.95", "/api/safe-areas?year=2024&result=failed")).hasSize(50 + 8)
                .allMatch(entry -> entry.get("reason").asText().contains("Thông tư 124/2021/TT-BCA"));

        new SafeAreaYear(site, 2024).run();
        assertThat(site.all("admin", "/api/dossiers?process=safe-area-recognition")).hasSize(512 + 64);
    }
}
