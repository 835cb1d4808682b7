package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.local.WebSession;

/** Commendation funds, as their keepers and other programs use them. */
@HttpTest
class CommendationFundsIT {

    private static final String FUNDS = "/api/commendation-funds";
    private static final String COMMUNE = "95/954/31813";
    private static final String CLERK = "committee-clerk.31813";

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;
    @Autowired
    Tables tables;

    @Test
    void aDecisionIsPaidOnceUndoneWithAReasonAndPaidAgain() {
        var number = journey.walk("commendation", new CommendationWalks().walks().get(0));
        var due = due(number).json().at("/content/0");
        assertThat(due.get("paid").asBoolean()).isFalse();
        var payment = Map.of("decisionId", due.get("decisionId").asLong(), "paidOn", due.get("decidedOn").asText());

        for (var account : List.of("committee-clerk.31843", "committee-clerk.95", "police-officer.31813", "admin",
                "without-post")) {
            assertThat(client.as(account).post(FUNDS + "/payments", payment).status()).as(account).isEqualTo(403);
        }
        assertThat(client.as(CLERK).post(FUNDS + "/payments", payment).expectOk().json().get("awards").asInt())
                .isEqualTo(1);
        assertThat(client.as(CLERK).post(FUNDS + "/payments", payment).status()).isEqualTo(409);
        assertThat(due(number).json().at("/content/0/paidOn").asText()).isEqualTo(due.get("decidedOn").asText());

        var paid = client.as(CLERK).get(FUNDS + "/payments?undone=false&sort=id,desc").expectOk().text("/content/0/id");
        var undoing = FUNDS + "/payments/" + paid + "/undoing";
        assertThat(client.as("committee-clerk.95").post(undoing, Map.of("reason", "Nhầm")).status()).isEqualTo(403);
        assertThat(client.as(CLERK).post(undoing, Map.of("reason", "...")).status()).isEqualTo(400);
        client.as(CLERK).post(undoing, Map.of("reason", "Ghi nhầm quyết định")).expectOk();
        assertThat(client.as(CLERK).post(undoing, Map.of("reason", "Nhầm")).status()).isEqualTo(409);
        client.as(CLERK).post(FUNDS + "/payments", Map.of("awards", List.of(due.get("id").asLong()), "paidOn",
                due.get("decidedOn").asText())).expectOk();
    }

    private Answer due(String dossier) {
        return client.as(CLERK).get(FUNDS + "/awards?q=" + dossier).expectOk();
    }

    @Test
    void aBudgetIsEnteredByTheUnitsClerkAndReadByThoseAbove() {
        client.as(CLERK).post(FUNDS + "/budgets", budget("amount", 9_000_000)).expectOk();

        var entry = client.as(CLERK).post(FUNDS + "/budgets", budget("amount", 10_000_000)).expectOk().json();
        assertThat(entry.get("budget").asLong()).isEqualTo(10_000_000);
        assertThat(entry.get("forBonuses").asLong()).isEqualTo(8_000_000);
        for (var seen : Map.of("committee-clerk.95", 1, "police-officer.954", 1, CLERK, 1, "committee-clerk.31843", 0)
                .entrySet()) {
            assertThat(client.as(seen.getKey()).get(FUNDS + "?year=2030").expectOk().json().get("content"))
                    .as(seen.getKey()).hasSize(seen.getValue());
        }
        assertThat(client.as(CLERK).get(FUNDS + "/budgets?year=2030").expectOk().json().at("/page/totalElements")
                .asInt()).isEqualTo(2);
        for (var account : List.of("committee-clerk.31843", "committee-clerk.95", "police-officer.31813", "admin")) {
            assertThat(client.as(account).post(FUNDS + "/budgets", budget("amount", 1)).status()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource({"unitPath, 95/999, 404", "unitPath, x, 400", "unitPath, 95, 422", "fund, ministry, 400",
            "fund, province, 422", "fund, '', 400", "year, 1999, 400", "year, x, 400", "amount, -1, 400",
            "amount, 99999999999999999999, 400", "amount, 10000001, 422", "recurrentSpending, -1, 400"})
    void aBudgetThatCannotBeIsRefusedAndChangesNothing(String field, String value, int status) {
        var before = tables.fingerprints();
        var answer = client.as(CLERK).post(FUNDS + "/budgets", budget(field,
                !field.equals("unitPath") && value.matches("-?\\d{1,9}") ? (Object) Long.valueOf(value) : value));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(tables.fingerprints()).isEqualTo(before);
    }

    @Test
    void aPaymentThatCannotBeIsRefused() {
        var wrong = Arrays.<Map<String, ?>>asList(Map.of(), Map.of("paidOn", "2024-07-01"),
                Map.of("paidOn", "2024-07-01", "awards", List.of()),
                Map.of("paidOn", "2024-07-01", "awards", List.of("x")),
                Map.of("paidOn", "2024-07-01", "awards", List.of(1), "decisionId", 1),
                Map.of("paidOn", "01/07/2024", "decisionId", 1));
        assertThat(wrong).allSatisfy(body -> assertThat(client.as(CLERK).post(FUNDS + "/payments", body).status())
                .as(body.toString()).isEqualTo(400));
        assertThat(client.as(CLERK).post(FUNDS + "/payments", Map.of("paidOn", "2024-07-01", "awards",
                List.of(999_999_999))).status()).isEqualTo(404);
        assertThat(client.as(CLERK).post(FUNDS + "/payments", Map.of("paidOn", "2024-07-01", "decisionId",
                999_999_999)).status()).isEqualTo(404);
        assertThat(client.as(CLERK).post(FUNDS + "/payments/999999999/undoing", Map.of("reason", "Nhầm")).status())
                .isEqualTo(404);
    }

    @Test
    void thePageOffersItsFormsToKeepersAlone() {
        journey.walk("commendation", new CommendationWalks().walks().get(0));
        var keeper = new WebSession(client.address());
        keeper.signIn("/", CLERK);
        var reader = new WebSession(client.address());
        reader.signIn("/", "police-chief.95");

        assertThat(keeper.get("/commendation-funds").body()).contains("data-budget", "data-pay", "Chưa chi");
        assertThat(reader.get("/commendation-funds").body()).contains("Quỹ thi đua, khen thưởng cấp xã")
                .doesNotContain("data-pay");
        assertThat(keeper.get("/commendation-funds?year=x").statusCode()).isEqualTo(400);
        assertThat(keeper.get("/commendation-funds?year=-7").statusCode()).isEqualTo(200);
        assertThat(keeper.get("/registers/award-payments?paid=false").statusCode()).isEqualTo(200);
    }

    private static Map<String, Object> budget(String field, Object value) {
        var budget = new HashMap<String, Object>(Map.of("unitPath", COMMUNE, "fund", "commune", "year", 2030, "amount",
                5_000_000, "recurrentSpending", 1_000_000_000));
        budget.put(field, value);
        return budget;
    }
}
