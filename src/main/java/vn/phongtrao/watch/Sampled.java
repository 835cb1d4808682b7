package vn.phongtrao.watch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What costs something to find out, found out once in a while however many figures are made of it and however often they are read. One asks,
 * the others go by the last answer; where there is none, such as while the database is away, the figures are no numbers.
 */
public final class Sampled<T> {

    private static final int SECONDS = 5;

    private final Duration countsFor;
    private final Supplier<T> asking;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile Optional<T> last = Optional.empty();
    /** Not the application's clock: this is about the machine's effort. */
    private volatile long askedAt;
    private volatile boolean asked;

    private Sampled(Duration countsFor, Supplier<T> asking) {
        this.countsFor = countsFor;
        this.asking = asking;
    }

    /** For what is asked of the database: what takes longer than a few seconds is given up, whoever watches. */
    public static JdbcClient hurried(DataSource database) {
        var template = new JdbcTemplate(database);
        template.setQueryTimeout(SECONDS);
        return JdbcClient.create(template);
    }

    /** Asked once a minute at most. */
    public static <T> Sampled<T> eachMinute(Supplier<T> asking) {
        return new Sampled<>(Duration.ofMinutes(1), asking);
    }

    static <T> Sampled<T> each(Duration countsFor, Supplier<T> asking) {
        return new Sampled<>(countsFor, asking);
    }

    /** What is known; empty where it could not be found out. */
    public Optional<T> get() {
        if (due() && turn.tryLock()) {
            try {
                last = due() ? ask() : last;
            } finally {
                turn.unlock();
            }
        }
        return last;
    }

    /** One of the figures made of it. */
    public double number(ToDoubleFunction<T> figure) {
        return get().map(figure::applyAsDouble).orElse(Double.NaN);
    }

    private boolean due() {
        return !asked || System.nanoTime() - askedAt >= countsFor.toNanos();
    }

    private Optional<T> ask() {
        try {
            return Optional.of(asking.get());
        } catch (RuntimeException away) {
            // said by the health of what is away
            return Optional.empty();
        } finally {
            askedAt = System.nanoTime();
            asked = true;
        }
    }
}
