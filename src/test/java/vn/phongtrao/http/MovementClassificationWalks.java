package vn.phongtrao.http;

import static vn.phongtrao.http.Actor.SIBLING_COMMUNE;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.COMMITTEE_CLERK;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** The movement in a hamlet, scored and classified by its commune's chair. */
class MovementClassificationWalks implements Walks {

    private static final Actor OFFICER = Actor.of(POLICE_OFFICER, SIBLING_COMMUNE);
    /** A place is classified once a year. */
    private static final AtomicInteger PLACES = new AtomicInteger();

    @Override
    public String process() {
        return "movement-classification";
    }

    @Override
    public String startForm() {
        return "proposal";
    }

    @Override
    public List<Walk> walks() {
        return List.of(new Walk(OFFICER, journey -> Map.ofEntries(Map.entry("year", 2023),
                Map.entry("subject", "hamlet"), Map.entry("classified", "Khóm %d, Phường 2".formatted(PLACES.incrementAndGet())),
                Map.entry("leadershipPoints", 20), Map.entry("educationPoints", 18), Map.entry("modelPoints", 18),
                Map.entry("forcePoints", 19), Map.entry("securityPoints", 20), Map.entry("total", 95),
                Map.entry("level", "excellent")), List.of(
                Step.of("complete-dossier", OFFICER, Map.of()),
                Step.sendBack("sign", POLICE_CHIEF, SIBLING_COMMUNE),
                Step.of("supplement", OFFICER, Map.of()),
                Step.approve("sign", POLICE_CHIEF, SIBLING_COMMUNE),
                Step.approve("appraise", COMMITTEE_CLERK, SIBLING_COMMUNE),
                Step.approve("decide", COMMITTEE_CHAIR, SIBLING_COMMUNE))));
    }

    /** Nothing goes to a higher authority. */
    @Override
    public Set<String> notOnTheRoute() {
        return Set.of("record-ministry-result");
    }
}
