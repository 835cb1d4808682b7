package vn.phongtrao.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.MovableClock;
import vn.phongtrao.TestDatabase;
import vn.phongtrao.audit.Chain.Fault;
import vn.phongtrao.audit.Chain.Finding;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Units;

/** What was sealed and is no longer there as it was, and what may go. */
class ChainTest {

    private static final HikariDataSource DATABASE = TestDatabase.create();
    private static final Officer OFFICER = new Officer("police-officer.31813", Set.of(), false);

    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(DATABASE);
    private final TransactionTemplate transaction = new TransactionTemplate(transactions);
    private final MovableClock clock = new MovableClock("2024-07-01");
    private final AuditTrail trail = new AuditTrail(jdbc, mock(Units.class), clock);
    private final Sealing sealing = new Sealing(jdbc, transactions, clock);
    private final Chain chain = new Chain(jdbc, DATABASE, transactions, clock);
    private final EventRetention retention = new EventRetention(trail, jdbc, transactions, clock);

    @BeforeEach
    void empty() {
        asOwner("truncate audit_event, audit_seal, export");
    }

    @Test
    void whatIsSealedIsSound() {
        tell(3);
        var unsealed = chain.check();
        assertThat(unsealed.head()).isNull();
        assertThat(unsealed.waiting()).isEqualTo(3);

        sealed(3);
        tell(2);
        sealed(5);
        var state = chain.check();
        assertThat(state.sound()).as("%s", state).isTrue();
        assertThat(state.seals()).isEqualTo(2);
        assertThat(state.head().hash()).hasSize(64).isEqualTo(chain.seal(2).hash()).isNotEqualTo(chain.seal(1).hash());
    }

    @Test
    void moreThanASealHoldsGoesIntoSeveral() {
        jdbc.sql("""
                insert into audit_event (at, account, kind, act, outcome)
                select '2024-07-01', 'x', 'read', 'GET /x', 'done' from generate_series(1, 2500)""").update();
        sealed(2500);

        assertThat(chain.check()).extracting(Chain.State::seals, Chain.State::sound).containsExactly(3L, true);
    }

    @Test
    void aRowThatIsChangedIsNamed() {
        var ids = tell(3);
        sealed(3);
        for (var change : List.of("account = 'somebody-else'", "at = at + interval '1 microsecond'", "dossier = 'KT-1'", "outcome = 'refused'", "status = 200",
                "kind = 'change'", "act = 'x'", "unit_path = '95'", "origin = null", "subject = 'id=8'")) {
            asOwner("create table kept as select * from audit_event");
            asOwner("update audit_event set " + change + " where id = " + ids.get(1));
            assertThat(chain.check().findings()).as(change).containsExactly(new Finding(Fault.CHANGED, 1L, ids.get(1)));
            asOwner("delete from audit_event; insert into audit_event select * from kept; drop table kept");
        }
        assertThat(chain.check().sound()).isTrue();
    }

    @Test
    void aRowThatIsRemovedIsNamed() {
        var ids = tell(3);
        sealed(3);
        asOwner("delete from audit_event where id = " + ids.get(2));

        assertThat(chain.check().findings()).containsExactly(new Finding(Fault.REMOVED, 1L, ids.get(2)));
    }

    @Test
    void twoRowsThatChangePlacesAreNamed() {
        var ids = tell(3);
        sealed(3);
        asOwner("update audit_event set id = -1 where id = " + ids.get(0));
        asOwner("update audit_event set id = %d where id = %d".formatted(ids.get(0), ids.get(1)));
        asOwner("update audit_event set id = %d where id = -1".formatted(ids.get(1)));

        assertThat(chain.check().findings()).containsExactly(new Finding(Fault.CHANGED, 1L, ids.get(0)), new Finding(Fault.CHANGED, 1L, ids.get(1)));
    }

    @Test
    void aRowThatIsPutAmongSealedOnesIsNamed() {
        var ids = tell(1);
        transaction.executeWithoutResult(running -> {
            tell(1);
            running.setRollbackOnly();
        });
        tell(1);
        sealed(2);
        asOwner("insert into audit_event (id, at, kind, act, outcome) values (%d, now(), 'read', 'x', 'done')".formatted(ids.get(0) + 1));

        assertThat(chain.check().findings()).containsExactly(new Finding(Fault.INSERTED, 1L, ids.get(0) + 1));
    }

    @Test
    void aSealThatIsChangedOrRemovedIsNamedAlsoWhereItFitsItsRows() {
        var ids = tell(1);
        sealed(1);
        tell(1);
        sealed(2);
        tell(1);
        sealed(3);
        asOwner("update audit_event set account = 'x' where id = " + ids.get(0));
        var forged = jdbc.sql("select * from audit_event where id = ?").param(ids.get(0)).query(Event::of).single().digest();
        transaction.executeWithoutResult(running -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("update audit_seal set digests = array[?::bytea] where number = 1").param(forged).update();
        });
        assertThat(chain.check().findings()).containsExactly(new Finding(Fault.SEAL_CHANGED, 1L, null));

        transaction.executeWithoutResult(running -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("update audit_seal set hash = ? where number = 1").param(jdbc.sql("select * from audit_seal where number = 1")
                    .query(Seal::of).single().reckoned(new byte[0])).update();
        });
        assertThat(chain.check().findings()).as("the next one was over the hash that it had").containsExactly(new Finding(Fault.SEAL_CHANGED, 2L, null));

        asOwner("delete from audit_seal where number = 2");
        assertThat(chain.check().findings()).contains(new Finding(Fault.SEAL_REMOVED, 3L, null));
    }

    /** Eight writers, two nodes that seal while they write, and some that take their time or take it back. */
    @Test
    void whoWritesWaitsForNobodyAndNothingIsPassedOver() throws Exception {
        var writing = new CountDownLatch(8);
        var writers = IntStream.range(0, 8).mapToObj(writer -> CompletableFuture.runAsync(() -> {
            for (var each = 0; each < 50; each++) {
                var kept = each % 5 != 0;
                transaction.executeWithoutResult(running -> {
                    tell(1);
                    jdbc.sql("select pg_sleep(random() * 0.01)::text").query(String.class).single();
                    if (!kept) {
                        running.setRollbackOnly();
                    }
                });
            }
            writing.countDown();
        })).toList();
        var other = new Sealing(jdbc, transactions, clock);
        while (writing.getCount() > 0) {
            sealing.seal();
            other.seal();
        }
        writers.forEach(CompletableFuture::join);
        sealed(8 * 40);

        var state = chain.check();
        assertThat(state.sound()).as("%s", state).isTrue();
        assertThat(state.events()).isEqualTo(8 * 40);
        assertThat(state.seals()).as("while they wrote, too").isGreaterThan(2);
    }

    @Test
    void whatIsBeingWrittenHoldsBackTheSealAndNobodyWhoWrites() {
        transaction.executeWithoutResult(slow -> {
            tell(1);
            var quick = CompletableFuture.supplyAsync(() -> tell(1));
            assertThat(quick).succeedsWithin(Duration.ofSeconds(10));
            CompletableFuture.runAsync(sealing::seal).join();
            CompletableFuture.runAsync(sealing::seal).join();
            assertThat(CompletableFuture.supplyAsync(() -> chain.check().head()).join()).as("a number below it is still to come").isNull();
        });
        sealed(2);
        assertThat(chain.check().sound()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit_event set account = 'x'", "delete from audit_event", "truncate audit_event cascade", "update audit_seal set number = 9",
            "delete from audit_seal", "truncate audit_seal"})
    void nobodyChangesOrRemovesAnything(String change) {
        clock.moveTo(LocalDate.now().toString());
        tell(1);
        sealed(1);
        assertThatThrownBy(() -> jdbc.sql(change).update()).rootCause().hasMessageContaining("audit trail is kept");
    }

    @Test
    void whoMayNotChangeTablesDoesNotChangeHowLongTheyAreKept() {
        jdbc.sql("drop role if exists application_of_the_test").update();
        jdbc.sql("create role application_of_the_test").update();
        jdbc.sql("grant all on audit_retention to application_of_the_test").update();
        try {
            assertThatThrownBy(() -> transaction.executeWithoutResult(running -> {
                jdbc.sql("set local role application_of_the_test").update();
                jdbc.sql("update audit_retention set kept_months = 12").update();
            })).rootCause().hasMessageContaining("decided by its owner");
        } finally {
            jdbc.sql("drop owned by application_of_the_test").update();
            jdbc.sql("drop role application_of_the_test").update();
        }
    }

    @Test
    void whatHasItsTimeGoesAndTheChainStaysWhole() {
        var told = tellRules();
        sealed(told);
        write("read", 25);
        write("change", 25);
        sealed(told + 2);
        write("read", 23);
        sealed(told + 3);
        retention.forget();
        assertThat(chain.check().sound()).as("also while that is not sealed").isTrue();
        sealed(told + 4);

        assertThat(jdbc.sql("select kind from audit_event where act not like 'rule%' order by id").query(String.class).list())
                .containsExactly("change", "read", "retention");
        var state = chain.check();
        assertThat(state.sound()).as("%s", state).isTrue();
        assertThat(state.forgotten()).isEqualTo(1);
        retention.forget();
        assertThat(jdbc.sql("select count(*) from audit_event").query(Long.class).single()).as("once").isEqualTo(told + 3);

        asOwner("delete from audit_event where kind = 'read'");
        assertThat(chain.check().findings()).as("the other had time").extracting(Finding::fault).containsExactly(Fault.REMOVED);
        asOwner("delete from audit_event where act = 'forget'");
        assertThat(chain.check().findings()).as("nobody tells that it might go").extracting(Finding::fault)
                .containsExactly(Fault.REMOVED, Fault.REMOVED, Fault.REMOVED);
    }

    @Test
    void whatIsNotSealedStays() {
        write("read", 30);
        retention.forget();
        assertThat(jdbc.sql("select count(*) from audit_event").query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void whatClaimsAnEarlierTimeIsNoLongerKeptThanOthersWere() {
        var told = tellRules();
        sealed(told);
        write("read", 25);
        sealed(told + 1);
        jdbc.sql("""
                insert into audit_event (at, kind, act, subject, outcome)
                values (now() - interval '60 months', 'retention', 'forget', 'kind=read; months=24; until=999', 'done')""").update();
        sealed(told + 2);
        asOwner("delete from audit_event where kind = 'read'");

        assertThat(chain.check().findings()).extracting(Finding::fault).containsExactly(Fault.REMOVED);
    }

    /** Who can write to the trail and owns its tables, and knows how removals are told. */
    @Test
    void whatHasTimeIsMissedWhateverIsToldOfIt() {
        clock.moveTo(LocalDate.now().toString());
        var told = tellRules();
        write("change", 100);
        sealed(told + 1);
        jdbc.sql("""
                insert into audit_event (at, kind, act, subject, outcome)
                values ('2099-01-01', 'retention', 'forget', 'kind=change; months=120; until=999999', 'done')""").update();
        asOwner("delete from audit_event where kind = 'change'");

        assertThat(chain.check().findings()).extracting(Finding::fault).containsExactly(Fault.REMOVED);
        sealed(told + 2);
        assertThat(chain.check().findings()).extracting(Finding::fault).containsExactly(Fault.REMOVED);
        asOwner("insert into audit_retention (kind, kept_months, legal_basis, valid_from) values ('change', 12, 'x', '2021-01-01')");
        assertThat(chain.check().findings()).as("a rule that nobody was told").extracting(Finding::fault).containsExactly(Fault.REMOVED);
        asOwner("delete from audit_retention where legal_basis = 'x'");
    }

    @Test
    void aRuleThatIsChangedMakesNothingMissedThatWentByIt() {
        var told = tellRules();
        sealed(told);
        write("read", 25);
        sealed(told + 1);
        retention.forget();
        sealed(told + 2);
        try {
            jdbc.sql("update audit_retention set kept_months = 120 where kind = 'read'").update();
            assertThat(chain.check().sound()).isTrue();
            assertThat(jdbc.sql("select act || ' ' || subject from audit_event order by id desc limit 2").query(String.class).list()).containsExactly(
                    "rule kind=read; months=120; from=2020-01-01; role=postgres", "rule-ended kind=read; months=24; from=2020-01-01; role=postgres");
        } finally {
            jdbc.sql("update audit_retention set kept_months = 24 where kind = 'read'").update();
        }
    }

    @Test
    void whatWaitsToBeSealedIsNoSignOfTampering() {
        tell(2);
        assertThat(chain.check()).extracting(Chain.State::sound, Chain.State::late).containsExactly(true, false);

        clock.moveBy(Duration.ofMinutes(61));
        assertThat(chain.check()).extracting(Chain.State::sound, Chain.State::late, Chain.State::waitingSince)
                .containsExactly(true, true, clock.instant().minus(Duration.ofMinutes(61)));
    }

    /** As a migration did, before which the trail was emptied here. @return how many events tell them */
    private int tellRules() {
        return jdbc.sql("select audit_tell_rule('rule', kept) is null from audit_retention kept order by id").query(Boolean.class).list().size();
    }

    private List<Long> tell(int events) {
        return IntStream.range(0, events).mapToObj(each -> trail.tell(new Act(Kind.READ, "GET /api/dossiers/{number}", "KT-31813-2024-00001", "id=" + each,
                Outcome.DONE, null, "10.0.0.1"), OFFICER)).toList();
    }

    /** Months before the database's own now, which retention goes by. */
    private void write(String kind, int months) {
        jdbc.sql("insert into audit_event (at, kind, act, outcome) values (?::timestamptz - make_interval(months => ?), ?, 'x', 'done')")
                .param(Timestamp.from(clock.instant())).param(months).param(kind).update();
    }

    /** Transactions of other tests on the same server may hold it back for a moment. */
    private void sealed(int events) {
        await().untilAsserted(() -> {
            sealing.seal();
            assertThat(jdbc.sql("select coalesce(sum(cardinality(ids)), 0) from audit_seal").query(Long.class).single()).isEqualTo(events);
        });
    }

    /** As who owns the database and means to: no trigger speaks. */
    private void asOwner(String change) {
        transaction.executeWithoutResult(running -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(change).update();
        });
    }
}
