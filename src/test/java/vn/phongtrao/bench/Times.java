package vn.phongtrao.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

/** How long one call takes that several clients make again and again. */
final class Times {

    /** In which calls of one kind begin. */
    private static final Duration MOST = Duration.ofSeconds(1);

    private Times() {
    }

    /**
     * @param call    gives the status
     * @param clients at the same time
     * @param calls   of slow ones there are fewer
     * @return nanoseconds of each answer, sorted; none where it is refused
     */
    static long[] of(Callable<Integer> call, int clients, int calls) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            if (call.call() != 200) {
                return new long[0];
            }
            List<Callable<Long>> timed = new ArrayList<>();
            var end = System.nanoTime() + MOST.toNanos();
            for (int number = 0; number < calls; number++) {
                timed.add(() -> {
                    // so that clients do not go in step
                    Thread.sleep(ThreadLocalRandom.current().nextInt(5));
                    var began = System.nanoTime();
                    if (began > end) {
                        return null;
                    }
                    call.call();
                    return System.nanoTime() - began;
                });
            }
            List<Long> times = new ArrayList<>();
            for (var each : threads.invokeAll(timed)) {
                times.add(each.get());
            }
            return times.stream().filter(Objects::nonNull).mapToLong(Long::longValue).sorted().toArray();
        } catch (InterruptedException stop) {
            throw stop;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        } finally {
            threads.shutdownNow();
        }
    }

    /** @param part between 0 and 1 @return milliseconds within which that part of the calls was answered */
    static double within(long[] sorted, double part) {
        return sorted[Math.min(sorted.length - 1, (int) (part * sorted.length))] / 1e6;
    }

    static String text(double milliseconds) {
        return String.format(Locale.ROOT, milliseconds < 10 ? "%.1f" : "%.0f", milliseconds);
    }
}
