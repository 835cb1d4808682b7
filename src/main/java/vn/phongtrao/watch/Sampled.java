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
 * the others go by the last answer, or wait for the very first. Where there is none, such as while the database is away, the figures are no numbers, and
 * it is asked for again soon.
 */
public final class Sampled<T> {

    private static final int SECONDS = 5;
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(5);

    private final Duration countsFor;
    private final Duration afterAFailure;
    private final Supplier<T> asking;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile Optional<T> last = Optional.empty();
    /** Not the application's clock: this is about the machine's effort. */
    private volatile long dueAt;
    private volatile boolean asked;

    Sampled(Duration countsFor, Duration afterAFailure, Supplier<T> asking) {
        this.countsFor = countsFor;
        this.afterAFailure = afterAFailure;
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
        return each(Duration.ofMinutes(1), asking);
    }

    static <T> Sampled<T> each(Duration countsFor, Supplier<T> asking) {
        return new Sampled<>(countsFor, AFTER_A_FAILURE, asking);
    }

    /** What is known; empty where it could not be found out. */
    public Optional<T> get() {
        if (due() && mine()) {
            try {
                if (due()) {
                    last = ask();
                }
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
        return !asked || System.nanoTime() - dueAt >= 0;
    }

    private boolean mine() {
        if (asked) {
            return turn.tryLock();
        }
        turn.lock();
        return true;
    }

    private Optional<T> ask() {
        var again = afterAFailure;
        try {
            var found = asking.get();
            again = countsFor;
            return Optional.of(found);
        } catch (RuntimeException away) {
            // said by the health of what is away
            return Optional.empty();
        } finally {
            dueAt = System.nanoTime() + again.toNanos();
            asked = true;
        }
    }
}
