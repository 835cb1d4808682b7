package vn.phongtrao.crash;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import vn.phongtrao.http.HttpJourney;

/**
 * What is done with a dossier.
 *
 * @param process its procedure
 * @param mark    a text of its content that no other dossier has
 * @param start   the fields of the start form
 * @param returns whether the first who signs sends it back
 */
record Way(String process, String mark, Map<String, Object> start, boolean returns) {

    static final String COMMENDATION = "commendation";
    static final String MODEL = "model-recognition";
    static final String TEAM = "team-establishment";

    private static final List<String> ROLES = List.of("leader", "deputy", "member");
    private static final Map<String, Object> APPROVE = Map.of("outcome", "approve");

    /** One nominee of each kind, decided in the commune, without its council. */
    static Way commendation(int ordinal) {
        return commendation(ordinal, "commune-certificate", "ad-hoc", List.of(HttpJourney.individual("Người mẫu"),
                HttpJourney.household("Hộ mẫu số %d".formatted(ordinal)), HttpJourney.collective("Tập thể mẫu số %d".formatted(ordinal))),
                ordinal % 3 == 0);
    }

    /** Up to the province and its council, with papers of the commune. */
    static Way merit(int ordinal) {
        return commendation(ordinal, "province-merit", "regular", List.of(HttpJourney.individual("Người mẫu"),
                HttpJourney.collective("Tập thể mẫu số %d".formatted(ordinal))), false);
    }

    private static Way commendation(int ordinal, String form, String type, List<?> nominees, boolean returns) {
        var mark = "Thành tích mẫu thứ %d.".formatted(ordinal);
        var fields = HttpJourney.proposal(form, type, nominees);
        fields.put("achievement", mark);
        return new Way(COMMENDATION, mark, fields, returns);
    }

    static Way model(int ordinal, String hamlet) {
        var name = "Mô hình mẫu thứ %d.".formatted(ordinal);
        return new Way(MODEL, name, Map.of("name", name, "group", "crime-prevention", "description", "Nội dung mẫu", "startedOn", "2023-06-01",
                "level", "commune", "results", "Kết quả mẫu", "hamlet", hamlet), ordinal % 2 == 0);
    }

    static Way team(int ordinal, String hamlet) {
        var reason = "Lý do mẫu thứ %d.".formatted(ordinal);
        return new Way(TEAM, reason, Map.of("hamlet", hamlet, "seats", ROLES.size(), "reason", reason, "meetingDate", "2030-01-15"), false);
    }

    /** The fields of a task. @param dossier as the API shows it */
    Map<String, Object> fields(String task, JsonNode dossier) {
        return switch (task) {
            case "complete-dossier", "supplement", "record-launch" -> Map.of();
            case "sign" -> returns && isFirst(dossier) ? Map.of("outcome", "return", "comment", "Ý kiến mẫu") : APPROVE;
            case "council-vote" -> Map.of("approvedNominees", ids(dossier, "nominees", null));
            case "register-candidates" -> Map.of("candidates", candidates());
            case "record-selection" -> Map.of("present", 9, "results", ids(dossier, "candidates", "admitted").stream()
                    .map(id -> Map.of("id", id, "votes", 8)).toList());
            case "propose-recognition" -> Map.of("roles", roles(ids(dossier, "candidates", "elected")));
            default -> APPROVE;
        };
    }

    private static boolean isFirst(JsonNode dossier) {
        return dossier.get("steps").findValuesAsText("task").stream().noneMatch("sign"::equals);
    }

    private static List<Map<String, Object>> candidates() {
        return ROLES.stream().map(role -> Map.<String, Object>of("name", "Người mẫu", "birthDate", "1985-05-20", "citizenId",
                HttpJourney.citizenId(), "gender", "female", "education", "lower-secondary", "residenceMonths", 24, "legalStatus", "none",
                "healthCertificate", true)).toList();
    }

    private static List<Map<String, Object>> roles(List<String> elected) {
        return IntStream.range(0, elected.size()).mapToObj(i -> Map.<String, Object>of("id", elected.get(i), "role", ROLES.get(i))).toList();
    }

    private static List<String> ids(JsonNode dossier, String list, String result) {
        return StreamSupport.stream(dossier.get(list).spliterator(), false)
                .filter(one -> result == null || one.get("result").asText().equals(result)).map(one -> one.get("id").asText()).toList();
    }

    /** Lists become Json texts, as the engine takes them. */
    static Map<String, Object> variables(Map<String, Object> fields) {
        Map<String, Object> variables = new LinkedHashMap<>();
        fields.forEach((name, value) -> variables.put(name, value instanceof List
                ? Map.of("value", Caller.JSON.valueToTree(value).toString(), "type", "Json") : Map.of("value", value)));
        return Map.of("variables", variables);
    }
}
