package vn.phongtrao.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import vn.phongtrao.FormsOnFile;
import vn.phongtrao.citizen.States;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.workflow.form.Form;

/** What the server accepts from the forms of commendation. */
class CommendationFormsTest {

    private static final Map<String, Object> CONTENT = Map.of("nominees",
            List.of(Map.of("id", "11", "name", "Nguyễn Văn Mẫu", "kindName", "Cá nhân")));
    private static final Map<String, Object> INDIVIDUAL = Map.of("kind", "individual", "name", "Nguyễn Văn Mẫu",
            "birthYear", 1980, "citizenId", "095080000001");

    private static final Map<String, Object> OLD_CARD = Map.of("kind", "individual", "name", "Trần Thị Thử",
            "birthYear", 1930, "document", "old-card", "documentNumber", "380123456");
    private static final Map<String, Object> PASSPORT = Map.of("kind", "individual", "name", "Kham Phai Mẫu",
            "birthYear", 1980, "document", "travel", "documentNumber", "PA 1234567", "nationality", "LAO");

    @Test
    void oneDossierCarriesIndividualsHouseholdsAndCollectives() {
        var proposal = proposal(INDIVIDUAL, Map.of("kind", "household", "name", "Hộ bà Trần Thị Thử"),
                Map.of("kind", "collective", "name", "Tổ bảo vệ an ninh, trật tự Khóm Mẫu"));
        assertThat(accept("commendation-proposal", proposal)).containsKeys("awardForm", "achievement", "nominees");
    }

    @ParameterizedTest
    @ValueSource(strings = {"birthYear", "citizenId"})
    void individualsNeedTheirDetails(String field) {
        assertRefused("nominees[0]." + field, "commendation-proposal", proposal(without(INDIVIDUAL, field)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"household", "collective"})
    void othersHaveNoCitizenNumber(String kind) {
        assertRefused("nominees[0].citizenId", "commendation-proposal",
                proposal(with(without(INDIVIDUAL, "birthYear"), "kind", kind)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"09508000001", "0950800000011", "09508000000a", "0********001"})
    void newCitizenNumberHasTwelveDigits(String number) {
        assertRefused("nominees[0].citizenId", "commendation-proposal",
                proposal(with(INDIVIDUAL, "citizenId", number)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"commendation-proposal", "commendation-complete-dossier", "commendation-supplement"})
    void whoHasNoCitizenNumberIsNamedByAnotherPaper(String form) {
        assertThat(accept(form, proposed(form, OLD_CARD, PASSPORT))).containsKey("nominees");
    }

    @Test
    void oneWhoHasAPaperNeedsItsNumberAndAPassportItsState() {
        assertRefused("nominees[0].documentNumber", "commendation-proposal", proposal(without(OLD_CARD, "documentNumber")));
        assertRefused("nominees[0].documentNumber", "commendation-proposal", proposal(without(PASSPORT, "documentNumber")));
        assertRefused("nominees[0].nationality", "commendation-proposal", proposal(without(PASSPORT, "nationality")));
    }

    @Test
    void nobodyHasTwoPapers() {
        assertRefused("nominees[0].citizenId", "commendation-proposal", proposal(with(PASSPORT, "citizenId", "095080000001")));
        assertRefused("nominees[0].documentNumber", "commendation-proposal",
                proposal(with(INDIVIDUAL, "documentNumber", "PA1234567")));
        assertRefused("nominees[0].nationality", "commendation-proposal", proposal(with(OLD_CARD, "nationality", "LAO")));
        assertRefused("nominees[0].document", "commendation-proposal", proposal(with(PASSPORT, "kind", "household")));
    }

    @ParameterizedTest
    @CsvSource({"document, visa", "nationality, LA", "nationality, XXX", "documentNumber, P1", "documentNumber, *****567",
            "documentNumber, PA1234567<"})
    void aPaperIsOneOfTheForm(String field, String value) {
        assertRefused("nominees[0]." + field, "commendation-proposal", proposal(with(PASSPORT, field, value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"commendation-complete-dossier", "commendation-supplement"})
    void laterFormsTakeTheMaskOfAnotherPaper(String form) {
        var row = with(with(PASSPORT, "documentNumber", "******567"), "id", "11");
        assertThat(accept(form, Map.of("nominees", List.of(row)))).containsKey("nominees");
    }

    @Test
    void theMaskOfAnotherPaperIsNotTakenOverIntoAnotherDossier() {
        var shown = Map.<String, Object>of("nominees", List.of(with(PASSPORT, "documentNumber", "******567")));

        assertThat(form("commendation-proposal").repeatable(shown).get("nominees").toString()).contains("travel", "LAO")
                .doesNotContain("567");
    }

    @Test
    void theFormOffersEveryState() throws IOException {
        var states = new ObjectMapper().readTree(FormsOnFile.all().get("commendation-proposal")).findParents("key").stream()
                .filter(field -> field.get("key").asText().equals("nationality")).findFirst().orElseThrow().get("values");

        assertThat(states.findValuesAsText("value")).containsExactlyInAnyOrderElementsOf(States.codes());
        assertThat(states).allSatisfy(state -> assertThat(States.name(state.get("value").asText()))
                .hasValue(state.get("label").asText()));
    }

    @Test
    void proposalNamesSomebody() {
        assertRefused("nominees", "commendation-proposal", proposal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"commendation-complete-dossier", "commendation-supplement"})
    void laterFormsKeepWhatTheyDoNotName(String form) {
        assertThat(accept(form, Map.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"commendation-complete-dossier", "commendation-supplement"})
    void laterFormsTakeTheMaskForTheNumberThatIsKnown(String form) {
        var row = with(with(INDIVIDUAL, "citizenId", "0********001"), "id", "11");
        assertThat(accept(form, Map.of("nominees", List.of(row)))).containsKey("nominees");
    }

    @ParameterizedTest
    @ValueSource(strings = {"commendation-appraise", "commendation-sign"})
    void returnAndRejectionNeedAReason(String form) {
        assertThat(accept(form, Map.of("outcome", "approve"))).containsEntry("outcome", "approve");
        assertRefused("comment", form, Map.of("outcome", "return"));
        assertRefused("comment", form, Map.of("outcome", "reject", "comment", " "));
    }

    @Test
    void whoDecidesDoesNotReturn() {
        assertRefused("outcome", "commendation-decide", Map.of("outcome", "return", "comment", "Thiếu xác nhận"));
    }

    @Test
    void ballotMayBeEmptyButNotMissing() {
        assertThat(accept("commendation-council-vote", Map.of("approvedNominees", List.of())))
                .containsEntry("approvedNominees", List.of());
        assertRefused("approvedNominees", "commendation-council-vote", Map.of());
    }

    @Test
    void ballotNamesNomineesOfTheDossier() {
        assertRefused("approvedNominees", "commendation-council-vote", Map.of("approvedNominees", List.of("12")));
    }

    @ParameterizedTest
    @CsvSource({"decisionNumber, decidedOn", "decidedOn, decisionNumber"})
    void resultNeedsNumberAndDateOfTheDecision(String missing, String given) {
        Map<String, Object> result = Map.of("outcome", "approve", given, "2024-08-01");
        assertRefused(missing, "commendation-record-ministry-result", result);
    }

    @Test
    void refusedResultNeedsAReasonInsteadOfADecision() {
        assertThat(accept("commendation-record-ministry-result",
                Map.of("outcome", "reject", "comment", "Chưa đủ tiêu chuẩn"))).containsKey("comment");
        assertRefused("comment", "commendation-record-ministry-result", Map.of("outcome", "reject"));
    }

    @SafeVarargs
    private static Map<String, Object> proposal(Map<String, Object>... nominees) {
        return Map.of("awardForm", "province-merit", "achievementType", "regular", "achievement", "Mô hình mẫu",
                "achievedFrom", "2024-01-01", "achievedTo", "2024-06-30", "nominees", List.of(nominees));
    }

    private static Map<String, Object> with(Map<String, Object> row, String field, Object value) {
        var changed = new HashMap<>(row);
        changed.put(field, value);
        return changed;
    }

    private static Map<String, Object> without(Map<String, Object> row, String field) {
        var changed = new HashMap<>(row);
        changed.remove(field);
        return changed;
    }

    private static Map<String, Object> accept(String form, Map<String, Object> submitted) {
        return form(form).accept(submitted, CONTENT);
    }

    private static Form form(String id) {
        return Form.read(new ByteArrayInputStream(FormsOnFile.all().get(id)));
    }

    @SafeVarargs
    private static Map<String, Object> proposed(String form, Map<String, Object>... nominees) {
        return form.equals("commendation-proposal") ? proposal(nominees) : Map.of("nominees", List.of(nominees));
    }

    private static void assertRefused(String field, String form, Map<String, Object> submitted) {
        assertThatThrownBy(() -> accept(form, submitted)).isInstanceOfSatisfying(Refusal.class, refusal ->
                assertThat(refusal.each()).extracting(one -> one.field().orElseThrow()).contains(field));
    }
}
