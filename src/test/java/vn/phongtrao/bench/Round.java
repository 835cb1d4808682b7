package vn.phongtrao.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/** Dossiers that clients walk at the same time, and what that costs. */
final class Round {

    /** Numbers of dossiers, over all rounds, and other ones in each run. */
    private static final AtomicInteger DOSSIERS = new AtomicInteger((int) (System.currentTimeMillis() / 100 % 300_000_000));

    private Round() {
    }

    /** A number that no dossier of the run has. */
    static int number() {
        return DOSSIERS.incrementAndGet();
    }

    static Measured run(Server server, Database database, int clients, int dossiers) throws Exception {
        server.approvals().signIn();
        database.settle();
        var left = new AtomicInteger(dossiers);
        List<Walker> walkers = new ArrayList<>();
        List<Callable<Void>> walks = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            var walker = new Walker(server.address(), server.approvals());
            walkers.add(walker);
            walks.add(() -> {
                while (left.getAndDecrement() > 0) {
                    walker.walk(number());
                }
                return null;
            });
        }
        var before = database.work(server.name());
        var processor = ProcessorTime.of(server.pid());
        var began = System.nanoTime();
        var threads = Executors.newFixedThreadPool(clients);
        try {
            for (var walk : threads.invokeAll(walks)) {
                walk.get();
            }
        } finally {
            threads.shutdownNow();
        }
        return new Measured(dossiers, (System.nanoTime() - began) / 1e9, ProcessorTime.of(server.pid()) - processor,
                database.work(server.name()).since(before), ProcessorTime.memory(server.pid()), times(walkers));
    }

    private static Map<Step, long[]> times(List<Walker> walkers) {
        Map<Step, long[]> times = new EnumMap<>(Step.class);
        for (var step : Step.values()) {
            times.put(step, walkers.stream().map(walker -> walker.times().get(step).build()).flatMapToLong(all -> all)
                    .sorted().toArray());
        }
        return times;
    }
}
