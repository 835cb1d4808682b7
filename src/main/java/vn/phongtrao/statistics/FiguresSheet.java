package vn.phongtrao.statistics;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.language.Labels;
import vn.phongtrao.register.Figure;
import vn.phongtrao.register.FigureSource.Asked;
import vn.phongtrao.sheet.Cell;
import vn.phongtrao.sheet.RowFormat;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.Units;

/** The figures as a sheet: a row for the unit and for each below, with the days that they are of, a column for each figure and its parts. */
@Component
public class FiguresSheet {

    private final Statistics statistics;
    private final Units units;

    FiguresSheet(Statistics statistics, Units units) {
        this.statistics = statistics;
        this.units = units;
    }

    private record Column(String name, String figure, List<String> parts, boolean money) {

        long of(Counts counts) {
            return money ? counts.money(figure, parts) : counts.number(figure, parts);
        }
    }

    /** Writes an XLSX file. @param compared gets a row of its own after that of the unit; null for none */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void write(Asked asked, Asked compared, OutputStream out) throws IOException {
        var counts = statistics.count(asked);
        var columns = statistics.figures().stream().flatMap(figure -> columns(figure, counts)).toList();
        var file = RowFormat.XLSX.open(out, Labels.of("figures.sheet"),
                Stream.concat(Stream.of("figures.unit", "figures.sheet-from", "figures.sheet-to").map(Labels::of), columns.stream().map(Column::name)).toList());
        file.write(row(units.require(asked.unit()).fullName(), asked, columns, counts));
        if (compared != null) {
            file.write(row(units.require(compared.unit()).fullName(), compared, columns, statistics.count(compared)));
        }
        for (var unit : statistics.below(asked)) {
            file.write(row(unit.fullName(), asked, columns, counts.under(unit.path())));
        }
        file.finish();
    }

    private static Stream<Column> columns(Figure figure, Counts counts) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(Labels.of("figure." + figure.id()), figure.id(), List.of(), false));
        counts.parts(figure.id()).forEach(parts ->
                columns.add(new Column(name(figure, parts), figure.id(), parts, false)));
        if (figure.money() != null) {
            columns.add(new Column(Labels.of("figure." + figure.money()), figure.id(), List.of(), true));
        }
        return columns.stream();
    }

    private static String name(Figure figure, List<String> parts) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            var key = figure.by().get(i).words() + "." + parts.get(i);
            names.add(Labels.find(key).orElse(parts.get(i)));
        }
        return String.join(", ", names);
    }

    private static List<Cell> row(String name, Asked asked, List<Column> columns, Counts counts) {
        return Stream.concat(Stream.of(Cell.text(name), Cell.day(asked.from()), Cell.day(asked.to())),
                columns.stream().map(column -> Cell.number(BigDecimal.valueOf(column.of(counts))))).toList();
    }
}
