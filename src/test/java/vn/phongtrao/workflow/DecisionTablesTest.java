package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import vn.phongtrao.edition.FileTree;
import vn.phongtrao.procedure.Procedures;
import vn.phongtrao.refusal.Refusal;

/** Cases that nobody has are put to the tables that decide, in the same closed engine. */
class DecisionTablesTest {

    private static final Path TABLE = Path.of("processes/commendation/base-salary.dmn");
    private static final LocalDate DAY = LocalDate.of(2024, 7, 5);
    private static final Map<String, Object> DAYS = Map.of("receivedOn", DAY, "decidedOn", DAY, "today", DAY);

    @Test
    void theRowInForceMatches() throws IOException {
        assertThat(matching(Files.readString(TABLE), DAYS)).hasSize(1);
    }

    @Test
    void aCaseWithoutItsDayMatchesNoRow() throws IOException {
        Map<String, Object> undated = new HashMap<>();
        DAYS.keySet().forEach(day -> undated.put(day, null));
        var table = Files.readString(TABLE);

        assertThat(matching(table, undated)).isEmpty();
        assertThat(matching(table, Map.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript"})
    void aTableInAnotherLanguageIsNotTried(String language) throws IOException {
        var table = Files.readString(TABLE).replaceAll("<outputEntry ",
                "<outputEntry expressionLanguage=\"" + language + "\" ");

        assertThatThrownBy(() -> matching(table, DAYS)).isInstanceOf(Refusal.class).hasMessageContaining("FEEL");
    }

    private static Set<String> matching(String table, Map<String, Object> inputs) {
        var files = FileTree.of(Map.of("commendation/base-salary.dmn", table.getBytes(StandardCharsets.UTF_8)));
        return new DecisionTables(new Procedures(files)).matching("base-salary", inputs);
    }
}
