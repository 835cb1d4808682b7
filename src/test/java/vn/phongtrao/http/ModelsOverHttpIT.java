package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.http.Actor.COMMUNE;
import static vn.phongtrao.http.Actor.PROVINCE;
import static vn.phongtrao.http.Actor.SIBLING_COMMUNE;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.http.Walks.Walk;

/** The register of models over HTTP: what processes and imports enter, and who sees it. Bạc Liêu, three tiers. */
@HttpTest
class ModelsOverHttpIT {

    private static final String OFFICER = "police-officer.31813";
    private static final String NEIGHBOUR = "police-officer.31843";
    private static final String PROVINCE_OFFICER = "police-officer.95";
    private static final String HEAD =
            "entry,key,name,group,unit,hamlet,startedOn,level,teams,decisionNumber,decidedOn,"
            + "authority\n";
    private static final String BOUNDARY = "boundary-of-a-test";

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;
    @Autowired
    Tables tables;

    @Test
    void modelShowsTheDecisionThatRecognisedIt() {
        var number = journey.walk("model-recognition", ModelWalks.Recognition.byCommune());
        var model = show(OFFICER, ModelWalks.modelOf(journey, number));

        assertThat(model.get("unitPath").asText()).isEqualTo(COMMUNE);
        assertThat(model.get("place").asText()).isEqualTo("Khóm 1, Phường 2");
        assertThat(model.get("status").asText()).isEqualTo("recognised");
        assertThat(model.at("/levels/0/decisionNumber").asText()).matches("\\d{2,}/QĐ-UBND");
        assertThat(model.at("/levels/0/dossierNumber").asText()).isEqualTo(number);
        assertThat(model.at("/history/0/event").asText()).isEqualTo("recognised");
        assertThat(client.as(OFFICER).get("/api/decisions?dossierNumber=" + number).json()
                .at("/content/0/decisionNumber")).isEqualTo(model.at("/levels/0/decisionNumber"));
    }

    @Test
    void modelIsOfItsUnitAndOfThoseThatTookItOver() {
        var id = ModelWalks.recognised(journey);
        assertThat(ids("police-chief.31813", "")).contains(id);
        assertThat(ids("committee-clerk.954", "")).contains(id);
        assertThat(ids(PROVINCE_OFFICER, "&unit=" + COMMUNE)).contains(id);
        assertThat(ids(NEIGHBOUR, "")).doesNotContain(id);
        assertThat(ids("police-officer.956", "")).doesNotContain(id);
        assertThat(client.as(NEIGHBOUR).get("/api/models/" + id).status()).isEqualTo(403);
        assertThat(client.get("/api/models/" + id).status()).isEqualTo(401);

        takeOver(id);
        assertThat(ids(NEIGHBOUR, "")).contains(id);
        assertThat(show(NEIGHBOUR, id).at("/sites/0/unitPath").asText()).isEqualTo(SIBLING_COMMUNE);
        assertThat(show(NEIGHBOUR, id).hasNonNull("dossierNumber")).isFalse();
        assertThat(show(OFFICER, id).hasNonNull("dossierNumber")).isTrue();
        assertThat(show(OFFICER, id).get("teams").asInt()).isEqualTo(3);
    }

    @Test
    void listIsFilteredAndSorted() {
        var ministry = ModelWalks.modelOf(journey, journey.walk("model-recognition",
                ModelWalks.Recognition.byMinistry()));
        var commune = ModelWalks.recognised(journey);

        assertThat(ids(PROVINCE_OFFICER, "&level=ministry")).contains(ministry).doesNotContain(commune);
        assertThat(ids(PROVINCE_OFFICER, "&level=ministry&unit=" + COMMUNE)).doesNotContain(ministry);
        assertThat(ids(PROVINCE_OFFICER, "&group=fire-rescue")).doesNotContain(ministry, commune);
        assertThat(ids(PROVINCE_OFFICER, "&status=retired")).doesNotContain(ministry, commune);
        assertThat(ids(PROVINCE_OFFICER, "&sort=level,desc").get(0)).isEqualTo(ministry);
    }

    @Test
    void figuresAreOfTheOwnUnitsAndBelow() {
        assertThat(client.as(OFFICER).get("/api/models/figures?unit=" + SIBLING_COMMUNE).status()).isEqualTo(403);
        assertThat(client.as(OFFICER).get("/api/models/figures?unit=95").status()).isEqualTo(403);
        assertThat(client.as("committee-chair.954").get("/api/models/figures?unit=" + COMMUNE).status()).isEqualTo(200);
        var before = figure(NEIGHBOUR, "", "crime-prevention");
        takeOver(ModelWalks.recognised(journey));
        var after = figure(NEIGHBOUR, "", "crime-prevention");

        assertThat(after.get("sites").asInt()).isEqualTo(before.get("sites").asInt() + 1);
        assertThat(after.get("teams").asInt()).isEqualTo(before.get("teams").asInt() + 2);
        assertThat(after.get("models").asInt()).isEqualTo(before.get("models").asInt());
        assertThat(figure(NEIGHBOUR, "?on=2020-01-01", "crime-prevention").get("models").asInt()).isZero();
    }

    @Test
    void reportedFiguresComeFromImportsAndProcesses() {
        var before = client.as(PROVINCE_OFFICER).get("/api/models/figures?unit=95").expectOk().json();
        var imported = load(PROVINCE_OFFICER, fileOfTheReport());
        assertThat(imported.status()).as(imported.toString()).isEqualTo(201);
        assertThat(imported.json().toString()).isEqualTo("{\"models\":427,\"recognitions\":8,\"sites\":266}");
        var selfManagement = recognise("self-management");
        recognise("fire-rescue");
        takeOver(selfManagement);
        climbToTheMinistry(recognise("crime-prevention"));
        var after = client.as(PROVINCE_OFFICER).get("/api/models/figures?unit=95").expectOk().json();

        assertThat(grown(before, after, 0, "/models")).isEqualTo(316);
        assertThat(grown(before, after, 1, "/teams")).isEqualTo(309);
        assertThat(grown(before, after, 2, "/models")).isEqualTo(49);
        assertThat(grown(before, after, 2, "/sites")).isEqualTo(267);
        assertThat(grown(before, after, 0, "/levels/ministry")).isEqualTo(9);
    }

    @Test
    void importedEntriesSayWhoBroughtThemIn() {
        var name = "Mô hình trên giấy";
        assertThat(load(PROVINCE_OFFICER, "\uFEFF" + HEAD + model("a", name) + site("a", "Điểm trên giấy")).status())
                .isEqualTo(201);
        var id = client.as(PROVINCE_OFFICER).get("/api/models?name=tr%C3%AAn%20gi%E1%BA%A5y&size=200").json()
                .at("/content/0/id").asText();
        var model = show(PROVINCE_OFFICER, id);

        assertThat(model.get("importedBy").asText()).isEqualTo(PROVINCE_OFFICER);
        assertThat(Instant.parse(model.get("importedAt").asText())).isAfter("2024-06-30T16:00:00Z");
        assertThat(model.at("/levels/0/decisionNumber").asText()).isEqualTo("15/QĐ-UBND");
        assertThat(model.at("/levels/0/importedBy").asText()).isEqualTo(PROVINCE_OFFICER);
        assertThat(model.at("/sites/0/importedBy").asText()).isEqualTo(PROVINCE_OFFICER);
        assertThat(load(PROVINCE_OFFICER, HEAD + site("#" + id, "Điểm thêm sau")).status()).isEqualTo(201);
        refusesImport(422, "Dòng 2, cột name: đã có trong sổ", HEAD + model("a", name.toUpperCase()));
        refusesImport(422, "Dòng 2, cột name: mô hình đã có điểm", HEAD + site("#" + id, "điểm thêm sau"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"police-officer.31813", "police-officer.954", "police-chief.95", "committee-clerk.95",
            "committee-chair.95", "council-member.95", "admin"})
    void onlyTheProvincesPoliceOfficersImport(String account) {
        tables.assertRefused(403, "Công an tỉnh", () -> load(account, HEAD + model("a", "Mô hình không được nhập")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            entry: models          | cột entry: không có lựa chọn
            group: other           | cột group: không có lựa chọn
            unit: 96/31825         | cột unit: không có đơn vị
            unit: 95/954/00000     | cột unit: không có đơn vị
            hamlet: Khóm 99        | cột hamlet: không có khóm, ấp này
            level: world           | cột level: không có lựa chọn
            teams: 0               | cột teams: phải là số từ 1
            teams: 99999999999     | cột teams: phải là số từ 1
            teams:                 | cột teams: bắt buộc nhập
            startedOn: 2023-06-01  | cột startedOn: sau ngày quyết định
            decidedOn: 2024-07-02  | cột decidedOn: ngày chưa tới
            decidedOn: 2024-02-30  | cột decidedOn: ngày không có trong lịch
            decisionNumber:        | cột decisionNumber: bắt buộc nhập
            authority: =HYPERLINK() | cột authority: không được bắt đầu bằng
            name: +84              | cột name: không được bắt đầu bằng
            key: #1                | cột key: đã dùng""")
    void aWrongRowIsNamedAndNothingIsKept(String change, String message) {
        var column = change.substring(0, change.indexOf(':'));
        var value = change.substring(change.indexOf(':') + 1).strip();
        var columns = List.of(HEAD.strip().split(","));
        var cells = new ArrayList<>(List.of(model("b", "Mô hình sai một ô").strip().split(",", -1)));
        cells.set(columns.indexOf(column), value);
        refusesImport(422, "Dòng 3, " + message, HEAD + model("a", "Mô hình đúng") + String.join(",", cells));
    }

    @Test
    void rowsReferToModelsThatThereAre() {
        refusesImport(422, "Dòng 2, cột key", HEAD + site("nobody", "Điểm mẫu"));
        refusesImport(422, "Dòng 2, cột key", HEAD + site("#0", "Điểm mẫu"));
        refusesImport(422, "Dòng 3, cột level: mô hình đã được công nhận ở cấp này", HEAD + model("a", "Mô hình mẫu")
                + "recognition,a,,,,,,commune,,16/QĐ-UBND,2023-06-01,Chủ tịch\n");
        refusesImport(422, "Dòng 3, cột name: để trống", HEAD + model("a", "Mô hình mẫu")
                + "recognition,a,Tên,,,,,province,,16/QĐ-UBND,2023-06-01,Chủ tịch\n");
        refusesImport(422, "Dòng 3, cột key: đã dùng", HEAD + model("a", "Mô hình mẫu") + model("a", "Mô hình khác"));
    }

    @Test
    void whatIsNoFileOfModelsIsRefused() {
        refusesImport(400, "Dòng đầu phải là tên các cột", "name\nMô hình\n");
        refusesImport(400, "không có dòng nào", HEAD);
        refusesImport(400, "4 MB", HEAD + "x".repeat(4 * 1024 * 1024));
        assertThat(client.as(PROVINCE_OFFICER).post("/api/models/import", "{}").status()).isEqualTo(415);
        assertThat(client.as(PROVINCE_OFFICER).with("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .post("/api/models/import", "--" + BOUNDARY + "--\r\n").status()).isEqualTo(400);
    }

    /** Counts of the first half of 2024, less what the processes of the test add. */
    private static String fileOfTheReport() {
        var rows = new StringBuilder(HEAD);
        IntStream.range(0, 315).forEach(i -> rows.append(model("c" + i, "Phòng, chống tội phạm " + i,
                "crime-prevention", 1)));
        IntStream.range(0, 8).forEach(i -> rows.append(
                "recognition,c%d,,,,,,ministry,,%d/QĐ-BCA-V05,2024-05-02,Bộ Công an\n".formatted(i, i + 1)));
        IntStream.range(0, 64).forEach(i -> rows.append(model("f" + i, "Đội chữa cháy và cứu nạn, cứu hộ " + i,
                "fire-rescue", i < 52 ? 5 : 4)));
        IntStream.range(0, 48).forEach(i -> rows.append(model("s" + i, "Tự phòng, tự quản " + i, "self-management",
                1)));
        IntStream.range(0, 266).forEach(i -> rows.append(site("s" + i % 48, "Điểm nhân rộng " + i)));
        return rows.toString();
    }

    private static String model(String key, String name) {
        return model(key, name, "crime-prevention", 1);
    }

    private static String model(String key, String name, String group, int teams) {
        return "model,%s,%s,%s,%s,Khóm 1,2021-01-05,commune,%d,15/QĐ-UBND,2022-03-01,Chủ tịch Ủy ban nhân dân Phường 2\n"
                .formatted(key, name.contains(",") ? '"' + name + '"' : name, group, COMMUNE, teams);
    }

    private static String site(String key, String name) {
        return "site,%s,%s,,%s,31843-01,,,2,20/QĐ-UBND,2023-03-01,Chủ tịch Ủy ban nhân dân xã\n".formatted(key, name,
                SIBLING_COMMUNE);
    }

    private String recognise(String group) {
        var walk = ModelWalks.Recognition.byCommune();
        return ModelWalks.modelOf(journey, journey.walk("model-recognition", new Walk(walk.starter(), journey -> {
            var model = ModelWalks.model("commune", "31813-02");
            model.put("group", group);
            return model;
        }, walk.steps())));
    }

    private void takeOver(String model) {
        var walk = new ModelWalks.Replication().walks().get(0);
        journey.walk("model-replication", new Walk(walk.starter(), journey -> Map.of("modelId", Integer.valueOf(model),
                "siteName", "Điểm của mô hình " + model, "hamlet", "Khóm 1", "teams", 2), walk.steps()));
    }

    private void climbToTheMinistry(String model) {
        var walk = new ModelWalks.Recognition().walks().get(2);
        var steps = new ArrayList<>(walk.steps().subList(0, walk.steps().size() - 1));
        steps.add(Walks.Step.of("record-ministry-result", Actor.of(POLICE_OFFICER, PROVINCE),
                Map.of("outcome", "approve", "decisionNumber", "9/QĐ-BCA-V05", "decidedOn", "2024-06-28")));
        steps.set(6, Walks.Step.of("appraise", Actor.of(POLICE_OFFICER, PROVINCE),
                Map.of("outcome", "approve", "grade", "excellent")));
        journey.walk("model-recognition", new Walk(walk.starter(),
                journey -> Map.of("modelId", model, "level", "ministry"), steps));
    }

    private static int grown(JsonNode before, JsonNode after, int group, String figure) {
        return after.at("/groups/" + group + figure).asInt() - before.at("/groups/" + group + figure).asInt();
    }

    private JsonNode figure(String account, String query, String group) {
        return StreamSupport.stream(client.as(account).get("/api/models/figures" + query).expectOk().json()
                .get("groups")
                .spliterator(), false).filter(figure -> figure.get("group").asText().equals(group)).findFirst()
                .orElseThrow();
    }

    private JsonNode show(String account, String id) {
        return client.as(account).get("/api/models/" + id).expectOk().json();
    }

    private List<String> ids(String account, String query) {
        return StreamSupport.stream(client.as(account).get("/api/models?size=200" + query + "&sort=id,desc").expectOk()
                .json().get("content").spliterator(), false).map(model -> model.get("id").asText()).toList();
    }

    private void refusesImport(int status, String message, String file) {
        tables.assertRefused(status, message, () -> load(PROVINCE_OFFICER, file));
    }

    private Answer load(String account, String file) {
        return client.as(account).with("Content-Type", "multipart/form-data; boundary=" + BOUNDARY).post(
                "/api/models/import", "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
                        .formatted(BOUNDARY) + "Content-Type: text/csv\r\n\r\n" + file + "\r\n--" + BOUNDARY
                        + "--\r\n");
    }
}
