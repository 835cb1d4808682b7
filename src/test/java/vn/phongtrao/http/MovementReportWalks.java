package vn.phongtrao.http;

import static vn.phongtrao.http.Actor.SIBLING_COMMUNE;
import static vn.phongtrao.http.Actor.SIBLING_DISTRICT;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;

import java.util.List;
import java.util.Map;

/** A report of the movement: the one that people start, a correction, for a period that is closed. */
class MovementReportWalks implements Walks {

    static final Map<String, Object> FIGURES = Map.ofEntries(Map.entry("launchEvents", 12),
            Map.entry("attendances", 840), Map.entry("leaflets", 1500), Map.entry("personsPersuaded", 30),
            Map.entry("personsEducated", 4), Map.entry("regularPolice", 9), Map.entry("massOrganisations", 12),
            Map.entry("massOrganisationMembers", 340), Map.entry("complexAreas", 2), Map.entry("festivalEvents", 1),
            Map.entry("crimeReports", 6));

    private static final Actor OFFICER = Actor.of(POLICE_OFFICER, SIBLING_COMMUNE);

    @Override
    public String process() {
        return "movement-report";
    }

    @Override
    public String startForm() {
        return "correction";
    }

    @Override
    public List<Walk> walks() {
        return List.of(new Walk(OFFICER, this::start, List.of(
                Step.of("fill-report", OFFICER, FIGURES),
                Step.sendBack("sign", POLICE_CHIEF, SIBLING_COMMUNE),
                Step.of("fill-report", OFFICER, FIGURES),
                Step.approve("sign", POLICE_CHIEF, SIBLING_COMMUNE),
                Step.approve("accept-report", POLICE_OFFICER, SIBLING_DISTRICT))));
    }

    /** A commune has one correction of a period at a time: it takes the place of the one that is open. */
    private Map<String, Object> start(HttpJourney journey) {
        var report = journey.reportToCorrect(SIBLING_COMMUNE);
        journey.openDossiers(process(), SIBLING_COMMUNE).stream()
                .filter(dossier -> dossier.title().startsWith("Đính chính"))
                .forEach(dossier -> journey.withdraw(dossier.number(), OFFICER.account()));
        return Map.of("report", report, "reason", "Cộng sót một buổi phát động");
    }
}
