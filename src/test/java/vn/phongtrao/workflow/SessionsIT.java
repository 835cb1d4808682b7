package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.individual;
import static vn.phongtrao.workflow.Journey.officer;
import static vn.phongtrao.workflow.Journey.proposal;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.security.Officer;

/** What the engine reads once and what it does not write any more changes nothing of what it does. */
@ScenarioTest
class SessionsIT {

    private static final String COMMUNE = "95/954/31813";
    private static final Officer DRAFTER = officer(POLICE_OFFICER, COMMUNE);

    @Autowired
    Journey journey;
    @Autowired
    RepositoryService models;
    @Autowired
    HistoryService history;

    @Test
    void aProcessThatIsSuspendedStartsNoMoreThoughItWasReadJustNow() {
        propose();
        models.suspendProcessDefinitionByKey("commendation");
        try {
            assertThatThrownBy(this::propose).hasMessageContaining("đang tạm dừng");
        } finally {
            models.activateProcessDefinitionByKey("commendation");
        }
        assertThat(propose()).startsWith("KT-");
    }

    @Test
    void activitiesHaveTheirTimesAndTasksAndVariablesHaveNoHistoryOfTheirOwn() {
        var number = propose();
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        var chief = officer(POLICE_CHIEF, COMMUNE);
        journey.take(journey.task(number, "sign", chief).getId(), chief);
        journey.approve(number, "sign", chief);

        var instances = history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).list();
        assertThat(instances).hasSizeGreaterThan(1).allSatisfy(instance -> {
            assertThat(history.createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).finished()
                    .list()).isNotEmpty().allMatch(activity -> activity.getDurationInMillis() != null
                            && activity.getStartTime() != null && activity.getProcessDefinitionKey() != null);
            assertThat(history.createHistoricVariableInstanceQuery().processInstanceId(instance.getId()).count())
                    .isZero();
            assertThat(history.createHistoricDetailQuery().processInstanceId(instance.getId()).count()).isZero();
        });
        assertThat(instances).flatExtracting(instance -> history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId()).activityType("userTask").list()).isNotEmpty()
                .allMatch(activity -> ((HistoricActivityInstance) activity).getTaskId() != null)
                .anyMatch(activity -> chief.id().equals(((HistoricActivityInstance) activity).getAssignee()));
        assertThat(history.createHistoricTaskInstanceQuery().processInstanceBusinessKey(number).count()).isZero();
    }

    private String propose() {
        return journey.propose(DRAFTER, proposal("commune-certificate", "ad-hoc", List.of(individual("Người mẫu"))));
    }
}
