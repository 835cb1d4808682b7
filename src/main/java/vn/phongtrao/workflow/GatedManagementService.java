package vn.phongtrao.workflow;

import java.util.Date;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
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

    private final IdentityService identity;

    GatedManagementService(ProcessEngineConfiguration configuration, IdentityService identity) {
        super(configuration);
        this.identity = identity;
    }

    /** Refused before it is tried: a job that fails is one try the poorer. The REST layer lets no other refusal through. */
    @Override
    public void executeJob(String jobId) {
        if (identity.getCurrentAuthentication() != null) {
            throw new AuthorizationException(OutsideCommands.REFUSED);
        }
        super.executeJob(jobId);
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
