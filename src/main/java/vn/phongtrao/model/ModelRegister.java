package vn.phongtrao.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
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

/** The register of models: those of the officer's units and below, and those that have a site there. */
@Service
@Transactional(readOnly = true)
public class ModelRegister {

    private static final Sortable SORTABLE = Sortable.by("id", "name", "group=model_group", "level=rank", "unitPath",
            "recognisedOn", "sites", "teams=all_teams").alphabetically("name");

    private static final String RECOGNISED =
            "exists (select 1 from model_recognition r where r.model_id = model_line.id and r.level = :level";

    private final JdbcClient jdbc;
    private final Places places;

    ModelRegister(JdbcClient jdbc, Places places) {
        this.jdbc = jdbc;
        this.places = places;
    }

    /**
     * A model in the list.
     *
     * @param level          the highest that recognised it, by {@code decisionNumber} on {@code decidedOn}
     * @param dossierNumber  of that recognition; null where it came from paper or is not the officer's to see
     * @param decisionId     of that recognition; null, too, where a higher authority decided
     * @param recognisedOn   when a level recognised it first
     * @param sites          that work, without the place where the model began
     * @param teams          that run the model and those sites
     * @param status         {@code recognised} or {@code retired}
     */
    public record Entry(long id, String name, String group, String groupName, UnitPath unitPath, String hamlet,
                        String place, LocalDate startedOn, String level, String levelName, DossierNumber dossierNumber,
                        Long decisionId, String decisionNumber, LocalDate decidedOn, LocalDate recognisedOn, long sites,
                        long teams, String status, String statusName, LocalDate retiredOn) {
    }

    /**
     * What a list is asked for; null leaves a criterion out.
     *
     * @param level any that recognised the model
     * @param q     a part of the name of the model or of one of its sites
     * @param on    a day that it works on, recognised by that level until then
     */
    public record Filter(String group, String level, String status, UnitPath unit, String q, String name,
                         LocalDate on) {
    }

    public Page<Entry> list(Filter filter, Officer officer, Pageable pageable) {
        return visible(officer)
                .where("model_group = :group", "group", filter.group())
                .where(RECOGNISED + (filter.on() == null ? ")" : " and r.decided_on <= :on)"), "level", filter.level())
                .where("exists (select 1 from model where model.id = model_line.id and %s)".formatted(Models.WORKING),
                        "on", filter.on())
                .where("status = :status", "status", filter.status())
                .under("unit_path", filter.unit())
                .finding("""
                        id in (select id from model where found_by ~ :q
                               union select model_id from model_site where found_by ~ :q)""", "q", filter.q())
                .finding("id in (select id from model where found_by ~ :name)", "name", filter.name())
                .page(pageable);
    }

    /**
     * A model with all that is known of it.
     *
     * @param ownTeams    that run it where it began
     * @param importedBy  who brought it in from paper; null otherwise
     * @param history     what happened to it, the earliest first
     */
    public record Detail(@JsonUnwrapped Entry model, String description, long ownTeams, String retirementReason,
                         String retirementNumber, DossierNumber retirementDossier, String importedBy,
                         Instant importedAt, List<LevelReached> levels, List<SiteLine> sites, List<Event> history) {
    }

    /**
     * A level that recognised the model.
     *
     * @param decisionId    null where the decision is not one of this system's book
     * @param dossierNumber null where the decision was taken on paper before the system
     */
    public record LevelReached(String level, String levelName, String grade, Long decisionId, String decisionNumber,
                               LocalDate decidedOn, String authority, DossierNumber dossierNumber, String importedBy,
                               Instant importedAt) {
    }

    /** A site, with the decision that took the model over; {@code status} is {@code recognised} or {@code retired}. */
    public record SiteLine(long id, String name, UnitPath unitPath, String hamlet, String place, int teams,
                           String status, Long decisionId, String decisionNumber, LocalDate decidedOn, String authority,
                           DossierNumber dossierNumber, LocalDate retiredOn, String retirementReason,
                           String retirementNumber, DossierNumber retirementDossier, String importedBy,
                           Instant importedAt) {
    }

    /** @param event {@code recognised}, {@code replicated}, {@code site-retired} or {@code retired} */
    public record Event(LocalDate on, String event, String text, String decisionNumber, DossierNumber dossierNumber) {
    }

    private record Particulars(String description, long ownTeams, String reason, String number, DossierNumber dossier,
                              String importedBy, Instant importedAt) {
    }

    /** @throws vn.phongtrao.refusal.Refusal not found; forbidden, when the model is not the officer's to see */
    public Detail show(long id, Officer officer) {
        var entry = visible(officer).require(id, "mô hình");
        var more = jdbc.sql("select * from model where id = ?").param(id).query((row, index) -> new Particulars(
                row.getString("description"), row.getLong("teams"), row.getString("retirement_reason"),
                row.getString("retirement_number"), DossierNumber.orNull(row.getString("retirement_dossier")),
                row.getString("imported_by"), instant(row))).single();
        var levels = jdbc.sql("select * from model_recognition where model_id = ? order by rank").param(id)
                .query(ModelRegister::level).list();
        var sites = jdbc.sql("select * from model_site where model_id = ? order by id").param(id)
                .query((row, index) -> site(entry, row)).list();
        return new Detail(entry, more.description(), more.ownTeams(), more.reason(), more.number(), more.dossier(),
                more.importedBy(), more.importedAt(), levels, sites, history(entry, more, levels, sites));
    }

    private RegisterQuery<Entry> visible(Officer officer) {
        return new RegisterQuery<>(jdbc, """
                (select model_line.*, dossier_number, decision_id, dossier.unit_path as dossier_unit
                 from model_line join model_recognition using (rank)
                 left join dossier on dossier.number = dossier_number
                 where model_id = model_line.id) model_line""", SORTABLE, (row, index) -> entry(row, officer))
                .visible("unit_path", officer, "exists (select from model_site s where s.model_id = model_line.id and %s)"
                        .formatted(RegisterQuery.inUnits("s.unit_path", ":roots")));
    }

    private static List<Event> history(Entry model, Particulars more, List<LevelReached> levels, List<SiteLine> sites) {
        List<Event> history = new ArrayList<>();
        levels.forEach(level -> history.add(new Event(level.decidedOn(), "recognised", "Công nhận: "
                + level.levelName(), level.decisionNumber(), level.dossierNumber())));
        sites.forEach(site -> {
            history.add(new Event(site.decidedOn(), "replicated", "Nhân rộng: %s, %s".formatted(site.name(),
                    site.place()), site.decisionNumber(), site.dossierNumber()));
            if (site.retiredOn() != null) {
                history.add(new Event(site.retiredOn(), "site-retired", "Thanh loại điểm: " + site.name(),
                        site.retirementNumber(), site.retirementDossier()));
            }
        });
        if (model.retiredOn() != null) {
            history.add(new Event(model.retiredOn(), "retired", "Thanh loại mô hình", more.number(), more.dossier()));
        }
        history.sort(Comparator.comparing(Event::on));
        return history;
    }

    private Entry entry(ResultSet row, Officer officer) throws SQLException {
        var proposer = row.getString("dossier_unit");
        var open = proposer != null && officer.oversees(UnitPath.of(proposer));
        var level = Level.of(row.getString("level"));
        var status = row.getString("status");
        return new Entry(row.getLong("id"), row.getString("name"), row.getString("model_group"),
                ModelGroup.of(row.getString("model_group")).label(), UnitPath.of(row.getString("unit_path")),
                row.getString("hamlet"), places.inWords(place(row)), day(row, "started_on"), level.id(), level.label(),
                open ? DossierNumber.orNull(row.getString("dossier_number")) : null,
                open ? row.getObject("decision_id", Long.class) : null, row.getString("decision_number"),
                day(row, "decided_on"), day(row, "recognised_on"), row.getLong("sites"), row.getLong("all_teams"),
                status, Labels.of("model-status." + status), day(row, "retired_on"));
    }

    private static LevelReached level(ResultSet row, int index) throws SQLException {
        return new LevelReached(row.getString("level"), Level.of(row.getString("level")).label(),
                row.getString("grade"), row.getObject("decision_id", Long.class), row.getString("decision_number"),
                day(row, "decided_on"), row.getString("authority"),
                DossierNumber.orNull(row.getString("dossier_number")), row.getString("imported_by"), instant(row));
    }

    private SiteLine site(Entry model, ResultSet row) throws SQLException {
        var retired = model.retiredOn() != null || row.getDate("retired_on") != null;
        return new SiteLine(row.getLong("id"), row.getString("name"), UnitPath.of(row.getString("unit_path")),
                row.getString("hamlet"), places.inWords(place(row)), row.getInt("teams"),
                retired ? "retired" : "recognised", row.getObject("decision_id", Long.class),
                row.getString("decision_number"), day(row, "decided_on"), row.getString("authority"),
                DossierNumber.orNull(row.getString("dossier_number")), day(row, "retired_on"),
                row.getString("retirement_reason"), row.getString("retirement_number"),
                DossierNumber.orNull(row.getString("retirement_dossier")), row.getString("imported_by"), instant(row));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(UnitPath.of(row.getString("unit_path")), row.getString("hamlet"),
                row.getString("hamlet_name"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static Instant instant(ResultSet row) throws SQLException {
        var at = row.getTimestamp("imported_at");
        return at == null ? null : at.toInstant();
    }
}
