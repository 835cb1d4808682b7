package vn.phongtrao.local;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

import vn.phongtrao.calendar.BusinessClock;

/**
 * The engine's REST API and clock are static: they belong to the context that started last. Where contexts of several
 * provinces live in one JVM, this gives them back to the one whose test is about to run.
 */
class EngineOfTheTest implements TestExecutionListener {

    @Override
    public void beforeTestClass(TestContext test) {
        var context = test.getApplicationContext();
        context.getBeanProvider(ProcessEngine.class).ifAvailable(ProcessEngines::registerProcessEngine);
        context.getBeanProvider(BusinessClock.class)
                .ifAvailable(clock -> ClockUtil.offset(clock.offset().toMillis()));
    }
}
