package vn.phongtrao.team;

import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.NamedPersons;

/** Candidates, and who comes to a team, leaves it or gets another role in it. */
@Component
class PersonsInTeams implements NamedPersons {

    @Override
    public String dossiers() {
        return """
                select dossier_number from team_candidate where citizen_digest = any(:persons)
                union all select dossier_number from team_newcomer where citizen_digest = any(:persons)
                union all select dossier_number from team_change
                          where member_id in (select id from team_member where citizen_digest = any(:persons))
                union all select dossier_number from team_role_change
                          where member_id in (select id from team_member where citizen_digest = any(:persons))""";
    }
}
