package vn.phongtrao.workflow;

import java.util.List;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cmd.AbstractCorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractModificationCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractPatchVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetJobDefinitionStateCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetJobStateCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetProcessInstanceStateCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetTaskPropertyCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractUpdateProcessInstancesSuspendStateCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractVariableCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteJobCmd;
import org.camunda.bpm.engine.impl.cmd.EvaluateStartConditionCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceAsyncCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.RecalculateJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SignalCmd;
import org.camunda.bpm.engine.impl.cmd.SignalEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.batch.CorrelateAllMessageBatchCmd;
import org.camunda.bpm.engine.impl.cmd.batch.variables.SetVariablesToProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.migration.AbstractMigrationCmd;

import vn.phongtrao.refusal.Refusal;

/**
 * A dossier goes on by the forms of its tasks alone. Whoever is signed in to the engine, administrators too, sets no variables, hands no task to
 * others, leads no process elsewhere, lets no time end early and suspends nothing, whichever service, REST call or batch would do so. The program itself
 * does, with nobody signed in ({@link Engine#unchecked}).
 */
final class OutsideCommands extends CommandInterceptor {

    static final String REFUSED = "Hồ sơ chỉ đi tiếp bằng biểu mẫu của người có thẩm quyền: không sửa biến, giao việc, dời bước, "
            + "tạm dừng hay đổi giờ của quy trình";
    private static final List<Class<?>> CLOSED = List.of(
            // what a process goes by
            AbstractVariableCmd.class, AbstractPatchVariablesCmd.class, SetVariablesToProcessInstancesBatchCmd.class,
            // whose a task is, and until when
            AbstractSetTaskPropertyCmd.class, DeleteIdentityLinkCmd.class, SaveTaskCmd.class,
            // where a process stands
            ModifyProcessInstanceCmd.class, ModifyProcessInstanceAsyncCmd.class, AbstractModificationCmd.class, AbstractMigrationCmd.class,
            SignalCmd.class, SignalEventReceivedCmd.class, MessageEventReceivedCmd.class, AbstractCorrelateMessageCmd.class,
            CorrelateAllMessageBatchCmd.class, EvaluateStartConditionCmd.class, HandleTaskBpmnErrorCmd.class, HandleTaskEscalationCmd.class,
            // when its time ends, or stands still
            ExecuteJobsCmd.class, SetJobDuedateCmd.class, RecalculateJobDuedateCmd.class, DeleteJobCmd.class,
            AbstractSetProcessInstanceStateCmd.class, AbstractUpdateProcessInstancesSuspendStateCmd.class, AbstractSetJobStateCmd.class,
            AbstractSetJobDefinitionStateCmd.class);

    private final IdentityService identity;

    OutsideCommands(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (signedIn() && CLOSED.stream().anyMatch(closed -> closed.isInstance(command)) && !isGates(command)) {
            throw refused();
        }
        return next.execute(command);
    }

    private boolean signedIn() {
        return identity.getCurrentAuthentication() != null;
    }

    /** Behind {@link FormGate#reassign}. */
    private static boolean isGates(Command<?> command) {
        return command instanceof AssignTaskCmd;
    }

    static Refusal refused() {
        return Refusal.forbidden(REFUSED);
    }
}
