package vn.phongtrao.province;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.sheet.SheetRow;
import vn.phongtrao.unit.UnitPath;

/**
 * {@code hamlets.csv}: what communes begin with. They keep the list themselves, so what they have already stays theirs.
 */
@Component
class HamletTable implements ProvinceTable<HamletTable.Entry> {

    private static final int LONGEST_NAME = 100;

    record Entry(UnitPath commune, String code, String name, LocalDate validFrom) implements Row {

        @Override
        public String subject() {
            return commune.child(code).value();
        }
    }

    @Override
    public String file() {
        return "hamlets.csv";
    }

    @Override
    public List<String> columns() {
        return List.of("commune", "code", "name", "validFrom");
    }

    @Override
    public List<String> key() {
        return List.of("commune", "code");
    }

    @Override
    public Optional<Entry> row(SheetRow row, ProvinceUnits units) {
        var commune = units.commune(row, "commune");
        var code = row.text("code", 20);
        if (!code.matches(commune.code() + "-\\d{2,}")) {
            throw Refusal.malformed("code", "\"%s\" phải là mã xã, gạch nối và số thứ tự, ví dụ %s-01"
                    .formatted(code, commune.code()));
        }
        return Optional.of(new Entry(commune.path(), code, row.text("name", LONGEST_NAME), row.date("validFrom")));
    }

    @Override
    public void load(List<Entry> rows, JdbcClient jdbc) {
        rows.forEach(row -> jdbc.sql("""
                        insert into hamlet (path, commune_path, code, name, valid_from)
                        select :path, :commune, :code, :name, cast(:from as date)
                        where not exists (select 1 from hamlet where path = :path
                            or commune_path = :commune and comparable(name) = comparable(:name)
                                and coalesce(valid_to, 'infinity') >= cast(:from as date))""")
                .param("path", row.subject()).param("commune", row.commune.value()).param("code", row.code)
                .param("name", row.name).param("from", row.validFrom).update());
    }

    @Override
    public boolean stay() {
        return true;
    }
}
