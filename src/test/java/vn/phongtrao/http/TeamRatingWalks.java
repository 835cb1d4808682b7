package vn.phongtrao.http;

import static vn.phongtrao.http.Actor.SIBLING_COMMUNE;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** Ratings of a commune's teams, each of another year of the past; the chair does not agree, so that it can go again. */
class TeamRatingWalks implements Walks {

    private static final Actor OFFICER = Actor.of(POLICE_OFFICER, SIBLING_COMMUNE);
    private static final List<String> TASKS =
            List.of("situation", "movement", "fireRescue", "administration", "education", "patrol");

    @Override
    public String process() {
        return "team-rating";
    }

    @Override
    public String startForm() {
        return "proposal";
    }

    @Override
    public List<Walk> walks() {
        return List.of(new Walk(OFFICER, this::start, List.of(
                new Step("complete-dossier", OFFICER, TeamRatingWalks::proposed),
                Step.sendBack("sign", POLICE_CHIEF, SIBLING_COMMUNE),
                new Step("supplement", OFFICER, TeamRatingWalks::proposed),
                Step.approve("sign", POLICE_CHIEF, SIBLING_COMMUNE),
                Step.of("decide", Actor.of(COMMITTEE_CHAIR, SIBLING_COMMUNE),
                        Map.of("outcome", "reject", "comment", "Ý kiến mẫu")))));
    }

    /** The chief signs what his own officers propose; nobody appraises it before. */
    @Override
    public Set<String> notOnTheRoute() {
        return Set.of("appraise");
    }

    /** A year is rated in one dossier at a time: it takes the place of the one that is open for longest. */
    private Map<String, Object> start(HttpJourney journey) {
        journey.teamSince(SIBLING_COMMUNE, 2000);
        var open = journey.openDossiers(process(), SIBLING_COMMUNE);
        var years = open.stream().map(dossier -> year(dossier.title())).toList();
        int free = IntStream.rangeClosed(2001, 2023).filter(year -> !years.contains(year)).findFirst().orElseGet(() -> {
            journey.withdraw(open.get(0).number(), OFFICER.account());
            return years.get(0);
        });
        return Map.of("year", free);
    }

    private static int year(String title) {
        return Integer.parseInt(title.substring(title.length() - 4));
    }

    private static Map<String, Object> proposed(JsonNode dossier) {
        return Map.of("teams", rows(dossier.get("teams")), "members", rows(dossier.get("members")));
    }

    private static List<Map<String, Object>> rows(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(TeamRatingWalks::row).toList();
    }

    private static Map<String, Object> row(JsonNode shown) {
        Map<String, Object> row = new HashMap<>(Map.of("id", shown.get("id").asText(), "name", shown.get("name").asText(),
                "level", "good"));
        TASKS.forEach(task -> row.put(task, 90));
        return row;
    }
}
