package vn.phongtrao.province;

import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;

/**
 * A province as its folder says it, free of contradictions.
 *
 * @param name   of the folder, for example {@code ca-mau-2025}
 * @param units  the province itself first, the others by path
 * @param tables what else it brings
 */
record Province(String name, List<Unit> units, List<Rows<?>> tables, Demo demo) {

    /** The rows for one table. */
    record Rows<R extends ProvinceTable.Row>(ProvinceTable<R> table, List<R> rows) {

        void load(JdbcClient jdbc) {
            if (!rows.isEmpty()) {
                table.load(rows, jdbc);
            }
        }
    }

    /**
     * What the demo begins with.
     *
     * @param date  its first day; null where the files say none
     * @param units paths of those whose people have accounts, communes first
     */
    record Demo(LocalDate date, List<UnitPath> units) {
    }

    Unit root() {
        return units.get(0);
    }
}
