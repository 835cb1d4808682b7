package vn.phongtrao.model;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.Option;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.UnitPath;

/** The models and sites that a form offers to choose from. */
@Component
class ModelOptions {

    private static final String UNDER = "(unit_path = :unit or starts_with(unit_path, :unit || '/'))";

    private final ModelBook book;
    private final JdbcClient jdbc;

    ModelOptions(ModelBook book, JdbcClient jdbc) {
        this.book = book;
        this.jdbc = jdbc;
    }

    /** The models of a unit and below that work. */
    List<Option> modelsOf(UnitPath unitPath) {
        return options("select id, name, level as note from model_line where retired_on is null and " + UNDER
                + " order by name, id", unitPath);
    }

    /** The models of the unit's province that work. */
    List<Option> modelsAround(UnitPath unitPath) {
        return modelsOf(unitPath.province());
    }

    /** The sites of a unit and below that work. */
    List<Option> sitesOf(UnitPath unitPath) {
        return options("""
                select s.id, s.name, m.name as note from model_site s join model m on m.id = s.model_id
                where s.retired_on is null and m.retired_on is null
                  and (s.unit_path = :unit or starts_with(s.unit_path, :unit || '/')) order by s.name, s.id""", unitPath);
    }

    /**
     * The model that a form of that unit means.
     *
     * @throws Refusal malformed, without an id; rule broken, for a model of another unit too; both name {@code modelId}
     */
    Model requireOf(UnitPath unitPath, String id) {
        var model = book.require("modelId", Needed.require("modelId", id));
        if (!unitPath.covers(model.place().unitPath())) {
            throw Refusal.broken("modelId", "Mô hình này của đơn vị khác");
        }
        return model;
    }

    private List<Option> options(String query, UnitPath unitPath) {
        return jdbc.sql(query).param("unit", unitPath.value()).query((row, index) -> new Option(row.getString("id"),
                "%s (%s)".formatted(row.getString("name"), note(row.getString("note"))))).list();
    }

    private static String note(String note) {
        return Level.find(note).map(Level::lowerLabel).orElse(note);
    }
}
