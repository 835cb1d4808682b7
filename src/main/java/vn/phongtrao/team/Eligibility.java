package vn.phongtrao.team;

import java.util.List;

import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.RowOf;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.unit.UnitPath;

/** Who may join a team, by decision table {@code member-eligibility} (Luật 30/2023/QH15, Điều 13). */
@Component
class Eligibility {

    static final String ELIGIBLE = "eligible";
    static final String CHAIR_DECIDES = "chair-decides";
    static final String INELIGIBLE = "ineligible";

    private final Rules rules;
    private final Areas areas;

    Eligibility(Rules rules, Areas areas) {
        this.rules = rules;
        this.areas = areas;
    }

    /**
     * @param result  {@link #ELIGIBLE}, {@link #CHAIR_DECIDES} or {@link #INELIGIBLE}
     * @param reasons everything that stands in the way, or leads to the chair; empty for who is eligible
     */
    record Verdict(String result, List<Reason> reasons) {

        boolean ineligible() {
            return result.equals(INELIGIBLE);
        }
    }

    private record Facts(int age, int daysPastBirthday, String legalStatus, String education, boolean lowerEducation,
                         int residenceMonths, boolean transitional, boolean healthCertificate) {
    }

    @RowOf(value = "member-eligibility", asked = Facts.class, alsoFor = "team-change")
    private record Row(String result, String message, String legalBasis) {

        Reason reason() {
            return new Reason(message, legalBasis);
        }
    }

    /** Judges by the age on the day of the decision; birth date and name stay here, the table sees the age. */
    Verdict judge(Applicant applicant, UnitPath communePath, Days days) {
        var on = days.decidedOn();
        var rows = rules.rows("member-eligibility", days, new Facts(applicant.age(on), applicant.daysPastBirthday(on),
                applicant.legalStatus(), applicant.education(), areas.lowerEducation(communePath, on),
                applicant.residenceMonths(), applicant.transitional(), applicant.healthCertificate()), Row.class);
        var result = rows.isEmpty() ? ELIGIBLE
                : rows.stream().anyMatch(row -> INELIGIBLE.equals(row.result())) ? INELIGIBLE : CHAIR_DECIDES;
        return new Verdict(result, rows.stream().map(Row::reason).toList());
    }
}
