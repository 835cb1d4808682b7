package vn.phongtrao.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.Finding;
import vn.phongtrao.language.Labels;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.refusal.Refusal;

/** What a model has to have behind it before it is proposed, by decision table {@code model-milestone}. */
@Component
class Milestones {

    private final Rules rules;

    Milestones(Rules rules) {
        this.rules = rules;
    }

    /** @param doneOn null while it is not */
    record Milestone(String id, String number, LocalDate doneOn) {

        String name() {
            return nameOf(id);
        }
    }

    static List<Milestone> of(ModelProposal proposal) {
        return List.of(new Milestone("survey-plan", proposal.planNumber(), proposal.planApprovedOn()),
                new Milestone("establishment", proposal.establishmentNumber(), proposal.establishedOn()),
                new Milestone("first-review", proposal.reviewNumber(), proposal.reviewedOn()));
    }

    /** @param on the day whose rules apply */
    List<Finding> findings(ModelProposal proposal, LocalDate on) {
        return rules.rows("model-milestone", on, Map.of("level", proposal.level())).stream()
                .map(row -> finding(proposal, row)).toList();
    }

    /** @throws Refusal rule broken, when a milestone that the rules enforce is missing */
    void require(ModelProposal proposal, LocalDate on) {
        findings(proposal, on).stream().filter(finding -> finding.enforced() && !finding.fits()).findFirst()
                .ifPresent(finding -> {
                    throw Refusal.broken("milestones", finding.message(), finding.legalBasis());
                });
    }

    private static Finding finding(ModelProposal proposal, Map<String, Object> row) {
        var milestone = (String) row.get("milestone");
        var doneOn = switch (milestone) {
            case "survey-plan" -> proposal.planApprovedOn();
            case "establishment" -> proposal.establishedOn();
            case "first-review" -> proposal.reviewedOn();
            default -> throw new IllegalArgumentException("No such milestone: " + milestone);
        };
        var from = (Number) row.get("fromMonths");
        var to = (Number) row.get("toMonths");
        var name = nameOf(milestone);
        var fits = doneOn != null && (from == null || proposal.startedOn() == null
                || within(proposal.startedOn(), doneOn, from.intValue(), to.intValue()));
        var message = doneOn == null ? "Chưa có: " + name
                : from == null ? "%s ngày %2$td/%2$tm/%2$tY".formatted(name, doneOn)
                : "%s ngày %2$td/%2$tm/%2$tY, cần trong khoảng %3$d đến %4$d tháng kể từ ngày hoạt động"
                        .formatted(name, doneOn, from.intValue(), to.intValue());
        return new Finding(null, fits, message, (Boolean) row.get("enforced"), (String) row.get("legalBasis"));
    }

    private static String nameOf(String milestone) {
        return Labels.of("milestone." + milestone);
    }

    private static boolean within(LocalDate start, LocalDate day, int fromMonths, int toMonths) {
        return !day.isBefore(start.plusMonths(fromMonths)) && !day.isAfter(start.plusMonths(toMonths));
    }
}
