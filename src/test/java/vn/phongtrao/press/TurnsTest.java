package vn.phongtrao.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TurnsTest {

    private final AtomicInteger printing = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Test
    void noMoreArePrintedTogetherThanMayBe() {
        var turns = new Turns(2);
        var threads = Executors.newFixedThreadPool(8);
        List<CompletableFuture<Void>> asked = new ArrayList<>();
        for (int paper = 0; paper < 40; paper++) {
            asked.add(CompletableFuture.runAsync(() -> turns.take(this::print), threads));
        }
        CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)).join();
        threads.shutdown();
        assertThat(most).hasValue(2);
    }

    @Test
    void aPaperThatCannotBePrintedKeepsNoOtherWaiting() {
        var turns = new Turns(1);
        assertThatThrownBy(() -> turns.take(() -> {
            throw new IllegalStateException("template");
        })).hasMessage("template");
        assertThat(turns.<Boolean>take(() -> true)).isTrue();
    }

    private Void print() {
        most.accumulateAndGet(printing.incrementAndGet(), Math::max);
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
        printing.decrementAndGet();
        return null;
    }
}
