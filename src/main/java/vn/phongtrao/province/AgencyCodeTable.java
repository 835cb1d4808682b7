package vn.phongtrao.province;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.sheet.SheetRow;
import vn.phongtrao.unit.UnitPath;

/** {@code agency-codes.csv}: how agencies are known in exchanges between them (Quyết định 20/2020/QĐ-TTg, Điều 4). */
@Component
class AgencyCodeTable implements ProvinceTable<AgencyCodeTable.Code> {

    record Code(UnitPath unit, String code, Period period, String legalBasis) implements Row {

        @Override
        public String subject() {
            return unit.value();
        }
    }

    @Override
    public String file() {
        return "agency-codes.csv";
    }

    @Override
    public List<String> columns() {
        return List.of("unit", "code", "validFrom", "validTo", "legalBasis");
    }

    @Override
    public List<String> key() {
        return List.of("unit", "validFrom");
    }

    @Override
    public Optional<Code> row(SheetRow row, ProvinceUnits units) {
        var code = row.text("code", 35);
        if (!code.matches("[A-Z]\\d{2}(\\.\\d{1,3}){0,3}")) {
            throw Refusal.broken("code", "Mã định danh \"%s\" không đúng dạng; viết như H12 hoặc H12.01".formatted(code));
        }
        return Optional.of(new Code(units.own(row, "unit").path(), code, Period.of(row), row.text("legalBasis", 500)));
    }

    @Override
    public void load(List<Code> rows, JdbcClient jdbc) {
        remove(rows, jdbc);
        rows.forEach(row -> jdbc.sql("""
                        insert into agency_code (unit_path, code, valid_from, valid_to, legal_basis)
                        values (:unit, :code, :from, :to, :legalBasis)""")
                .param("unit", row.unit.value()).param("code", row.code).param("from", row.period.from())
                .param("to", row.period.to()).param("legalBasis", row.legalBasis).update());
    }

    @Override
    public void remove(List<Code> rows, JdbcClient jdbc) {
        rows.forEach(row -> jdbc.sql("delete from agency_code where unit_path = ?").param(row.unit.value()).update());
    }
}
