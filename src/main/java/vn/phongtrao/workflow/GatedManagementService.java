package vn.phongtrao.workflow;

import java.util.Date;

import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.ManagementServiceImpl;
import org.camunda.bpm.engine.impl.management.SetJobRetriesBuilderImpl;
import org.camunda.bpm.engine.impl.management.SetJobRetriesByJobsAsyncBuilderImpl;
import org.camunda.bpm.engine.impl.management.SetJobRetriesByProcessAsyncBuilderImpl;
import org.camunda.bpm.engine.management.SetJobRetriesBuilder;
import org.camunda.bpm.engine.management.SetJobRetriesByJobsAsyncBuilder;
import org.camunda.bpm.engine.management.SetJobRetriesByProcessAsyncBuilder;

/** The engine's management service: what has failed is tried again, but in its own time. */
class GatedManagementService extends ManagementServiceImpl {

    GatedManagementService(ProcessEngineConfiguration configuration) {
        super(configuration);
    }

    @Override
    public SetJobRetriesBuilderImpl setJobRetries(int retries) {
        return new SetJobRetriesBuilderImpl(commandExecutor, retries) {
            @Override
            public SetJobRetriesBuilder dueDate(Date when) {
                throw OutsideCommands.refused();
            }
        };
    }

    @Override
    public SetJobRetriesByJobsAsyncBuilder setJobRetriesByJobsAsync(int retries) {
        return new SetJobRetriesByJobsAsyncBuilderImpl(commandExecutor, retries) {
            @Override
            public SetJobRetriesByJobsAsyncBuilder dueDate(Date when) {
                throw OutsideCommands.refused();
            }
        };
    }

    @Override
    public SetJobRetriesByProcessAsyncBuilder setJobRetriesByProcessAsync(int retries) {
        return new SetJobRetriesByProcessAsyncBuilderImpl(commandExecutor, retries) {
            @Override
            public SetJobRetriesByProcessAsyncBuilder dueDate(Date when) {
                throw OutsideCommands.refused();
            }
        };
    }
}
