package vn.phongtrao.rating;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.language.Labels;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.register.Sortable;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.UnitPath;

/** The register of ratings: what each team and member was found to be in a year. */
@Service
@Transactional(readOnly = true)
public class TeamRatingRegister {

    private static final Sortable SORTABLE = Sortable.by("id", "year", "subject", "name", "team=team_name", "unitPath",
            "level=array_position(array['excellent', 'good', 'completed', 'failed', 'unrated'], level)", "figure",
            "decidedOn").alphabetically("name", "team");

    private final JdbcClient jdbc;

    TeamRatingRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A rating.
     *
     * @param subject       {@code team} or {@code member}
     * @param name          of the member; null for teams, as {@code birthYear} and {@code role}
     * @param unitPath      the commune
     * @param level         {@code excellent}, {@code good}, {@code completed}, {@code failed} or {@code unrated}
     * @param figure        per cent of all tasks, rounded down; null where it is not known
     * @param reason        why it is not rated
     * @param caveat        what has to be known of the year's ratings
     * @param dossierNumber null for results from before the system, as {@code decisionId}
     */
    public record Entry(long id, int year, String subject, String subjectName, String team, String name,
                        Integer birthYear, String role, String roleName, UnitPath unitPath, String level,
                        String levelName, BigDecimal figure, String reason, String caveat, LocalDate decidedOn,
                        DossierNumber dossierNumber, Long decisionId, String decisionNumber, boolean imported) {
    }

    /** What a list is asked for; null leaves a criterion out. @param q a part of the member's or the team's name */
    public record Filter(Integer year, String subject, UnitPath unit, String level, String dossierNumber, String q) {
    }

    /** The ratings of the officer's units and below. */
    public Page<Entry> list(Filter filter, Officer officer, Pageable pageable) {
        return new RegisterQuery<>(jdbc, "team_rating_result", SORTABLE, TeamRatingRegister::entry)
                .within("unit_path", officer)
                .where("year = :year", "year", filter.year())
                .where("subject = :subject", "subject", filter.subject())
                .under("unit_path", filter.unit())
                .where("level = :level", "level", filter.level())
                .where("dossier_number = upper(:dossier)", "dossier", filter.dossierNumber())
                .finding("found_by ~ :q", "q", filter.q())
                .page(pageable);
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        var subject = Subject.of(row.getString("subject"));
        var role = row.getString("role");
        var level = row.getString("level");
        return new Entry(row.getLong("id"), row.getInt("year"), subject.id(), subject.label(),
                row.getString("team_name"), row.getString("name"), row.getObject("birth_year", Integer.class), role,
                role == null ? null : Labels.of("team-role." + role), UnitPath.of(row.getString("unit_path")), level,
                Level.labelOf(level), row.getBigDecimal("figure"), row.getString("reason"), row.getString("caveat"),
                row.getObject("decided_on", LocalDate.class), DossierNumber.orNull(row.getString("dossier_number")),
                row.getObject("decision_id", Long.class), row.getString("decision_number"),
                row.getString("imported_by") != null);
    }
}
