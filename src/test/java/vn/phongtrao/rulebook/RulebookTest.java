package vn.phongtrao.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import vn.phongtrao.BrokenFiles;
import vn.phongtrao.DeliveredProcedures;
import vn.phongtrao.MovableClock;
import vn.phongtrao.decision.StandingDecisions;
import vn.phongtrao.decision.StandingDecisions.By;
import vn.phongtrao.decision.StandingDecisions.Standing;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.OpenDossiers;
import vn.phongtrao.edition.FileTree;
import vn.phongtrao.procedure.ProcedureEditions;
import vn.phongtrao.procedure.Procedures;
import vn.phongtrao.procedure.TableUse;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.rulebook.Validity.State;
import vn.phongtrao.text.Alphabet;

/** The delivered tables as people read them. */
class RulebookTest {

    private static final String BONUS = "commendation/bonus.dmn";

    private final MovableClock clock = new MovableClock("2024-07-01");
    private final Procedures procedures = new DeliveredProcedures();
    private final Rulebook rulebook = new Rulebook(procedures, mock(ProcedureEditions.class), clock);

    @Test
    void everyTableCanBeRead() {
        assertThat(rulebook.find("")).hasSize(procedures.files().endingWith(".dmn").size()).allSatisfy(sheet -> {
            assertThat(sheet.name()).isNotBlank();
            assertThat(sheet.procedure()).isNotEqualTo(sheet.file().split("/")[0]);
            assertThat(sheet.headings()).isNotEmpty().doesNotContain("");
            assertThat(sheet.lines()).allSatisfy(line ->
                    assertThat(line.cells()).hasSameSizeAs(sheet.headings()).allSatisfy(cell ->
                            assertThat(cell).doesNotContain("date(\"")));
        });
    }

    @Test
    void aRowSaysItsValuesDaysAndParagraphInWords() {
        var sheet = rulebook.require("bonus");

        assertThat(sheet.day()).isEqualTo("Ngày tiếp nhận hồ sơ");
        assertThat(sheet.headings()).containsExactly("Hình thức khen thưởng", "Đối tượng", "Hệ số",
                "Làm tròn lên (đồng)");
        var line = sheet.lines().get(0);
        assertThat(line.cells()).containsExactly("Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã", "Cá nhân", "0,15",
                "10.000");
        assertThat(line.when()).isEqualTo("từ ngày 01/01/2024 đến hết ngày 30/06/2025");
        assertThat(line.state()).isEqualTo(State.IN_FORCE);
        assertThat(line.basis()).isEqualTo("Nghị định 98/2023/NĐ-CP, Điều 58 khoản 1 điểm g");
    }

    @Test
    void tasksAreCalledAsTheProcedureCallsThemAndWhatAllShareNeutrally() {
        assertThat(cells("commendation-deadline")).contains("Hoàn thiện hồ sơ đề nghị", "Quyết định");
        assertThat(cells("team-change-deadline")).contains("Lập báo cáo đề xuất");
        assertThat(cells("deadline")).contains("Hoàn thiện hồ sơ; Bổ sung hồ sơ", "Quyết định", "Thẩm định hồ sơ", "Ký duyệt hồ sơ");
        assertThat(cells("deadline-reminder")).noneMatch(cell -> cell.contains("nhân rộng"));
    }

    private List<String> cells(String key) {
        return rulebook.require(key).lines().stream().flatMap(line -> line.cells().stream()).distinct().toList();
    }

    @Test
    void proceduresFollowOneAnotherByTheAlphabet() {
        assertThat(rulebook.find("")).extracting(Sheet::procedure).isSortedAccordingTo(Alphabet.ORDER);
    }

    @Test
    void whatIsComingAndWhatHasEndedDependsOnTheDay() {
        clock.moveTo("2025-07-01");
        assertThat(rulebook.require("bonus").lines().get(0).state()).isEqualTo(State.ENDED);
        clock.moveTo("2023-12-31");
        assertThat(rulebook.require("bonus").lines().get(0).state()).isEqualTo(State.COMING);
    }

    @Test
    void tablesAreFoundByTheirWordsAndParagraphs() {
        assertThat(rulebook.find("điểm g")).extracting(Sheet::key).contains("bonus");
        assertThat(rulebook.find("HỆ SỐ  tiền thưởng")).extracting(Sheet::key).containsExactly("bonus");
        assertThat(rulebook.find("không có ở đâu cả")).isEmpty();
    }

    /** What has to be looked at when a decree ends (Nghị định 152/2025/NĐ-CP, Điều 60 khoản 1). */
    @Test
    void theRowsThatCiteADocumentAreFoundUntilTheyEnd() {
        clock.moveTo("2026-12-31");

        assertThat(rulebook.citing("Nghị định 152/2025/NĐ-CP")).extracting(Rulebook.Citing::key)
                .contains("bonus", "award-fund", "commendation-documents");
        assertThat(rulebook.citing("Nghị định 152/2025/NĐ-CP")).allSatisfy(row -> assertThat(rulebook.require(row.key()).lines()
                .get(row.number() - 1)).isEqualTo(row.line()));
        assertThat(rulebook.citing("Nghị định 24/2023/NĐ-CP")).isEmpty();
    }

    @Test
    void aTableThatIsNotThereIsNotFound() {
        for (var key : List.of("unknown", "../bonus", "", "commendation/bonus")) {
            assertThatThrownBy(() -> rulebook.require(key)).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void aChangedTableShowsRowByRowWhatChangesAndWhichOpenDossiersItTouches() {
        var dossiers = mock(OpenDossiers.class);
        when(dossiers.numbers(any(), any(), any())).thenReturn(List.of(DossierNumber.of("HS-1")));
        var table = new String(procedures.files().find(BONUS).orElseThrow(), StandardCharsets.UTF_8);
        var changed = table.replaceFirst("<text>0\\.15</text>", "<text>0.2</text>");

        var difference = difference(dossiers, mock()).to(procedures.files()
                .under(FileTree.of(Map.of(BONUS, changed.getBytes(StandardCharsets.UTF_8)))));

        assertThat(difference).singleElement().satisfies(one -> {
            assertThat(one.key()).isEqualTo("bonus");
            assertThat(one.added()).isEmpty();
            assertThat(one.removed()).isEmpty();
            assertThat(one.changed()).singleElement().satisfies(pair -> {
                assertThat(pair.before().cells()).contains("0,15");
                assertThat(pair.after().cells()).contains("0,2");
            });
            assertThat(one.touched()).containsExactly(DossierNumber.of("HS-1"));
        });
    }

    private Difference difference(OpenDossiers dossiers, StandingDecisions decisions) {
        return new Difference(rulebook, new TableUse(BrokenFiles.DECLARED), dossiers, decisions, clock);
    }

    @Test
    void aRuleDatedBackTellsOfTheDecisionsThatStandAndHowManyThereAre() {
        clock.moveTo("2024-09-01");
        var decisions = mock(StandingDecisions.class);
        when(decisions.between(Set.of("commendation"), By.RECEIPT, LocalDate.of(2024, 8, 1), LocalDate.of(2025, 6, 30)))
                .thenReturn(IntStream.rangeClosed(1, 12).mapToObj(n -> new Standing(DossierNumber.of("HS-" + n),
                        "%02d/QĐ-UBND".formatted(n), LocalDate.of(2024, 8, n))).toList());

        var standing = change("[date(\"2024-01-01\")..date(\"2025-06-30\")]",
                "[date(\"2024-01-01\")..date(\"2024-07-31\")]", mock(), decisions).standing();

        assertThat(standing.count()).isEqualTo(12);
        assertThat(standing.first()).hasSize(10).first().extracting(Standing::decisionNumber).isEqualTo("01/QĐ-UBND");
    }

    @Test
    void aRuleThatEndsInTimeToComeTouchesNothingDecided() {
        var decisions = mock(StandingDecisions.class);

        change("[date(\"2024-01-01\")..date(\"2025-06-30\")]", "[date(\"2024-01-01\")..date(\"2025-05-31\")]", mock(),
                decisions);

        verify(decisions).between(Set.of("commendation"), By.RECEIPT, LocalDate.of(2025, 6, 1),
                LocalDate.of(2025, 6, 30));
        verifyNoMoreInteractions(decisions);
    }

    private Difference.Changed change(String before, String after, OpenDossiers dossiers, StandingDecisions decisions) {
        var table = new String(procedures.files().find(BONUS).orElseThrow(), StandardCharsets.UTF_8);
        assertThat(table).contains(before);
        var changed = table.replaceFirst(Pattern.quote(before), after);
        return difference(dossiers, decisions).to(procedures.files().under(FileTree.of(Map.of(BONUS,
                changed.getBytes(StandardCharsets.UTF_8))))).get(0);
    }

    @Test
    void aRowThatComesFirstChangesNoOther() {
        var table = new String(procedures.files().find(BONUS).orElseThrow(), StandardCharsets.UTF_8);
        var row = table.substring(table.indexOf("<rule "), table.indexOf("</rule>") + "</rule>".length());
        var changed = table.replaceFirst("<rule ", row.replaceAll("id=\"", "id=\"new-").replace("$", "\\$") + "<rule ");

        var difference = difference(mock(), mock()).to(procedures.files()
                .under(FileTree.of(Map.of(BONUS, changed.getBytes(StandardCharsets.UTF_8)))));

        assertThat(difference).singleElement().satisfies(one -> {
            assertThat(one.added()).hasSize(1);
            assertThat(one.changed()).isEmpty();
        });
    }

    @Test
    void aCaseIsTriedWithTheValuesOfTheTable() {
        var trial = new Trial(rulebook, (table, inputs) -> Set.of(inputs.get("kind").toString()), clock);

        assertThat(trial.questions("bonus", Map.of())).extracting(Trial.Question::type)
                .containsExactly("choice", "choice", "date");
        assertThat(trial.questions("bonus", Map.of()).get(1).options()).extracting(Trial.Option::label)
                .contains("Cá nhân", "Hộ gia đình", "Tập thể");
        assertThat(trial.rows("bonus", Map.of("kind", "household"))).containsExactly("household");
        assertThatThrownBy(() -> trial.rows("bonus", Map.of("receivedOn", "31/02/2024"))).isInstanceOf(Refusal.class);
    }
}
