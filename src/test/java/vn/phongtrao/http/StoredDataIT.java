package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.http.HttpJourney.proposal;
import static vn.phongtrao.http.HttpJourney.variables;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.data.domain.Pageable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import vn.phongtrao.local.WebSession;

/**
 * Where personal data goes: into the dossier's own tables; citizen numbers only sealed; nothing into the engine, the audit trail or the
 * log.
 */
@HttpTest
@ExtendWith(OutputCaptureExtension.class)
class StoredDataIT {

    private static final List<String> CITIZEN_IDS = List.of("095088123451", "095088123452", "095088123453");
    /** Words that occur nowhere else, one for each kind of content. */
    private static final List<String> WORDS = List.of("Quyzvăn", "Hộzvượng", "Tổzvững", "Nghềzvườn", "Khómzvịnh",
            "Gươngzvàng", "Thànhzvích", "Ýzviến", "Lýzvo");

    /** A former identity card and passports, as they are typed. */
    private static final List<String> OTHER_NUMBERS = List.of("387123451", "387123452", "387123453", "QZ8712345", "QZ8712346", "QZ8712347");

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;
    @Autowired
    Tables tables;
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void contentStaysInTheDossierAndCitizenNumbersAreSealed(CapturedOutput log) {
        var number = journey.propose("police-officer.31813", proposal("commune-certificate", "regular", nominees(0)));
        journey.complete(number, "complete-dossier", "police-officer.31813",
                Map.of("achievement", "Thànhzvích đã hoàn thiện", "nominees", nominees(1)));
        comment(number, "sign", "police-chief.31813", "return");
        journey.complete(number, "supplement", "police-officer.31813", Map.of("nominees", nominees(2)));
        handle(number, "suspension");
        handle(number, "resumption");
        journey.approve(number, "sign", "police-chief.31813");
        comment(number, "appraise", "committee-clerk.31813", "approve");
        journey.voteForAll(number, "31813");
        comment(number, "decide", "committee-chair.31813", "approve");
        var rejected = journey.propose("police-officer.31813", proposal("commune-certificate", "ad-hoc", nominees(0)));
        journey.complete(rejected, "complete-dossier", "police-officer.31813", Map.of());
        comment(rejected, "sign", "police-chief.31813", "reject");
        submitBadly();

        assertThat(journey.show(number).get("status").asText()).isEqualTo("decided");
        for (var word : WORDS) {
            var columns = tables.columnsContaining(word);
            assertThat(columns).as(word + " is stored").isNotEmpty();
            assertThat(columns).as(word).noneMatch(column -> column.startsWith("act_") || column.startsWith("audit_"));
        }
        for (var citizenId : Stream.concat(CITIZEN_IDS.stream(), OTHER_NUMBERS.stream()).toList()) {
            assertThat(tables.columnsContaining(citizenId)).as("citizen number in clear").isEmpty();
            assertThat(log.getAll()).doesNotContain(citizenId);
        }
        assertThat(tables.tables()).filteredOn(table -> table.startsWith("act_")).hasSizeGreaterThan(40);
    }

    @Test
    void theScanFindsTextsInEveryKindOfColumn() {
        assertThat(tables.columnsContaining("complete-dossier")).contains("act_ge_bytearray.bytes_");
        journey.propose("police-officer.31813", proposal("commune-certificate", "regular",
                List.of(HttpJourney.individual("Người mẫu"))));
        assertThat(tables.columnsContaining("KT-31813-2024-")).contains("dossier.number", "act_ru_variable.text_");
    }

    /** Every parameter of every page and list, also of those where a number or a day is expected. */
    @Test
    void nothingThatACallerSentIsLogged(CapturedOutput log) {
        var citizenId = CITIZEN_IDS.get(0);
        var session = new WebSession(client.address());
        session.signIn("/", "police-officer.31813");
        var asked = mappings.getHandlerMethods().entrySet().stream()
                .filter(one -> one.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(one -> one.getKey().getPatternValues().stream().flatMap(path -> asked(
                        path.replaceAll("\\{[^}]*}", citizenId), one.getValue(), citizenId))).distinct().toList();

        assertThat(asked).hasSizeGreaterThan(200).contains("/figures?from=" + citizenId, "/calendar?year=" + citizenId,
                "/api/dossiers?openedFrom=" + citizenId);
        for (var address : asked) {
            assertThat(session.get(address).statusCode()).as(address).isLessThan(500);
        }
        assertThat(log.getAll()).doesNotContain(citizenId);
    }

    private static Stream<String> asked(String path, HandlerMethod method, String value) {
        return Stream.concat(path.contains(value) ? Stream.of(path) : Stream.of(), Arrays.stream(method.getMethodParameters())
                .flatMap(parameter -> {
                    parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
                    return parameter.getParameterType().isRecord() && !parameter.hasParameterAnnotations()
                            ? Arrays.stream(parameter.getParameterType().getRecordComponents()).map(RecordComponent::getName)
                            : parameter.hasParameterAnnotation(RequestParam.class) ? Stream.of(parameter.getParameterName())
                            : parameter.getParameterType() == Pageable.class ? Stream.of("page", "size", "sort") : Stream.of();
                }).map(name -> "%s?%s=%s".formatted(path, name, value)));
    }

    /** Submissions that are refused, each at another depth, with a citizen number in them. */
    private void submitBadly() {
        var officer = client.as("police-officer.31813");
        var start = "/engine-rest/process-definition/key/commendation/submit-form";
        var citizenId = CITIZEN_IDS.get(0);
        var proposal = proposal("commune-certificate", "regular", nominees(0));
        for (var body : List.of(
                "{\"variables\": {\"nominees\": " + citizenId + "…",
                variables(Map.of("nominees", citizenId)),
                variables(Map.of(citizenId, citizenId)),
                Map.of("variables", Map.of("nominees", Map.of("type", "Json", "value", "[{\"citizenId\": "
                        + citizenId))),
                variables(proposal("no-such-form", citizenId, nominees(0))),
                variables(proposal("commune-certificate", "regular",
                        List.of(Map.of("kind", "individual", "name", citizenId, "citizenId", citizenId + "9")))))) {
            assertThat(officer.post(start, body).status()).isBetween(400, 499);
        }
        for (var number : List.of(OTHER_NUMBERS.get(0), OTHER_NUMBERS.get(3))) {
            for (var paper : List.of("old-card", "travel", "visa")) {
                assertThat(officer.post(start, variables(proposal("commune-certificate", "ad-hoc", List.of(Map.of("kind",
                        "individual", "name", "Mẫu", "birthYear", 1980, "document", paper, "documentNumber", number + "/",
                        "nationality", number))))).status()).isEqualTo(400);
            }
            assertThat(officer.get("/api/dossiers?q=" + number).status()).isEqualTo(400);
        }
        proposal.put("achievedTo", citizenId);
        assertThat(officer.post(start, variables(proposal)).status()).isBetween(400, 499);
        assertThat(officer.get("/api/awards?name=" + citizenId).status()).isEqualTo(200);
        assertThat(officer.get("/api/dossiers/" + citizenId).status()).isEqualTo(404);
        assertThat(officer.get("/engine-rest/task/" + citizenId).status()).isEqualTo(404);
    }

    private static List<Map<String, Object>> nominees(int index) {
        return List.of(
                Map.of("kind", "individual", "name", "Quyzvăn Mẫu", "birthYear", 1980, "citizenId",
                        CITIZEN_IDS.get(index), "hamlet", "Khómzvịnh", "occupation", "Nghềzvườn",
                        "summary", "Gươngzvàng"),
                Map.of("kind", "individual", "name", "Quyzvăn Cụ", "birthYear", 1930, "document", "old-card",
                        "documentNumber", OTHER_NUMBERS.get(index)),
                Map.of("kind", "individual", "name", "Quyzvăn Khách", "birthYear", 1980, "document", "travel",
                        "documentNumber", OTHER_NUMBERS.get(3 + index), "nationality", "LAO"),
                Map.of("kind", "household", "name", "Hộzvượng Mẫu", "hamlet", "Khómzvịnh", "summary", "Gươngzvàng"),
                Map.of("kind", "collective", "name", "Tổzvững Mẫu", "summary", "Gươngzvàng"));
    }

    private void comment(String number, String task, String account, String outcome) {
        journey.complete(number, task, account, Map.of("outcome", outcome, "comment", "Ýzviến của lãnh đạo"));
    }

    private void handle(String number, String action) {
        client.as("police-chief.31813").post("/api/dossiers/" + number + "/" + action,
                Map.of("reason", "Lýzvo tạm dừng")).expectOk();
    }
}
