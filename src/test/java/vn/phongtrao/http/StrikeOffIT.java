package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.http.HttpJourney.household;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One nominee is taken off the list with a reason, and the others go on. */
@HttpTest
class StrikeOffIT {

    private static final String OFFICER = "police-officer.31813";
    private static final String CHIEF = "police-chief.31813";
    private static final String CLERK = "committee-clerk.31813";
    private static final String CHAIR = "committee-chair.31813";
    private static final String REASON = "Chưa đủ căn cứ (mẫu)";

    @Autowired
    HttpJourney journey;
    @Autowired
    Client client;

    private String number;
    private List<String> nominees;
    private Map<String, Object> first;

    @BeforeEach
    void aDossierOfThreeIsSigned() {
        first = individual("Người Thứ Nhất");
        number = journey.propose(OFFICER, proposal("commune-certificate", "regular", List.of(
                first, individual("Người Thứ Hai"), household("Hộ Thứ Ba " + HttpJourney.citizenId()))));
        journey.complete(number, "complete-dossier", OFFICER, Map.of());
        nominees = journey.nomineeIds(number);
    }

    @Test
    void whoIsStruckOffInTheReviewIsNeitherVotedOnNorAwardedAndTheStepSaysWhy() {
        journey.complete(number, "sign", CHIEF, strike(nominees.get(0)));
        journey.approve(number, "appraise", CLERK);

        var struck = journey.show(number).at("/nominees/0");
        assertThat(struck.get("result").asText()).isEqualTo("struck");
        assertThat(struck.get("resultReason").asText()).isEqualTo(REASON);
        assertThat(journey.show(number).get("steps").findValuesAsText("comment"))
                .contains("Đưa ra khỏi danh sách 1 đề nghị. Lý do: " + REASON);

        var member = journey.task(number, "council-vote", "council-member.31813").id();
        assertThat(journey.submit("council-member.31813", member, Map.of("approvedNominees", List.of(nominees.get(0))))
                .status()).isEqualTo(400);
        for (var voter : List.of("council-member.31813", "council-member-2.31813", "council-member-3.31813")) {
            journey.complete(number, "council-vote", voter, Map.of("approvedNominees", nominees.subList(1, 3)));
        }
        journey.approve(number, "decide", CHAIR);

        assertThat(results()).containsExactly("struck", "awarded", "awarded");
        assertThat(journey.show(number).get("tally")).hasSize(2);
        assertThat(journey.bonuses(number)).hasSize(2);
    }

    @Test
    void whoDecidesDeclinesOneAndDecidesOnTheOthers() {
        journey.approve(number, "sign", CHIEF);
        journey.approve(number, "appraise", CLERK);
        journey.voteForAll(number, "31813");
        journey.complete(number, "decide", CHAIR, strike(nominees.get(2)));

        assertThat(results()).containsExactly("awarded", "awarded", "declined");
        assertThat(journey.show(number).get("tally")).hasSize(3);
        assertThat(journey.bonuses(number)).hasSize(2);
    }

    @Test
    void theListKeepsOneAtLeastAndOnlyThoseStillConsideredAreStruckOffWithAReason() {
        assertRefused(Map.of("outcome", "approve", "struckNominees", nominees, "struckReason", REASON), 422);
        assertRefused(Map.of("outcome", "approve", "struckNominees", List.of(nominees.get(0))), 400);
        assertRefused(Map.of("outcome", "approve", "struckReason", REASON), 400);
        assertRefused(Map.of("outcome", "approve", "struckNominees", List.of("999999"), "struckReason", REASON), 400);
        assertRefused(Map.of("outcome", "reject", "comment", REASON, "struckNominees", List.of(nominees.get(0)),
                "struckReason", REASON), 400);
        journey.complete(number, "sign", CHIEF, strike(nominees.get(0)));
        var appraise = journey.task(number, "appraise", CLERK).id();
        assertThat(journey.submit(CLERK, appraise, strike(nominees.get(0))).status()).isEqualTo(400);
        assertThat(results()).containsExactly("struck", "pending", "pending");
    }

    @Test
    void whoIsStruckOffStaysSoWhenTheDossierIsSupplemented() {
        journey.complete(number, "sign", CHIEF, strike(nominees.get(1)));
        journey.refuse(number, "appraise", CLERK, "return");
        journey.complete(number, "supplement", OFFICER, Map.of("achievement", "Thành tích sửa lại (mẫu)"));

        assertThat(results()).containsExactly("pending", "struck", "pending");
    }

    @Test
    void whoIsStruckOffDoesNotComeBackInAnotherRowAndOneIsLeftToBeConsidered() {
        journey.complete(number, "sign", CHIEF, strike(nominees.get(0)));
        journey.refuse(number, "appraise", CLERK, "return");
        var other = row(nominees.get(1), "Người Thứ Hai", first.get("citizenId"));
        var again = row(null, "Người Thứ Nhất", first.get("citizenId"));
        var renamed = row(nominees.get(0), "Người Khác", HttpJourney.citizenId());
        var second = row(nominees.get(1), "Người Thứ Hai", HttpJourney.citizenId());

        for (var rows : List.of(List.of(second, again), List.of(second, again, renamed), List.of(other),
                List.of(renamed))) {
            assertThat(supplement(rows).status()).as(rows.toString()).isEqualTo(422);
        }
        supplement(List.of(second, renamed)).expectOk();

        assertThat(results()).containsExactly("struck", "pending");
        assertThat(journey.show(number).get("nominees").findValuesAsText("name"))
                .containsExactly("Người Thứ Nhất", "Người Thứ Hai");
    }

    private Answer supplement(List<?> rows) {
        return journey.submit(OFFICER, journey.task(number, "supplement", OFFICER).id(), Map.of("nominees", rows));
    }

    /** @param id null for a new one */
    private static Map<String, Object> row(String id, String name, Object citizenId) {
        Map<String, Object> row = new HashMap<>(individual(name));
        row.put("citizenId", citizenId);
        if (id != null) {
            row.put("id", id);
        }
        return row;
    }

    private void assertRefused(Map<String, Object> fields, int status) {
        assertThat(journey.submit(CHIEF, journey.task(number, "sign", CHIEF).id(), fields).status())
                .as(fields.toString()).isEqualTo(status);
        assertThat(results()).containsOnly("pending");
    }

    private List<String> results() {
        return journey.show(number).get("nominees").findValuesAsText("result");
    }

    private static Map<String, Object> strike(String nominee) {
        return Map.of("outcome", "approve", "struckNominees", List.of(nominee), "struckReason", REASON);
    }
}
