package vn.phongtrao.http;

import static vn.phongtrao.http.Actor.COMMUNE;
import static vn.phongtrao.http.Actor.DISTRICT;
import static vn.phongtrao.http.Actor.PROVINCE;
import static vn.phongtrao.http.Actor.SIBLING_COMMUNE;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.COMMITTEE_CLERK;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Models: recognised by the commune, the province and the Ministry, taken over by another commune, and retired. */
final class ModelWalks {

    private static final Actor COMMUNE_OFFICER = Actor.of(POLICE_OFFICER, COMMUNE);
    private static final Actor PROVINCE_OFFICER = Actor.of(POLICE_OFFICER, PROVINCE);
    private static final AtomicInteger NAMES = new AtomicInteger();

    private ModelWalks() {
    }

    /** The fields of the start form of {@code model-recognition}, with a name that no other model has. */
    static Map<String, Object> model(String level, String hamlet) {
        Map<String, Object> model = new LinkedHashMap<>(Map.of("name", "Mô hình mẫu " + NAMES.incrementAndGet(),
                "group", "crime-prevention", "description", "Nội dung mẫu", "startedOn", "2023-06-01", "level", level,
                "results", "Kết quả mẫu"));
        if (hamlet != null) {
            model.put("hamlet", hamlet);
        }
        return model;
    }

    /** @return the id of a new model that the commune has recognised */
    static String recognised(HttpJourney journey) {
        return modelOf(journey, journey.walk(Recognition.PROCESS, Recognition.byCommune()));
    }

    static String modelOf(HttpJourney journey, String number) {
        return journey.show(number).get("modelId").asText();
    }

    private static Walks.Step result(String number) {
        return Walks.Step.of("record-ministry-result", PROVINCE_OFFICER,
                Map.of("outcome", "approve", "decisionNumber", number, "decidedOn", "2024-06-28"));
    }

    private static List<Walks.Step> inCommune(String unit) {
        return List.of(Walks.Step.of("complete-dossier", Actor.of(POLICE_OFFICER, unit), Map.of()),
                Walks.Step.sendBack("sign", POLICE_CHIEF, unit),
                Walks.Step.of("supplement", Actor.of(POLICE_OFFICER, unit), Map.of()),
                Walks.Step.approve("sign", POLICE_CHIEF, unit), Walks.Step.approve("appraise", COMMITTEE_CLERK, unit),
                Walks.Step.approve("decide", COMMITTEE_CHAIR, unit));
    }

    private static List<Walks.Step> inProvince(String decisionNumber) {
        return List.of(Walks.Step.of("complete-dossier", PROVINCE_OFFICER, Map.of()),
                Walks.Step.approve("appraise", Actor.of(POLICE_OFFICER, PROVINCE, 2)),
                Walks.Step.approve("sign", POLICE_CHIEF, PROVINCE), result(decisionNumber));
    }

    static class Recognition implements Walks {

        static final String PROCESS = "model-recognition";

        @Override
        public String process() {
            return PROCESS;
        }

        @Override
        public String startForm() {
            return "proposal";
        }

        @Override
        public List<Walk> walks() {
            return List.of(byCommune(), byMinistry(), new Walk(COMMUNE_OFFICER,
                    journey -> model("province", "31813-01"), List.of(
                    Step.of("complete-dossier", COMMUNE_OFFICER, Map.of()),
                    Step.approve("sign", POLICE_CHIEF, COMMUNE), Step.approve("sign", COMMITTEE_CHAIR, COMMUNE),
                    Step.approve("appraise", POLICE_OFFICER, DISTRICT), Step.approve("sign", POLICE_CHIEF, DISTRICT),
                    Step.approve("sign", COMMITTEE_CHAIR, DISTRICT),
                    Step.of("appraise", PROVINCE_OFFICER, Map.of("outcome", "approve", "grade", "good")),
                    Step.approve("sign", POLICE_CHIEF, PROVINCE), Step.approve("decide", COMMITTEE_CHAIR, PROVINCE))));
        }

        static Walk byCommune() {
            return new Walk(COMMUNE_OFFICER, journey -> model("commune", "31813-01"), inCommune(COMMUNE));
        }

        static Walk byMinistry() {
            return new Walk(PROVINCE_OFFICER, journey -> model("ministry", null), inProvince("12/QĐ-BCA-V05"));
        }
    }

    static class Replication implements Walks {

        @Override
        public String process() {
            return "model-replication";
        }

        @Override
        public String startForm() {
            return "proposal";
        }

        @Override
        public List<Walk> walks() {
            return List.of(new Walk(Actor.of(POLICE_OFFICER, SIBLING_COMMUNE), journey -> Map.of("modelId",
                    recognised(journey), "siteName", "Điểm mẫu " + NAMES.incrementAndGet(), "hamlet", "31843-01",
                    "teams", 2), inCommune(SIBLING_COMMUNE)));
        }
    }

    static class Retirement implements Walks {

        @Override
        public String process() {
            return "model-retirement";
        }

        @Override
        public String startForm() {
            return "proposal";
        }

        @Override
        public List<Walk> walks() {
            return List.of(new Walk(COMMUNE_OFFICER, journey -> Map.of("modelId", recognised(journey),
                            "reason", "Lý do mẫu"), inCommune(COMMUNE)),
                    new Walk(PROVINCE_OFFICER, journey -> Map.of("modelId",
                            modelOf(journey, journey.walk(Recognition.PROCESS, Recognition.byMinistry())),
                            "reason", "Lý do mẫu"), inProvince("13/QĐ-BCA-V05")));
        }
    }
}
