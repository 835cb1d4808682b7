package vn.phongtrao.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** Says now and then how much is done. */
final class Progress {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final String what;
    private final int total;
    private final AtomicInteger done = new AtomicInteger();
    private final Instant start = Instant.now();
    private Instant said = start;

    Progress(String what, int total) {
        this.what = what;
        this.total = total;
    }

    synchronized void step() {
        int count = done.incrementAndGet();
        if (count == total || said.plus(PAUSE).isBefore(Instant.now())) {
            said = Instant.now();
            System.out.printf("%s: %d/%d, %d s%n", what, count, total, Duration.between(start, said).toSeconds());
        }
    }
}
