package vn.phongtrao.workflow.closed;

import java.util.stream.Stream;

import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import vn.phongtrao.refusal.Refusal;

/**
 * What was refused deep inside leaves the engine as the refusal that it is, and not as the engine's fault, whoever
 * asked: REST, a webapp, a job, or we. A table that cannot be worked out is its author's mistake, and is told so.
 */
final class RefusalsFirst extends CommandInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalsFirst.class);

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException failed) {
            throw Refusal.in(failed).<RuntimeException>map(refusal -> refusal).orElseGet(() -> inTable(failed));
        }
    }

    private static RuntimeException inTable(RuntimeException failed) {
        if (Stream.iterate((Throwable) failed, cause -> cause != null, Throwable::getCause)
                .noneMatch(cause -> cause instanceof DmnEngineException || cause instanceof FeelException)) {
            return failed;
        }
        LOG.error("A decision table could not be evaluated", failed);
        return Refusal.broken(null, "Bảng quy định có ô không tính được; hãy báo quản trị viên");
    }
}
