package vn.phongtrao.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

class SampledTest {

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void severalFiguresAreMadeOfOneAnswer() {
        var sampled = Sampled.eachMinute(asked::incrementAndGet);

        assertThat(sampled.number(found -> found)).isEqualTo(1);
        assertThat(sampled.number(found -> found * 10)).isEqualTo(10);
        assertThat(asked).hasValue(1);
    }

    @Test
    void anOldAnswerIsAskedForAgain() {
        var sampled = Sampled.each(Duration.ZERO, asked::incrementAndGet);

        assertThat(sampled.get()).contains(1);
        assertThat(sampled.get()).contains(2);
    }

    @Test
    void whatCannotBeFoundOutIsNoNumberAndNotAskedForAgainAtOnce() {
        var sampled = Sampled.eachMinute(() -> {
            asked.incrementAndGet();
            throw new IllegalStateException("away");
        });

        assertThat(sampled.number(found -> 1)).isNaN();
        assertThat(sampled.get()).isEmpty();
        assertThat(asked).hasValue(1);
    }

    @Test
    void whatCouldNotBeFoundOutIsAskedForAgainLongBeforeAnAnswerIsOld() {
        var sampled = new Sampled<>(Duration.ofHours(1), Duration.ZERO, () -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("away");
            }
            return asked.get();
        });

        assertThat(sampled.get()).isEmpty();
        assertThat(sampled.get()).contains(2);
        assertThat(sampled.get()).contains(2);
    }

    @Test
    void whoeverComesWhileTheVeryFirstAnswerIsSoughtWaitsForIt() throws Exception {
        var asking = new CountDownLatch(1);
        var sampled = Sampled.eachMinute(() -> {
            asking.countDown();
            pause();
            return asked.incrementAndGet();
        });
        var first = CompletableFuture.supplyAsync(sampled::get);
        asking.await();

        assertThat(sampled.get()).contains(1);
        assertThat(first.get()).contains(1);
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }
}
