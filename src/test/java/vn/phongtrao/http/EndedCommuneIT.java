package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.unit.EndedUnits;
import vn.phongtrao.unit.Units;

/** A commune ends, and another takes over its area: what it decided stands, and what it began goes on. */
@HttpTest
class EndedCommuneIT {

    private static final String ENDED = "95/954/31813";
    private static final String SUCCESSOR = "95/956/31843";
    private static final LocalDate LAST_DAY_IN_LAW = LocalDate.of(2025, 6, 30);

    private final HttpJourney journey;
    private final Client client;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final EndedUnits units;
    private String printed;
    private String unprinted;
    private String open;
    private byte[] pdf;

    EndedCommuneIT(@Autowired HttpJourney journey, @Autowired Client client, @Autowired JdbcClient jdbc,
                   @Autowired Clock clock, @Autowired Units units) {
        this.journey = journey;
        this.client = client;
        this.jdbc = jdbc;
        this.clock = clock;
        this.units = new EndedUnits(units, jdbc);
    }

    @BeforeEach
    void end() {
        printed = decided();
        pdf = client.as("admin").download("/api/decisions/%d/document".formatted(decision(printed)));
        unprinted = decided();
        open = proposed();
        jdbc.sql("update decision set signed_on = signed_on - 10 where dossier_number in (?, ?)")
                .params(printed, unprinted).update();
        units.end(ENDED, LocalDate.now(clock).minusDays(1), SUCCESSOR);
    }

    @AfterEach
    void bringBack() {
        units.bringBack(ENDED, LAST_DAY_IN_LAW, SUCCESSOR);
    }

    @Test
    void whatItDecidedIsVerifiedShownListedAndPrintedAsBefore() throws IOException {
        for (var number : List.of(printed, unprinted)) {
            var verdict = client.with("Accept", "application/json").get("/verify/" + code(number)).expectOk().json();
            assertThat(verdict.get("status").asText()).isEqualTo("genuine");
            assertThat(verdict.get("authority").asText()).isEqualTo("Chủ tịch Ủy ban nhân dân Phường 2");
            var chief = client.as("police-chief.31843");
            assertThat(chief.get("/api/dossiers/" + number).expectOk().text("/unitPath")).isEqualTo(ENDED);
            assertThat(chief.get("/api/awards?dossierNumber=" + number).expectOk().json().at("/content/0/unitPath")
                    .asText()).isEqualTo(ENDED);
        }
        assertThat(client.as("admin").download("/api/decisions/%d/document".formatted(decision(printed))))
                .isEqualTo(pdf);
        assertThat(text(client.as("police-chief.31843")
                .download("/api/decisions/%d/document".formatted(decision(unprinted)))))
                .contains("ỦY BAN NHÂN DÂN").contains("PHƯỜNG 2").doesNotContain("NGAN DỪA");
        assertThat(client.as("police-chief.31843").get("/api/decisions?authority=" + ENDED).expectOk().json()
                .at("/page/totalElements").asInt()).isPositive();
        assertThat(client.as("admin").get("/api/units/" + ENDED).expectOk().json().get("validTo").asText())
                .isEqualTo(LocalDate.now(clock).minusDays(1).toString());
        assertThat(client.as("admin").get("/api/units?name=Phường 2".replace(" ", "%20")).expectOk().json()
                .at("/content/0/path").asText()).as("units in force").isNotEqualTo(ENDED);
    }

    @Test
    void whatItBeganGoesOnWithTheOfficersOfItsSuccessor() throws IOException {
        assertThat(journey.tasks("police-chief.31813", open)).as("their posts ended with the commune").isEmpty();
        assertThat(journey.tasks("police-chief.31843", open)).extracting(HttpJourney.Task::key).containsExactly("sign");

        journey.approve(open, "sign", "police-chief.31843");
        journey.approve(open, "appraise", "committee-clerk.31843");
        journey.approve(open, "decide", "committee-chair.31843");

        var dossier = journey.show(open);
        assertThat(dossier.get("status").asText()).isEqualTo("decided");
        assertThat(dossier.get("unitPath").asText()).as("its origin stays").isEqualTo(ENDED);
        var decision = client.as("committee-chair.31843").get("/api/decisions/" + decision(open)).expectOk().json();
        assertThat(decision.get("authority").asText()).isEqualTo(SUCCESSOR);
        assertThat(text(client.as("admin").download("/api/decisions/%d/document".formatted(decision(open)))))
                .contains("THỊ TRẤN NGAN DỪA");
    }

    @Test
    void nothingNewBeginsInIt() {
        assertThat(journey.start("commendation", "police-officer.31813", proposal("Nguyễn Văn Mẫu")).status())
                .isEqualTo(403);
    }

    private String decided() {
        var number = proposed();
        journey.approve(number, "sign", "police-chief.31813");
        journey.approve(number, "appraise", "committee-clerk.31813");
        journey.approve(number, "decide", "committee-chair.31813");
        return number;
    }

    private String proposed() {
        var number = journey.propose("police-officer.31813", proposal("Nguyễn Văn Mẫu"));
        journey.complete(number, "complete-dossier", "police-officer.31813", Map.of());
        return number;
    }

    private static Map<String, Object> proposal(String name) {
        return HttpJourney.proposal("commune-certificate", "ad-hoc", List.of(HttpJourney.individual(name)));
    }

    private long decision(String number) {
        return jdbc.sql("select id from decision where dossier_number = ?").param(number).query(Long.class).single();
    }

    private String code(String number) {
        return jdbc.sql("select code from decision where dossier_number = ?").param(number).query(String.class)
                .single();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
