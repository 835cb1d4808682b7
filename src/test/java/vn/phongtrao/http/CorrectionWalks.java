package vn.phongtrao.http;

import static vn.phongtrao.http.Actor.COMMUNE;
import static vn.phongtrao.http.Actor.PROVINCE;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Corrections of what a commune's chair, the provincial director of police and the Ministry had written. */
class CorrectionWalks implements Walks {

    private static final Actor COMMUNE_OFFICER = Actor.of(POLICE_OFFICER, COMMUNE);
    private static final Actor PROVINCE_OFFICER = Actor.of(POLICE_OFFICER, PROVINCE);

    /** What is put right is not awarded twice, so each walk has a name of its own. */
    private static final AtomicInteger RIGHT_NAMES = new AtomicInteger();

    @Override
    public String process() {
        return "decision-correction";
    }

    @Override
    public String startForm() {
        return "proposal";
    }

    @Override
    public List<Walk> walks() {
        return List.of(new Walk(COMMUNE_OFFICER, journey -> {
            var given = journey.awards("95/954/31813/committee-chair", "95/954/31813", "commune-certificate", "Tập thể mọt");
            return fields("decisionId", given.decisionId(), given.ids().get(0));
        }, List.of(Step.of("complete-dossier", COMMUNE_OFFICER, Map.of()),
                Step.sendBack("sign", POLICE_CHIEF, COMMUNE),
                Step.of("supplement", COMMUNE_OFFICER, Map.of()),
                Step.approve("sign", POLICE_CHIEF, COMMUNE),
                Step.approve("decide", COMMITTEE_CHAIR, COMMUNE))),
                new Walk(PROVINCE_OFFICER, journey -> {
                    var given = journey.awards("95/police-chief", "95", "police-director-certificate", "Tập thể mọt");
                    return fields("decisionId", given.decisionId(), given.ids().get(0));
                }, List.of(Step.of("complete-dossier", PROVINCE_OFFICER, Map.of()),
                        Step.approve("appraise", Actor.of(POLICE_OFFICER, PROVINCE, 2)),
                        Step.approve("decide", POLICE_CHIEF, PROVINCE))),
                new Walk(PROVINCE_OFFICER, journey -> {
                    var given = journey.ministrysAward("95");
                    return fields("forwardedDossier", given.dossierNumber().value(), given.ids().get(0));
                }, List.of(Step.of("complete-dossier", PROVINCE_OFFICER, Map.of()),
                        Step.approve("sign", POLICE_CHIEF, PROVINCE),
                        Step.of("record-ministry-result", PROVINCE_OFFICER, Map.of("outcome", "approve",
                                "decisionNumber", "99/QĐ-BCA", "decidedOn", "2024-07-01")))));
    }

    private static Map<String, Object> fields(String source, Object id, String award) {
        return Map.of(source, id, "corrections", List.of(Map.of("id", award, "name", "Tập thể một " + RIGHT_NAMES.incrementAndGet())),
                "wordings", List.of(Map.of("place", "Điều 1", "was", "Giấy khem", "becomes", "Giấy khen")),
                "reason", "Lỗi đánh máy");
    }
}
