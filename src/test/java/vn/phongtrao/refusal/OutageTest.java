package vn.phongtrao.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

/** Which failures mean that something was not reached. */
class OutageTest {

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08003", "08006", "57P01", "57P02", "57P03", "53300"})
    void aDatabaseThatIsNotReachedIsOne(String state) {
        assertSaid(new IllegalStateException(new SQLException("secret", state)), Outage.DATABASE);
    }

    @Test
    void soIsOneWithoutAConnectionLeft() {
        assertSaid(new SQLTransientConnectionException("none"), Outage.DATABASE);
        assertSaid(new IllegalStateException(new SQLException("Connection is closed")), Outage.DATABASE);
        assertSaid(new SQLException("secret", null, new ConnectException("refused")), Outage.DATABASE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"57014", "53100", "53200", "22021", "23505", "40001", "P0001", "XX000"})
    void whatItAnswersIsNone(String state) {
        assertThat(Outage.in(new IllegalStateException(new SQLException("secret", state)))).isEmpty();
    }

    @Test
    void aKeycloakThatGivesNoAnswerIsOneAndOneThatRefusesIsNot() {
        assertSaid(new IllegalStateException(new ResourceAccessException("away", new IOException())), Outage.KEYCLOAK);
        assertSaid(new HttpServerErrorException(HttpStatus.BAD_GATEWAY), Outage.KEYCLOAK);
        assertThat(Outage.in(new HttpClientErrorException(HttpStatus.FORBIDDEN))).isEmpty();
        assertThat(Outage.in(new IllegalStateException("fault"))).isEmpty();
    }

    private static void assertSaid(Throwable thrown, String words) {
        assertThat(Outage.in(thrown)).hasValueSatisfying(refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
            assertThat(refusal).hasMessage(words);
        });
    }
}
