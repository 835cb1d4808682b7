package vn.phongtrao.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import vn.phongtrao.BrokenFiles;

/** What the program asks of the files that it brings is declared, or the checks could not know. */
class DeclaredTest {

    /** What these may say follows from their forms, and the frames of papers hold what all papers are filled with. */
    private static final Set<String> WITHOUT_RECORDS = Set.of("festival-plan", "movement-classification",
            Procedures.SHARED);

    static Stream<String> tables() {
        return Table.all(BrokenFiles.sound()).filter(table -> !table.file().startsWith("festival-plan/")
                && !table.file().startsWith("movement-classification/")).map(Table::key);
    }

    static Stream<String> papers() {
        return BrokenFiles.sound().endingWith(".html").keySet().stream().filter(file -> file.contains("/papers/"))
                .filter(file -> !WITHOUT_RECORDS.contains(file.substring(0, file.indexOf('/'))))
                .map(file -> file.replace("/papers/", "/").replace(".html", ""))
                .filter(paper -> !isPartOfOthers(paper));
    }

    private static boolean isPartOfOthers(String paper) {
        return BrokenFiles.sound().endingWith(".html").keySet().stream().anyMatch(file ->
                BrokenFiles.sound().text(file).orElseThrow().contains("~{%s ::".formatted(paper)));
    }

    static Stream<String> pages() {
        return BrokenFiles.sound().endingWith("/page.html").keySet().stream()
                .map(file -> file.replace("/page.html", ""));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyTableHasARecordForItsRows(String table) {
        assertThat(BrokenFiles.DECLARED.rowsOf(table)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("papers")
    void everyPaperHasRecordsThatFillIt(String paper) {
        assertThat(BrokenFiles.DECLARED.filling(paper)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyProcedureSaysWhatItShowsAndWhatItsStartFormBrings(String procedure) {
        assertThat(BrokenFiles.DECLARED.filling(procedure)).isNotEmpty();
        assertThat(Stream.of("-proposal", "-plan", "-correction").map(form -> BrokenFiles.DECLARED.fieldsOf(procedure + form)))
                .anySatisfy(records -> assertThat(records).isNotEmpty());
    }
}
