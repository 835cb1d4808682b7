package vn.phongtrao.model;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.HamletOptions;
import vn.phongtrao.dossier.Option;
import vn.phongtrao.refusal.Needed;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** The hamlets, models and sites that a form offers to choose from. */
@Component
class ModelOptions {

    private final ModelBook book;
    private final HamletOptions hamlets;
    private final Units units;
    private final JdbcClient jdbc;

    ModelOptions(ModelBook book, HamletOptions hamlets, Units units, JdbcClient jdbc) {
        this.book = book;
        this.hamlets = hamlets;
        this.units = units;
        this.jdbc = jdbc;
    }

    List<Option> hamletsOf(UnitPath unitPath) {
        return hamlets.of(unitPath);
    }

    /** The models of a unit and below that work, those of the units whose business it does among them. */
    List<Option> modelsOf(UnitPath unitPath) {
        return options("""
                select id, name, level as note from model_line where retired_on is null and %s
                order by name collate vietnamese, id""".formatted(RegisterQuery.inUnits("unit_path", ":units")), unitPath);
    }

    /** The models of the unit's province that work. */
    List<Option> modelsAround(UnitPath unitPath) {
        return modelsOf(unitPath.province());
    }

    /** The sites of a unit and below that work, likewise. */
    List<Option> sitesOf(UnitPath unitPath) {
        return options("""
                select s.id, s.name, m.name as note from model_site s join model m on m.id = s.model_id
                where s.retired_on is null and m.retired_on is null and %s
                order by s.name collate vietnamese, s.id""".formatted(RegisterQuery.inUnits("s.unit_path", ":units")), unitPath);
    }

    /**
     * The model that a form of that unit means.
     *
     * @throws Refusal malformed, without an id; rule broken, for a model of another unit too; both name {@code modelId}
     */
    Model requireOf(UnitPath unitPath, String id) {
        var model = book.require("modelId", Needed.require("modelId", id));
        if (!isOf(unitPath, model.place())) {
            throw Refusal.broken("modelId", "Mô hình này của đơn vị khác");
        }
        return model;
    }

    /** Whether the place lies in the unit or below, or in those whose business it does. */
    boolean isOf(UnitPath unitPath, Place place) {
        return units.inChargeOf(unitPath).stream().anyMatch(unit -> unit.covers(place.unitPath()));
    }

    private List<Option> options(String query, UnitPath unitPath) {
        return jdbc.sql(query).param("units", UnitPath.values(units.inChargeOf(unitPath)))
                .query((row, index) -> new Option(row.getString("id"), "%s (%s)".formatted(row.getString("name"), note(row.getString("note"))))).list();
    }

    private static String note(String note) {
        return Level.find(note).map(Level::lowerLabel).orElse(note);
    }
}
