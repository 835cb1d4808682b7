package vn.phongtrao.workflow.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.http.HttpTest;

/** The engine's SQL is known by heart: another version of the engine may say it otherwise, and tasks would be read to be counted. */
@HttpTest
class OwnCountsIT {

    private static final String POST = "95/954/31813/police-officer";
    private static final String OTHER = "95/954/31813/police-chief";

    @Autowired
    private ProcessEngine engine;

    @BeforeEach
    void signIn() {
        engine.getIdentityService().setAuthentication("police-officer.31813", List.of(POST, OTHER));
    }

    @AfterEach
    void signOut() {
        engine.getIdentityService().clearAuthentication();
    }

    @Test
    void whatWaitsForPostsAndWhatSomebodyHasInAllIsCountedWithoutReadingTasks() {
        assertThat(sql(tasks())).startsWith("select count(*) from (select ID_ from ACT_RU_TASK where ASSIGNEE_ = ? union select TASK_ID_");
        assertThat(sql(tasks().taskCandidateGroupIn(List.of(POST, OTHER)).includeAssignedTasks())).startsWith("select count(*) from (select TASK_ID_");
        assertThat(sql(tasks().taskCandidateGroup(POST).includeAssignedTasks())).startsWith("select count(*) from (select TASK_ID_");
    }

    @Test
    void whateverElseIsAskedIsAskedOfTasks() {
        assertThat(List.of(tasks().taskCandidateGroup(POST), tasks().active(), tasks().taskAssignee("x"),
                tasks().taskCandidateGroupIn(List.of(POST, "95/954/31843/police-officer")).includeAssignedTasks(),
                tasks().taskCandidateGroup(POST).includeAssignedTasks().active(), tasks().taskCandidateUser("police-officer.31813")))
                .allSatisfy(query -> assertThat(sql(query)).contains("from (select own.* from ACT_RU_TASK own"));
    }

    private TaskQuery tasks() {
        return engine.getTaskService().createTaskQuery();
    }

    private String sql(TaskQuery query) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(context -> {
            new Configured().configure((TaskQueryImpl) query);
            return configuration.getSqlSessionFactory().getConfiguration().getMappedStatement(OwnTasks.COUNT).getBoundSql(query).getSql();
        });
    }

    /** As it is before it is asked. */
    private static final class Configured extends OfficerTasks {

        void configure(TaskQueryImpl query) {
            configureQuery(query);
        }
    }
}
