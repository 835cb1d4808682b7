package vn.phongtrao.commendation;

import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.NamedPersons;

/** Who is proposed for an award. */
@Component
class PersonsProposed implements NamedPersons {

    @Override
    public String dossiers() {
        return "select dossier_number from nominee where citizen_digest = any(:persons)";
    }
}
