package vn.phongtrao.authority;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.province.ProvinceTable;
import vn.phongtrao.province.ProvinceUnits;
import vn.phongtrao.sheet.SheetRow;
import vn.phongtrao.unit.UnitPath;

/**
 * {@code places.csv}: where documents are dated, for units named after people, numbers or events, which keep the word
 * before the name (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II; Phụ lục II). Of all others it is the name alone.
 */
@Component
class PlaceTable implements ProvinceTable<PlaceTable.Place> {

    record Place(UnitPath unit, String place) implements Row {

        @Override
        public String subject() {
            return unit.value();
        }
    }

    @Override
    public String file() {
        return "places.csv";
    }

    @Override
    public List<String> columns() {
        return List.of("unit", "place");
    }

    @Override
    public List<String> key() {
        return List.of("unit");
    }

    @Override
    public Optional<Place> row(SheetRow row, ProvinceUnits units) {
        return Optional.of(new Place(units.own(row, "unit").path(), row.text("place", 100)));
    }

    @Override
    public void load(List<Place> rows, JdbcClient jdbc) {
        rows.forEach(row -> jdbc.sql("""
                        insert into place_name (unit_path, place) values (?, ?)
                        on conflict (unit_path) do update set place = excluded.place""")
                .params(row.unit.value(), row.place).update());
    }

    @Override
    public void remove(List<Place> rows, JdbcClient jdbc) {
        rows.forEach(row -> jdbc.sql("delete from place_name where unit_path = ?").param(row.unit.value()).update());
    }
}
