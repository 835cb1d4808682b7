package vn.phongtrao.rating;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.PersonSought;
import vn.phongtrao.dossier.PersonalRecord;
import vn.phongtrao.dossier.PersonalRecords;
import vn.phongtrao.dossier.PersonalRows;

/** How somebody was rated, or is proposed to be. */
@Component
class PersonalRatings implements PersonalRecords {

    private static final String PROPOSED = """
            select dossier_number, team_name as team, name, birth_year, role as "team-role", served_from, served_days, complaint, transferred,
                   level as "rating-level"
            from team_rating_row where citizen_digest = any(:persons) order by id""";
    private static final String RATED = """
            select dossier_number, year, team_name as team, name, birth_year, role as "team-role", level as "rating-level", figure, reason,
                   decision_number, decided_on
            from team_rating_result where citizen_digest = any(:persons) order by id""";

    private final JdbcClient jdbc;

    PersonalRatings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> tables() {
        return Set.of("team_rating_row", "team_rating_result");
    }

    @Override
    public List<PersonalRecord> of(PersonSought person) {
        return Stream.of(PersonalRows.read(jdbc, "rating-proposed", PROPOSED, person), PersonalRows.read(jdbc, "rating", RATED, person))
                .flatMap(List::stream).toList();
    }
}
