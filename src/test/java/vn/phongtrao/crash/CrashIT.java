package vn.phongtrao.crash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * The short form; {@code ./mvnw test -Dtest=CrashIT -Dcrash.nodes=20 -Dcrash.backends=30 -Dcrash.seed=1} is the long one. What the nodes said
 * is in {@code target/crash}.
 */
class CrashIT {

    @Test
    void nothingIsLostAndNothingIsTwiceWhateverIsKilled() throws Exception {
        try (var ground = new Ground()) {
            var report = new Crash(ground, Options.ofProperties()).run();
            System.out.println(report);
            assertThat(report.findings()).isEmpty();
            assertThat(Doctored.overlooked(ground.database())).as("checks that find nothing where something is").isEmpty();
        }
    }
}
