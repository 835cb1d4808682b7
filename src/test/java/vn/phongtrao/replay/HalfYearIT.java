package vn.phongtrao.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.phongtrao.local.DemoProvince;
import vn.phongtrao.local.LocalKeycloak;
import vn.phongtrao.local.WithLocalServices;

/** The half-year in few communes; {@link HalfYear#main} does all of them, and then every figure is as reported. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@WithLocalServices
class HalfYearIT {

    private static final int COMMUNES = 2;
    private static final int HAMLETS = 8;

    @Test
    void figuresAreAsReportedAndAReplayThatWasStoppedGoesOn(@LocalServerPort int port) {
        var site = new Site("http://localhost:" + port, LocalKeycloak.shared().url(), DemoProvince.BAC_LIEU_2024,
                DemoProvince.BAC_LIEU_2024.testRealm());
        new TeamLaunch(site).run(1);
        assertThat(site.all("admin", "/api/teams")).hasSize(HAMLETS);
        new HalfYear(site, COMMUNES).run();
        new HalfYear(site, COMMUNES).run();

        var statistics = site.get("police-officer.95", "/api/statistics?unit=95&from=2024-01-01");
        assertThat(Article.ALL).filteredOn(article -> !article.figure().startsWith("team")
                        && !article.figure().startsWith("safe") && !article.figure().equals("awards"))
                .hasSizeGreaterThan(12).allSatisfy(article -> assertThat(article.counted(statistics))
                        .as(article.figure()).isEqualTo(article.reported()));
        assertThat(statistics.get("teams").asInt()).isEqualTo(COMMUNES * HAMLETS);
        assertThat(statistics.get("teamLeaders").asInt()).isEqualTo(COMMUNES * HAMLETS);
        assertThat(statistics.get("teamDeputies").asInt()).isEqualTo(COMMUNES * HAMLETS);
        assertThat(statistics.get("teamOthers").asInt()).isEqualTo(seats(site) - 2 * COMMUNES * HAMLETS);
        assertThat(statistics.get("safeHamlets").asInt()).isEqualTo(COMMUNES * (HAMLETS - 3));
        assertThat(site.get("police-officer.95", "/api/commendation-report").at("/total/unknownGender").asInt()).isZero();
        assertThat(site.all("admin", "/api/awards")).isNotEmpty().extracting(award -> award.get("name").asText())
                .allMatch(name -> name.contains("Mẫu")).noneMatch(name -> name.matches(".*[a-z]-[a-z0-9].*"));
        assertThat(site.all("admin", "/api/teams")).extracting(team -> team.get("hamlet").asText()).doesNotHaveDuplicates();
        site.all("admin", "/api/decisions").stream()
                .collect(Collectors.groupingBy(decision -> decision.get("authority").asText() + decision.get("symbol")))
                .values().forEach(HalfYearIT::assertWithoutGaps);
    }

    /** Of the hamlets that have a team. */
    private static int seats(Site site) {
        var hamlets = site.all("admin", "/api/teams").stream().map(team -> team.get("hamlet")).toList();
        return site.all("admin", "/api/team-quotas").stream().filter(quota -> hamlets.contains(quota.get("hamlet")))
                .mapToInt(quota -> quota.get("seats").asInt()).sum();
    }

    private static void assertWithoutGaps(List<JsonNode> decisions) {
        assertThat(decisions).extracting(decision -> decision.get("number").asInt())
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, decisions.size()).boxed().toList());
    }
}
