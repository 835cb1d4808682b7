package vn.phongtrao.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.junit.jupiter.api.Test;

import vn.phongtrao.BrokenFiles;

/** Whose dossiers are judged by a table. */
class TableUseTest {

    private final TableUse use = new TableUse(BrokenFiles.DECLARED);

    @Test
    void aTableOfAProcedureServesIt() {
        assertThat(by("commendation/bonus.dmn")).containsExactly("commendation");
    }

    @Test
    void oneThatTheProgramAsksForAnotherProcedureServesThatToo() {
        assertThat(by("team-establishment/member-eligibility.dmn")).containsExactly("team-change", "team-establishment");
    }

    @Test
    void aDefaultServesThoseThatHaveNoneInItsPlace() {
        assertThat(by("review/required-documents.dmn")).contains("festival-plan").doesNotContain("commendation", "review");
        assertThat(by("review/deadline.dmn")).contains("festival-plan", "commendation").doesNotContain("review");
        assertThat(by("review/return-limit.dmn")).contains("festival-plan", "commendation");
    }

    private Set<String> by(String file) {
        return use.by(Table.find(BrokenFiles.sound(), file).orElseThrow(), BrokenFiles.sound());
    }
}
