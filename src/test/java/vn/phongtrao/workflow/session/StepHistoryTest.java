package vn.phongtrao.workflow.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.junit.jupiter.api.Test;

class StepHistoryTest {

    private final StepHistory history = new StepHistory();

    @Test
    void instancesAndActivitiesHaveAHistory() {
        assertThat(List.of(HistoryEventTypes.PROCESS_INSTANCE_START, HistoryEventTypes.PROCESS_INSTANCE_END,
                HistoryEventTypes.ACTIVITY_INSTANCE_START, HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE,
                HistoryEventTypes.ACTIVITY_INSTANCE_END))
                .allMatch(type -> history.isHistoryEventProduced(type, null));
    }

    @Test
    void tasksHaveNoneOfTheirOwnButActivitiesNameThem() {
        assertThat(List.of(HistoryEventTypes.TASK_INSTANCE_CREATE, HistoryEventTypes.TASK_INSTANCE_UPDATE,
                HistoryEventTypes.TASK_INSTANCE_COMPLETE, HistoryEventTypes.TASK_INSTANCE_DELETE))
                .noneMatch(type -> history.isHistoryEventProduced(type, new TaskEntity()));
        assertThat(history.isHistoryEventProduced(HistoryEventTypes.TASK_INSTANCE_CREATE, null)).isTrue();
    }

    @Test
    void variablesAndFormFieldsHaveNone() {
        assertThat(List.of(HistoryEventTypes.VARIABLE_INSTANCE_CREATE, HistoryEventTypes.VARIABLE_INSTANCE_UPDATE,
                HistoryEventTypes.VARIABLE_INSTANCE_DELETE, HistoryEventTypes.FORM_PROPERTY_UPDATE))
                .noneMatch(type -> history.isHistoryEventProduced(type, null));
    }

    /** So that it goes on in a database that an earlier version made. */
    @Test
    void theDatabaseKnowsItAsTheLevelOfEarlierVersions() {
        assertThat(history.getId()).isEqualTo(HistoryLevel.HISTORY_LEVEL_AUDIT.getId());
        assertThat(history.getName()).isEqualTo("audit");
    }
}
