package vn.phongtrao.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import vn.phongtrao.MovableClock;
import vn.phongtrao.RulesOnFile;
import vn.phongtrao.document.RequiredDocuments.Matter;
import vn.phongtrao.document.RequiredDocuments.Row;
import vn.phongtrao.dossier.Assignment;
import vn.phongtrao.dossier.Contents;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierContent;
import vn.phongtrao.dossier.DossierMoved;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.ProcedureRules;
import vn.phongtrao.procedure.ProcedureRules.About;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.UnitPath;

/** What a dossier must have before it leaves its originator, by the table of its procedure. */
class RequiredDocumentsTest {

    private final List<Document> documents = new ArrayList<>();
    private final Dossier dossier = mock();
    private final DocumentStore store = mock();
    private final ProcedureRules rules = mock();
    private final Contents contents = mock();
    private final DossierContent<?, ?> content = mock();
    private final RequiredDocuments required =
            new RequiredDocuments(store, contents, rules, new MovableClock("2024-09-01"));

    @BeforeEach
    void open() {
        when(dossier.number()).thenReturn(DossierNumber.of("KT-1"));
        when(dossier.process()).thenReturn("commendation");
        when(dossier.form()).thenReturn("province-merit");
        when(dossier.type()).thenReturn("regular");
        when(dossier.openedAt()).thenReturn(Instant.parse("2024-07-01T00:00:00Z"));
        when(store.of(DossierNumber.of("KT-1"))).thenReturn(documents);
        doReturn(content).when(contents).require("commendation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete-dossier", "supplement"})
    void aDossierDoesNotLeaveWithoutTheKindsThatAreEnforced(String task) {
        enforced(true);
        document(1, "minutes", null);

        assertThatThrownBy(() -> required.check(step(task)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal).hasMessage("Hồ sơ còn thiếu: Tờ trình; Báo cáo thành tích");
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.RULE_BROKEN);
                    assertThat(refusal.legalBasis()).contains("Điều 84");
                });
    }

    @Test
    void aDossierWithAllKindsLeaves() {
        enforced(true);
        document(1, "submission", 2L);
        document(2, "submission", null);
        document(3, "achievement-report", null);

        assertThatCode(() -> required.check(step("complete-dossier"))).doesNotThrowAnyException();
    }

    @Test
    void aReplacedFileCountsForNothing() {
        enforced(true);
        document(1, "submission", 2L);
        document(2, "other", null);

        assertThatThrownBy(() -> required.check(step("complete-dossier"))).hasMessageContaining("Tờ trình");
    }

    @Test
    void kindsThatAreNotEnforcedAreOnlyFound() {
        enforced(false);

        assertThatCode(() -> required.check(step("complete-dossier"))).doesNotThrowAnyException();
        document(1, "submission", null);
        assertThat(required.findings(dossier, documents)).containsExactly(
                new Finding(null, true, "Đã có Tờ trình", false, "Điều 84"),
                new Finding(null, false, "Thiếu Báo cáo thành tích", false, "Điều 84"));
    }

    @Test
    void whatTheProgramPrintsNeedNotBeBrought() {
        enforced(true);
        when(content.printedKinds(dossier)).thenReturn(Set.of("submission"));
        assertThatThrownBy(() -> required.check(step("complete-dossier")))
                .hasMessage("Hồ sơ còn thiếu: Báo cáo thành tích");

        document(1, "achievement-report", null);
        assertThatCode(() -> required.check(step("complete-dossier"))).doesNotThrowAnyException();
        assertThat(required.of(dossier, documents)).allMatch(RequiredDocument::present);
    }

    @Test
    void theTableIsAskedWhetherTheDossierIsSimple() {
        enforced(true);
        when(content.simple(dossier)).thenReturn(true);
        when(rules.rows("commendation", About.DOCUMENTS, Days.on(LocalDate.of(2024, 7, 1)),
                new Matter("province-merit", "regular", true), Row.class))
                .thenReturn(List.of(new Row("submission", false, "Điều 84")));

        assertThatCode(() -> required.check(step("complete-dossier"))).doesNotThrowAnyException();
    }

    @Test
    void aDossierThatWasBegunBeforeIsOnlyReminded() {
        enforced(true);
        when(store.begunWithoutPapers(DossierNumber.of("KT-1"))).thenReturn(true);

        assertThatCode(() -> required.check(step("complete-dossier"))).doesNotThrowAnyException();
        assertThat(required.findings(dossier, documents)).hasSize(2)
                .allMatch(finding -> !finding.fits() && !finding.enforced());
    }

    @ParameterizedTest
    @CsvSource({"hamlet, submission self-assessment minutes steering-record",
            "commune, submission self-assessment steering-record", "body, submission self-assessment steering-record",
            "upper-body, submission self-assessment steering-record"})
    void aSafeAreaIsAskedForItsAssessmentAndWhoWasHeard(String form, String kinds) {
        assertThat(RulesOnFile.ofProcedures().rows("safe-area-recognition", About.DOCUMENTS,
                Days.on(LocalDate.of(2024, 11, 5)), new Matter(form, null, false), Row.class))
                .allMatch(row -> !row.enforced() && row.legalBasis().equals("Thông tư 124/2021/TT-BCA, Điều 9"))
                .extracting(Row::kind).containsExactly(kinds.split(" "));
    }

    @Test
    void laterStepsAreNotHeldUp() {
        enforced(true);

        assertThatCode(() -> required.check(step("sign"))).doesNotThrowAnyException();
    }

    private void enforced(boolean enforced) {
        when(rules.rows("commendation", About.DOCUMENTS, Days.on(LocalDate.of(2024, 7, 1)),
                new Matter("province-merit", "regular", false), Row.class)).thenReturn(List.of(
                        new Row("submission", enforced, "Điều 84"),
                        new Row("achievement-report", enforced, "Điều 84")));
    }

    private void document(long id, String kindId, Long replacedBy) {
        var kind = new DocumentKind(kindId);
        documents.add(new Document(id, kind, kind.label(), "a.pdf", "application/pdf", 1, "", null, replacedBy, "x",
                null, UnitPath.of("95"), "police-officer", Instant.EPOCH, null));
    }

    private DossierMoved step(String task) {
        return new DossierMoved(dossier, new Assignment(task, null, null, null, Instant.EPOCH), null);
    }
}
