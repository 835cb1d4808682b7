package vn.phongtrao.commendation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.citizen.States;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.register.Sortable;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.UnitPath;

/**
 * Awards as other systems are given them, the national database of emulation and commendation first: who, what for, by which
 * decision of which agency, and whether it still holds. A format of exchange was not found in law; this one is described in
 * {@value #SCHEMA}, and its fields are kept.
 */
@Service
@Transactional(readOnly = true)
public class AwardExchange {

    /** Where the schema of a row is served. */
    public static final String SCHEMA = "/awards/exchange.schema.json";

    private static final String ROWS = """
            (select award.id, award.name, award.kind, award.posthumous, award.gender, award.form, award.achievement,
                    award.achievement_type, award.achieved_from, award.achieved_to, award.decision_number, award.decided_on,
                    award.bonus, award.unit_path, award.revoked_on, award.revoked_by, award.corrected_on, award.corrected_by,
                    nominee.birth_year, nominee.citizen_mask, nominee.nationality,
                    case when nominee.citizen_mask is not null then coalesce(nominee.document, 'citizen') end as document, nominee.occupation, decision.authority,
                    (select code from agency_code
                     where (decision.authority = agency_code.unit_path
                            or starts_with(decision.authority, agency_code.unit_path || '/'))
                       and award.decided_on between valid_from and coalesce(valid_to, 'infinity')
                     order by length(agency_code.unit_path) desc limit 1) as agency_code,
                    case when award.revoked_on is not null then 'revoked'
                         when award.corrected_on is not null then 'corrected' else 'in-force' end as state
             from award
             left join nominee on nominee.id = award.nominee_id
             left join decision on decision.id = award.decision_id) award""";
    private static final Sortable SORTABLE = Sortable.by("id", "decidedOn", "name", "form", "kind", "unitPath")
            .alphabetically("name").byPath("unitPath");

    private final JdbcClient jdbc;

    AwardExchange(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An award; bonus in đồng, days as {@code yyyy-MM-dd}. What is not known is null.
     *
     * @param id         the same for as long as it is in the register
     * @param citizenId  masked but for its last digits; persons who have one only
     * @param document   what a person is known by: {@code citizen}, {@code old-card} or {@code travel}; null for others
     * @param documentNumber of another document than the citizen number, masked
     * @param number     that of the document, whichever it is, masked
     * @param nationality of whoever has a travel document, ISO 3166-1 alpha-3; beside it that state's Vietnamese name
     * @param unitPath   that proposed it
     * @param authority  the unit that decided; null where a higher authority did
     * @param agencyCode of the authority, or of the nearest above it, on the day of the decision
     * @param state      {@code in-force}, {@code corrected} or {@code revoked}
     */
    public record Row(long id, String name, String kind, boolean posthumous, Integer birthYear, String gender,
                      String citizenId, String document, String documentNumber, String number, String nationality,
                      String nationalityName, String occupation, UnitPath unitPath, String form, String formName,
                      String achievement, String achievementType, LocalDate achievedFrom, LocalDate achievedTo,
                      String decisionNumber, LocalDate decidedOn, UnitPath authority, String agencyCode, long bonus,
                      String state, LocalDate revokedOn, String revokedBy, LocalDate correctedOn, String correctedBy) {
    }

    /** What is asked for; null leaves a criterion out. @param unit that proposed, or one below it */
    public record Filter(UnitPath unit, LocalDate decidedFrom, LocalDate decidedTo, String state) {
    }

    /** The awards of the officer's units and below. */
    public Page<Row> list(Filter filter, Officer officer, Pageable pageable) {
        return new RegisterQuery<>(jdbc, ROWS, SORTABLE, AwardExchange::row).large("decidedOn").pickedFrom("award")
                .within("unit_path", officer).under("unit_path", filter.unit())
                .where("decided_on >= :from", "from", filter.decidedFrom())
                .where("decided_on <= :to", "to", filter.decidedTo())
                .where(condition(filter.state()), "state", filter.state())
                .page(pageable);
    }

    /** Of the states in words that indexes know. */
    private static String condition(String state) {
        return state == null ? "true" : switch (state) {
            case "revoked" -> "revoked_on is not null";
            case "corrected" -> "revoked_on is null and corrected_on is not null";
            case "in-force" -> "revoked_on is null and corrected_on is null";
            default -> "false";
        };
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        var authority = row.getString("authority");
        var number = row.getString("citizen_mask");
        var numbered = "citizen".equals(row.getString("document"));
        return new Row(row.getLong("id"), row.getString("name"), row.getString("kind"), row.getBoolean("posthumous"),
                row.getObject("birth_year", Integer.class), row.getString("gender"), numbered ? number : null,
                row.getString("document"), numbered ? null : number, number, row.getString("nationality"),
                States.name(row.getString("nationality")).orElse(null), row.getString("occupation"),
                UnitPath.of(row.getString("unit_path")), row.getString("form"),
                AwardForm.name(row.getString("form")), row.getString("achievement"), row.getString("achievement_type"),
                row.getObject("achieved_from", LocalDate.class), row.getObject("achieved_to", LocalDate.class),
                row.getString("decision_number"), row.getObject("decided_on", LocalDate.class),
                authority == null ? null : UnitPath.of(authority), row.getString("agency_code"), row.getLong("bonus"),
                row.getString("state"), row.getObject("revoked_on", LocalDate.class), row.getString("revoked_by"),
                row.getObject("corrected_on", LocalDate.class), row.getString("corrected_by"));
    }
}
