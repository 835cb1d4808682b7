package vn.phongtrao.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.phongtrao.local.DemoProvince;
import vn.phongtrao.local.LocalKeycloak;
import vn.phongtrao.local.WithLocalServices;

/**
 * The launch in a few communes; {@link TeamLaunch#main} does all of them. The sample quotas are those of 2024: three
 * members in a hamlet, four in the larger ones.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@WithLocalServices
class TeamLaunchIT {

    private static final int HAMLETS = 8;

    @Test
    void everyHamletGetsOneTeamAndAReplayThatWasStoppedGoesOn(@LocalServerPort int port) {
        var site = new Site("http://localhost:" + port, LocalKeycloak.shared().url(), DemoProvince.BAC_LIEU_2024,
                DemoProvince.BAC_LIEU_2024.testRealm());
        new TeamLaunch(site).run(1);
        assertThat(site.all("admin", "/api/teams")).hasSize(HAMLETS);

        new TeamLaunch(site).run(3);

        var teams = site.all("admin", "/api/teams");
        assertThat(teams).hasSize(3 * HAMLETS).extracting(team -> team.get("hamlet").asText()).doesNotHaveDuplicates();
        var roles = teams.stream().flatMap(team -> StreamSupport.stream(site.get("admin", "/api/teams/"
                        + team.get("id").asText()).get("members").spliterator(), false))
                .collect(Collectors.groupingBy(member -> member.get("role").asText(), Collectors.counting()));
        var seats = site.all("admin", "/api/team-quotas").stream().filter(quota -> teams.stream()
                .anyMatch(team -> team.get("hamlet").equals(quota.get("hamlet"))))
                .mapToLong(quota -> quota.get("seats").asInt()).sum();
        assertThat(roles).containsEntry("leader", 3L * HAMLETS).containsEntry("deputy", 3L * HAMLETS)
                .containsEntry("member", seats - 6L * HAMLETS);
        site.all("admin", "/api/decisions").stream()
                .collect(Collectors.groupingBy(decision -> decision.get("authority").asText()))
                .values().forEach(TeamLaunchIT::assertWithoutGaps);
    }

    private static void assertWithoutGaps(List<JsonNode> decisions) {
        assertThat(decisions).extracting(decision -> decision.get("number").asInt())
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, decisions.size()).boxed().toList());
    }
}
