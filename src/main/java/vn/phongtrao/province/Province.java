package vn.phongtrao.province;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

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

        void removeWhatIsNotIn(Rows<?> later, JdbcClient jdbc) {
            var subjects = later.rows.stream().map(ProvinceTable.Row::subject).collect(Collectors.toSet());
            table.remove(rows.stream().filter(row -> !subjects.contains(row.subject())).toList(), jdbc);
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

    /** @param later the same province, as the same tables read it from other files */
    void removeWhatIsNotIn(Province later, JdbcClient jdbc) {
        for (int i = 0; i < tables.size(); i++) {
            tables.get(i).removeWhatIsNotIn(later.tables.get(i), jdbc);
        }
    }

    Unit root() {
        return units.get(0);
    }
}
