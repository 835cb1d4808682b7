package vn.phongtrao.commendation;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import vn.phongtrao.citizen.CitizenNumbers;
import vn.phongtrao.citizen.Gender;
import vn.phongtrao.citizen.Holder;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.RowOf;
import vn.phongtrao.procedure.Rules;

/**
 * Whether what is said of a person goes together: year of birth and gender with the citizen number, the age with a
 * commendation, by decision table {@code nominee-age}, and the paper the person is known by, by {@code nominee-document}.
 * It is shown and stops nothing, because numbers are wrong too.
 */
@Component
class Plausibility {

    private final CitizenNumbers citizens;
    private final Rules rules;

    Plausibility(CitizenNumbers citizens, Rules rules) {
        this.citizens = citizens;
        this.rules = rules;
    }

    private record Asked(int age) {
    }

    @RowOf(value = "nominee-age", asked = Asked.class, mayEnd = true)
    private record Row(String message, String legalBasis) {
    }

    private record AskedOfPaper(String document, String nationality, boolean posthumous) {
    }

    @RowOf(value = "nominee-document", asked = AskedOfPaper.class, mayEnd = true)
    private record PaperRow(String message, String legalBasis) {
    }

    /** @param subject as findings name the nominee */
    List<Finding> of(String subject, Nominee nominee, Days days) {
        if (nominee.birthYear() == null || nominee.citizenMask() == null) {
            return List.of();
        }
        var gender = nominee.gender() == null ? null : Gender.of(nominee.gender());
        List<Finding> findings = new ArrayList<>();
        citizens.holder(nominee.citizen()).stream()
                .flatMap(holder -> holder.contradictions(nominee.birthYear(), gender).stream()).forEach(contradiction ->
                        findings.add(new Finding(subject, false, contradiction, false, Holder.LEGAL_BASIS)));
        if (nominee.document() != null) {
            rules.rows("nominee-document", days, new AskedOfPaper(nominee.document(), nominee.nationality(), nominee.dead()),
                    PaperRow.class).forEach(row ->
                            findings.add(new Finding(subject, false, row.message(), false, row.legalBasis())));
        }
        rules.rows("nominee-age", days, new Asked(days.receivedOn().getYear() - nominee.birthYear()), Row.class)
                .forEach(row -> findings.add(new Finding(subject, false, row.message(), false, row.legalBasis())));
        return findings;
    }
}
