package vn.phongtrao.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import vn.phongtrao.local.DemoProvince;
import vn.phongtrao.local.LocalKeycloak;
import vn.phongtrao.local.WithLocalServices;

/**
 * A year in a few communes, read from the registers; {@link SafeAreaYear#main} does all of them: 462 of 512 hamlets and
 * 56 of 64 communes are safe then.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@WithLocalServices
@TestPropertySource(properties = "phongtrao.business-date=2024-11-18")
@EnabledIfSystemProperty(named = "sweep", matches = "full", disabledReason = "the half-year has safe areas, too")
class SafeAreaYearIT {

    private static final int COMMUNES = 10;

    @Test
    void communesAreSafeWhenTheirHamletsAreAndAReplayThatWasStoppedGoesOn(@LocalServerPort int port) {
        var site = new Site("http://localhost:" + port, LocalKeycloak.shared().url(),
                DemoProvince.BAC_LIEU_2024, DemoProvince.BAC_LIEU_2024.testRealm());
        new SafeAreaYear(site, 2024).run(1);
        new SafeAreaYear(site, 2024).run(COMMUNES);

        // three hamlets fail in each of the first eight communes and one in each of the next two
        var province = site.get("police-officer.95", "/api/safe-areas/shares?year=2024&tier=province").at("/content/0");
        assertThat(List.of(province.get("safeHamlets").asInt(), province.get("hamlets").asInt(),
                province.get("safeCommunes").asInt(), province.get("communes").asInt()))
                .containsExactly(8 * 5 + 2 * 7, 512, 2, 64);
        assertThat(site.all("police-officer.95", "/api/safe-areas?year=2024&result=failed")).hasSize(8 * 3 + 2 + 8)
                .allMatch(entry -> entry.get("reason").asText().contains("Thông tư 124/2021/TT-BCA"));
        assertThat(site.all("admin", "/api/dossiers?process=safe-area-recognition")).hasSize(COMMUNES * 9);
    }
}
