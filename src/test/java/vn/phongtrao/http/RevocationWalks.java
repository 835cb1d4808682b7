package vn.phongtrao.http;

import static vn.phongtrao.http.Actor.COMMUNE;
import static vn.phongtrao.http.Actor.PROVINCE;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.COMMITTEE_CLERK;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** Revocations: of what a commune's chair, the provincial director of police and the Ministry had given. */
class RevocationWalks implements Walks {

    private static final Actor COMMUNE_OFFICER = Actor.of(POLICE_OFFICER, COMMUNE);
    private static final Actor PROVINCE_OFFICER = Actor.of(POLICE_OFFICER, PROVINCE);

    @Override
    public String process() {
        return "decision-revocation";
    }

    @Override
    public String startForm() {
        return "proposal";
    }

    @Override
    public List<Walk> walks() {
        return List.of(ofTheCommune(), ofTheDirector(), ofTheMinistry());
    }

    static Walk ofTheCommune() {
        return new Walk(COMMUNE_OFFICER, journey -> {
            var given = journey.awards("95/954/31813/committee-chair", "95/954/31813", "commune-certificate",
                    "Tập thể một", "Tập thể hai");
            return fields(Map.of("decisionId", given.decisionId(), "nominees", given.ids().subList(0, 1)));
        }, List.of(Step.of("complete-dossier", COMMUNE_OFFICER, Map.of()),
                Step.sendBack("sign", POLICE_CHIEF, COMMUNE),
                Step.of("supplement", COMMUNE_OFFICER, Map.of()),
                Step.approve("sign", POLICE_CHIEF, COMMUNE),
                Step.approve("decide", COMMITTEE_CHAIR, COMMUNE),
                recovery(Actor.of(COMMITTEE_CLERK, COMMUNE))));
    }

    private static Walk ofTheDirector() {
        return new Walk(PROVINCE_OFFICER, journey -> fields(Map.of("decisionId", journey.awards("95/police-chief", "95",
                "police-director-certificate", "Tập thể một").decisionId())),
                List.of(Step.of("complete-dossier", PROVINCE_OFFICER, Map.of()),
                        Step.approve("appraise", Actor.of(POLICE_OFFICER, PROVINCE, 2)),
                        Step.approve("decide", POLICE_CHIEF, PROVINCE), recovery(PROVINCE_OFFICER)));
    }

    private static Walk ofTheMinistry() {
        return new Walk(PROVINCE_OFFICER, journey -> fields(Map.of("forwardedDossier",
                journey.ministrysAward("95").dossierNumber().value())),
                List.of(Step.of("complete-dossier", PROVINCE_OFFICER, Map.of()),
                        Step.approve("sign", POLICE_CHIEF, PROVINCE),
                        Step.of("record-ministry-result", PROVINCE_OFFICER, Map.of("outcome", "approve",
                                "decisionNumber", "99/QĐ-BCA", "decidedOn", "2024-07-01")),
                        recovery(PROVINCE_OFFICER)));
    }

    static Map<String, Object> fields(Map<String, Object> what) {
        Map<String, Object> fields = new HashMap<>(what);
        fields.put("ground", "fraud");
        fields.put("reason", "Kết luận số 05/KL-TTr ngày 20/6/2024");
        return fields;
    }

    private static Step recovery(Actor actor) {
        return new Step("record-recovery", actor, dossier -> Map.of("recoveries", List.of(Map.of("id", first(dossier),
                "object", "returned", "objectOn", "2024-07-01", "money", "nothing", "note", "Chưa chi tiền thưởng"))));
    }

    private static String first(JsonNode dossier) {
        return dossier.get("nominees").get(0).get("id").asText();
    }
}
