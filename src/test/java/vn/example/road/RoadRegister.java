package vn.example.road;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.register.Sortable;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.UnitPath;

/** The roads that were recognised. */
@Service
@Transactional
class RoadRegister {

    private static final Sortable SORTABLE =
            Sortable.by("id", "name", "unitPath", "length", "households", "recognisedOn")
                    .alphabetically("name");

    private final JdbcClient jdbc;

    RoadRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A road in the list.
     *
     * @param unitPath the commune
     * @param length   in metres
     */
    record Entry(long id, String name, UnitPath unitPath, int length, int households, LocalDate recognisedOn,
                 long decisionId, String decisionNumber, DossierNumber dossierNumber) {
    }

    /** What a list is asked for; null leaves a criterion out. */
    record Filter(String name, UnitPath unit) {
    }

    /** The roads of the officer's units and below. */
    @Transactional(readOnly = true)
    Page<Entry> list(Filter filter, Officer officer, Pageable pageable) {
        return new RegisterQuery<>(jdbc, "self_managed_road", SORTABLE, RoadRegister::entry)
                .within("unit_path", officer)
                .finding("searchable(name) ~ :name", "name", filter.name())
                .under("unit_path", filter.unit())
                .page(pageable);
    }

    boolean has(UnitPath unitPath, String name) {
        return jdbc.sql("select exists (select 1 from self_managed_road where unit_path = ? and comparable(name) = comparable(?))")
                .params(unitPath.value(), name).query(Boolean.class).single();
    }

    void enter(Road road, Decision decision) {
        jdbc.sql("""
                        insert into self_managed_road (name, unit_path, length, households, recognised_on, decision_id,
                                                       decision_number, dossier_number)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(road.name(), decision.unitPath().value(), road.length(), road.households(), decision.signedOn(),
                        decision.id(), decision.label(), decision.dossierNumber().value()).update();
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        return new Entry(row.getLong("id"), row.getString("name"), UnitPath.of(row.getString("unit_path")),
                row.getInt("length"), row.getInt("households"), row.getObject("recognised_on", LocalDate.class),
                row.getLong("decision_id"), row.getString("decision_number"),
                DossierNumber.of(row.getString("dossier_number")));
    }
}
