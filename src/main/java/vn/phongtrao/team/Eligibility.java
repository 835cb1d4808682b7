package vn.phongtrao.team;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.Rules;

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

    /** Judges by the rules in force on that day; birth date and name stay here, the table sees the age. */
    Verdict judge(Applicant applicant, String communePath, LocalDate on) {
        var rows = rules.rows("member-eligibility", on, Map.of("age", applicant.age(on),
                "daysPastBirthday", applicant.daysPastBirthday(on), "legalStatus", applicant.legalStatus(),
                "education", applicant.education(), "lowerEducation", areas.lowerEducation(communePath, on),
                "residenceMonths", applicant.residenceMonths(), "transitional", applicant.transitional(),
                "healthCertificate", applicant.healthCertificate()));
        var result = rows.isEmpty() ? ELIGIBLE
                : rows.stream().anyMatch(row -> INELIGIBLE.equals(row.get("result"))) ? INELIGIBLE : CHAIR_DECIDES;
        return new Verdict(result, rows.stream()
                .map(row -> new Reason((String) row.get("message"), (String) row.get("legalBasis"))).toList());
    }
}
