package vn.phongtrao.rating;

import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.refusal.Refusal;

/** What the rules say of ratings. */
@Component
class Standards {

    private final Rules rules;

    Standards(Rules rules) {
        this.rules = rules;
    }

    record Year(int year) {
    }

    record Who(String subject) {
    }

    /** @throws vn.phongtrao.refusal.Refusal rule broken, where the rules know nothing of that year */
    RatedYear year(int year, Days days) {
        return rules.row("team-rating-year", days, new Year(year), RatedYear.class);
    }

    /** @throws vn.phongtrao.refusal.Refusal rule broken, when no rule is in force for those days */
    Scale scale(Subject subject, Days days) {
        var who = new Who(subject.id());
        var steps = rules.rows("team-rating-level", days, who, Scale.Step.class);
        if (steps.isEmpty()) {
            throw Refusal.broken("year", "Chưa có quy định về mức xếp loại %s vào ngày này".formatted(subject.noun()));
        }
        return new Scale(subject, rules.row("team-rating-service", days, who, Scale.Service.class),
                rules.row("team-rating-measure", days, who, Scale.Measure.class), steps,
                rules.rows("team-rating-condition", days, who, Scale.Condition.class),
                rules.row("team-rating-limit", days, who, Scale.Limit.class));
    }
}
