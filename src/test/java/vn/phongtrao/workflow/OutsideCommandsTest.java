package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.cmd.AddGroupIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteGroupIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteJobCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.PatchTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SetExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskOwnerCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SignalCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import vn.phongtrao.refusal.Refusal;

/** Whoever is signed in leads no dossier past its forms; the program does. */
class OutsideCommandsTest {

    private static final Map<String, Object> VARIABLES = Map.of("originator", "95/956/31843/police-officer");
    private static final List<Command<?>> OUTSIDE = List.of(
            new AddGroupIdentityLinkCmd("task", "95/956/31843/police-chief", "candidate"),
            new DeleteGroupIdentityLinkCmd("task", "95/954/31813/police-chief", "candidate"),
            new SaveTaskCmd(new TaskEntity("task")),
            new SetTaskOwnerCmd("task", "police-chief.31843"),
            new SetExecutionVariablesCmd("instance", VARIABLES, false),
            new SetTaskVariablesCmd("task", VARIABLES, true),
            new PatchTaskVariablesCmd("task", VARIABLES, List.of(), false),
            new SignalCmd("execution", null, null, VARIABLES),
            new HandleTaskBpmnErrorCmd("task", "x"),
            new SetJobDuedateCmd("job", new Date(), false),
            new DeleteJobCmd("job"));

    private final IdentityServiceImpl identity = new IdentityServiceImpl();
    private final List<Command<?>> passed = new ArrayList<>();
    private final OutsideCommands commands = new OutsideCommands(identity);

    @BeforeEach
    void theEngine() {
        commands.setNext(new CommandExecutor() {
            @Override
            public <T> T execute(Command<T> command) {
                passed.add(command);
                return null;
            }
        });
    }

    @AfterEach
    void nobodyIsSignedIn() {
        identity.clearAuthentication();
    }

    @Test
    void whoeverIsSignedInDoesNoneOfThem() {
        identity.setAuthentication("admin", List.of("camunda-admin"));

        assertThat(OUTSIDE).allSatisfy(command -> assertThatThrownBy(() -> commands.execute(command)).isInstanceOf(Refusal.class)
                .hasMessageContaining("biểu mẫu"));
        assertThat(passed).isEmpty();
    }

    @Test
    void theProgramDoesAllOfThem() {
        OUTSIDE.forEach(commands::execute);

        assertThat(passed).isEqualTo(OUTSIDE);
    }

    @Test
    void whatTheGateStandsBeforePasses() {
        identity.setAuthentication("admin", List.of("camunda-admin"));

        commands.execute(new AssignTaskCmd("task", null));

        assertThat(passed).hasSize(1);
    }
}
