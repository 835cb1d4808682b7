package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.TestDatabase;

/** In which zone a node starts. */
class EngineZoneTest {

    private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");

    private final HikariDataSource source = TestDatabase.create();
    private final JdbcClient jdbc = JdbcClient.create(source);

    @AfterEach
    void close() {
        source.close();
    }

    @ParameterizedTest
    @CsvSource({"Asia/Ho_Chi_Minh, Asia/Bangkok", "Asia/Ho_Chi_Minh, +07:00", "Asia/Ho_Chi_Minh, GMT+07:00", "UTC, Etc/UTC", "UTC, Z",
            "Europe/Paris, Europe/Berlin"})
    void zonesOfTheSameRulesFromNowOnAreAlike(ZoneId one, ZoneId other) {
        assertThat(EngineZone.alike(one, other, NOW)).isTrue();
        assertThat(EngineZone.alike(other, one, NOW)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Asia/Ho_Chi_Minh, UTC", "Europe/London, UTC", "Europe/Paris, Africa/Lagos"})
    void zonesThatDifferNowOrInSummerAreNot(ZoneId one, ZoneId other) {
        assertThat(EngineZone.alike(one, other, NOW)).isFalse();
        assertThat(EngineZone.alike(other, one, NOW)).isFalse();
    }

    @Test
    void theZoneOfTheFirstStartIsThatOfAllLaterOnes() {
        assertThat(EngineZone.in(jdbc)).isEmpty();
        in("Asia/Ho_Chi_Minh").require();

        assertThat(EngineZone.in(jdbc)).contains(ZoneId.of("Asia/Ho_Chi_Minh"));
        assertThatCode(() -> in("Asia/Bangkok").require()).doesNotThrowAnyException();
        assertThatThrownBy(() -> in("UTC").require()).isInstanceOfSatisfying(OtherZone.class, other -> {
            assertThat(other).hasMessageContainingAll("Asia/Ho_Chi_Minh", "UTC");
            assertThat(other.remedy()).contains("TZ=Asia/Ho_Chi_Minh", "-Duser.timezone=Asia/Ho_Chi_Minh");
        });
        assertThat(EngineZone.in(jdbc)).contains(ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    private EngineZone in(String zone) {
        return new EngineZone(jdbc, ZoneId.of(zone), NOW);
    }
}
