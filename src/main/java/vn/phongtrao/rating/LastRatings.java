package vn.phongtrao.rating;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.register.RatingSource;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.text.PlainText;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.UnitPath;

/**
 * How teams and their members were rated, where they are proposed for commendation: persons are known by their citizen
 * number in whatever team, teams by name within the unit (Hướng dẫn 01/HD-BCA-V05 of 2026).
 */
@Component
@Transactional(readOnly = true)
class LastRatings implements RatingSource {

    private static final int YEARS = 3;
    private static final Set<String> AGAINST = Set.of(Level.FAILED.id(), Level.UNRATED);

    private final JdbcClient jdbc;

    LastRatings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Found(byte[] citizen, String team, boolean favourable, String message) {
    }

    @Override
    public List<Told> of(UnitPath unit, Collection<Asked> asked) {
        var citizens = asked.stream().map(Asked::citizen).filter(Objects::nonNull).toArray(byte[][]::new);
        var teams = asked.stream().map(Asked::name).filter(Objects::nonNull).map(PlainText::comparable)
                .toArray(String[]::new);
        if (citizens.length == 0 && teams.length == 0) {
            return List.of();
        }
        var found = jdbc.sql("""
                        select * from (
                            select result.*, comparable(team_name) as team,
                                   row_number() over (partition by subject, citizen_digest,
                                       case when subject = 'team' then unit_path || comparable(team_name) end order by year desc) as place
                            from team_rating_result result
                            where citizen_digest = any(:citizens)
                               or subject = 'team' and comparable(team_name) = any(:teams) and %s) last
                        where place <= :years order by year desc, id""".formatted(RegisterQuery.underUnit("unit_path")))
                .param("citizens", citizens).param("teams", teams).param("unit", unit.value()).param("years", YEARS)
                .query(LastRatings::found).list();
        return asked.stream().flatMap(one -> found.stream().filter(rating -> isOf(rating, one)).map(rating ->
                new Told(one.key(), rating.favourable(), rating.message(), TeamRatings.GUIDANCE))).toList();
    }

    private static boolean isOf(Found rating, Asked asked) {
        return asked.citizen() == null
                ? rating.citizen() == null && rating.team().equals(PlainText.comparable(asked.name()))
                : Arrays.equals(rating.citizen(), asked.citizen());
    }

    private static Found found(ResultSet row, int index) throws SQLException {
        var level = row.getString("level");
        var subject = Subject.of(row.getString("subject"));
        return new Found(row.getBytes("citizen_digest"), row.getString("team"), !AGAINST.contains(level),
                "Xếp loại năm %d: %s%s (Quyết định số %s ngày %s)%s".formatted(row.getInt("year"), Level.labelOf(level),
                        subject == Subject.MEMBER ? ", " + row.getString("team_name") : "",
                        row.getString("decision_number"), Wording.day(row.getObject("decided_on", LocalDate.class)),
                        row.getString("caveat") == null ? "" : "; chỉ để tham khảo"));
    }
}
