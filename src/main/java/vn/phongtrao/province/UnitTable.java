package vn.phongtrao.province;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.sheet.SheetRow;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;

/** {@code units.csv}: read before every other table, because these speak of units. */
final class UnitTable implements ProvinceTable<UnitTable.Entry> {

    static final String FILE = "units.csv";

    private static final int LONGEST = 200;

    record Entry(Unit unit) implements Row {

        @Override
        public String subject() {
            return unit.path().value();
        }
    }

    @Override
    public String file() {
        return FILE;
    }

    @Override
    public List<String> columns() {
        return List.of("path", "tier", "fullName", "name", "validFrom", "validTo");
    }

    @Override
    public List<String> key() {
        return List.of("path");
    }

    @Override
    public Optional<Entry> row(SheetRow row, ProvinceUnits none) {
        var path = row.option("path", UnitPath::find);
        var tier = row.option("tier", UnitTable::tier);
        var fullName = row.text("fullName", LONGEST);
        var name = row.text("name", LONGEST);
        if (!name.equalsIgnoreCase(fullName)) {
            throw Refusal.malformed("name", "\"%s\" phải là \"%s\" viết trong câu; chỉ được khác chữ hoa, chữ thường"
                    .formatted(name, fullName));
        }
        var period = Period.of(row);
        return Optional.of(new Entry(new Unit(path, tier, fullName, name, period.from(), period.to())));
    }

    private static Optional<Tier> tier(String id) {
        return List.of(Tier.values()).stream().filter(tier -> tier.id().equals(id)).findFirst();
    }

    /** What a name or a last day was before is written over; units that the file does not name stay. */
    @Override
    public void load(List<Entry> rows, JdbcClient jdbc) {
        rows.stream().map(Entry::unit).forEach(unit -> jdbc.sql("""
                        insert into unit (path, tier, full_name, name, valid_from, valid_to)
                        values (:path, :tier, :fullName, :name, :from, :to)
                        on conflict (path) do update set tier = excluded.tier, full_name = excluded.full_name,
                            name = excluded.name, valid_from = excluded.valid_from, valid_to = excluded.valid_to""")
                .param("path", unit.path().value()).param("tier", unit.tier().id()).param("fullName", unit.fullName())
                .param("name", unit.name()).param("from", unit.validFrom()).param("to", unit.validTo()).update());
    }

    @Override
    public boolean stay() {
        return true;
    }
}
