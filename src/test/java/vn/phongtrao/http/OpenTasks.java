package vn.phongtrao.http;

import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An open task of every kind, each in a dossier of its own, opened when first asked for. */
class OpenTasks {

    private static final String OFFICER = "police-officer.31813";
    private static final Map<String, String> ACCOUNTS = Map.of("complete-dossier", OFFICER, "supplement", OFFICER,
            "sign", "police-chief.31813", "appraise", "committee-clerk.31813", "council-vote", "council-member.31813",
            "decide", "committee-chair.31813", "record-ministry-result", "police-officer.95");

    private final HttpJourney journey;
    private final Map<String, Open> open = new HashMap<>();

    OpenTasks(HttpJourney journey) {
        this.journey = journey;
    }

    private record Open(String dossier, String id) {
    }

    String dossier(String task) {
        return of(task).dossier();
    }

    String id(String task) {
        return of(task).id();
    }

    /** The demo account whose turn it is. */
    String account(String task) {
        return ACCOUNTS.get(task);
    }

    /** What the task's form takes. */
    Map<String, Object> valid(String task) {
        return switch (task) {
            case "complete-dossier", "supplement" -> Map.of();
            case "council-vote" -> Map.of("approvedNominees", List.of());
            case "record-ministry-result" -> Map.of("outcome", "approve", "decisionNumber", "123/QĐ-BCA",
                    "decidedOn", "2024-06-28");
            default -> Map.of("outcome", "approve");
        };
    }

    /** Forgets the task, which has been completed. */
    void renew(String task) {
        open.remove(task);
    }

    /** Forgets the tasks, of which one has been completed. */
    void renew() {
        open.clear();
    }

    private Open of(String task) {
        return open.computeIfAbsent(task, this::open);
    }

    private Open open(String task) {
        var number = switch (task) {
            case "council-vote" -> propose("commune-certificate", "regular");
            case "record-ministry-result" -> propose("ministry-merit", "regular");
            default -> propose("commune-certificate", "ad-hoc");
        };
        if (!task.equals("complete-dossier")) {
            journey.complete(number, "complete-dossier", OFFICER, Map.of());
        }
        switch (task) {
            case "supplement" -> journey.refuse(number, "sign", "police-chief.31813", "return");
            case "appraise" -> journey.approve(number, "sign", "police-chief.31813");
            case "council-vote", "decide" -> {
                journey.approve(number, "sign", "police-chief.31813");
                journey.approve(number, "appraise", "committee-clerk.31813");
            }
            case "record-ministry-result" -> {
                journey.approve(number, "sign", "police-chief.31813");
                journey.approve(number, "sign", "committee-chair.31813");
                journey.approve(number, "appraise", "police-officer.954");
                journey.approve(number, "sign", "police-chief.954");
                journey.approve(number, "sign", "committee-chair.954");
                journey.approve(number, "appraise", "police-officer.95");
                journey.approve(number, "sign", "police-chief.95");
            }
            default -> {
                // already there
            }
        }
        return new Open(number, journey.task(number, task, account(task)).id());
    }

    private String propose(String form, String type) {
        return journey.propose(OFFICER, proposal(form, type, List.of(individual("Nguyễn Văn Mẫu"))));
    }
}
