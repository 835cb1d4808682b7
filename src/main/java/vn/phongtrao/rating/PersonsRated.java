package vn.phongtrao.rating;

import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.NamedPersons;

/** The members whom dossiers rate. */
@Component
class PersonsRated implements NamedPersons {

    @Override
    public String dossiers() {
        return "select dossier_number from team_rating_row where citizen_digest = any(:persons)";
    }
}
