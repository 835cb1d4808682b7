package vn.phongtrao.http;

import static vn.phongtrao.http.Actor.SIBLING_COMMUNE;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A commune's plan for the National Day of the movement, approved, and its result. */
class FestivalPlanWalks implements Walks {

    private static final Actor OFFICER = Actor.of(POLICE_OFFICER, SIBLING_COMMUNE);

    @Override
    public String process() {
        return "festival-plan";
    }

    @Override
    public String startForm() {
        return "proposal";
    }

    @Override
    public List<Walk> walks() {
        return List.of(new Walk(OFFICER, journey -> Map.of("year", 2024, "plannedOn", "2024-08-19",
                "place", "Nhà văn hóa Khóm 1", "joining", List.of("31843-01"), "contents", "Phần lễ; phần hội",
                "attendance", 300, "budget", 20_000_000, "organiser", "Phó Chủ tịch Ủy ban nhân dân"), List.of(
                Step.of("complete-dossier", OFFICER, Map.of()),
                Step.sendBack("sign", POLICE_CHIEF, SIBLING_COMMUNE),
                Step.of("supplement", OFFICER, Map.of()),
                Step.approve("sign", POLICE_CHIEF, SIBLING_COMMUNE),
                Step.approve("decide", COMMITTEE_CHAIR, SIBLING_COMMUNE),
                Step.of("record-result", OFFICER, Map.of("heldOn", "2024-08-19", "attended", 310, "leaflets", 900,
                        "commendations", 4)))));
    }

    /** The chair of the commune decides, and the police chief alone signs before. */
    @Override
    public Set<String> notOnTheRoute() {
        return Set.of("appraise", "record-ministry-result");
    }
}
