package vn.phongtrao.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.language.Labels;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.register.Sortable;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.UnitPath;

/** The sites that took models over (điểm nhân rộng), in the officer's units and below. */
@Service
@Transactional(readOnly = true)
public class ModelSites {

    /** That a site works on the day {@code :on}, as its model does. */
    static final String WORKING = """
            site.decided_on <= :on and (site.retired_on is null or site.retired_on > :on)
            and exists (select 1 from model where model.id = site.model_id and %s)""".formatted(Models.WORKING);

    private static final String SITES = """
            (select model_site.*, model.name as model_name, model.model_group
             from model_site join model on model.id = model_id) site""";
    private static final Sortable SORTABLE = Sortable.by("id", "name", "model=model_name", "group=model_group",
            "unitPath", "decidedOn", "teams").alphabetically("name", "model");

    private final JdbcClient jdbc;
    private final Places places;

    ModelSites(JdbcClient jdbc, Places places) {
        this.jdbc = jdbc;
        this.places = places;
    }

    /** A site; {@code status} is {@code recognised} or {@code retired}, and {@code decidedOn} the day it took over. */
    public record Entry(long id, String name, long modelId, String model, String group, UnitPath unitPath,
                        String place, int teams, String decisionNumber, LocalDate decidedOn, String status,
                        String statusName, LocalDate retiredOn) {
    }

    /**
     * What a list is asked for; null leaves a criterion out.
     *
     * @param q  a part of the name of the site or of its model
     * @param on a day that it works on
     */
    public record Filter(String group, UnitPath unit, String q, LocalDate on) {
    }

    /** Those of the officer's units and below. */
    public Page<Entry> list(Filter filter, Officer officer, Pageable pageable) {
        return new RegisterQuery<>(jdbc, SITES, SORTABLE, this::entry)
                .within("unit_path", officer).under("unit_path", filter.unit())
                .where("model_group = :group", "group", filter.group())
                .where(WORKING, "on", filter.on())
                .finding("""
                        (found_by ~ :q or model_id in (select id from model where found_by ~ :q))""", "q",
                        filter.q())
                .page(pageable);
    }

    private Entry entry(ResultSet row, int index) throws SQLException {
        var unit = UnitPath.of(row.getString("unit_path"));
        var retiredOn = row.getObject("retired_on", LocalDate.class);
        var status = retiredOn == null ? "recognised" : "retired";
        return new Entry(row.getLong("id"), row.getString("name"), row.getLong("model_id"),
                row.getString("model_name"), row.getString("model_group"), unit,
                places.inWords(new Place(unit, row.getString("hamlet"), row.getString("hamlet_name"))),
                row.getInt("teams"), row.getString("decision_number"), row.getObject("decided_on", LocalDate.class),
                status, Labels.of("model-status." + status), retiredOn);
    }
}
