package vn.phongtrao.workflow.session;

import java.util.List;
import java.util.function.Supplier;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;

/** The engine's sessions that take the place of its own. A session lives as long as a command. */
public final class Sessions {

    private Sessions() {
    }

    /** Before the engine sets itself up. */
    public static void replaceIn(ProcessEngineConfigurationImpl configuration) {
        var definitions = new RecentDefinitions();
        StatementPaths.use();
        configuration.setCustomHistoryLevels(List.of(new StepHistory()));
        configuration.setHistoryEventProducer(new HistoryFromMemory());
        configuration.setHistoryEventHandler(new HistoryWriter());
        configuration.setResourceAuthorizationProvider(new NoTaskGrants());
        configuration.setCustomSessionFactories(List.of(
                factory(AuthorizationManager.class, OfficerAuthorizations::new),
                factory(TaskManager.class, OfficerTasks::new),
                factory(ProcessDefinitionManager.class, () -> new KnownDefinitions(definitions)),
                factory(ReadAhead.class, ReadAhead::new),
                factory(ExecutionManager.class, ExecutionsReadAhead::new),
                factory(VariableInstanceManager.class, VariablesReadAhead::new)));
    }

    /** When the engine has read its statements. */
    public static void addStatementsTo(ProcessEngineConfigurationImpl configuration) {
        StatementPaths.leave();
        OwnTasks.addTo(configuration.getSqlSessionFactory().getConfiguration());
        KnownProperties.use();
    }

    /**
     * Reads what the instances of a dossier consist of, for the rest of the command.
     * @param businessKey of all of them
     */
    public static void readAhead(CommandContext context, String businessKey) {
        context.getSession(ReadAhead.class).read(context, businessKey);
    }

    private static SessionFactory factory(Class<? extends Session> type, Supplier<? extends Session> open) {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return type;
            }

            @Override
            public Session openSession() {
                return open.get();
            }
        };
    }
}
