package vn.phongtrao.press;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;

/**
 * Keeps printing from taking all processors: so many papers at a time and no more, in the order in which they were asked for. A turn
 * is one paper, so that a single one waits for one certificate of a bundle and not for five hundred.
 */
final class Turns implements MeterBinder {

    private final Semaphore free;
    private Timer waited;
    private Timer printed;

    Turns(int together) {
        free = new Semaphore(together, true);
        bindTo(new CompositeMeterRegistry());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        waited = Timer.builder("phongtrao.papers.waited").description("How long papers waited for their turn").register(registry);
        printed = Timer.builder("phongtrao.papers.printed").description("How long papers took, and how many there were").register(registry);
        Gauge.builder("phongtrao.papers.waiting", free, Semaphore::getQueueLength).description("Papers that wait for their turn").register(registry);
    }

    /** One processor is left for all else, where there are several. */
    static Turns leavingAProcessor() {
        return new Turns(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    }

    /** When it is its turn. */
    <T> T take(Supplier<T> printing) {
        var asked = System.nanoTime();
        free.acquireUninterruptibly();
        waited.record(System.nanoTime() - asked, TimeUnit.NANOSECONDS);
        try {
            return printed.record(printing);
        } finally {
            free.release();
        }
    }
}
