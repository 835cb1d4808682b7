package vn.phongtrao.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;
import java.util.List;

import jakarta.ws.rs.core.Response;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.identity.IdentityProviderException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerMistakeTest {

    @ParameterizedTest
    @CsvSource({"task, true", "task/count, true", "engine/default/task, true", "filter/7/list, true",
            "filter/7/singleResult, true", "history/task/count, true", "identity/groups, true",
            "task/7/form, false", "task/7/complete, false", "filter/7, false", "process-definition/7/xml, false"})
    void whatTheEngineStumblesOverInAListIsTheCallers(String path, boolean callers) {
        for (var thrown : List.of(new NullPointerException(), new ClassCastException())) {
            assertThat(CallerMistake.isCallers(path, thrown)).as(thrown.toString()).isEqualTo(callers);
        }
    }

    @ParameterizedTest
    @CsvSource({"task, true", "task/7, true", "filter/7, true", "job/7/retries, true", "process-instance/variables-async, true",
            "execution/7/messageSubscriptions/x/trigger, true", "task/7/form, false", "task/7/complete, false",
            "process-definition/7/submit-form, false", "process-definition/key/commendation/start, false"})
    void whatTheEngineRefusesIsTheCallersButForStepsOfDossiers(String path, boolean callers) {
        for (var thrown : List.of(new ProcessEngineException("both"), new NotValidException("negative"))) {
            assertThat(CallerMistake.isCallers(path, thrown)).as(thrown.toString()).isEqualTo(callers);
        }
    }

    @Test
    void whatIsSwitchedOffIsTheCallersWhereverItIsAskedFor() {
        var cases = new SQLException("ERROR: relation \"act_ru_case_execution\" does not exist", "42P01");
        var lost = new SQLException("ERROR: relation \"act_ru_task\" does not exist", "42P01");

        assertThat(CallerMistake.isCallers("process-instance/count", new ProcessEngineException("x", cases))).isTrue();
        assertThat(CallerMistake.isCallers("process-instance/count", new ProcessEngineException("x", lost))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2201X, true", "22021, true", "08006, false", "57P01, false", "53300, false", "42601, true", ", false"})
    void theDatabaseIsAtFaultUnlessTheValueIs(String state, boolean callers) {
        var thrown = new ProcessEngineException("x", new IllegalStateException(new SQLException("x", state)));

        assertThat(CallerMistake.isCallers("task", thrown)).isEqualTo(callers);
    }

    @Test
    void whatStandsBehindTheEngineIsNotTheCallers() {
        assertThat(CallerMistake.isCallers("task", new IdentityProviderException("away"))).isFalse();
        assertThat(CallerMistake.isCallers("task", new ProcessEngineException("x", new ConnectException()))).isFalse();
        assertThat(CallerMistake.isCallers("task", new IllegalStateException("x"))).isFalse();
    }

    @Test
    void whatTheRestLayerDoesNotFindInABodyIsTheCallers() {
        var stumbled = new NullPointerException();
        stumbled.setStackTrace(new StackTraceElement[] {new StackTraceElement(
                "org.camunda.bpm.engine.rest.dto.migration.MigrationPlanDto", "toMigrationPlan", null, 1)});

        assertThat(CallerMistake.isCallers("migration/execute", stumbled)).isTrue();
        assertThat(CallerMistake.isCallers("migration/execute", new NullPointerException())).isFalse();
    }

    @Test
    void whatIsNamedAndDoesNotExistIsTheCallersUnlessItFailsInside() {
        var missing = new NullValueException("task x doesn't exist: task is null");
        var wrapped = new RestException(Response.Status.INTERNAL_SERVER_ERROR, missing, "x");

        assertThat(CallerMistake.isCallers("task/x/variables/y", wrapped)).isTrue();
        assertThat(CallerMistake.isCallers("task/x/variables/y", missing)).isTrue();
        assertThat(CallerMistake.isCallers("task/x/complete", new ProcessEngineException("x", missing))).isFalse();
    }

    @Test
    void aDefinitionThatDoesNotExistIsTheCallersWhereverItIsNamed() {
        var missing = new RestException(Response.Status.INTERNAL_SERVER_ERROR, new NotFoundException("x"), "x");
        var failed = new RestException(Response.Status.INTERNAL_SERVER_ERROR, new ProcessEngineException("x"), "x");

        assertThat(CallerMistake.isCallers("process-definition/x/submit-form", missing)).isTrue();
        assertThat(CallerMistake.isCallers("process-definition/x/submit-form", failed)).isFalse();
    }
}
