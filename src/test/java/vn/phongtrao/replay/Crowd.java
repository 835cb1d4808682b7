package vn.phongtrao.replay;

import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Does one thing for each of many, several at a time. */
final class Crowd {

    private Crowd() {
    }

    /** @throws IllegalStateException when it fails for one; those under way are brought to an end */
    static <T> void forEach(Collection<T> all, int atOnce, Consumer<T> work) {
        var pool = Executors.newFixedThreadPool(atOnce);
        try {
            var running = all.stream().map(one -> pool.submit(() -> work.accept(one))).toList();
            for (var one : running) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The replay stopped; started again it goes on", failed.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        } finally {
            pool.shutdownNow();
        }
    }
}
