package vn.phongtrao.workflow;

import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.officer;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;

import net.ttddyy.dsproxy.QueryCountHolder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.security.Officer;
import vn.phongtrao.team.SampleTeams;

/** How long the steps of ratings take, for a commune with 12 teams and for one with 125, of four members each. */
@ScenarioTest
class TeamRatingBenchmark {

    @Autowired
    Journey journey;
    @Autowired
    SampleTeams teams;

    @Test
    void communesOfBothSizes() {
        for (int round = 0; round < 2; round++) {
            rate("95/960/31978", round == 0 ? 12 : 0, 2023 - round);
            rate("95/960/31981", round == 0 ? 125 : 0, 2023 - round);
        }
    }

    private void rate(String commune, int more, int year) {
        for (int i = 0; i < more; i++) {
            teams.since(teams.team(commune, 4), LocalDate.of(2000, 1, 1));
        }
        Officer drafter = officer(POLICE_OFFICER, commune);
        var number = timed("submit", () -> journey.propose("team-rating", drafter, Map.of("year", year)));
        Map<String, Object> fields = timed("show", () -> TeamRatingScenariosIT.rows(journey.show(number),
                (index, row) -> row.put("level", "good")));
        step(number, "complete-dossier", drafter, fields);
        step(number, "sign", officer(POLICE_CHIEF, commune), Map.of("outcome", "approve"));
        step(number, "decide", officer(COMMITTEE_CHAIR, commune), Map.of("outcome", "approve"));
    }

    private void step(String number, String task, Officer officer, Map<String, Object> fields) {
        timed(task, () -> {
            journey.complete(number, task, officer, fields);
            return null;
        });
    }

    private static <T> T timed(String step, Supplier<T> work) {
        QueryCountHolder.clear();
        var begin = System.nanoTime();
        var result = work.get();
        System.out.printf("ratings, %s: %d ms, %d statements%n", step, (System.nanoTime() - begin) / 1_000_000,
                QueryCountHolder.getGrandTotal().getTotal());
        return result;
    }
}
