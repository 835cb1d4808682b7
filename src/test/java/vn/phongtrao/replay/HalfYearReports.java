package vn.phongtrao.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** The reports of the half-year: the province opens the period, each commune reports, its chief signs, the district accepts. */
final class HalfYearReports {

    private static final String PROVINCE_OFFICER = "police-officer.95";
    private static final String FIRST_DAY = "2024-01-01";
    private static final int AT_ONCE = 2;

    private final Site site;
    private final Walker walker;
    private final List<String> communes;

    HalfYearReports(Site site, List<String> communes) {
        this.site = site;
        this.walker = new Walker(site);
        this.communes = communes;
    }

    void report() {
        if (site.all(PROVINCE_OFFICER, "/api/report-periods").stream().noneMatch(HalfYearReports::isHalfYear)) {
            site.post(PROVINCE_OFFICER, "/api/report-periods", Map.of("name", "6 tháng đầu năm 2024", "from", FIRST_DAY,
                    "to", "2024-06-30", "dueOn", "2024-07-15"));
        }
        var open = site.all("admin", "/api/dossiers?process=movement-report&status=in-progress").stream()
                .filter(dossier -> communes.contains(dossier.get("unitPath").asText())).toList();
        var progress = new Progress("Báo cáo đã được chấp nhận", open.size());
        Crowd.forEach(open, AT_ONCE, dossier -> {
            walker.finish(dossier.get("number").asText(), task -> task.equals("fill-report")
                    ? figures(communes.indexOf(dossier.get("unitPath").asText())) : Map.of("outcome", "approve"));
            progress.step();
        });
    }

    private static boolean isHalfYear(JsonNode period) {
        return period.get("from").asText().equals(FIRST_DAY);
    }

    private Map<String, Object> figures(int place) {
        Map<String, Object> figures = new LinkedHashMap<>();
        Map.of("launchEvents", 619, "attendances", 83_424, "leaflets", 68_000, "personsPersuaded", 48_327,
                "personsEducated", 766, "massOrganisations", 4_345, "massOrganisationMembers", 84_000, "complexAreas", 40,
                "festivalEvents", 512, "crimeReports", 2_000).forEach((figure, whole) -> figures.put(figure,
                HalfYear.share(whole, place, communes.size())));
        figures.put("regularPolice", 8 + place % 5);
        return figures;
    }
}
