package vn.phongtrao.workflow;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** What is due is done by the test alone: the engine's own threads rest meanwhile. */
class NobodyElseDoesJobs implements BeforeEachCallback, AfterEachCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        executor(test).shutdown();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        executor(test).start();
    }

    private static JobExecutor executor(ExtensionContext test) {
        return SpringExtension.getApplicationContext(test).getBean(JobExecutor.class);
    }
}
