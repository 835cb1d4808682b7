package vn.phongtrao.decision.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.TestDatabase;

/** How often an address may ask whether papers are genuine. */
class AttemptsTest {

    private static final JdbcClient JDBC = JdbcClient.create(TestDatabase.create());

    private final Attempts node = new Attempts(JDBC);
    private final Attempts otherNode = new Attempts(JDBC);

    @BeforeEach
    void nobodyHasAsked() {
        JDBC.sql("delete from verification_attempt").update();
    }

    @Test
    void nodesCountTogether() {
        for (int i = 0; i < Attempts.LIMIT; i++) {
            assertThat((i % 2 == 0 ? node : otherNode).allow("192.0.2.1")).isTrue();
        }
        assertThat(node.allow("192.0.2.1")).isFalse();
        assertThat(otherNode.allow("192.0.2.1")).isFalse();
        assertThat(otherNode.allow("192.0.2.2")).as("another address").isTrue();
    }

    @Test
    void aNetworkOfVersion6IsOneAddress() {
        for (int i = 0; i < Attempts.LIMIT; i++) {
            assertThat(node.allow("2001:db8:0:1::" + i)).isTrue();
        }
        assertThat(node.allow("2001:db8:0:1:ffff:0:0:1")).isFalse();
        assertThat(node.allow("2001:db8:0:2::1")).as("another network").isTrue();
        assertThat(node.allow("not:an:address")).isTrue();
    }

    @Test
    void afterItsMinuteAnAddressMayAskAgain() {
        for (int i = 0; i <= Attempts.LIMIT; i++) {
            node.allow("192.0.2.3");
        }
        JDBC.sql("update verification_attempt set ends_at = ends_at - interval '1 minute'").update();

        assertThat(new Attempts(JDBC).allow("192.0.2.3")).isTrue();
    }

    @Test
    void noAddressIsKeptForMoreThanItsMinute() {
        node.allow("192.0.2.4");
        assertThat(left("ends_at <= clock_timestamp() + interval '1 minute'")).isEqualTo(1);
        node.forget();
        assertThat(left("true")).as("it still counts").isEqualTo(1);

        JDBC.sql("update verification_attempt set ends_at = clock_timestamp() + interval '4 seconds'").update();
        node.forget();
        assertThat(left("true")).as("before its minute is over, because the next look is after it").isZero();
    }

    private static long left(String which) {
        return JDBC.sql("select count(*) from verification_attempt where " + which).query(Long.class).single();
    }
}
