package vn.phongtrao.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.phongtrao.citizen.SampleKeys.key;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DuplicateKeyException;

import vn.phongtrao.citizen.KeyRegister.Entry;

/** What a former key has sealed is sealed anew while others work. */
class RotationTest {

    private static final List<String> PEOPLE = SampleKeys.numbers(10_000);
    private static final CitizenKey OLD = key(1);
    private static final CitizenKey NEW = key(2);
    /** Numbers of a nominee and of a member. */
    private static final long SEALED = 2L * PEOPLE.size();
    /** Of nominee (twice), award, member and the member's rating. */
    private static final long DIGESTS = 5L * PEOPLE.size();

    private final SealedDatabase database = SealedDatabase.create();
    private SealedDatabase.Node node;

    @BeforeEach
    void replacedKey() {
        database.node(1).start().stop();
        node = database.node(2, 1).start();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void tenThousand(boolean marked) {
        database.enter(OLD, PEOPLE, marked);
        database.jdbc.sql("analyze").update();
    }

    private void allAnew() {
        assertThat(database.counts()).containsExactlyEntriesOf(Map.of(NEW.id(), SEALED));
        assertThat(database.digests(NEW, PEOPLE)).isEqualTo(DIGESTS);
        assertThat(database.digests(OLD, PEOPLE)).isZero();
        assertThat(database.register.all()).filteredOn(entry -> entry.id().equals(OLD.id())).singleElement()
                .satisfies(entry -> assertThat(entry.emptied()).isNotNull());
        var alone = new CitizenVault(new CitizenProperties(SampleKeys.base64(2)));
        assertThat(database.jdbc.sql("select citizen_cipher from team_member order by id desc limit 3").query(byte[].class).list())
                .allMatch(alone::sealedNumber);
    }

    @Test
    void tenThousandPeopleAreSealedAnewWhereverTheyStand() {
        tenThousand(false);
        database.text(OLD, "HD-1", "Nguyễn Văn Mẫu");
        var begun = System.nanoTime();
        node.rotate();
        System.out.printf("%d rows with %d digests in %d ms%n", SEALED, DIGESTS, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));

        assertThat(NEW.openText(database.jdbc.sql("select sealed from plain_content").query(byte[].class).single())).hasValue("Nguyễn Văn Mẫu");
        database.jdbc.sql("delete from plain_content").update();
        allAnew();
    }

    @Test
    void severalNodesAtOnceDoNothingTwiceAndLeaveNothingOut() throws Exception {
        tenThousand(true);
        together(List.of(() -> run(node.job()), () -> run(database.node(2, 1).job()), () -> run(database.node(1, 2).job())));

        allAnew();
    }

    @Test
    void whoIsOvertakenByANodeThatEndsTheRotationHasNothingMoreToDo() {
        database.enter(OLD, PEOPLE.subList(0, 1), true);
        var overtaken = new KeyRegister(database.jdbc, Clock.systemUTC()) {

            @Override
            List<Entry> all() {
                var before = super.all();
                node.rotate();
                return before;
            }
        };
        new RotationJob(node.keys, overtaken, node.rotation, database.jdbc, Clock.systemUTC()).work();

        assertThat(database.counts()).containsOnlyKeys(NEW.id());
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aKeyThatSomebodySealsWithAtTheLastMomentIsNotSaidToBeDoneAndTheJobRests(CapturedOutput log) {
        var looked = new AtomicInteger();
        var sealedWith = new KeyRegister(database.jdbc, Clock.systemUTC()) {

            @Override
            Map<String, Long> counts() {
                looked.incrementAndGet();
                var before = super.counts();
                notEmpty(OLD.id());
                return before;
            }
        };
        var job = new RotationJob(node.keys, sealedWith, node.rotation, database.jdbc, Clock.systemUTC());
        job.work();
        job.work();

        assertThat(log).doesNotContain("Nothing is sealed with key");
        assertThat(looked).hasValue(1);
        assertThat(database.register.all()).filteredOn(entry -> !entry.inForce()).extracting(Entry::emptied).containsOnlyNulls();
    }

    /** Who is overtaken by another comes again. */
    private Void run(RotationJob job) {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < until && database.register.all().stream().anyMatch(entry -> entry.former() && entry.emptied() == null)) {
            job.work();
        }
        return null;
    }

    private static void together(List<Callable<Void>> works) throws Exception {
        var threads = Executors.newFixedThreadPool(works.size());
        try {
            for (Future<Void> done : threads.invokeAll(works)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aStepFindsWhomItHasInHandUntilItHasEnded() throws Exception {
        database.enter(OLD, PEOPLE.subList(0, 100), true);
        var holds = new CountDownLatch(1);
        var ends = new CountDownLatch(1);
        var step = Executors.newSingleThreadExecutor();
        try {
            var found = step.submit(() -> node.steps.execute(status -> {
                var digest = database.jdbc.sql("select citizen_digest from nominee order by id limit 1").query(byte[].class).single();
                holds.countDown();
                await(ends);
                return database.jdbc.sql("select count(*) from team_member where citizen_digest = ?").param(digest).query(Long.class).single();
            }));
            await(holds);
            var begun = System.nanoTime();
            node.rotate();
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)).as("it gives way soon").isLessThan(3_000);
            assertThat(database.counts()).containsOnlyKeys(OLD.id());
            ends.countDown();
            assertThat(found.get()).isOne();
        } finally {
            step.shutdownNow();
        }
        node.rotate();
        assertThat(database.counts()).containsOnlyKeys(NEW.id());
    }

    private static void await(CountDownLatch latch) throws IllegalStateException {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    @Test
    void stepsGoOnMeanwhileAndNobodyIsEnteredTwiceWhicheverKeySealedFirst() throws Exception {
        tenThousand(true);
        var refused = new ArrayList<Long>();
        var longest = new ArrayList<Long>();
        together(List.of(() -> run(node.job()), () -> {
            for (int i = 0; i < 300; i++) {
                var number = PEOPLE.get(i * 33);
                var begun = System.nanoTime();
                try {
                    node.steps.executeWithoutResult(status -> join(node.vault.sealedAs(number, "0********001")));
                } catch (DuplicateKeyException serves) {
                    refused.add(1L);
                }
                longest.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
            }
            return null;
        }));
        System.out.printf("a step meanwhile took %d ms at most, %.1f ms on average%n", longest.stream().mapToLong(each -> each).max().orElseThrow(),
                longest.stream().mapToLong(each -> each).average().orElseThrow());

        assertThat(refused).hasSize(300);
        allAnew();
    }

    private void join(SealedNumber person) {
        database.jdbc.sql("set local session_replication_role = replica").update();
        database.jdbc.sql("""
                insert into team_member (team_id, name, birth_date, citizen_cipher, citizen_digest, citizen_mask, joined_on, joined_by)
                values (1, 'x', '1980-01-01', ?, ?, ?, '2024-07-01', 1)""").params(person.cipher(), person.digest(), person.mask()).update();
    }

    @Test
    void whoIsKnownUnderTheFormerKeyIsSealedWithItAndWhoIsNewWithTheOneInForce() {
        database.enter(OLD, PEOPLE.subList(0, 1), true);

        assertThat(node.seal(PEOPLE.get(0)).digest()).isEqualTo(OLD.digest(PEOPLE.get(0)));
        assertThat(node.seal(PEOPLE.get(1)).digest()).isEqualTo(NEW.digest(PEOPLE.get(1)));
        node.rotate();
        assertThat(node.seal(PEOPLE.get(0)).digest()).isEqualTo(NEW.digest(PEOPLE.get(0)));
        assertThatThrownBy(() -> node.vault.sealedAs(PEOPLE.get(0), "mask")).as("not within a transaction").isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aDigestWithoutANumberStaysUntilThePersonComesAgain() {
        database.enter(OLD, PEOPLE.subList(0, 1), true);
        database.jdbc.sql("delete from team_member").update();
        database.unbound(connection -> connection.createStatement().execute("delete from nominee"));
        node.rotate();
        assertThat(database.register.digestsAlone()).isOne();
        assertThat(database.register.all()).filteredOn(entry -> !entry.inForce()).singleElement()
                .satisfies(entry -> assertThat(entry.emptied()).isNotNull());

        node.steps.executeWithoutResult(status -> join(node.vault.sealedAs(PEOPLE.get(0), "0********001")));
        assertThat(database.counts()).as("by the key under which the person is known").containsOnlyKeys(OLD.id());
        node.rotate();

        assertThat(database.counts()).containsOnlyKeys(NEW.id());
        assertThat(database.register.digestsAlone()).isZero();
    }

    @Test
    void whatNoKeyOpensIsLeftAndTheFormerKeyIsNotSaidToBeDone() {
        database.enter(key(9), PEOPLE.subList(0, 1), true);
        database.enter(OLD, PEOPLE.subList(1, 2), true);
        node.rotate();

        assertThat(database.counts()).containsEntry(OLD.id(), 2L).containsEntry(NEW.id(), 2L);
        assertThat(database.register.all()).filteredOn(entry -> entry.id().equals(OLD.id())).extracting(KeyRegister.Entry::emptied)
                .containsOnlyNulls();
    }

    @Test
    void aNodeWithOneKeyTakesNoTurns() {
        var statements = database.node(2).steps.execute(status -> database.jdbc.sql(
                "select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()").query(Long.class).single());
        assertThat(statements).isZero();
        assertThat(node.steps.<Long>execute(status -> database.jdbc.sql(
                "select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()").query(Long.class).single())).isOne();
    }
}
