package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.phongtrao.unit.Position.COMMITTEE_CLERK;
import static vn.phongtrao.unit.Position.COUNCIL_MEMBER;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.individual;
import static vn.phongtrao.workflow.Journey.officer;
import static vn.phongtrao.workflow.Journey.proposal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ScenarioTest
class FailedJobIT {

    private static final String COMMUNE = "95/954/31813";

    @Autowired
    Journey journey;
    @Autowired
    ManagementService management;
    @Autowired
    RuntimeService instances;
    @Autowired
    JdbcClient database;

    @Test
    void theEndOfAVoteThatFailsIsTriedAgainLaterAndLaterBeforeItIsAnIncident() {
        var number = voting();
        List<Duration> waits = new ArrayList<>();

        NoRoom.during(database, () -> {
            while (end(number).getRetries() > 0) {
                var failed = ClockUtil.getCurrentTime().getTime();
                assertThatThrownBy(() -> management.executeJob(end(number).getId())).hasMessageContaining("no room");
                waits.add(Duration.ofMillis(end(number).getDuedate().getTime() - failed));
            }
        });

        assertThat(waits.stream().limit(3).map(Duration::toMinutes)).containsExactly(1L, 5L, 30L);
        assertThat(waits).hasSize(4);
        assertThat(instances.createIncidentQuery().processInstanceId(end(number).getProcessInstanceId()).count()).isOne();
        management.executeJob(end(number).getId());
        journey.assertPath(number, "voting-closed", "tally-votes", "decide");
    }

    private Job end(String number) {
        return management.createJobQuery().activityId("voting-closed").list().stream()
                .filter(job -> instances.createProcessInstanceQuery().processInstanceId(job.getProcessInstanceId())
                        .processInstanceBusinessKey(number).count() == 1)
                .findFirst().orElseThrow();
    }

    /** @return a dossier of which two of three members have voted */
    private String voting() {
        var number = journey.propose(officer(POLICE_OFFICER, COMMUNE),
                proposal("commune-certificate", "regular", List.of(individual("Người mẫu"))));
        journey.complete(number, "complete-dossier", officer(POLICE_OFFICER, COMMUNE), Map.of());
        journey.approve(number, "sign", officer(POLICE_CHIEF, COMMUNE));
        journey.approve(number, "appraise", officer(COMMITTEE_CLERK, COMMUNE));
        for (int member = 1; member <= 2; member++) {
            journey.complete(number, "council-vote", officer(COUNCIL_MEMBER, COMMUNE, member),
                    Map.of("approvedNominees", journey.nomineeIds(number)));
        }
        return number;
    }
}
