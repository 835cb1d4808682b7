package vn.phongtrao.http;

import static vn.phongtrao.http.Actor.SIBLING_COMMUNE;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.COMMITTEE_CLERK;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Safe areas: a hamlet on its way to its commune's chair, who does not recognise it, so that it can go again. */
class SafeAreaWalks implements Walks {

    private static final Actor OFFICER = Actor.of(POLICE_OFFICER, SIBLING_COMMUNE);
    private static final List<String> HAMLETS = IntStream.rangeClosed(1, 8).mapToObj("Khóm %d"::formatted).toList();

    @Override
    public String process() {
        return "safe-area-recognition";
    }

    @Override
    public String startForm() {
        return "proposal";
    }

    @Override
    public List<Walk> walks() {
        return List.of(new Walk(OFFICER, this::start, List.of(
                Step.of("complete-dossier", OFFICER, Map.of()),
                Step.sendBack("sign", POLICE_CHIEF, SIBLING_COMMUNE),
                Step.of("supplement", OFFICER, Map.of()),
                Step.approve("sign", POLICE_CHIEF, SIBLING_COMMUNE),
                Step.approve("appraise", COMMITTEE_CLERK, SIBLING_COMMUNE),
                Step.of("decide", Actor.of(COMMITTEE_CHAIR, SIBLING_COMMUNE),
                        Map.of("outcome", "reject", "comment", "Ý kiến mẫu")))));
    }

    /** A hamlet is judged in one dossier at a time: it takes the place of the one that is open for longest. */
    private Map<String, Object> start(HttpJourney journey) {
        var open = journey.openDossiers(process(), SIBLING_COMMUNE);
        var judged = open.stream().map(dossier -> dossier.title().replaceFirst(",.*", "")).toList();
        var hamlet = HAMLETS.stream().filter(one -> !judged.contains(one)).findFirst().orElseGet(() -> {
            journey.withdraw(open.get(0).number(), OFFICER.account());
            return judged.get(0);
        });
        return Map.of("year", 2024, "subject", "hamlet", "hamlet", hamlet, "criteria", List.of("plan-registered",
                "policies-implemented", "no-serious-incident", "crime-limited", "local-force-effective"));
    }
}
