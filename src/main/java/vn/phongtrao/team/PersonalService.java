package vn.phongtrao.team;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.PersonSought;
import vn.phongtrao.dossier.PersonalRecord;
import vn.phongtrao.dossier.PersonalRecords;
import vn.phongtrao.dossier.PersonalRows;

/** For which team somebody stood, and in which one somebody has served. */
@Component
class PersonalService implements PersonalRecords {

    private static final String CANDIDATE = """
            select dossier_number, name, birth_date, gender, citizen_mask as number, education, residence_months, health_certificate, legal_clear,
                   legal_checked_on, array_to_string(reasons, '; ') as reasons, result as "candidate-result", role as "team-role"
            from team_candidate where citizen_digest = any(:persons) order by id""";
    private static final String NEWCOMER = """
            select dossier_number, name, birth_date, gender, citizen_mask as number, education, residence_months, health_certificate,
                   legal_checked_on, role as "team-role", selected_on, votes
            from team_newcomer where citizen_digest = any(:persons) order by dossier_number""";
    private static final String MEMBER = """
            select decision.dossier_number, team.name as team, member.name, birth_date, gender, citizen_mask as number, joined_on, left_on,
                   leave_reason as "left-because",
                   (select string_agg(lower(role) || ' ' || to_char(since, 'DD/MM/YYYY'), '; ' order by id) from team_role
                    where member_id = member.id) as roles
            from team_member member join team on team.id = team_id left join decision on decision.id = joined_by
            where citizen_digest = any(:persons) order by member.id""";

    private final JdbcClient jdbc;

    PersonalService(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> tables() {
        return Set.of("team_candidate", "team_newcomer", "team_member");
    }

    @Override
    public List<PersonalRecord> of(PersonSought person) {
        return Stream.of(PersonalRows.read(jdbc, "candidate", CANDIDATE, person), PersonalRows.read(jdbc, "newcomer", NEWCOMER, person),
                PersonalRows.read(jdbc, "member", MEMBER, person)).flatMap(List::stream).toList();
    }
}
