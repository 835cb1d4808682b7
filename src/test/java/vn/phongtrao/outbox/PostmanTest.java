package vn.phongtrao.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.MovableClock;
import vn.phongtrao.TestTables;

/** How messages are taken, tried again and given up, whoever carries them. */
@SpringJUnitConfig({TestTables.class, Nodes.class})
class PostmanTest {

    @Autowired
    private Outbox outbox;
    @Autowired
    private Messages messages;
    @Autowired
    private OutboxProperties properties;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private MovableClock clock;
    @Autowired
    private PlatformTransactionManager transactions;

    private final Hands hands = new Hands();

    @BeforeEach
    void empty() {
        jdbc.sql("delete from outgoing_message").update();
    }

    @Test
    void whatWaitedLongestIsSentFirst() {
        write(45);

        node().carry(Channel.WEBHOOK);

        assertThat(hands.carried).containsExactlyElementsOf(IntStream.range(0, 45).mapToObj("%03d"::formatted).toList());
        assertThat(count("sent_at is not null")).isEqualTo(45);
    }

    @Test
    void twoNodesAtOnceSendEachMessageOnce() throws Exception {
        write(500);
        hands.together = new CyclicBarrier(2);
        var nodes = Executors.newFixedThreadPool(2);
        var work = IntStream.range(0, 2).mapToObj(number -> nodes.submit(() -> {
            node().carry(Channel.WEBHOOK);
            return null;
        })).toList();

        for (var each : work) {
            each.get(1, TimeUnit.MINUTES);
        }
        nodes.shutdown();

        assertThat(hands.carried).hasSize(500).doesNotHaveDuplicates();
        assertThat(hands.threads).as("nodes that had something to do").hasSize(2);
        assertThat(count("sent_at is not null and attempts = 1")).isEqualTo(500);
    }

    @Test
    void pausesGrowUntilTheMessageIsGivenUp() {
        write(1);
        hands.says("000", Delivery.failed("503"));

        node().carry(Channel.WEBHOOK);
        after(Duration.ofSeconds(59));
        assertThat(hands.carried).hasSize(1);
        after(Duration.ofSeconds(1));
        assertThat(hands.carried).hasSize(2);
        after(Duration.ofMinutes(4));
        assertThat(hands.carried).hasSize(2);
        after(Duration.ofMinutes(1));
        assertThat(hands.carried).hasSize(3);
        after(Duration.ofDays(3).minus(Duration.ofMinutes(12)));
        assertThat(hands.carried).hasSize(4);
        assertThat(count("given_up_at is null")).isOne();
        after(Duration.ofMinutes(5));
        assertThat(count("given_up_at is not null and answer = '503'")).isOne();
        after(Duration.ofDays(1));
        assertThat(hands.carried).hasSize(5);
    }

    @Test
    void whatIsRefusedIsGivenUpAtOnceAndKeepsNobodyWaiting() {
        write(3);
        hands.says("001", Delivery.refused("410"));

        node().carry(Channel.WEBHOOK);

        assertThat(count("sent_at is not null")).isEqualTo(2);
        assertThat(count("given_up_at is not null and answer = '410' and recipient = '001'")).isOne();
    }

    @Test
    void administratorsAreToldWhatWaitsAndWhatWasGivenUp() {
        write(3);
        hands.says("001", Delivery.refused("410"));
        hands.says("002", Delivery.failed("503"));
        node().carry(Channel.WEBHOOK);
        var messages = new OutgoingMessages(jdbc, clock);

        assertThat(messages.standing()).isEqualTo(new OutgoingMessages.Standing(1, clock.instant(), 1));
        assertThat(new OutboxHealth(messages).health()).satisfies(health -> {
            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getDetails()).containsEntry("waiting", 1L).containsEntry("givenUp", 1L)
                    .containsEntry("waitingSince", clock.instant());
        });
        assertThat(messages.list(new OutgoingMessages.Filter(Channel.WEBHOOK, OutgoingMessages.State.GIVEN_UP, null),
                PageRequest.ofSize(20)).getContent()).singleElement()
                .satisfies(one -> assertThat(one.answer()).isEqualTo("410"));
    }

    @Test
    void aFaultKeepsNobodyWaiting() {
        write(3);
        hands.faults = true;

        node().carry(Channel.WEBHOOK);

        assertThat(count("sent_at is null and given_up_at is null and answer = 'IllegalStateException'")).isEqualTo(3);
    }

    @Test
    void whereNobodyIsThereOnlyOneMessageIsTried() {
        write(60);
        hands.place = "one server";
        IntStream.range(0, 60).forEach(n -> hands.says("%03d".formatted(n), Delivery.nobodyThere("no connection")));

        node().carry(Channel.WEBHOOK);
        assertThat(hands.carried).containsExactly("000");

        hands.answers.clear();
        after(Duration.ofMinutes(1));
        assertThat(count("sent_at is not null")).isEqualTo(60);
    }

    @Test
    void whatANodeHadInHandWhenItEndedIsSentByAnotherUnderTheSameName() {
        write(3);
        var had = messages.take(Channel.WEBHOOK, 20);

        after(Duration.ofMinutes(14));
        assertThat(hands.carried).isEmpty();
        after(Duration.ofMinutes(1));
        assertThat(hands.carried).hasSize(3);
        assertThat(hands.names.values()).containsExactlyInAnyOrderElementsOf(
                had.stream().map(message -> message.name().toString()).toList());
    }

    @Test
    void aDatabaseThatIsAwayForAMomentMakesNoMessageTwiceAndKeepsNoneWaiting() {
        write(3);
        var away = new SQLException("terminating connection due to administrator command", "57P01");
        var forgetful = new Messages(properties, jdbc, clock) {
            private int times = 2;

            @Override
            void mark(Channel channel, OutgoingMessage message, Delivery delivery) {
                if (times-- > 0) {
                    throw new DataAccessResourceFailureException("away", away);
                }
                super.mark(channel, message, delivery);
            }
        };

        new Postman(forgetful, List.of(hands), properties).carry(Channel.WEBHOOK);
        after(Duration.ofMinutes(16));

        assertThat(hands.carried).containsExactly("000", "001", "002");
        assertThat(count("sent_at is not null and attempts = 1")).isEqualTo(3);
    }

    @Test
    void whoComesBackTooLateMarksNothing() {
        write(1);
        var had = messages.take(Channel.WEBHOOK, 20).get(0);
        hands.says("000", Delivery.failed("503"));
        after(Duration.ofMinutes(15));

        messages.mark(Channel.WEBHOOK, had, Delivery.refused("410"));

        assertThat(count("given_up_at is null and attempts = 2 and answer = '503'")).isOne();
    }

    @Test
    void aNodeThatEndsBeginsNothing() {
        write(3);
        var node = node();

        node.close();
        node.carry(Channel.WEBHOOK);

        assertThat(hands.carried).isEmpty();
    }

    @Test
    void oldMessagesAreDeleted() {
        write(1);
        clock.moveBy(Duration.ofDays(30));
        node().deleteOld();
        assertThat(count("true")).isOne();

        clock.moveBy(Duration.ofSeconds(1));
        node().deleteOld();
        assertThat(count("true")).isZero();
    }

    private void write(int how) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> outbox.post("event",
                IntStream.range(0, how).mapToObj("%03d"::formatted).toList(), "dossier.opened", "{}"));
    }

    private Postman node() {
        return new Postman(messages, List.of(hands), properties);
    }

    private void after(Duration time) {
        clock.moveBy(time);
        node().carry(Channel.WEBHOOK);
    }

    private long count(String which) {
        return jdbc.sql("select count(*) from outgoing_message where " + which).query(Long.class).single();
    }

    /** Tells what was carried to whom, and says what it is told to say. */
    private static final class Hands implements Carrier {

        private final List<String> carried = Collections.synchronizedList(new ArrayList<>());
        private final Map<String, String> names = Collections.synchronizedMap(new HashMap<>());
        private final Map<Thread, Boolean> threads = Collections.synchronizedMap(new HashMap<>());
        private final Map<String, Delivery> answers = new HashMap<>();
        private String place;
        private boolean faults;
        /** Where each thread waits for the others when it has its first message in hand. */
        private CyclicBarrier together;

        private static void await(CyclicBarrier together) {
            try {
                together.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
                throw new IllegalStateException(alone);
            }
        }

        void says(String recipient, Delivery answer) {
            answers.put(recipient, answer);
        }

        @Override
        public Channel channel() {
            return Channel.WEBHOOK;
        }

        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public String place(OutgoingMessage message) {
            return place == null ? message.recipient() : place;
        }

        @Override
        public Delivery carry(OutgoingMessage message) {
            if (faults) {
                throw new IllegalStateException("a fault");
            }
            carried.add(message.recipient());
            names.put(message.recipient(), message.name().toString());
            if (threads.put(Thread.currentThread(), true) == null && together != null) {
                await(together);
            }
            return answers.getOrDefault(message.recipient(), Delivery.sent("204"));
        }
    }
}
