package vn.phongtrao.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.TestDatabase;

/** Two processes send, one of them is killed in the middle, as by {@code kill -9}. */
class KilledNodeTest {

    private static final int MAILS = 300;

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final List<Process> nodes = new ArrayList<>();

    @AfterEach
    void end() {
        nodes.forEach(Process::destroyForcibly);
        server.stop();
    }

    @Test
    void nothingIsLostAndNothingIsTwiceByItsMessageId() throws Exception {
        server.start();
        var database = TestDatabase.create();
        var jdbc = JdbcClient.create(database);
        jdbc.sql("""
                insert into outgoing_message (key, channel, recipient, subject, body, created_at, next_attempt_at)
                select 'n' || n, 'mail', 'an@example.vn', 'Nhiệm vụ ' || n, 'Có nhiệm vụ mới.', now(), now()
                from generate_series(1, :mails) n""").param("mails", MAILS).update();
        IntStream.range(0, 2).forEach(n -> nodes.add(node(database.getJdbcUrl())));

        waitFor(() -> server.getReceivedMessages().length > MAILS / 4);
        nodes.get(0).destroyForcibly().waitFor();
        waitFor(() -> jdbc.sql("select count(*) from outgoing_message where sent_at is null")
                .query(Long.class).single() == 0);

        var subjects = new HashMap<String, String>();
        var received = server.getReceivedMessages();
        for (var mail : received) {
            var before = subjects.put(mail.getMessageID(), mail.getSubject());
            assertThat(before == null || before.equals(mail.getSubject())).isTrue();
        }
        System.out.printf("%d mails, one of two nodes killed: %d received%n", MAILS, received.length);
        assertThat(subjects.values()).as("none lost, none double").hasSize(MAILS).doesNotHaveDuplicates();
        assertThat(received.length - MAILS).as("the one that the killed node was just sending").isBetween(0, 1);
    }

    private interface Question {
        boolean yes();
    }

    private static void waitFor(Question question) throws InterruptedException {
        var until = Instant.now().plus(Duration.ofMinutes(2));
        while (!question.yes()) {
            assertThat(Instant.now()).isBefore(until);
            Thread.sleep(50);
        }
    }

    private Process node(String database) {
        try {
            return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                    "-Dspring.mail.host=127.0.0.1", "-Dspring.mail.port=" + server.getSmtp().getPort(),
                    "-Dphongtrao.mail.from=phongtrao@example.vn", OneNode.class.getName(), database)
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
