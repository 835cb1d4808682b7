package vn.phongtrao.team;

import java.util.List;

import org.springframework.stereotype.Component;

import vn.phongtrao.citizen.CitizenNumbers;
import vn.phongtrao.citizen.Gender;
import vn.phongtrao.citizen.Holder;
import vn.phongtrao.dossier.Finding;

/**
 * Whether what is said of a person goes with the citizen number. It is shown and stops nothing, because numbers are
 * wrong too.
 */
@Component
class Contradictions {

    private final CitizenNumbers citizens;

    Contradictions(CitizenNumbers citizens) {
        this.citizens = citizens;
    }

    List<Finding> of(Person person) {
        return citizens.holder(person.citizen()).stream().flatMap(holder -> holder.contradictions(
                person.birthDate() == null ? null : person.birthDate().getYear(),
                person.gender() == null ? null : Gender.of(person.gender())).stream())
                .map(contradiction -> new Finding(person.name(), false, contradiction, false, Holder.LEGAL_BASIS))
                .toList();
    }
}
