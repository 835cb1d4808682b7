package vn.phongtrao.crash;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;

/** Kills nodes and backends at moments that nobody foresees, and starts the nodes again. */
final class Destroyer {

    /** Steps that are taken between one strike and the next. */
    private static final int MOST_STEPS = 8;
    private static final int LONGEST_PAUSE_MILLIS = 1_000;
    /** However slow they are. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private static final int REMINDERS = 4;

    private final List<Node> nodes;
    private final Backends backends;
    private final IntSupplier steps;
    private final Random random;
    private final List<Strike> strikes = new ArrayList<>();
    private int nodeKills;
    private int terminated;
    private int backendKills;
    private int reminders;

    private enum Strike {
        NODE, BACKEND, BACKEND_KILLED
    }

    /** @param steps how many were taken up to now */
    Destroyer(List<Node> nodes, Backends backends, Options options, IntSupplier steps, Random random) {
        this.nodes = nodes;
        this.backends = backends;
        this.steps = steps;
        this.random = random;
        strikes.addAll(Collections.nCopies(options.nodes(), Strike.NODE));
        for (int backend = 0; backend < options.backends(); backend++) {
            strikes.add(backend % Options.KILLED_EACH == 0 ? Strike.BACKEND_KILLED : Strike.BACKEND);
        }
        Collections.shuffle(strikes, random);
    }

    /** Until everything is destroyed that was to be. */
    void run() throws InterruptedException {
        for (var strike : strikes) {
            awaitWork();
            reminders += backends.lettingRemindersCome(REMINDERS);
            Thread.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
            // a node that loses the database while it starts ends, and is started again by whatever runs it, which is not here
            var hit = switch (strike) {
                case NODE -> killNode();
                case BACKEND -> {
                    awaitAll();
                    yield backends.terminate();
                }
                case BACKEND_KILLED -> {
                    awaitAll();
                    yield backends.kill();
                }
            };
            if (hit) {
                count(strike);
            }
        }
        awaitAll();
    }

    /** Until all nodes work. */
    void awaitAll() throws InterruptedException {
        for (var node : nodes) {
            while (!node.ready()) {
                requireRunning();
                Thread.sleep(200);
            }
        }
    }

    private void count(Strike strike) {
        switch (strike) {
            case NODE -> nodeKills++;
            case BACKEND -> terminated++;
            case BACKEND_KILLED -> backendKills++;
        }
    }

    /** Something is done between two strikes: one node at least works; the other may work, too, or be starting. */
    private void awaitWork() throws InterruptedException {
        var enough = steps.getAsInt() + 1 + random.nextInt(MOST_STEPS);
        for (var end = Instant.now().plus(LONGEST_WAIT); steps.getAsInt() < enough && Instant.now().isBefore(end); Thread.sleep(50)) {
            requireRunning();
        }
    }

    private void requireRunning() {
        nodes.stream().filter(node -> !node.runs()).forEach(node -> {
            throw new IllegalStateException("A node ended by itself, see " + node.log());
        });
    }

    private boolean killNode() throws InterruptedException {
        var node = nodes.get(random.nextInt(nodes.size()));
        requireRunning();
        node.kill();
        node.start();
        return true;
    }

    int nodeKills() {
        return nodeKills;
    }

    int terminated() {
        return terminated;
    }

    int backendKills() {
        return backendKills;
    }

    /** How many jobs were made due. */
    int reminders() {
        return reminders;
    }
}
