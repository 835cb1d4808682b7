package vn.phongtrao.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Kills nodes and backends at moments that nobody foresees, and starts the nodes again. */
final class Destroyer {

    private static final int LONGEST_PAUSE_MILLIS = 2_000;

    private static final int REMINDERS = 4;

    private final List<Node> nodes;
    private final Backends backends;
    private final Random random;
    private final List<Strike> strikes = new ArrayList<>();
    private int nodeKills;
    private int terminated;
    private int backendKills;
    private int reminders;

    private enum Strike {
        NODE, BACKEND, BACKEND_KILLED
    }

    Destroyer(List<Node> nodes, Backends backends, Options options, Random random) {
        this.nodes = nodes;
        this.backends = backends;
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
            var hit = switch (strike) {
                case NODE -> killNode();
                case BACKEND -> backends.terminate();
                case BACKEND_KILLED -> backends.kill();
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

    /** One at least works when something is hit; the other may work, too, or be starting. */
    private void awaitWork() throws InterruptedException {
        while (true) {
            for (var node : nodes) {
                if (node.ready()) {
                    return;
                }
            }
            requireRunning();
            Thread.sleep(200);
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
