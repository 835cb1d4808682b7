package vn.phongtrao.http;

import static vn.phongtrao.http.Actor.COMMUNE;
import static vn.phongtrao.http.Actor.DISTRICT;
import static vn.phongtrao.http.Actor.PROVINCE;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.COMMITTEE_CLERK;
import static vn.phongtrao.unit.Position.COUNCIL_MEMBER;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** Commendations: decided in the commune without and, for a campaign, with its council, by the province, and by the Ministry. */
class CommendationWalks implements Walks {

    private static final Actor COMMUNE_OFFICER = Actor.of(POLICE_OFFICER, COMMUNE);
    private static final Actor PROVINCE_OFFICER = Actor.of(POLICE_OFFICER, PROVINCE);

    @Override
    public String process() {
        return "commendation";
    }

    @Override
    public String startForm() {
        return "proposal";
    }

    @Override
    public List<Walk> walks() {
        return List.of(adHocCertificate(), thematicCertificate(), ministryMerit(), provinceMerit(),
                primeMinisterMerit());
    }

    private static Walk adHocCertificate() {
        return walk(COMMUNE_OFFICER, "commune-certificate", "ad-hoc",
                Step.of("complete-dossier", COMMUNE_OFFICER, Map.of()),
                Step.sendBack("sign", POLICE_CHIEF, COMMUNE),
                Step.of("supplement", COMMUNE_OFFICER, Map.of()),
                Step.approve("sign", POLICE_CHIEF, COMMUNE),
                Step.approve("appraise", COMMITTEE_CLERK, COMMUNE),
                Step.approve("decide", COMMITTEE_CHAIR, COMMUNE));
    }

    /** It belongs to a campaign of the commune's own. */
    private static Walk thematicCertificate() {
        return new Walk(COMMUNE_OFFICER, journey -> {
            var fields = proposal("commune-certificate", "thematic", List.of(individual("Nguyễn Văn Mẫu")));
            fields.putAll(Map.of("achievedFrom", "2023-03-01", "achievedTo", "2023-05-31", "campaign",
                    journey.campaignOfSpring(COMMUNE)));
            return fields;
        }, List.of(
                Step.of("complete-dossier", COMMUNE_OFFICER, Map.of()),
                Step.approve("sign", POLICE_CHIEF, COMMUNE),
                Step.approve("appraise", COMMITTEE_CLERK, COMMUNE),
                vote(COMMUNE, 1), vote(COMMUNE, 2), vote(COMMUNE, 3),
                Step.approve("decide", COMMITTEE_CHAIR, COMMUNE)));
    }

    private static Walk ministryMerit() {
        return walk(PROVINCE_OFFICER, "ministry-merit", "regular",
                Step.of("complete-dossier", PROVINCE_OFFICER, Map.of()),
                Step.approve("appraise", Actor.of(POLICE_OFFICER, PROVINCE, 2)),
                Step.approve("sign", POLICE_CHIEF, PROVINCE),
                new Step("record-ministry-result", PROVINCE_OFFICER, dossier -> Map.of("outcome", "approve",
                        "decisionNumber", "123/QĐ-BCA", "decidedOn", "2024-06-30",
                        "approvedNominees", nominees(dossier))));
    }

    private static Walk primeMinisterMerit() {
        return walk(PROVINCE_OFFICER, "prime-minister-merit", "regular",
                Step.of("complete-dossier", PROVINCE_OFFICER, Map.of()),
                Step.approve("appraise", Actor.of(POLICE_OFFICER, PROVINCE, 2)),
                Step.approve("sign", POLICE_CHIEF, PROVINCE),
                Step.approve("appraise", COMMITTEE_CLERK, PROVINCE),
                Step.of("record-opinions", Actor.of(COMMITTEE_CLERK, PROVINCE), Map.of("opinions", List.of(Map.of(
                        "body", "Bộ Công an", "askedOn", "2024-07-01", "answer", "agree", "answeredOn", "2024-07-01")))),
                vote(PROVINCE, 1), vote(PROVINCE, 2), vote(PROVINCE, 3),
                Step.approve("sign", COMMITTEE_CHAIR, PROVINCE),
                new Step("record-ministry-result", PROVINCE_OFFICER, dossier -> Map.of("outcome", "approve",
                        "decisionNumber", "123/QĐ-TTg", "decidedOn", "2024-06-30",
                        "approvedNominees", nominees(dossier))));
    }

    private static Walk provinceMerit() {
        return walk(COMMUNE_OFFICER, "province-merit", "regular",
                Step.of("complete-dossier", COMMUNE_OFFICER, Map.of()),
                Step.approve("sign", POLICE_CHIEF, COMMUNE),
                Step.approve("sign", COMMITTEE_CHAIR, COMMUNE),
                Step.sendBack("appraise", POLICE_OFFICER, DISTRICT),
                Step.of("supplement", COMMUNE_OFFICER, Map.of()),
                Step.approve("appraise", POLICE_OFFICER, DISTRICT),
                Step.approve("sign", POLICE_CHIEF, DISTRICT),
                Step.approve("sign", COMMITTEE_CHAIR, DISTRICT),
                Step.approve("appraise", POLICE_OFFICER, PROVINCE),
                Step.approve("sign", POLICE_CHIEF, PROVINCE),
                Step.approve("appraise", COMMITTEE_CLERK, PROVINCE),
                vote(PROVINCE, 1), vote(PROVINCE, 2), vote(PROVINCE, 3),
                Step.approve("decide", COMMITTEE_CHAIR, PROVINCE));
    }

    private static Walk walk(Actor starter, String form, String type, Step... steps) {
        return new Walk(starter, journey -> proposal(form, type, List.of(individual("Nguyễn Văn Mẫu"))),
                List.of(steps));
    }

    private static Step vote(String unit, int member) {
        return new Step("council-vote", Actor.of(COUNCIL_MEMBER, unit, member),
                dossier -> Map.of("approvedNominees", nominees(dossier)));
    }

    private static List<String> nominees(JsonNode dossier) {
        return StreamSupport.stream(dossier.get("nominees").spliterator(), false)
                .map(nominee -> nominee.get("id").asText()).toList();
    }
}
