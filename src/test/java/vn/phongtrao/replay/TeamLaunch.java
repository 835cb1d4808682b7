package vn.phongtrao.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import vn.phongtrao.local.DemoAccounts;
import vn.phongtrao.local.DemoProvince;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/**
 * The launch of the security teams: in each hamlet that has a quota, one team of as many members as the quota allows is
 * planned, selected, recognised and launched. In Bạc Liêu these are 512 teams with 1,628 members in 64 communes.
 */
public final class TeamLaunch {

    private static final String PROCESS = "team-establishment";
    private static final int AT_ONCE = 4;
    private static final int PRESENT = 9;
    /** An even number that no team has more seats than, so that numbers tell the people of a commune apart. */
    private static final int SEATS = 10;

    private final Site site;
    private final Walker walker;

    public TeamLaunch(Site site) {
        this.site = site;
        this.walker = new Walker(site);
    }

    /** Arguments: address of the application, address of Keycloak, realm. */
    public static void main(String[] arguments) {
        new TeamLaunch(new Site(arguments[0], arguments[1], DemoProvince.BAC_LIEU_2024, arguments[2]))
                .run(Integer.MAX_VALUE);
    }

    /** A hamlet, by its code, with its quota. */
    private record Place(String commune, String hamlet, int seats) {
    }

    /** @param communes how many communes to serve, in the order of their paths */
    public void run(int communes) {
        var places = places(communes);
        site.staff(places.stream().map(Place::commune).distinct().flatMap(commune -> Stream.of(
                new Post(UnitPath.of(commune), Position.POLICE_OFFICER),
                new Post(UnitPath.of(commune), Position.COMMITTEE_CHAIR))).toList());
        var begun = begun();
        var launched = launched(begun);
        var left = places.stream().filter(place -> !launched.contains(place.hamlet())).toList();
        var progress = new Progress("Tổ đã ra mắt", left.size());
        var start = Instant.now();
        Crowd.forEach(left, AT_ONCE, place -> {
            launch(place, begun.get(place.hamlet()));
            progress.step();
        });
        var seconds = Math.max(Duration.between(start, Instant.now()).toMillis(), 1) / 1000.0;
        System.out.printf("%d hồ sơ, %d việc trong %.0f s: %.2f hồ sơ/s, %.1f việc/s%n", left.size(), walker.tasks(),
                seconds, left.size() / seconds, walker.tasks() / seconds);
    }

    private void launch(Place place, String begun) {
        var officer = DemoAccounts.name(new Post(UnitPath.of(place.commune()), Position.POLICE_OFFICER));
        var number = begun != null ? begun : walker.start(PROCESS, officer, Map.of("hamlet", place.hamlet(),
                "seats", place.seats(), "reason", "Ra mắt lực lượng (mẫu)", "meetingDate", "2030-01-15"));
        walker.finish(number, task -> switch (task) {
            case "approve-plan", "approve-candidates", "decide" -> Map.of("outcome", "approve");
            case "register-candidates" -> Map.of("candidates", people(place));
            case "record-selection" -> Map.of("present", PRESENT, "results",
                    candidates(officer, number, "admitted").stream()
                    .map(id -> Map.of("id", id, "votes", PRESENT)).toList());
            case "propose-recognition" -> Map.of("roles", roles(candidates(officer, number, "elected")));
            default -> Map.of();
        });
    }

    /** Citizen numbers are made of the hamlet's code, so that no two of these invented people have the same. */
    private static List<Map<String, Object>> people(Place place) {
        return IntStream.range(0, place.seats()).mapToObj(seat -> Map.<String, Object>of(
                "name", Invented.name(seat + SEATS * Integer.parseInt(place.hamlet().split("-")[1])), "birthDate",
                "1985-05-20", "citizenId", Invented.citizenId(seat, 85, place.hamlet().substring(2).replace("-", "") + seat), "gender",
                Invented.gender(seat), "education", "lower-secondary", "residenceMonths", 24, "legalStatus",
                "none", "healthCertificate", true)).toList();
    }

    private static List<Map<String, Object>> roles(List<String> elected) {
        var named = List.of("leader", "deputy");
        return IntStream.range(0, elected.size()).mapToObj(place -> Map.<String, Object>of("id", elected.get(place),
                "role", place < named.size() ? named.get(place) : "member")).toList();
    }

    private List<String> candidates(String officer, String number, String result) {
        return StreamSupport.stream(site.get(officer, "/api/dossiers/" + number).get("candidates").spliterator(), false)
                .filter(candidate -> candidate.get("result").asText().equals(result))
                .map(candidate -> candidate.get("id").asText()).toList();
    }

    private List<Place> places(int communes) {
        var served = site.all("admin", "/api/units?tier=commune").stream().map(unit -> unit.get("path").asText())
                .sorted().limit(communes).toList();
        return site.all("admin", "/api/team-quotas").stream()
                .filter(quota -> !quota.get("hamlet").isNull() && served.contains(quota.get("unitPath").asText()))
                .map(quota -> new Place(quota.get("unitPath").asText(), quota.get("hamlet").asText(),
                        quota.get("seats").asInt())).toList();
    }

    /** Codes of the hamlets whose team needs no further step. */
    private Set<String> launched(Map<String, String> begun) {
        Set<String> hamlets = new HashSet<>();
        site.all("admin", "/api/teams").stream().map(team -> team.get("hamlet").asText())
                .filter(hamlet -> !begun.containsKey(hamlet)).forEach(hamlets::add);
        return hamlets;
    }

    /** Numbers of the open dossiers by the code of their hamlet. */
    private Map<String, String> begun() {
        Map<String, String> begun = new HashMap<>();
        site.all("admin", "/api/dossiers?process=" + PROCESS).stream()
                .filter(dossier -> dossier.get("closedAt").isNull())
                .map(dossier -> dossier.get("number").asText()).forEach(number -> begun.put(
                        site.get("admin", "/api/dossiers/" + number).get("hamlet").asText(), number));
        return begun;
    }
}
