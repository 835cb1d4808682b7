package vn.phongtrao.replay;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import vn.phongtrao.local.DemoAccounts;
import vn.phongtrao.local.DemoProvince;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/**
 * A year of safe areas in Bạc Liêu: the 512 hamlets of its 64 communes and the communes themselves are proposed and
 * judged. 462 hamlets are safe; of the other 50, three each lie in the first eight communes, which so fall short of
 * their share, and one each in the next 26.
 */
public final class SafeAreaYear {

    private static final String PROCESS = "safe-area-recognition";
    private static final String PROVINCE_OFFICER = "police-officer.95";
    private static final int AT_ONCE = 4;
    private static final int FAILING_COMMUNES = 8;
    private static final int COMMUNES_WITH_ONE_FAILING_HAMLET = 26;
    private static final List<String> COMMON =
            List.of("plan-registered", "policies-implemented", "no-serious-incident", "crime-limited");

    private final Site site;
    private final int year;
    private final Walker walker;

    public SafeAreaYear(Site site, int year) {
        this.site = site;
        this.year = year;
        this.walker = new Walker(site);
    }

    /** Arguments: address of the application, address of Keycloak, realm, year. */
    public static void main(String[] arguments) {
        new SafeAreaYear(new Site(arguments[0], arguments[1], DemoProvince.BAC_LIEU_2024, arguments[2]),
                Integer.parseInt(arguments[3])).run(Integer.MAX_VALUE);
    }

    /** A dossier that is there already. */
    private record Known(String number, boolean closed) {
    }

    /** @param most how many communes to judge, in the order of their paths */
    public void run(int most) {
        var communes = site.all("admin", "/api/units?tier=commune").stream().map(unit -> unit.get("path").asText())
                .sorted().limit(most).toList();
        site.staff(Stream.concat(communes.stream(), communes.stream().map(SafeAreaYear::parent).distinct())
                .flatMap(unit -> Stream.of(Position.POLICE_OFFICER, Position.POLICE_CHIEF, Position.COMMITTEE_CLERK,
                        Position.COMMITTEE_CHAIR).map(position -> new Post(UnitPath.of(unit), position))).toList());
        keepModels(communes);
        var known = known();
        var progress = new Progress("Khóm, ấp, xã, phường, thị trấn đã xét", communes.size() * 9);
        Crowd.forEach(communes, AT_ONCE, commune -> {
            judgeHamlets(commune, communes.indexOf(commune), known, progress);
            var passes = communes.indexOf(commune) >= FAILING_COMMUNES;
            judge(known.get(commune), () -> propose(commune, Map.of("year", year, "subject", "commune", "criteria",
                    plus("police-effective"))), passes, "Chưa đủ tỷ lệ khóm, ấp đạt tiêu chuẩn");
            progress.step();
        });
    }

    private void judgeHamlets(String commune, int ordinal, Map<String, Known> known, Progress progress) {
        var hamlets = hamlets(commune);
        var failing = ordinal < FAILING_COMMUNES ? 3
                : ordinal < FAILING_COMMUNES + COMMUNES_WITH_ONE_FAILING_HAMLET ? 1 : 0;
        IntStream.range(0, hamlets.size()).forEach(index -> {
            var hamlet = hamlets.get(index);
            var passes = index < hamlets.size() - failing;
            judge(known.get(commune + "/" + hamlet.get("label").asText()), () -> propose(commune, Map.of("year", year,
                    "subject", "hamlet", "hamlet", hamlet.get("value").asText(), "criteria",
                    passes ? plus("local-force-effective") : COMMON)), passes, "Chưa đạt đủ tiêu chí");
            progress.step();
        });
    }

    private void judge(Known known, Supplier<String> propose, boolean passes, String reason) {
        if (known == null || !known.closed()) {
            walker.finish(known == null ? propose.get() : known.number(), task -> switch (task) {
                case "complete-dossier" -> Map.of();
                case "decide" -> passes ? Map.of("outcome", "approve") : Map.of("outcome", "reject", "comment", reason);
                default -> Map.of("outcome", "approve");
            });
        }
    }

    private String propose(String commune, Map<String, Object> fields) {
        return walker.start(PROCESS, DemoAccounts.name(new Post(UnitPath.of(commune), Position.POLICE_OFFICER)),
                fields);
    }

    private List<JsonNode> hamlets(String commune) {
        var options = site.get(DemoAccounts.name(new Post(UnitPath.of(commune), Position.POLICE_OFFICER)),
                "/engine-rest/process-definition/key/" + PROCESS + "/form-variables?variableNames=hamlets");
        try {
            return StreamSupport.stream(Site.JSON.readTree(options.at("/hamlets/value").asText()).spliterator(), false)
                    .sorted(Comparator.comparing(hamlet -> hamlet.get("value").asText())).toList();
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Every commune has a model from before the system. */
    private void keepModels(List<String> communes) {
        var kept = site.all(PROVINCE_OFFICER, "/api/models").stream().map(model -> model.get("unitPath").asText())
                .toList();
        var without = communes.stream().filter(commune -> !kept.contains(commune)).toList();
        if (!without.isEmpty()) {
            var file = new StringBuilder("entry,key,name,group,unit,hamlet,startedOn,level,teams,decisionNumber,"
                    + "decidedOn,authority\n");
            without.forEach(commune -> file.append(("model,%1$s,Camera an ninh mẫu,crime-prevention,%1$s,,"
                    + "2023-01-05,commune,1,01/QĐ-UBND,2023-06-05,Ủy ban nhân dân cấp xã\n").formatted(commune)));
            site.upload(PROVINCE_OFFICER, "/api/models/import", "mo-hinh.csv", file.toString());
        }
    }

    /** The dossiers of the year by commune, hamlets by commune and name. */
    private Map<String, Known> known() {
        Map<String, Known> known = new HashMap<>();
        for (var dossier : site.all("admin", "/api/dossiers?process=" + PROCESS)) {
            var title = dossier.get("title").asText();
            var area = title.substring(0, title.indexOf(':'));
            var unit = dossier.get("unitPath").asText();
            if (title.endsWith("năm " + year) && !dossier.get("status").asText().equals("withdrawn")) {
                known.put(area.contains(",") ? unit + "/" + area.substring(0, area.indexOf(',')) : unit,
                        new Known(dossier.get("number").asText(), !dossier.get("closedAt").isNull()));
            }
        }
        return known;
    }

    private static List<String> plus(String criterion) {
        return Stream.concat(COMMON.stream(), Stream.of(criterion)).toList();
    }

    private static String parent(String commune) {
        return commune.substring(0, commune.lastIndexOf('/'));
    }
}
