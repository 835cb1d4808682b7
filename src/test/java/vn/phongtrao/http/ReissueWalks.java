package vn.phongtrao.http;

import static vn.phongtrao.http.Actor.COMMUNE;
import static vn.phongtrao.http.Actor.PROVINCE;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;

import java.util.List;
import java.util.Map;

/** Certificates of a commune's chair, the provincial director of police and the Ministry that are given again. */
class ReissueWalks implements Walks {

    private static final Actor COMMUNE_OFFICER = Actor.of(POLICE_OFFICER, COMMUNE);
    private static final Actor PROVINCE_OFFICER = Actor.of(POLICE_OFFICER, PROVINCE);

    @Override
    public String process() {
        return "certificate-reissue";
    }

    @Override
    public String startForm() {
        return "proposal";
    }

    @Override
    public List<Walk> walks() {
        return List.of(new Walk(COMMUNE_OFFICER, journey -> {
            var given = journey.awards("95/954/31813/committee-chair", "95/954/31813", "commune-certificate",
                    "Tập thể một", "Tập thể hai");
            return fields("decisionId", given.decisionId(), given.ids().subList(0, 1));
        }, ofTheCommune()),
                new Walk(PROVINCE_OFFICER, journey -> {
                    var given = journey.awards("95/police-chief", "95", "police-director-certificate", "Tập thể một");
                    return fields("decisionId", given.decisionId(), given.ids());
                }, List.of(Step.of("complete-dossier", PROVINCE_OFFICER, Map.of()),
                        Step.approve("appraise", Actor.of(POLICE_OFFICER, PROVINCE, 2)),
                        Step.approve("decide", POLICE_CHIEF, PROVINCE))),
                new Walk(PROVINCE_OFFICER, journey -> {
                    var given = journey.ministrysAward("95");
                    return fields("forwardedDossier", given.dossierNumber().value(), given.ids());
                }, List.of(Step.of("complete-dossier", PROVINCE_OFFICER, Map.of()),
                        Step.approve("sign", POLICE_CHIEF, PROVINCE),
                        Step.of("record-ministry-result", PROVINCE_OFFICER, Map.of("outcome", "approve",
                                "decisionNumber", "99/CV-BCA", "decidedOn", "2024-07-01")))));
    }

    /** The certificate of an award that the chair of the commune gave. */
    static Walk of(long decisionId, String award) {
        return new Walk(COMMUNE_OFFICER, journey -> fields("decisionId", decisionId, List.of(award)), ofTheCommune());
    }

    private static List<Step> ofTheCommune() {
        return List.of(Step.of("complete-dossier", COMMUNE_OFFICER, Map.of()),
                Step.sendBack("sign", POLICE_CHIEF, COMMUNE),
                Step.of("supplement", COMMUNE_OFFICER, Map.of()),
                Step.approve("sign", POLICE_CHIEF, COMMUNE),
                Step.approve("decide", COMMITTEE_CHAIR, COMMUNE));
    }

    private static Map<String, Object> fields(String source, Object id, List<String> awards) {
        return Map.of(source, id, "nominees", awards, "cause", "lost", "appliedOn", "2024-07-01", "explanation",
                "Mất khi chuyển nhà");
    }
}
