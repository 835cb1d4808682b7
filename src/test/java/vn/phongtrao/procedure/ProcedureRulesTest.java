package vn.phongtrao.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import vn.phongtrao.edition.FileTree;
import vn.phongtrao.procedure.ProcedureRules.About;

class ProcedureRulesTest {

    private static final Days DAY = Days.on(LocalDate.of(2024, 7, 1));
    private static final Facts FACTS = new Facts("sign");
    private static final Row OWN = new Row(1);
    private static final Row DEFAULT = new Row(2);

    private record Facts(String task) {
    }

    private record Row(int days) {
    }

    @TempDir
    private Path folder;
    private final Rules tables = mock();

    @BeforeEach
    void defaults() throws IOException {
        for (var table : List.of("review-route", "deadline", "required-documents", "deadline-reminder")) {
            file("review/" + table + ".dmn");
        }
        when(tables.rows("deadline", DAY, FACTS, Row.class)).thenReturn(List.of(DEFAULT));
        when(tables.row("deadline", DAY, FACTS, Row.class)).thenReturn(DEFAULT);
    }

    @Test
    void theProceduresOwnTableComesFirst() throws IOException {
        file("oath/oath-deadline.dmn");
        when(tables.rows("oath-deadline", DAY, FACTS, Row.class)).thenReturn(List.of(OWN));

        assertThat(rules().row("oath", About.DEADLINE, DAY, FACTS, Row.class)).isEqualTo(OWN);
        assertThat(rules().rows("oath", About.DEADLINE, DAY, FACTS, Row.class)).containsExactly(OWN);
    }

    @Test
    void aProcedureWithoutATableGoesByTheDefaults() throws IOException {
        file("oath/oath-route.dmn");

        assertThat(rules().row("oath", About.DEADLINE, DAY, FACTS, Row.class)).isEqualTo(DEFAULT);
        assertThat(rules().rows("oath", About.DEADLINE, DAY, FACTS, Row.class)).containsExactly(DEFAULT);
        assertThat(rules().rows("unknown", About.DEADLINE, DAY, FACTS, Row.class)).containsExactly(DEFAULT);
    }

    @Test
    void whereNoRowOfItsOwnMatchesOneRowComesFromTheDefaultsButListsStayEmpty() throws IOException {
        file("oath/oath-deadline.dmn");
        when(tables.rows("oath-deadline", DAY, FACTS, Row.class)).thenReturn(List.of());

        assertThat(rules().row("oath", About.DEADLINE, DAY, FACTS, Row.class)).isEqualTo(DEFAULT);
        assertThat(rules().rows("oath", About.DEADLINE, DAY, FACTS, Row.class)).isEmpty();
    }

    @Test
    void aMissingDefaultIsFoundAtStart() throws IOException {
        Files.delete(folder.resolve("review/deadline.dmn"));

        assertThatIllegalStateException().isThrownBy(this::rules).withMessageContaining("deadline");
    }

    private ProcedureRules rules() throws IOException {
        return new ProcedureRules(new Procedures(FileTree.in(folder)), tables);
    }

    private void file(String path) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), "");
    }
}
