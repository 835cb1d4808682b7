package vn.phongtrao.local;

import java.util.Objects;

import org.camunda.bpm.admin.Admin;
import org.camunda.bpm.admin.impl.DefaultAdminRuntimeDelegate;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.impl.DefaultCockpitRuntimeDelegate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.tasklist.Tasklist;
import org.camunda.bpm.tasklist.impl.DefaultTasklistRuntimeDelegate;
import org.camunda.bpm.welcome.Welcome;
import org.camunda.bpm.welcome.impl.DefaultWelcomeRuntimeDelegate;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

import vn.phongtrao.calendar.BusinessClock;

/**
 * The engine's REST API and clock are static: they belong to the context that started last. Where contexts of several
 * provinces live in one JVM, this gives them back to the one whose test is about to run, and lets the jobs of the
 * others rest: by a clock that is not theirs, their deadlines would pass. What the webapps know is static too, and a
 * context that is closed to make room for another takes it away from all.
 */
class EngineOfTheTest implements TestExecutionListener {

    private static JobExecutor running;

    @Override
    public void beforeTestClass(TestContext test) {
        if (!test.hasApplicationContext()) {
            letRun(null);
        }
        var context = test.getApplicationContext();
        context.getBeanProvider(ProcessEngine.class).ifAvailable(ProcessEngines::registerProcessEngine);
        context.getBeanProvider(BusinessClock.class)
                .ifAvailable(clock -> ClockUtil.offset(clock.offset().toMillis()));
        letRun(context.getBeanProvider(JobExecutor.class).getIfAvailable());
        if (Tasklist.getRuntimeDelegate() == null) {
            Admin.setAdminRuntimeDelegate(new DefaultAdminRuntimeDelegate());
            Cockpit.setCockpitRuntimeDelegate(new DefaultCockpitRuntimeDelegate());
            Tasklist.setTasklistRuntimeDelegate(new DefaultTasklistRuntimeDelegate());
            Welcome.setRuntimeDelegate(new DefaultWelcomeRuntimeDelegate());
        }
    }

    private static void letRun(JobExecutor executor) {
        if (Objects.equals(running, executor)) {
            return;
        }
        if (running != null) {
            running.shutdown();
        }
        if (executor != null) {
            executor.start();
        }
        running = executor;
    }
}
