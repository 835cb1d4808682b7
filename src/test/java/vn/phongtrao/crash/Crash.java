package vn.phongtrao.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import vn.phongtrao.crash.Known.Recorded;
import vn.phongtrao.crash.Messages.Got;

/** Drivers work while the destroyer destroys; then everything comes to rest, and is looked at. */
final class Crash {

    /** Of a hundred answers to what changes something. */
    private static final int CUTS = 8;
    /** Dossiers of each commune that nobody goes on with: their timers stay. */
    private static final int WAITING = 3;
    private static final Duration REST = Duration.ofMinutes(2);
    private static final String ADMINISTRATOR = "admin";
    private static final String AUDITOR = "auditor";
    private static final List<String> EVENTS = List.of("dossier.opened", "dossier.moved", "dossier.decided");

    private final Ground ground;
    private final Options options;
    private final Acts acts = new Acts();
    private final AtomicInteger dossiers = new AtomicInteger();
    private volatile boolean over;

    Crash(Ground ground, Options options) {
        this.ground = ground;
        this.options = options;
    }

    Report run() throws InterruptedException, ExecutionException, IOException {
        var start = Instant.now();
        ground.nodes().forEach(Node::start);
        List<Future<?>> work = new ArrayList<>();
        var destroyer = new Destroyer(ground.nodes(), ground.backends(), options, () -> taken(work), new Random(options.seed()));
        destroyer.awaitAll();
        var calm = caller(0, 0);
        prepare(calm);
        var pool = Executors.newFixedThreadPool(options.drivers());
        for (int number = 1; number <= options.drivers(); number++) {
            var commune = Ground.COMMUNES.get(number % Ground.COMMUNES.size());
            var driver = new Driver(caller(number, CUTS), acts, commune);
            work.add(pool.submit(() -> {
                while (!over) {
                    driver.take(next(commune));
                }
                return null;
            }));
        }
        List<String> findings = new ArrayList<>();
        try {
            destroyer.run();
        } catch (IllegalStateException early) {
            findings.add(early.getMessage());
        } finally {
            over = true;
            for (var driver : work) {
                try {
                    driver.get();
                } catch (ExecutionException stuck) {
                    findings.add("A driver goes no further: " + stuck.getCause());
                }
            }
            pool.shutdown();
        }
        var drivers = Ground.COMMUNES.stream().map(commune -> new Driver(calm, acts, commune)).toList();
        int doubles = 0;
        for (var driver : drivers) {
            doubles += driver.withdrawDoubles();
        }
        rest();
        for (var driver : drivers) {
            driver.readAgain();
        }
        findings.addAll(findings(calm));
        var got = Stream.concat(ground.messages().mails().stream(), ground.messages().calls().stream()).toList();
        return new Report(options, acts, destroyer.nodeKills(), destroyer.terminated(), destroyer.backendKills(),
                got.size() - (int) got.stream().map(Got::name).distinct().count(), ground.messages().mails().size(),
                ground.messages().calls().size(), doubles, destroyer.reminders(), Duration.between(start, Instant.now()), findings);
    }

    /** @throws IllegalStateException where nobody is left to take any */
    private int taken(List<Future<?>> work) {
        if (work.stream().anyMatch(Future::isDone)) {
            throw new IllegalStateException("Nothing more is destroyed");
        }
        return acts.count();
    }

    private Caller caller(int number, int cuts) {
        return new Caller(ground.nodes(), ground.tokens(), acts, new Random(options.seed() + number), cuts);
    }

    /** A system listens, officers want their mails at once, and hamlets may have teams. */
    private void prepare(Caller calm) throws InterruptedException {
        require(calm.send(ADMINISTRATOR, "POST", "/api/webhooks", Map.of("target", ground.messages().system(), "unitPath", "95", "events", EVENTS,
                "enabled", true)));
        for (var commune : Ground.COMMUNES) {
            var code = commune.substring(commune.lastIndexOf('/') + 1);
            for (var position : List.of("police-officer", "police-chief", "committee-chair")) {
                require(calm.send(position + "." + code, "PUT", "/api/notices/mail", Map.of("mail", "at-once")));
            }
            require(calm.send("committee-clerk.95", "POST", "/api/team-quotas", Map.of("unitPath", commune, "hamlet", hamlet(commune), "teams", 1000,
                    "seats", 10_000, "validFrom", "2024-07-01", "decision", "mẫu/QĐ-UBND")));
        }
        // who listens is known to each node by the clock
        Thread.sleep(10_000);
        for (var commune : Ground.COMMUNES) {
            for (int waiting = 0; waiting < WAITING; waiting++) {
                new Driver(calm, acts, commune).open(Way.commendation(dossiers.incrementAndGet()));
            }
        }
    }

    private static void require(Caller.Reply reply) {
        if (!reply.ok()) {
            throw new IllegalStateException(reply.toString());
        }
    }

    private Way next(String commune) {
        var ordinal = dossiers.incrementAndGet();
        return switch (ordinal % 5) {
            case 0 -> Way.merit(ordinal);
            case 1 -> Way.model(ordinal, hamlet(commune));
            case 2 -> Way.team(ordinal, hamlet(commune));
            default -> Way.commendation(ordinal);
        };
    }

    private static String hamlet(String commune) {
        return commune.substring(commune.lastIndexOf('/') + 1) + "-01";
    }

    /** What was begun by nodes that are dead is taken over and finished. */
    private void rest() throws InterruptedException {
        ground.backends().lettingRemindersCome(Integer.MAX_VALUE);
        var end = Instant.now().plus(REST);
        while (Instant.now().isBefore(end) && !(Check.NOTHING_WAITS_TO_BE_SENT.broken(ground.jdbc()).isEmpty()
                && Check.JOBS_GO_ON.broken(ground.jdbc()).isEmpty())) {
            Thread.sleep(500);
        }
    }

    private List<String> findings(Caller calm) throws InterruptedException, IOException {
        var jdbc = ground.jdbc();
        List<String> findings = new ArrayList<>(acts.surprises());
        for (var check : Check.values()) {
            findings.addAll(check.broken(jdbc));
        }
        calm.json(ADMINISTRATOR, "/api/strays").forEach(stray -> findings.add("astray: " + stray));
        findings.addAll(trail(calm));
        findings.addAll(Known.steps(acts.steps(), jdbc.sql("""
                        select dossier_number, task, actor from dossier_step join dossier on number = dossier_number
                        where actor <> 'hệ thống' and status <> 'WITHDRAWN' order by id""")
                .query((row, index) -> new Recorded(row.getString(1), row.getString(2), row.getString(3))).list()));
        findings.addAll(Known.messages(names("mail"), ground.messages().mails()));
        findings.addAll(Known.messages(names("webhook"), ground.messages().calls()));
        findings.addAll(Known.events(acts.steps(), acts.decided(), ground.messages().calls()));
        var kept = new HashSet<>(jdbc.sql("select sha256 || ' ' || dossier_number from dossier_document").query(String.class).list());
        acts.uploads().forEach((digest, number) -> {
            if (!kept.contains(digest + " " + number)) {
                findings.add("%s lost a file".formatted(number));
            }
        });
        for (var node : ground.nodes()) {
            if (!node.ready()) {
                findings.add("a node is not ready");
            }
            findings.addAll(Known.faults(Files.readAllLines(node.log().toPath())));
        }
        return findings;
    }

    /** Also that nodes go on to seal what the dead ones told. */
    private static List<String> trail(Caller calm) throws InterruptedException {
        var end = Instant.now().plus(REST);
        var chain = calm.json(AUDITOR, "/api/audit/chain");
        while (chain.get("waiting").asLong() > 0 && Instant.now().isBefore(end)) {
            Thread.sleep(1000);
            chain = calm.json(AUDITOR, "/api/audit/chain");
        }
        return chain.get("sound").asBoolean() && chain.get("waiting").asLong() == 0 ? List.of() : List.of("the audit trail: " + chain);
    }

    private Set<String> names(String channel) {
        return new HashSet<>(ground.jdbc().sql("select name::text from outgoing_message where channel = ?").param(channel)
                .query(String.class).list());
    }
}
