package vn.phongtrao.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.MovableClock;
import vn.phongtrao.TestTables;
import vn.phongtrao.local.LocalKeycloak;

/** Mails as a mail server gets them. */
@SpringJUnitConfig({TestTables.class, Nodes.class})
class MailsTest {

    private static final int PORT = LocalKeycloak.freePort();

    @Autowired
    private Outbox outbox;
    @Autowired
    private Messages messages;
    @Autowired
    private MailCarrier carrier;
    @Autowired
    private OutboxProperties properties;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private MovableClock clock;
    @Autowired
    private PlatformTransactionManager transactions;

    private GreenMail server;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> PORT);
        registry.add("spring.mail.properties.mail.smtp.timeout", () -> "5000");
        registry.add("phongtrao.mail.from", () -> "Phong trào <phongtrao@example.vn>");
        registry.add("phongtrao.mail.reply-to", () -> "vanthu@example.vn");
    }

    @BeforeEach
    void start() {
        jdbc.sql("delete from outgoing_message").update();
        server = greenMail();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aMailIsInVietnameseAndSaysThatAProgramWroteIt() throws MessagingException {
        write("notice-1-an", "an@example.vn", "Nhiệm vụ mới: Ký duyệt hồ sơ", "Hồ sơ KT-31813-2024-00001\nđang chờ ông/bà.");

        node().carry(Channel.MAIL);

        var mail = received()[0];
        assertThat(mail.getSubject()).isEqualTo("Nhiệm vụ mới: Ký duyệt hồ sơ");
        assertThat(text(mail)).isEqualToNormalizingNewlines("Hồ sơ KT-31813-2024-00001\nđang chờ ông/bà.");
        assertThat(mail.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(mail.getFrom()).containsExactly(new InternetAddress("phongtrao@example.vn"));
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Phong trào");
        assertThat(mail.getHeader("From", null)).matches("\\p{ASCII}+");
        assertThat(mail.getReplyTo()).extracting(Object::toString).containsExactly("vanthu@example.vn");
        assertThat(mail.getRecipients(Message.RecipientType.TO)).extracting(Object::toString).containsExactly("an@example.vn");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getMessageID()).isEqualTo("<%s@example.vn>".formatted(
                jdbc.sql("select name from outgoing_message").query(String.class).single()));
        assertThat(count("sent_at is not null and answer = '250'")).isOne();
    }

    @Test
    void aDeadServerLosesNothingAndGetsAllWhenItIsBack() {
        server.stop();
        IntStream.range(0, 30).forEach(n -> write("n" + n, "an@example.vn", "Nhiệm vụ " + n, "Có nhiệm vụ mới."));
        node().carry(Channel.MAIL);
        assertThat(count("sent_at is null and given_up_at is null and attempts = 1")).isEqualTo(30);

        server = greenMail();
        clock.moveBy(Duration.ofMinutes(1));
        node().carry(Channel.MAIL);

        assertThat(subjects()).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void twoNodesAtOnceSendEachMailOnce() throws Exception {
        IntStream.range(0, 500).forEach(n -> write("n" + n, "an@example.vn", "Nhiệm vụ " + n, "Có nhiệm vụ mới."));
        var nodes = Executors.newFixedThreadPool(2);
        var start = System.nanoTime();

        for (var each : nodes.invokeAll(List.of(Executors.callable(() -> node().carry(Channel.MAIL)),
                Executors.callable(() -> node().carry(Channel.MAIL))))) {
            each.get(1, TimeUnit.MINUTES);
        }
        nodes.shutdown();

        System.out.printf("500 mails by two nodes in %d ms%n", Duration.ofNanos(System.nanoTime() - start).toMillis());
        assertThat(subjects()).hasSize(500).doesNotHaveDuplicates();
        assertThat(count("sent_at is not null and attempts = 1")).isEqualTo(500);
    }

    @Test
    void aMailWhoseEndNobodyKnowsComesAgainUnderTheSameMessageId() throws MessagingException {
        write("n", "an@example.vn", "Nhiệm vụ mới", "Có nhiệm vụ mới.");
        // sent, and the node ended before it was marked
        messages.take(Channel.MAIL, 20).forEach(carrier::carry);

        clock.moveBy(Duration.ofMinutes(15));
        node().carry(Channel.MAIL);

        assertThat(received()).hasSize(2);
        assertThat(received()[1].getMessageID()).isEqualTo(received()[0].getMessageID());
    }

    @Test
    void whatIsNoAddressIsGivenUpAndOthersAreSent() {
        for (var none : List.of("", "an", "an@", "an@example.vn, binh@example.vn", "an@example.vn\r\nBcc: all@example.vn",
                "a".repeat(10_000), "<>")) {
            write("n" + none.hashCode(), none, "Nhiệm vụ mới", "Có nhiệm vụ mới.");
        }
        write("good", "an@example.vn", "Nhiệm vụ mới", "Có nhiệm vụ mới.");

        node().carry(Channel.MAIL);

        assertThat(count("given_up_at is not null and answer = 'no address'")).isEqualTo(7);
        assertThat(received()).hasSize(1);
    }

    @Test
    void aTextOfTheGreatestSizeArrivesWhole() {
        write("n", "an@example.vn", "Nhiệm vụ mới", "Đã đến hạn.\n".repeat(8_000));

        node().carry(Channel.MAIL);

        assertThat(text(received()[0])).isEqualToNormalizingNewlines("Đã đến hạn.\n".repeat(8_000));
    }

    @ParameterizedTest
    @CsvSource({"550 5.1.1 no such user an@example.vn, given_up_at is not null and answer = '550 5.1.1'",
            "552 too large, given_up_at is not null and answer = '552'",
            "450 4.2.1 come again, given_up_at is null and answer = '450 4.2.1'",
            "550 5.7.1 relaying denied, given_up_at is null and answer = '550 5.7.1'"})
    void whomTheServerRefusesForGoodIsGivenUpAtOnce(String said, String then) throws IOException {
        server.stop();
        write("n", "an@example.vn", "Nhiệm vụ mới", "Có nhiệm vụ mới.");

        try (var refusing = new RefusingServer(PORT, said)) {
            node().carry(Channel.MAIL);
        }

        assertThat(count(then)).isOne();
    }

    private MimeMessage[] received() {
        return server.getReceivedMessages();
    }

    private List<String> subjects() {
        return Arrays.stream(received()).map(mail -> {
            try {
                return mail.getSubject();
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }).toList();
    }

    private static String text(MimeMessage mail) {
        try {
            return (String) mail.getContent();
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(String key, String to, String subject, String text) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> outbox.mail(key, to, subject, text));
    }

    private Postman node() {
        return new Postman(messages, List.of(carrier), properties);
    }

    private long count(String which) {
        return jdbc.sql("select count(*) from outgoing_message where " + which).query(Long.class).single();
    }

    private static GreenMail greenMail() {
        var started = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        started.start();
        return started;
    }
}
