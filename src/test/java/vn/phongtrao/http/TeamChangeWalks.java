package vn.phongtrao.http;

import static vn.phongtrao.http.Actor.COMMUNE;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** Changes of a team, each of a team of its own: leaders change places, and a member is replaced. */
class TeamChangeWalks implements Walks {

    private static final Actor OFFICER = Actor.of(POLICE_OFFICER, COMMUNE);

    @Override
    public String process() {
        return "team-change";
    }

    @Override
    public String startForm() {
        return "proposal";
    }

    @Override
    public List<Walk> walks() {
        return List.of(
                walk("change-role",
                        new Step("complete-dossier", OFFICER, TeamChangeWalks::changedPlaces),
                        Step.sendBack("sign", POLICE_CHIEF, COMMUNE),
                        new Step("supplement", OFFICER, TeamChangeWalks::changedPlaces),
                        Step.approve("sign", POLICE_CHIEF, COMMUNE),
                        Step.approve("decide", COMMITTEE_CHAIR, COMMUNE)),
                walk("replace",
                        new Step("complete-dossier", OFFICER, TeamChangeWalks::replacement),
                        Step.approve("sign", POLICE_CHIEF, COMMUNE),
                        Step.approve("decide", COMMITTEE_CHAIR, COMMUNE)));
    }

    /** The chief signs what his own officers propose; nobody appraises it before. */
    @Override
    public Set<String> notOnTheRoute() {
        return Set.of("appraise");
    }

    private static Walk walk(String kind, Step... steps) {
        return new Walk(OFFICER, journey -> Map.of("team", journey.team(COMMUNE), "kind", kind, "reason", "Lý do mẫu"),
                List.of(steps));
    }

    private static Map<String, Object> changedPlaces(JsonNode dossier) {
        return Map.of("roles", List.of(Map.of("id", member(dossier, 0), "role", "deputy"),
                Map.of("id", member(dossier, 1), "role", "leader")));
    }

    private static Map<String, Object> replacement(JsonNode dossier) {
        Map<String, Object> fields = new LinkedHashMap<>(Map.of("member", member(dossier, 3),
                "ground", "leave-on-request", "groundOn", "2024-06-28", "name", "Người mới mẫu",
                "birthDate", "1990-01-01", "citizenId", HttpJourney.citizenId(), "education", "lower-secondary",
                "residenceMonths", 24, "legalStatus", "none", "healthCertificate", true));
        fields.putAll(Map.of("selectedOn", "2024-06-28", "councilMembers", 9, "present", 8, "votes", 8));
        return fields;
    }

    private static String member(JsonNode dossier, int index) {
        return dossier.at("/members/%d/id".formatted(index)).asText();
    }
}
