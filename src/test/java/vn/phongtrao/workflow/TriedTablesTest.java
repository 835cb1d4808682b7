package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import vn.phongtrao.refusal.Refusal;

/** Tables are tried in an engine that is as closed as the one that decides. */
class TriedTablesTest {

    private static final Path TABLE = Path.of("processes/commendation/base-salary.dmn");
    private static final Map<String, Object> DAYS = Map.of("receivedOn", LocalDate.of(2024, 7, 5),
            "decidedOn", LocalDate.of(2024, 7, 5), "achievedOn", LocalDate.of(2024, 7, 5), "today", LocalDate.of(2024, 7, 5));

    @Test
    void theRowInForceMatches() throws IOException {
        assertThat(rows(Files.readString(TABLE))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript"})
    void aTableInAnotherLanguageIsNotTried(String language) throws IOException {
        var table = Files.readString(TABLE).replaceAll("<outputEntry ", "<outputEntry expressionLanguage=\"" + language + "\" ");

        assertThatThrownBy(() -> rows(table)).isInstanceOf(Refusal.class).hasMessageContaining("FEEL");
    }

    private static Iterable<String> rows(String table) {
        return new TriedTables().rows(table.getBytes(StandardCharsets.UTF_8), DAYS);
    }
}
