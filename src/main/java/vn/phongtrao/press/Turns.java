package vn.phongtrao.press;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Keeps printing from taking all processors: so many papers at a time and no more, in the order in which they were asked for. A turn
 * is one paper, so that a single one waits for one certificate of a bundle and not for five hundred.
 */
final class Turns {

    private final Semaphore free;

    Turns(int together) {
        free = new Semaphore(together, true);
    }

    /** One processor is left for all else, where there are several. */
    static Turns leavingAProcessor() {
        return new Turns(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    }

    /** When it is its turn. */
    <T> T take(Supplier<T> printing) {
        free.acquireUninterruptibly();
        try {
            return printing.get();
        } finally {
            free.release();
        }
    }
}
