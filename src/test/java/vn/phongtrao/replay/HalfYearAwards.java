package vn.phongtrao.replay;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import vn.phongtrao.document.Samples;
import vn.phongtrao.language.Labels;
import vn.phongtrao.unit.Position;

/** Commendations of the half-year by ministry, party committee and province, twenty in each dossier. */
final class HalfYearAwards {

    /** How many dossiers of each form. */
    private static final SortedMap<String, Integer> DOSSIERS =
            new TreeMap<>(Map.of("ministry-merit", 3, "party-merit", 4, "province-merit", 8));
    private static final int IN_EACH = 20;

    /** How many awards there are in the end. */
    static final int ALL = DOSSIERS.values().stream().mapToInt(many -> many).sum() * IN_EACH;

    private static final String PROCESS = "commendation";
    /** Without which a proposal for regular work does not leave its commune. */
    private static final List<String> PAPERS = List.of("achievement-report", "minutes");

    private final Site site;
    private final Walker walker;
    private final List<String> communes;

    HalfYearAwards(Site site, List<String> communes) {
        this.site = site;
        this.walker = new Walker(site);
        this.communes = communes;
    }

    void award() {
        var known = site.all("admin", "/api/dossiers?process=" + PROCESS);
        var plans = DOSSIERS.entrySet().stream().flatMap(form -> IntStream
                .range(0, Math.min(form.getValue(), communes.size())).mapToObj(i -> new Plan(form.getKey(), i))).toList();
        var progress = new Progress("Hồ sơ khen thưởng đã có kết quả", plans.size());
        plans.forEach(plan -> {
            var begun = known.stream().filter(dossier -> dossier.get("title").asText().contains(plan.achievement()))
                    .findFirst();
            if (begun.isEmpty() || begun.get().get("closedAt").isNull()) {
                finish(begun.isEmpty() ? propose(plan) : begun.get().get("number").asText());
            }
            progress.step();
        });
    }

    /** A dossier to propose; its achievement is like no other's. */
    private record Plan(String form, int ordinal) {

        String achievement() {
            return "Thành tích mẫu 6 tháng đầu năm 2024, đợt %d (%s)".formatted(ordinal + 1,
                    Labels.of("award-form." + form));
        }

        /** A number that no nominee of another dossier has. */
        int nominee(int i) {
            return (DOSSIERS.headMap(form).values().stream().mapToInt(many -> many).sum() + ordinal) * IN_EACH + i;
        }
    }

    private String propose(Plan plan) {
        var commune = communes.get(plan.ordinal() % communes.size());
        var account = HalfYear.account(Position.POLICE_OFFICER, commune);
        var number = walker.start(PROCESS, account, Map.of("awardForm", plan.form(),
                "achievementType", "regular", "achievement", plan.achievement(), "achievedFrom", "2024-01-01",
                "achievedTo", "2024-06-30", "nominees", IntStream.range(0, IN_EACH)
                        .mapToObj(i -> nominee(plan, i)).toList()));
        PAPERS.forEach(kind -> site.upload(account, "/api/dossiers/%s/documents?kind=%s".formatted(number, kind), "files",
                kind + ".pdf", Samples.pdf()));
        return number;
    }

    /** Every other one is a collective. */
    private static Map<String, Object> nominee(Plan plan, int i) {
        var number = plan.nominee(i) / 2;
        return i % 2 == 0 ? Map.of("kind", "collective", "name", "Tổ tự quản Mẫu " + Invented.inWords(number + 1), "summary",
                "Thành tích mẫu")
                : Map.of("kind", "individual", "name", Invented.name(number), "gender", Invented.gender(number),
                "birthYear", 1980, "citizenId", Invented.citizenId(number, 80, "%06d".formatted(plan.nominee(i))), "hamlet", "Khóm Mẫu",
                "occupation", "Nông dân", "summary", "Thành tích mẫu");
    }

    private void finish(String number) {
        walker.finish(number, task -> switch (task) {
            case "complete-dossier" -> Map.of();
            case "council-vote" -> Map.of("approvedNominees", nominees(number));
            case "record-ministry-result" -> Map.of("outcome", "approve", "decisionNumber", "123/QĐ", "decidedOn",
                    "2024-06-30", "approvedNominees", nominees(number));
            default -> Map.of("outcome", "approve");
        });
    }

    private List<String> nominees(String number) {
        return StreamSupport.stream(site.get("admin", "/api/dossiers/" + number).get("nominees").spliterator(), false)
                .map(nominee -> nominee.get("id").asText()).toList();
    }
}
