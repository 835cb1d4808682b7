package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.local.WebSession;

/** Certificates that are handed over, and the ledger of blank ones, as who prints them and other programs use them. */
@HttpTest
class CertificatesIT {

    private static final String CERTIFICATES = "/api/certificates";
    private static final String BLANKS = "/api/blank-certificates";
    private static final String COMMUNE = "95/954/31813";
    private static final String CLERK = "committee-clerk.31813";
    private static final List<String> OTHERS = List.of("committee-clerk.31843", "committee-clerk.95",
            "police-officer.31813", "admin", "without-post");

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;
    @Autowired
    Tables tables;

    @Test
    void aCertificateIsHandedOverOnceUndoneWithAReasonAndHandedOverAgain() {
        var due = decided();
        assertThat(due.get("handedOver").asBoolean()).isFalse();
        var handover = handover(due, "ceremony", "Ngày hội toàn dân bảo vệ an ninh Tổ quốc");

        for (var account : OTHERS) {
            assertThat(client.as(account).post(CERTIFICATES + "/handovers", handover).status()).as(account).isEqualTo(403);
        }
        assertThat(client.as(CLERK).post(CERTIFICATES + "/handovers", handover).expectOk().json().get("certificates")
                .asInt()).isEqualTo(1);
        assertThat(client.as(CLERK).post(CERTIFICATES + "/handovers", handover).status()).isEqualTo(409);
        var handed = certificate(due.get("dossierNumber").asText());
        assertThat(handed.get("receivedBy").asText()).isEqualTo(due.get("name").asText());
        assertThat(handed.get("wayName").asText()).isEqualTo("Tại buổi lễ");
        var name = due.get("name").asText();
        assertThat(page()).contains(">" + name + ", ngày 01/07/2024<").doesNotContain(name + ": " + name);

        var undoing = CERTIFICATES + "/handovers/%s/undoing".formatted(handed.get("handoverId").asLong());
        assertThat(client.as("committee-clerk.95").post(undoing, Map.of("reason", "Nhầm")).status()).isEqualTo(403);
        assertThat(client.as(CLERK).post(undoing, Map.of("reason", "...")).status()).isEqualTo(400);
        client.as(CLERK).post(undoing, Map.of("reason", "Ghi nhầm người")).expectOk();
        assertThat(client.as(CLERK).post(undoing, Map.of("reason", "Nhầm")).status()).isEqualTo(409);

        var again = new HashMap<>(handover(due, "office", null));
        again.remove("decisionId");
        again.put("certificates", List.of(Map.of("award", due.get("id").asLong(), "receivedBy", "Nguyễn Văn Con")));
        var twice = new HashMap<>(again);
        twice.put("certificates", List.of(Map.of("award", due.get("id").asLong(), "receivedBy", "Nguyễn Văn Con"),
                Map.of("award", due.get("id").asLong(), "receivedBy", "Nguyễn Văn Cháu")));
        assertThat(client.as(CLERK).post(CERTIFICATES + "/handovers", twice).status()).as("whose is it?").isEqualTo(422);
        client.as(CLERK).post(CERTIFICATES + "/handovers", again).expectOk();
        assertThat(certificate(due.get("dossierNumber").asText()).get("receivedBy").asText()).isEqualTo("Nguyễn Văn Con");
        assertThat(page()).contains(">" + name + " (Nguyễn Văn Con nhận), ngày 01/07/2024<");
    }

    @Test
    void aCertificateThatIsGivenAgainIsHandedOverAgainAndTheFirstHandoverIsStillSeen() {
        var due = decided();
        client.as(CLERK).post(CERTIFICATES + "/handovers", handover(due, "office", null)).expectOk();
        giveAgain(due);

        var again = certificate(due.get("dossierNumber").asText());
        assertThat(again.get("print").asInt()).isEqualTo(2);
        assertThat(again.get("handedOver").asBoolean()).isFalse();
        assertThat(again.get("handedBefore").asText()).isEqualTo("01/07/2024, " + due.get("name").asText());
        client.as(CLERK).post(CERTIFICATES + "/handovers", handover(due, "post", null)).expectOk();
        assertThat(client.as(CLERK).post(CERTIFICATES + "/handovers", handover(due, "post", null)).status()).isEqualTo(409);
        assertThat(certificate(due.get("dossierNumber").asText()).get("way").asText()).isEqualTo("post");
    }

    @ParameterizedTest
    @CsvSource({"handedOn, 2024-06-30, 422", "handedOn, 2099-01-01, 422", "handedOn, x, 400", "way, x, 400",
            "way, office, 422", "ceremony, , 422", "handedBy, , 400", "handedBy, '...', 400", "decisionId, 999999999, 404",
            "decisionId, x, 400", "decisionId, , 400"})
    void aHandoverThatCannotBeIsRefusedAndChangesNothing(String field, String value, int status) {
        var handover = new HashMap<>(handover(decided(), "ceremony", "Hội nghị tổng kết"));
        handover.put(field, value != null && value.matches("\\d+") ? Long.valueOf(value) : value);
        var before = tables.fingerprints();
        var answer = client.as(CLERK).post(CERTIFICATES + "/handovers", handover);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(tables.fingerprints()).isEqualTo(before);
        assertThat(client.as(CLERK).post(CERTIFICATES + "/handovers/999999999/undoing", Map.of("reason", "Nhầm")).status())
                .isEqualTo(404);
    }

    @Test
    void printingOnBlanksTakesTheNextSerialAndASpoiledOneIsNeverTakenAgain() {
        var first = decided();
        assertThat(print(first).status()).as("no ledger is kept yet").isEqualTo(200);
        for (var account : OTHERS) {
            assertThat(client.as(account).post(BLANKS + "/receipts", receipt("AB0101", "AB0102")).status()).as(account)
                    .isEqualTo(403);
        }
        client.as(CLERK).post(BLANKS + "/receipts", receipt("AB0101", "AB0102")).expectOk();
        assertThat(client.as(CLERK).post(BLANKS + "/receipts", receipt("AB0102", "AB0103")).status()).isEqualTo(409);
        assertNothingIsTakenByReading(first);

        print(first).expectOk();
        print(first).expectOk();
        assertThat(certificate(first.get("dossierNumber").asText()).get("serial").asText()).isEqualTo("AB0101");
        print(first, "police-chief.95").expectOk();
        assertBalance(2, 1, 1, 0, 0);

        assertThat(client.as("committee-clerk.95").post(BLANKS + "/spoilings", spoiled("AB0101")).status()).isEqualTo(403);
        client.as(CLERK).post(BLANKS + "/spoilings", spoiled("AB0101")).expectOk();
        assertThat(client.as(CLERK).post(BLANKS + "/spoilings", spoiled("AB0101")).status()).isEqualTo(409);
        assertThat(client.as(CLERK).post(BLANKS + "/spoilings", spoiled("AB0999")).status()).isEqualTo(404);
        print(first).expectOk();
        assertThat(certificate(first.get("dossierNumber").asText()).get("serial").asText()).isEqualTo("AB0102");

        assertThat(print(decided()).status()).as("none is left").isEqualTo(422);
        client.as(CLERK).post(BLANKS + "/receipts", receipt("AB0201", "AB0203")).expectOk();
        client.as(CLERK).post(BLANKS + "/returns", giveBack("AB0202", "AB0203")).expectOk();
        assertThat(client.as(CLERK).post(BLANKS + "/returns", giveBack("AB0202", "AB0203")).status()).isEqualTo(422);
        assertBalance(5, 1, 1, 1, 2);

        giveAgain(first);
        assertBalance(5, 1, 0, 2, 2);
        assertThat(certificate(first.get("dossierNumber").asText()).get("serial").isNull()).isTrue();
        print(first).expectOk();
        assertThat(certificate(first.get("dossierNumber").asText()).get("serial").asText()).isEqualTo("AB0201");
        client.as(CLERK).post(CERTIFICATES + "/handovers", handover(first, "office", null)).expectOk();
        assertThat(client.as(CLERK).post(BLANKS + "/spoilings", spoiled("AB0201")).status()).as("handed over").isEqualTo(409);
        assertBalance(5, 0, 1, 2, 2);
    }

    @ParameterizedTest
    @CsvSource({"first, ab01, 400", "first, AB, 400", "first, AB0109, 400", "last, AB01010, 400", "last, AC0109, 400",
            "last, AB9999, 422", "form, x, 400", "form, prime-minister-merit, 422", "position, police-officer, 400", "position, police-chief, 403",
            "unitPath, 95/999, 404", "unitPath, x, 400", "receivedOn, 2099-01-01, 422", "receivedOn, x, 400",
            "receivedFrom, '', 400"})
    void blanksThatCannotBeAreRefusedAndChangeNothing(String field, String value, int status) {
        var receipt = new HashMap<>(receipt("AB0101", "AB0102"));
        receipt.put(field, value);
        var before = tables.fingerprints();
        var answer = client.as(CLERK).post(BLANKS + "/receipts", receipt);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(tables.fingerprints()).isEqualTo(before);
    }

    @Test
    void thePageOffersItsFormsToKeepersAlone() {
        decided();
        var letters = new HashMap<>(receipt("ZZ0101", "ZZ0110"));
        letters.put("form", "commendation-letter");
        client.as(CLERK).post(BLANKS + "/receipts", letters).expectOk();
        var keeper = new WebSession(client.address());
        keeper.signIn("/", CLERK);
        var reader = new WebSession(client.address());
        reader.signIn("/", "council-member.95");

        assertThat(keeper.get("/certificates").body()).contains("data-hand-over", "data-receive", "truy tặng cuối cùng",
                "committee-chair commune-certificate\"").doesNotContain("prime-minister-merit");
        assertThat(reader.get("/certificates").body()).contains("Phôi còn lại").doesNotContain("data-hand-over");
        assertThat(keeper.get("/registers/certificates?handedOver=false").statusCode()).isEqualTo(200);
        assertThat(keeper.get("/registers/blank-certificates").statusCode()).isEqualTo(200);
    }

    /** A link that is followed, or fetched ahead, is no printing. */
    private void assertNothingIsTakenByReading(JsonNode due) {
        var before = tables.fingerprints();
        for (var method : List.of("GET", "HEAD")) {
            assertThat(client.as(CLERK).send(method, certificates(due) + "&blank=true", null).status()).as(method).isEqualTo(405);
            assertThat(client.as(CLERK).send(method, certificates(due), null).status()).as(method).isEqualTo(200);
        }
        var session = new WebSession(client.address());
        session.signIn("/", CLERK);
        assertThat(session.get("/dossiers/" + due.get("dossierNumber").asText()).body()).contains("method=\"post\"").contains(certificates(due));
        assertThat(tables.fingerprints()).isEqualTo(before);
    }

    private String page() {
        var keeper = new WebSession(client.address());
        keeper.signIn("/", CLERK);
        return keeper.get("/certificates").body();
    }

    private JsonNode decided() {
        return certificate(journey.walk("commendation", new CommendationWalks().walks().get(0)));
    }

    private void giveAgain(JsonNode certificate) {
        journey.walk("certificate-reissue", ReissueWalks.of(certificate.get("decisionId").asLong(),
                certificate.get("id").asText()));
    }

    private JsonNode certificate(String dossier) {
        return client.as(CLERK).get(CERTIFICATES + "?q=" + dossier).expectOk().json().at("/content/0");
    }

    private Answer print(JsonNode certificate) {
        return print(certificate, CLERK);
    }

    private Answer print(JsonNode certificate, String account) {
        return client.as(account).post(certificates(certificate), null);
    }

    private static String certificates(JsonNode certificate) {
        return "/api/decisions/%s/certificates?together=true".formatted(certificate.get("decisionId").asLong());
    }

    private void assertBalance(int received, int stock, int issued, int spoiled, int returned) {
        var balance = client.as("committee-clerk.95").get(BLANKS + "/balances?form=commune-certificate&unit=" + COMMUNE).expectOk().json()
                .at("/content/0");
        assertThat(List.of(balance.get("received").asInt(), balance.get("inStock").asInt(), balance.get("issued").asInt(),
                balance.get("spoiled").asInt(), balance.get("returned").asInt()))
                .containsExactly(received, stock, issued, spoiled, returned);
    }

    private static Map<String, Object> handover(JsonNode due, String way, String ceremony) {
        var handover = new HashMap<String, Object>(Map.of("decisionId", due.get("decisionId").asLong(), "handedOn",
                due.get("decidedOn").asText(), "way", way, "handedBy", "Lê Văn Mẫu"));
        handover.put("ceremony", ceremony);
        return handover;
    }

    private static Map<String, Object> receipt(String first, String last) {
        return Map.of("unitPath", COMMUNE, "position", "committee-chair", "form", "commune-certificate", "first", first,
                "last", last, "receivedOn", "2024-07-01", "receivedFrom", "Sở Nội vụ");
    }

    private static Map<String, Object> spoiled(String serial) {
        return Map.of("unitPath", COMMUNE, "position", "committee-chair", "form", "commune-certificate", "serial", serial,
                "reason", "In lệch");
    }

    private static Map<String, Object> giveBack(String first, String last) {
        return Map.of("unitPath", COMMUNE, "position", "committee-chair", "form", "commune-certificate", "first", first,
                "last", last, "returnedOn", "2024-07-01", "reason", "Nhận thừa");
    }
}
