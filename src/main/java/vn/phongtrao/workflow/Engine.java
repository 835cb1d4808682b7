package vn.phongtrao.workflow;

import java.util.function.Function;
import java.util.function.Supplier;

import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

import vn.phongtrao.refusal.Refusal;

/** Runs work inside one command of the engine, and so in one transaction with it. */
@Component
class Engine {

    private final ObjectProvider<ProcessEngine> engine;

    /** @param engine looked up when first used, because the engine's own configuration needs our beans */
    Engine(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    /**
     * Commands called by {@code work} share its context: what one of them has read, the others find in its cache.
     *
     * @throws Refusal conflict, when somebody was faster; or the refusal that {@code work} ended with
     */
    <T> T inOneCommand(Function<CommandContext, T> work) {
        try {
            return configuration().getCommandExecutorTxRequired().execute(work::apply);
        } catch (OptimisticLockingException | MismatchingMessageCorrelationException
                 | ConcurrencyFailureException | DuplicateKeyException faster) {
            throw overtaken();
        } catch (SuspendedEntityInteractionException suspended) {
            throw Refusal.broken(null, "Hồ sơ hoặc quy trình đang tạm dừng, chưa thể xử lý");
        } catch (RuntimeException failed) {
            throw Refusal.in(failed).map(RuntimeException.class::cast).orElse(failed);
        }
    }

    /** Somebody was faster. */
    static Refusal overtaken() {
        return Refusal.conflict("Người khác vừa xử lý việc này; hãy tải lại để xem kết quả");
    }

    /** The same with nobody signed in, and so without authorization checks: the application answers for the work. */
    <T> T unchecked(Supplier<T> work) {
        var identity = (IdentityServiceImpl) services().getIdentityService();
        var signedIn = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return inOneCommand(context -> work.get());
        } finally {
            identity.setAuthentication(signedIn);
        }
    }

    ProcessEngine services() {
        return engine.getObject();
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
    }
}
