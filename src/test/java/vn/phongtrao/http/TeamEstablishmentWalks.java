package vn.phongtrao.http;

import static vn.phongtrao.http.Actor.COMMUNE;
import static vn.phongtrao.http.Actor.DISTRICT;
import static vn.phongtrao.http.Actor.PROVINCE;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** Teams: one within its quota up to the launch, and a plan for whose size the province allows no quota. */
class TeamEstablishmentWalks implements Walks {

    private static final Actor OFFICER = Actor.of(POLICE_OFFICER, COMMUNE);
    private static final String ROOMY_HAMLET = "31813-07";
    private static final String NARROW_HAMLET = "31813-08";
    private static final List<String> ROLES = List.of("leader", "deputy", "member");

    @Override
    public String process() {
        return "team-establishment";
    }

    @Override
    public String startForm() {
        return "plan";
    }

    @Override
    public List<Walk> walks() {
        return List.of(new Walk(OFFICER, TeamEstablishmentWalks::smallPlan, List.of(
                Step.of("complete-dossier", OFFICER, Map.of()),
                Step.approve("approve-plan", COMMITTEE_CHAIR, COMMUNE),
                new Step("register-candidates", OFFICER, dossier -> Map.of("candidates", candidates())),
                Step.approve("approve-candidates", COMMITTEE_CHAIR, COMMUNE),
                new Step("record-selection", OFFICER, dossier -> Map.of("present", 9, "results",
                        ids(dossier, "admitted").stream().map(id -> Map.of("id", id, "votes", 8)).toList())),
                new Step("propose-recognition", OFFICER, TeamEstablishmentWalks::recognition),
                Step.approve("decide", COMMITTEE_CHAIR, COMMUNE),
                Step.of("record-launch", OFFICER, Map.of()))),
                new Walk(OFFICER, journey -> plan(NARROW_HAMLET, 9), List.of(
                        Step.of("complete-dossier", OFFICER, Map.of()),
                        Step.sendBack("sign", POLICE_CHIEF, COMMUNE),
                        Step.of("supplement", OFFICER, Map.of()),
                        Step.approve("sign", POLICE_CHIEF, COMMUNE),
                        Step.approve("sign", COMMITTEE_CHAIR, COMMUNE),
                        Step.approve("appraise", POLICE_OFFICER, DISTRICT),
                        Step.approve("sign", POLICE_CHIEF, DISTRICT),
                        Step.approve("sign", COMMITTEE_CHAIR, DISTRICT),
                        Step.approve("appraise", POLICE_OFFICER, PROVINCE),
                        Step.approve("sign", POLICE_CHIEF, PROVINCE),
                        Step.of("decide-quota", Actor.of(COMMITTEE_CHAIR, PROVINCE),
                                Map.of("outcome", "reject", "comment", "Ý kiến mẫu")))));
    }

    /** Every walk that gets so far founds a team, so the hamlet may have as many as there are walks. */
    private static Map<String, Object> smallPlan(HttpJourney journey) {
        journey.enterQuota(Map.of("unitPath", COMMUNE, "hamlet", ROOMY_HAMLET, "teams", 1000, "seats", 10_000,
                "validFrom", "2024-07-01", "decision", "mẫu/QĐ-UBND"));
        return plan(ROOMY_HAMLET, 3);
    }

    private static Map<String, Object> plan(String hamlet, int seats) {
        return Map.of("hamlet", hamlet, "seats", seats, "reason", "Địa bàn chưa có Tổ", "meetingDate", "2030-01-15");
    }

    private static List<Map<String, Object>> candidates() {
        return ROLES.stream().map(role -> Map.<String, Object>of("name", "Người mẫu", "birthDate", "1985-05-20",
                "citizenId", HttpJourney.citizenId(), "gender", "female", "education", "lower-secondary",
                "residenceMonths", 24, "legalStatus", "none", "healthCertificate", true)).toList();
    }

    private static Map<String, Object> recognition(JsonNode dossier) {
        var elected = ids(dossier, "elected");
        return Map.of("roles", IntStream.range(0, elected.size())
                .mapToObj(i -> Map.of("id", elected.get(i), "role", ROLES.get(i))).toList());
    }

    private static List<String> ids(JsonNode dossier, String result) {
        return StreamSupport.stream(dossier.get("candidates").spliterator(), false)
                .filter(candidate -> candidate.get("result").asText().equals(result))
                .map(candidate -> candidate.get("id").asText()).toList();
    }
}
