package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;

import java.io.ByteArrayOutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.document.Samples;
import vn.phongtrao.local.DemoProvince;
import vn.phongtrao.local.LocalKeycloak;
import vn.phongtrao.local.Tokens;

/** The files of a dossier: who adds and reads them, when, and what of them is kept. */
@HttpTest
class DocumentsOverHttpIT {

    private static final String OFFICER = "police-officer.31813";
    private static final String CHIEF = "police-chief.31813";
    private static final String FOREIGNER = "police-officer.31843";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;
    @Autowired
    JdbcClient jdbc;

    private final Tokens tokens = LocalKeycloak.shared().tokens(DemoProvince.BAC_LIEU_2024);
    private String number;

    @BeforeEach
    void dossier() {
        number = journey.propose(OFFICER, proposal("commune-certificate", "ad-hoc",
                List.of(individual("Người có tài liệu"))));
    }

    @AfterEach
    void mend() {
        jdbc.sql("drop trigger if exists fault on dossier_document").update();
        jdbc.sql("drop function if exists document_fault").update();
    }

    @Test
    void severalFilesAreKeptAndComeBackAsTheyWere() throws Exception {
        var pdf = Samples.pdf();
        var added = upload(OFFICER, "kind=submission", Map.of("Tờ trình.pdf", pdf, "Bản Word.docx", Samples.docx()));

        assertThat(added.status()).as(added.body()).isEqualTo(201);
        var listed = documents(OFFICER);
        assertThat(listed).hasSize(2);
        var shown = find(listed, "Tờ trình.pdf");
        assertThat(shown.get("kind").asText()).isEqualTo("submission");
        assertThat(shown.get("kindName").asText()).isEqualTo("Tờ trình");
        assertThat(shown.get("uploadedBy").asText()).isEqualTo(OFFICER);
        assertThat(shown.get("position").asText()).isEqualTo("police-officer");
        assertThat(shown.get("sha256").asText()).hasSize(64);
        var download = download(OFFICER, shown.get("id").asLong());
        assertThat(download.body()).isEqualTo(pdf);
        assertThat(journey.show(number).get("documents")).hasSize(2);
    }

    @Test
    void filesAreSortedByTheirNamesAndTheDossierSaysWhatItStillNeeds() {
        assertThat(journey.show(number).at("/requiredDocuments").findValuesAsText("kind"))
                .containsExactly("submission", "achievement-report", "confirmation", "discipline-statement");
        var added = upload(OFFICER, "kind=by-name", Map.of("to-trinh.pdf", Samples.pdf(), "Báo cáo thành tích.pdf",
                Samples.pdf(), "anh.pdf", Samples.pdf()));

        assertThat(added.status()).as(added.body()).isEqualTo(201);
        var listed = documents(OFFICER);
        assertThat(find(listed, "to-trinh.pdf").get("kind").asText()).isEqualTo("submission");
        assertThat(find(listed, "Báo cáo thành tích.pdf").get("kind").asText()).isEqualTo("achievement-report");
        assertThat(find(listed, "anh.pdf").get("kind").asText()).isEqualTo("other");
        assertThat(journey.show(number).at("/requiredDocuments").findValuesAsText("present"))
                .containsExactly("true", "true", "false", "false");
        assertThat(upload(FOREIGNER, "kind=by-name", Map.of("to-trinh.pdf", Samples.pdf())).status()).isEqualTo(403);
    }

    @Test
    void namesOf255LettersWithTheirAccentsApartAreTaken() throws Exception {
        var name = "ế".repeat(251) + ".pdf";

        var added = upload(OFFICER, "", Map.of(Normalizer.normalize(name, Normalizer.Form.NFD), Samples.pdf()));

        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(documents(OFFICER).get(0).get("name").asText()).isEqualTo(name);
    }

    @Test
    void contentOfManySlicesComesBackWhole() throws Exception {
        var large = new ByteArrayOutputStream();
        large.writeBytes(Samples.pdf());
        large.writeBytes("\n".repeat(3_500_000).getBytes(StandardCharsets.US_ASCII));

        upload(OFFICER, "", Map.of("a.pdf", large.toByteArray()));

        assertThat(download(OFFICER, documents(OFFICER).get(0).get("id").asLong()).body())
                .isEqualTo(large.toByteArray());
    }

    @Test
    void whatABrowserShowsIsOpenedUnderItsName() throws Exception {
        upload(OFFICER, "", Map.of("Báo cáo.pdf", Samples.pdf()));

        var headers = download(OFFICER, documents(OFFICER).get(0).get("id").asLong()).headers();

        assertThat(headers.firstValue("Content-Disposition")).hasValueSatisfying(value ->
                assertThat(value).startsWith("inline;").contains("filename*=UTF-8''B%C3%A1o%20c%C3%A1o.pdf"));
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.allValues("Content-Security-Policy")).containsExactly("frame-ancestors 'self'");
        assertThat(headers.firstValue("Content-Type")).contains("application/pdf");
    }

    @Test
    void othersNeitherReadNorAddNorLearnOfADocument() throws Exception {
        upload(OFFICER, "", Map.of("a.pdf", Samples.pdf()));
        var id = documents(OFFICER).get(0).get("id").asLong();

        assertThat(upload(FOREIGNER, "", Map.of("a.pdf", Samples.pdf())).status()).isEqualTo(403);
        assertThat(client.as(FOREIGNER).get("/api/dossiers/" + number + "/documents").status()).isEqualTo(403);
        assertThat(download(FOREIGNER, id).statusCode()).isEqualTo(403);
        assertThat(download(null, id).statusCode()).isEqualTo(401);
        assertThat(upload(null, "", Map.of("a.pdf", Samples.pdf())).status()).isEqualTo(403);
    }

    @Test
    void aDocumentIsNotReadThroughAnotherDossier() throws Exception {
        upload(OFFICER, "", Map.of("a.pdf", Samples.pdf()));
        var id = documents(OFFICER).get(0).get("id").asLong();
        var own = journey.propose(FOREIGNER, proposal("commune-certificate", "ad-hoc",
                List.of(individual("Người ở xã khác"))));

        assertThat(client.as(FOREIGNER).get("/api/dossiers/" + own + "/documents/" + id).status()).isEqualTo(404);
        assertThat(client.as(OFFICER).get("/api/dossiers/" + number + "/documents/0").status()).isEqualTo(404);
    }

    @Test
    void onlyTheUnitThatHoldsTheDossierAddsFiles() throws Exception {
        var climbing = number = journey.propose(OFFICER, proposal("province-merit", "regular",
                List.of(individual("Người lên tỉnh"))));
        assertThat(upload("police-officer.95", "", Map.of("a.pdf", Samples.pdf())).status()).isEqualTo(403);
        journey.complete(climbing, "complete-dossier", OFFICER, Map.of());
        journey.approve(climbing, "sign", CHIEF);
        journey.approve(climbing, "sign", "committee-chair.31813");

        assertThat(upload(OFFICER, "", Map.of("a.pdf", Samples.pdf())).status()).isEqualTo(403);
        assertThat(upload("police-officer.954", "kind=confirmation", Map.of("a.pdf", Samples.pdf())).status())
                .isEqualTo(201);

        journey.refuse(climbing, "appraise", "police-officer.954", "return");
        assertThat(upload(OFFICER, "", Map.of("b.pdf", Samples.pdf())).status())
                .as("the originator while supplementing").isEqualTo(201);
        assertThat(upload("police-officer.954", "", Map.of("c.pdf", Samples.pdf())).status()).isEqualTo(403);
    }

    @Test
    void aReplacedFileStaysInTheHistory() throws Exception {
        upload(OFFICER, "kind=submission", Map.of("cũ.pdf", Samples.pdf()));
        var old = documents(OFFICER).get(0).get("id").asLong();

        assertThat(upload(OFFICER, "kind=submission&replaces=" + old, Map.of("mới.pdf", Samples.pdf())).status())
                .isEqualTo(201);

        var listed = documents(OFFICER);
        var replacement = find(listed, "mới.pdf");
        assertThat(replacement.get("replaces").asLong()).isEqualTo(old);
        assertThat(find(listed, "cũ.pdf").get("replacedBy").asLong()).isEqualTo(replacement.get("id").asLong());
        assertThat(download(OFFICER, old).statusCode()).isEqualTo(200);
        refused(422, "đã được thay thế", upload(OFFICER, "replaces=" + old, Map.of("ba.pdf", Samples.pdf())));
        refused(422, "cần thay thế", upload(OFFICER, "replaces=0", Map.of("ba.pdf", Samples.pdf())));
        refused(400, "replaces", upload(OFFICER, "replaces=" + replacement.get("id").asLong(),
                Map.of("ba.pdf", Samples.pdf(), "bốn.pdf", Samples.pdf())));
    }

    @Test
    void noPaperThatADossierMustHaveIsTakenFromItAfterItHasLeft() throws Exception {
        upload(OFFICER, "kind=achievement-report", Map.of("báo cáo.pdf", Samples.pdf()));
        upload(OFFICER, "kind=confirmation", Map.of("xác nhận.pdf", Samples.pdf()));
        var confirmation = id("xác nhận.pdf");
        journey.complete(number, "complete-dossier", OFFICER, Map.of());

        refused(422, "cùng loại", upload(CHIEF, "kind=other&replaces=" + confirmation, Map.of("khác.pdf", Samples.pdf())));
        assertThat(documents(CHIEF)).as("nothing is kept").hasSize(2);
        assertThat(upload(CHIEF, "kind=by-name&replaces=" + confirmation, Map.of("ảnh.pdf", Samples.pdf())).status())
                .isEqualTo(201);
        assertThat(find(documents(CHIEF), "ảnh.pdf").get("kind").asText()).isEqualTo("confirmation");
        refused(422, "cùng loại", refile(CHIEF, id("ảnh.pdf"), "other"));
        assertThat(refile(CHIEF, id("ảnh.pdf"), "confirmation").status()).isEqualTo(200);
        assertThat(remove(CHIEF, confirmation).status()).as("the officer's").isEqualTo(403);
        assertThat(remove(CHIEF, id("ảnh.pdf")).status()).isEqualTo(204);
        assertThat(find(documents(CHIEF), "xác nhận.pdf").get("replacedBy").isNull()).as("in force again").isTrue();
    }

    @Test
    void whoUploadedAFileByMistakePutsItRightUntilTheDossierLeavesTheStep() throws Exception {
        upload(OFFICER, "kind=other", Map.of("nhầm loại.pdf", Samples.pdf(), "khác.pdf", Samples.pdf()));
        upload(OFFICER, "kind=submission", Map.of("cũ.pdf", Samples.pdf()));
        var misfiled = id("nhầm loại.pdf");
        upload(OFFICER, "kind=submission&replaces=" + id("cũ.pdf"), Map.of("thay nhầm.pdf", Samples.pdf()));
        var mistaken = id("thay nhầm.pdf");

        for (var other : List.of(CHIEF, FOREIGNER, "police-officer.95")) {
            assertThat(refile(other, misfiled, "confirmation").status()).as(other).isEqualTo(403);
            assertThat(remove(other, misfiled).status()).as(other).isEqualTo(403);
        }
        refused(400, "kind", refile(OFFICER, misfiled, "letter"));
        refused(400, "bắt buộc nhập", client.as(OFFICER).send("PUT", path(misfiled) + "/kind", Map.of()));
        assertThat(refile(OFFICER, misfiled, "confirmation").expectOk().text("/kindName")).isEqualTo("Xác nhận");
        assertThat(remove(OFFICER, mistaken).status()).isEqualTo(204);

        var listed = documents(OFFICER);
        assertThat(find(listed, "nhầm loại.pdf").get("kind").asText()).isEqualTo("confirmation");
        assertThat(find(listed, "thay nhầm.pdf").get("removedAt").isNull()).isFalse();
        assertThat(find(listed, "cũ.pdf").get("replacedBy").isNull()).as("what it replaced is in force again").isTrue();
        assertThat(download(OFFICER, mistaken).statusCode()).isEqualTo(404);
        refused(422, "đã xóa", remove(OFFICER, mistaken));
        assertThat(upload(OFFICER, "replaces=" + id("cũ.pdf"), Map.of("mới.pdf", Samples.pdf())).status()).isEqualTo(201);
        assertThat(jdbc.sql("select length(content) from dossier_document where id = ?").param(mistaken)
                .query(Integer.class).single()).isZero();
        assertThat(jdbc.sql("""
                        select concat_ws(' ', kind_before, coalesce(kind, 'removed'), changed_by)
                        from dossier_document_change where document in (?, ?) order by id""")
                .params(misfiled, mistaken).query(String.class).list()).containsExactly(
                        "other confirmation " + OFFICER, "submission removed " + OFFICER);

        journey.complete(number, "complete-dossier", OFFICER, Map.of());
        assertThat(refile(OFFICER, misfiled, "other").status()).as("another post of the unit holds it").isEqualTo(422);
        assertThat(remove(OFFICER, misfiled).status()).isEqualTo(422);
        journey.refuse(number, "sign", CHIEF, "return");
        refused(422, "đã gửi đi", refile(OFFICER, misfiled, "other"));
        refused(422, "đã gửi đi", remove(OFFICER, misfiled));
        upload(OFFICER, "", Map.of("bổ sung.pdf", Samples.pdf()));
        assertThat(remove(OFFICER, id("bổ sung.pdf")).status()).isEqualTo(204);
    }

    @Test
    void nothingChangesWhileSuspendedOrAfterTheEnd() throws Exception {
        client.as(OFFICER).post("/api/dossiers/" + number + "/suspension", Map.of("reason", "Đang xác minh"))
                .expectOk();
        refused(422, "tạm dừng", upload(OFFICER, "", Map.of("a.pdf", Samples.pdf())));
        client.as(OFFICER).post("/api/dossiers/" + number + "/resumption", Map.of("reason", "Đã xác minh")).expectOk();
        upload(OFFICER, "", Map.of("a.pdf", Samples.pdf()));
        client.as(OFFICER).post("/api/dossiers/" + number + "/withdrawal", Map.of("reason", "Rút")).expectOk();

        refused(422, "đã kết thúc", upload(OFFICER, "", Map.of("b.pdf", Samples.pdf())));
        assertThat(documents(OFFICER)).hasSize(1);
    }

    @Test
    void oneBadFileKeepsTheOthersOut() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("tốt.pdf", Samples.pdf());
        files.put("cũng tốt.docx", Samples.docx());
        files.put("xấu.pdf", "<html>".getBytes(StandardCharsets.US_ASCII));
        refused(422, "xấu.pdf", upload(OFFICER, "", files));
        refused(422, "mã lệnh", upload(OFFICER, "", Map.of("a.pdf", Samples.pdfWithJavaScript())));
        assertThat(documents(OFFICER)).isEmpty();
    }

    @Test
    void aFaultInTheMiddleLeavesNothing() throws Exception {
        jdbc.sql("""
                create function document_fault() returns trigger language plpgsql as $$
                begin
                    if new.name = 'b.pdf' then raise exception 'fault for a test'; end if;
                    return new;
                end $$""").update();
        jdbc.sql("create trigger fault after insert on dossier_document for each row execute function document_fault()")
                .update();

        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.pdf", Samples.pdf());
        files.put("b.pdf", Samples.pdf());
        var answer = upload(OFFICER, "", files);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("fault for a test", "SQL");
        assertThat(documents(OFFICER)).isEmpty();
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() throws Exception {
        var address = URI.create(client.address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write("""
                    POST /api/dossiers/%s/documents HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer %s\r
                    Content-Type: multipart/form-data; boundary=x\r
                    Content-Length: 100000\r
                    \r
                    --x\r
                    Content-Disposition: form-data; name="files"; filename="a.pdf"\r
                    \r
                    %s\r
                    --x\r
                    Content-Disposition: form-data; name="files"; filename="b.pdf"\r
                    \r
                    %%PDF-1.7""".formatted(number, tokens.of(OFFICER),
                    new String(Samples.pdf(), StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1));
        }
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(5)).untilAsserted(() ->
                assertThat(documents(OFFICER)).isEmpty());
    }

    @Test
    void filesThatAreTooLargeAreRefused() throws Exception {
        refused(413, "quá lớn", upload(OFFICER, "", Map.of("a.pdf", new byte[26 * 1024 * 1024])));

        jdbc.sql("""
                insert into dossier_document (dossier_number, kind, name, type, size, sha256, uploaded_by, unit_path,
                    position, uploaded_at, content)
                values (?, 'other', 'a.pdf', 'application/pdf', 209715200, '', 'x', '95', 'x', now(), '')""")
                .param(number).update();
        refused(422, "200 MB", upload(OFFICER, "", Map.of("a.pdf", Samples.pdf())));
    }

    @Test
    void badRequestsAreNamed() throws Exception {
        refused(400, "kind", upload(OFFICER, "kind=letter", Map.of("a.pdf", Samples.pdf())));
        refused(400, "replaces", upload(OFFICER, "replaces=x", Map.of("a.pdf", Samples.pdf())));
        refused(400, "Chưa chọn tệp nào", upload(OFFICER, "", Map.of()));
        refused(400, "không có nội dung", upload(OFFICER, "", Map.of("a.pdf", new byte[0])));
        assertThat(client.as(OFFICER).post("/api/dossiers/" + number + "/documents", Map.of()).status()).isEqualTo(415);
        assertThat(client.as(OFFICER).with("Content-Type", "multipart/form-data")
                .post("/api/dossiers/" + number + "/documents", "no boundary").status()).isEqualTo(400);
        assertThat(client.as(OFFICER).get("/api/dossiers/" + number + "/documents/x").status()).isEqualTo(400);
    }

    @Test
    void aDossierDoesNotLeaveItsCommuneWithoutWhatIsEnforced() throws Exception {
        assertThat(journey.show(number).get("findings")).extracting(finding -> finding.get("message").asText())
                .containsSubsequence("Đã có Tờ trình", "Thiếu Báo cáo thành tích", "Thiếu Xác nhận");
        var task = journey.task(number, "complete-dossier", OFFICER).id();
        notSent("Hồ sơ còn thiếu: Xác nhận", journey.submit(OFFICER, task, Map.of()));
        upload(OFFICER, "kind=confirmation", Map.of("a.pdf", Samples.pdf()));
        assertThat(journey.show(number).get("findings")).extracting(finding -> finding.get("message").asText())
                .contains("Đã có Xác nhận").doesNotContain("Thiếu Xác nhận");

        journey.submit(OFFICER, task, Map.of()).expectOk();
    }

    @Test
    void aDossierLeavesWithTheSummariesOfItsProposerOnceAllItsPeopleAreSimple() {
        var farmer = new HashMap<String, Object>(HttpJourney.individual("Nguyễn Văn Nông"));
        var proposed = journey.propose(OFFICER, HttpJourney.proposal("commune-certificate", "regular", List.of(farmer)));
        var task = journey.task(proposed, "complete-dossier", OFFICER).id();
        notSent("Báo cáo thành tích; Biên bản", journey.submit(OFFICER, task, Map.of()));

        farmer.put("simpleDossier", true);
        farmer.put("id", journey.nomineeIds(proposed).get(0));
        farmer.put("summary", "");
        notSent("tóm tắt thành tích", journey.submit(OFFICER, task, Map.of("nominees", List.of(farmer))));
        farmer.put("summary", "Báo tin kịp thời, giúp bắt kẻ trộm");
        journey.submit(OFFICER, task, Map.of("nominees", List.of(farmer))).expectOk();
        assertThat(journey.show(proposed).at("/nominees/0/simpleDossier").asBoolean()).isTrue();
    }

    @Test
    void aDossierThatWasBegunWithoutPapersGoesOnWithoutThem() {
        jdbc.sql("insert into dossier_without_papers values (?)").params(number).update();

        assertThat(journey.show(number).get("requiredDocuments")).noneMatch(kind -> kind.get("enforced").asBoolean());
        journey.submit(OFFICER, journey.task(number, "complete-dossier", OFFICER).id(), Map.of()).expectOk();
    }

    private static void notSent(String why, Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.body()).contains(why);
    }

    private static void refused(int status, String named, Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains(named);
    }

    private JsonNode documents(String account) {
        return client.as(account).get("/api/dossiers/" + number + "/documents").expectOk().json();
    }

    private static JsonNode find(JsonNode documents, String name) {
        for (var document : documents) {
            if (document.get("name").asText().equals(name)) {
                return document;
            }
        }
        throw new AssertionError("No document " + name + " in " + documents);
    }

    private long id(String name) {
        return find(documents(OFFICER), name).get("id").asLong();
    }

    private String path(long id) {
        return "/api/dossiers/%s/documents/%d".formatted(number, id);
    }

    private Answer refile(String account, long id, String kind) {
        return client.as(account).send("PUT", path(id) + "/kind", Map.of("kind", kind));
    }

    private Answer remove(String account, long id) {
        return client.as(account).send("DELETE", path(id), null);
    }

    private HttpResponse<byte[]> download(String account, long id) throws Exception {
        return HTTP.send(request(account, "/" + id).build(), BodyHandlers.ofByteArray());
    }

    private Answer upload(String account, String query, Map<String, byte[]> files) {
        return (account == null ? client : client.as(account)).upload("/api/dossiers/" + number + "/documents?" + query,
                files);
    }

    private HttpRequest.Builder request(String account, String end) {
        var request = HttpRequest.newBuilder(
                URI.create(client.address() + "/api/dossiers/" + number + "/documents" + end));
        return account == null ? request : request.header("Authorization", "Bearer " + tokens.of(account));
    }
}
