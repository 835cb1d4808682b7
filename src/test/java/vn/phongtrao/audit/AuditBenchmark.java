package vn.phongtrao.audit;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.MovableClock;
import vn.phongtrao.TestDatabase;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Units;

/** What a trail of a million events costs: {@code ./mvnw test -Dtest=AuditBenchmark}. */
class AuditBenchmark {

    private static final int EVENTS = Integer.getInteger("events", 1_000_000);
    private static final int TIMES = 101;

    @Test
    void aMillionEvents() {
        var database = TestDatabase.create();
        var jdbc = JdbcClient.create(database);
        var transactions = new JdbcTransactionManager(database);
        var clock = new MovableClock("2024-07-01");
        var trail = new AuditTrail(jdbc, mock(Units.class), clock);
        var officer = Officer.of("police-officer.31813", List.of());
        var read = new Act(Kind.READ, "GET /api/dossiers/{number}", "KT-31813-2024-00001", null, Outcome.DONE, 200, "10.0.0.1");
        System.out.printf("A read is told in %.2f ms, at first%n", median(() -> trail.tellSoon(read, officer)));
        jdbc.sql("""
                insert into audit_event (at, account, unit_path, kind, act, dossier, outcome, status, origin)
                select timestamp '2023-07-01' + n * interval '30 seconds', 'police-officer.' || 31800 + n % 64, '95/954/' || 31800 + n % 64,
                       (array['read', 'change', 'download', 'sign-in'])[1 + n % 4], 'GET /api/dossiers/{number}',
                       'KT-' || 31800 + n % 64 || '-2024-' || lpad((n / 64 % 100000)::text, 5, '0'), 'done', 200, '10.0.0.1'
                from generate_series(1, ?) n""").param(EVENTS).update();
        var begun = System.nanoTime();
        var sealing = new Sealing(jdbc, transactions, clock);
        while (jdbc.sql("select coalesce(max(last_id), 0) from audit_seal").query(Long.class).single() < EVENTS) {
            sealing.seal();
        }
        System.out.printf("Sealed in %d ms%n", (System.nanoTime() - begun) / 1_000_000);
        begun = System.nanoTime();
        var state = new Chain(jdbc, database, transactions, clock).check();
        System.out.printf("Checked in %d ms: %d events, %d seals, %s%n", (System.nanoTime() - begun) / 1_000_000, state.events(), state.seals(), state.sound());
        System.out.printf("A read is told in %.2f ms, beside a million%n", median(() -> trail.tellSoon(read, officer)));
        var names = mock(ActNames.class);
        when(names.of("GET /api/dossiers/{number}")).thenReturn("x");
        var register = new AuditRegister(names, jdbc, clock);
        var inTransaction = new TransactionTemplate(transactions);
        for (var filter : List.of(new AuditRegister.Filter(null, null, null, null, null, null, null),
                new AuditRegister.Filter("police-officer.31813", null, null, null, null, null, null),
                new AuditRegister.Filter(null, "KT-31813-2024-00100", null, null, null, null, null),
                new AuditRegister.Filter(null, null, Kind.DOWNLOAD, null, null, LocalDate.of(2023, 8, 1), LocalDate.of(2023, 8, 2)))) {
            System.out.printf("A page in %.1f ms: %s%n", median(() -> inTransaction.execute(running -> register.list(filter,
                    PageRequest.of(0, 25, Sort.by(Sort.Direction.DESC, "id"))))), filter);
        }
        System.out.println(jdbc.sql("select pg_size_pretty(pg_total_relation_size('audit_event')) || ' events, ' || pg_size_pretty(pg_total_relation_size('audit_seal')) || ' seals'")
                .query(String.class).single());
    }

    private static double median(Runnable act) {
        var times = new long[TIMES];
        for (var each = 0; each < TIMES; each++) {
            var begun = System.nanoTime();
            act.run();
            times[each] = System.nanoTime() - begun;
        }
        Arrays.sort(times);
        return times[TIMES / 2] / 1e6;
    }
}
