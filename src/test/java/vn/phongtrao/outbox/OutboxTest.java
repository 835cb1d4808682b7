package vn.phongtrao.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.TestTables;

/** What is written into the outbox, and when. */
@SpringJUnitConfig({TestTables.class, Nodes.class})
@TestPropertySource(properties = {"spring.mail.host=mail.example.vn", "phongtrao.mail.from=phongtrao@example.vn"})
class OutboxTest {

    @Autowired
    private Outbox outbox;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private TransactionTemplate transaction;

    @BeforeEach
    void empty() {
        transaction = new TransactionTemplate(transactions);
        jdbc.sql("delete from outgoing_message").update();
    }

    @Test
    void nothingIsWrittenOutsideOfATransaction() {
        assertThatThrownBy(() -> outbox.mail("one", "an@example.vn", "Nhiệm vụ mới", "Có nhiệm vụ mới."))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> outbox.post("one", List.of("7"), "dossier.opened", "{}"))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void whatIsUndoneIsNotSaid() {
        transaction.executeWithoutResult(status -> {
            outbox.mail("one", "an@example.vn", "Nhiệm vụ mới", "Có nhiệm vụ mới.");
            status.setRollbackOnly();
        });

        assertThat(count()).isZero();
    }

    @Test
    void theSameKeyTwiceIsOneMessage() {
        for (int time = 0; time < 2; time++) {
            transaction.executeWithoutResult(status -> {
                outbox.mail("one", "an@example.vn", "Nhiệm vụ mới", "Có nhiệm vụ mới.");
                outbox.post("event", List.of("7", "8"), "dossier.opened", "{}");
            });
        }

        assertThat(jdbc.sql("select key from outgoing_message order by key").query(String.class).list())
                .containsExactly("event-7", "event-8", "one");
    }

    @Test
    void aSubjectIsOneLineAndTextsHaveAnEnd() {
        transaction.executeWithoutResult(status -> outbox.mail("one", "an@example.vn",
                "Nhiệm vụ mới\r\nBcc: all@example.vn\0 " + "𝄞".repeat(300), "x\0" + "ớ".repeat(1_000_000)));

        assertThat(jdbc.sql("select subject from outgoing_message").query(String.class).single())
                .startsWith("Nhiệm vụ mới Bcc: all@example.vn 𝄞").endsWith("𝄞…")
                .satisfies(subject -> assertThat(subject.codePointCount(0, subject.length())).isEqualTo(Outbox.LONGEST_SUBJECT));
        assertThat(jdbc.sql("select body from outgoing_message").query(String.class).single())
                .startsWith("xớ").hasSize(Outbox.LONGEST_BODY);
    }

    private long count() {
        return jdbc.sql("select count(*) from outgoing_message").query(Long.class).single();
    }
}
