package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever decides reads the decision as it will be printed, and nothing has been decided by that. */
@HttpTest
class DraftDecisionIT {

    private static final String OFFICER = "police-officer.31813";
    private static final String CHIEF = "police-chief.31813";
    private static final String CLERK = "committee-clerk.31813";
    private static final String DRAFT = "DỰTHẢO";
    private static final String CHAIR = "committee-chair.31813";

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;
    @Autowired
    JdbcClient jdbc;

    private String number;

    @BeforeEach
    void aDossierIsToBeDecided() {
        number = journey.propose(OFFICER, proposal("commune-certificate", "ad-hoc",
                List.of(individual("Người Mẫu Mới"))));
        journey.complete(number, "complete-dossier", OFFICER, Map.of());
        journey.approve(number, "sign", CHIEF);
        journey.approve(number, "appraise", CLERK);
    }

    @Test
    void theDraftSaysWhatTheDecisionWillSayAndNothingIsDecided() throws IOException {
        var before = kept();
        var draft = client.as(CHAIR).download(draft("decide", CHAIR));

        var text = text(draft);
        assertThat(text).contains("QUYẾT ĐỊNH", "Người Mẫu Mới", "360.000");
        assertThat(letters(text)).contains(DRAFT);
        assertThat(kept()).isEqualTo(before);
        assertThat(journey.openTasks(CHAIR, number)).containsExactly("decide");
        picture(draft);

        journey.approve(number, "decide", CHAIR);
        var decision = journey.show(number).at("/decisions/0/id").asLong();
        assertThat(letters(text(client.as(CHAIR).download("/api/decisions/" + decision + "/document"))))
                .isEqualTo(letters(text).replace(DRAFT, ""));
        assertThat(text).doesNotContain("/verify");
    }

    @Test
    void onlyWhoMayDecideReadsTheDraft() {
        var draft = draft("decide", CHAIR);
        for (var stranger : List.of(OFFICER, CLERK, "committee-chair.31843", "police-chief.954",
                Actor.WITHOUT_POST.account())) {
            assertThat(client.as(stranger).get(draft).status()).as(stranger).isEqualTo(403);
        }
        assertThat(client.as(CHAIR).get("/api/tasks/no-such-task/draft").status()).isEqualTo(404);
    }

    @Test
    void theDraftLeavesOutWhomTheDeciderIsAboutToStrike() throws IOException {
        var two = journey.propose(OFFICER, proposal("commune-certificate", "ad-hoc",
                List.of(individual("Người Ở Lại"), individual("Người Bị Đưa Ra"))));
        journey.complete(two, "complete-dossier", OFFICER, Map.of());
        journey.approve(two, "sign", CHIEF);
        journey.approve(two, "appraise", CLERK);
        var draft = "/api/tasks/" + journey.task(two, "decide", CHAIR).id() + "/draft";
        var struck = List.of(journey.show(two).at("/nominees/1/id").asText());

        var tried = client.as(CHAIR).download(draft, Map.of("fields", Map.of("struckNominees", struck, "struckReason",
                "Đang xem xét đơn thư")));

        assertThat(text(tried)).contains("Người Ở Lại").doesNotContain("Người Bị Đưa Ra");
        assertThat(journey.show(two).at("/nominees/1/result").asText()).isEqualTo("pending");
        assertThat(client.as(CHAIR).post(draft, Map.of("fields", Map.of("struckNominees", struck))).status())
                .isEqualTo(400);
        assertThat(client.as(CHAIR).post(draft, Map.of()).status()).isEqualTo(400);
        assertThat(client.as(CLERK).post(draft, Map.of("fields", Map.of())).status()).isEqualTo(403);
    }

    @Test
    void aStepThatTakesNoDecisionHasNoDraft() {
        var other = journey.propose(OFFICER, proposal("commune-certificate", "ad-hoc",
                List.of(individual("Người Chưa Ký"))));
        journey.complete(other, "complete-dossier", OFFICER, Map.of());
        var sign = journey.task(other, "sign", CHIEF).id();

        assertThat(client.as(CHIEF).get("/api/tasks/" + sign + "/draft").status()).isEqualTo(404);
        assertThat(journey.openTasks(CHIEF, other)).containsExactly("sign");
    }

    private String draft(String task, String account) {
        return "/api/tasks/" + journey.task(number, task, account).id() + "/draft";
    }

    private List<Long> kept() {
        return List.of("decision", "award", "paper", "dossier_step").stream().map(table ->
                jdbc.sql("select count(*) from " + table).query(Long.class).single()).toList();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** Without what stands about its code, which a draft has not; what is written across a page comes in pieces. */
    private static String letters(String text) {
        return text.replaceAll("\\s", "").replaceFirst("Kiểmtra:quétmã.*?/verify", "")
                .replaceFirst("Dựthảo,chưacógiátrị;.*?đãký\\.", "");
    }

    private static void picture(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            Files.createDirectories(Path.of("target", "papers"));
            ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, 60), "png",
                    Path.of("target", "papers", "draft-decision.png").toFile());
        }
    }
}
