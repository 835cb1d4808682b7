package vn.phongtrao;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the first word of the line means. */
class CommandsTest {

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "Check", "-h", ""})
    void whatIsNoCommandStartsNothing(String word) {
        assertThat(Commands.run(List.of(word))).hasValue(2);
        assertThat(Commands.unknown(word)).contains("“" + word + "”", "backup, check, join, migrate, realm, restore");
    }

    @Test
    void optionsAloneStartTheProgram() {
        assertThat(Commands.run(List.of())).isEmpty();
        assertThat(Commands.run(List.of("--server.port=8081", "nonsense"))).isEmpty();
    }
}
