package vn.phongtrao.model;

import java.util.List;

import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.Finding;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.refusal.Refusal;

/** What a model has to have behind it before it is proposed, by decision table {@code model-milestone}. */
@Component
class Milestones {

    private final Rules rules;

    Milestones(Rules rules) {
        this.rules = rules;
    }

    record Case(String level) {
    }

    List<Finding> findings(ModelProposal proposal, Days days) {
        return rules.rows("model-milestone", days, new Case(proposal.level()), MilestoneRule.class).stream()
                .map(rule -> rule.judge(proposal.milestones(), proposal.startedOn())).toList();
    }

    /** @throws Refusal rule broken, when a milestone that the rules enforce is missing */
    void require(ModelProposal proposal, Days days) {
        findings(proposal, days).stream().filter(finding -> finding.enforced() && !finding.fits()).findFirst()
                .ifPresent(finding -> {
                    throw Refusal.broken("milestones", finding.message(), finding.legalBasis());
                });
    }
}
