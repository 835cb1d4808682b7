package vn.phongtrao.team;

import java.sql.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.province.Period;
import vn.phongtrao.province.ProvinceTable;
import vn.phongtrao.province.ProvinceUnits;
import vn.phongtrao.sheet.SheetRow;
import vn.phongtrao.unit.UnitPath;

/** {@code wage-regions.csv}: regions of the minimum wage. The row of the lowest unit counts. */
@Component
class WageRegionTable implements ProvinceTable<WageRegionTable.Region> {

    private static final Set<String> REGIONS = Set.of("I", "II", "III", "IV");

    record Region(UnitPath unit, String region, Period period, String legalBasis) implements Row {

        @Override
        public String subject() {
            return unit.value();
        }
    }

    @Override
    public String file() {
        return "wage-regions.csv";
    }

    @Override
    public List<String> columns() {
        return List.of("unit", "region", "validFrom", "validTo", "legalBasis");
    }

    @Override
    public List<String> key() {
        return List.of("unit", "validFrom");
    }

    @Override
    public Optional<Region> row(SheetRow row, ProvinceUnits units) {
        return Optional.of(new Region(units.own(row, "unit").path(),
                row.option("region", id -> Optional.of(id).filter(REGIONS::contains)), Period.of(row),
                row.text("legalBasis", 500)));
    }

    @Override
    public void load(List<Region> rows, JdbcClient jdbc) {
        rows.forEach(row -> jdbc.sql("""
                        delete from wage_region where unit_path = :unit and valid_from not in (:firstDays)""")
                .param("unit", row.unit.value())
                .param("firstDays", rows.stream().filter(other -> other.unit.equals(row.unit))
                        .map(other -> Date.valueOf(other.period.from())).toList()).update());
        rows.forEach(row -> jdbc.sql("""
                        insert into wage_region (unit_path, region, valid_from, valid_to, legal_basis)
                        values (:unit, :region, :from, :to, :legalBasis)
                        on conflict (unit_path, valid_from) do update set region = excluded.region,
                            valid_to = excluded.valid_to, legal_basis = excluded.legal_basis""")
                .param("unit", row.unit.value()).param("region", row.region).param("from", row.period.from())
                .param("to", row.period.to()).param("legalBasis", row.legalBasis).update());
    }

    @Override
    public void remove(List<Region> rows, JdbcClient jdbc) {
        rows.forEach(row -> jdbc.sql("delete from wage_region where unit_path = ?").param(row.unit.value()).update());
    }
}
