package vn.phongtrao.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import vn.phongtrao.command.Environment;

/** What the command says of a call that cannot be carried out; what it does, the night of 30 June shows. */
class JoinCommandTest {

    private final ByteArrayOutputStream problems = new ByteArrayOutputStream();

    private int run(Map<String, String> environment, String... arguments) {
        return new JoinCommand(new PrintStream(OutputStream.nullOutputStream()),
                new PrintStream(problems, true, StandardCharsets.UTF_8), new Environment(environment), Clock.systemUTC()).run(List.of(arguments));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "--trial", "--dry-run", "Bạc Liêu|Cà Mau"})
    void aCallWithoutExactlyOneNameIsAnsweredWithTheUsage(String arguments) {
        assertThat(run(Map.of(), arguments.split("\\|"))).isEqualTo(2);
        assertThat(problems.toString(StandardCharsets.UTF_8)).contains("Cách dùng");
    }

    @Test
    void whatTheEnvironmentLacksIsNamed() {
        assertThat(run(Map.of(), "Bạc Liêu")).isEqualTo(2);
        assertThat(problems.toString(StandardCharsets.UTF_8)).contains("Thiếu biến môi trường: PHONGTRAO_DB_PASSWORD, PHONGTRAO_DB_URL, PHONGTRAO_DB_USERNAME");
    }

    @Test
    void aDatabaseThatIsNotThereIsToldWithoutItsPassword() {
        assertThat(run(Map.of("PHONGTRAO_DB_URL", "jdbc:postgresql://localhost:1/none", "PHONGTRAO_DB_USERNAME", "x",
                "PHONGTRAO_DB_PASSWORD", "geheim"), "Bạc Liêu")).isEqualTo(1);
        assertThat(problems.toString(StandardCharsets.UTF_8)).contains("Không vào được cơ sở dữ liệu").doesNotContain("geheim");
    }
}
