package vn.phongtrao.province;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.sheet.SheetRow;

/**
 * {@code successors.csv}: which units took the area of an ended one over, in the folder of the province that they
 * belong to.
 */
@Component
class SuccessorTable implements ProvinceTable<SuccessorTable.Succession> {

    record Succession(String unit, String successor) implements Row {

        @Override
        public String subject() {
            return unit + " > " + successor;
        }
    }

    @Override
    public String file() {
        return "successors.csv";
    }

    @Override
    public List<String> columns() {
        return List.of("unit", "successor");
    }

    @Override
    public List<String> key() {
        return List.of("unit", "successor");
    }

    /** A successor is there after its predecessor: so successions lead forward in time, and end. */
    @Override
    public Optional<Succession> row(SheetRow row, ProvinceUnits units) {
        var unit = units.any(row, "unit");
        var successor = units.own(row, "successor");
        if (unit.validTo() == null) {
            throw Refusal.malformed("unit",
                    "%s chưa kết thúc; ghi validTo của đơn vị này trong units.csv, hoặc bỏ dòng này"
                    .formatted(unit.fullName()));
        }
        if (!successor.validOn(unit.validTo().plusDays(1))) {
            throw Refusal.malformed("successor",
                    "%s không hoạt động vào ngày %s, ngay sau khi %s kết thúc; sửa ngày trong units.csv"
                            .formatted(successor.fullName(), unit.validTo().plusDays(1), unit.fullName()));
        }
        return Optional.of(new Succession(unit.path().value(), successor.path().value()));
    }

    @Override
    public void load(List<Succession> rows, JdbcClient jdbc) {
        rows.stream().collect(groupingBy(Succession::unit, mapping(Succession::successor, toList())))
                .forEach((unit, successors) -> jdbc.sql("""
                                delete from unit_successor where old_path = :unit and new_path not in (:successors)""")
                        .param("unit", unit).param("successors", successors).update());
        rows.forEach(row -> jdbc.sql("""
                        insert into unit_successor (old_path, new_path) values (?, ?) on conflict do nothing""")
                .params(row.unit, row.successor).update());
    }

    @Override
    public void remove(List<Succession> rows, JdbcClient jdbc) {
        rows.forEach(row -> jdbc.sql("delete from unit_successor where old_path = ? and new_path = ?")
                .params(row.unit, row.successor).update());
    }
}
