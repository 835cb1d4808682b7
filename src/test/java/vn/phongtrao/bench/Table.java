package vn.phongtrao.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The figures of several servers side by side, the first one's also as a multiple of each other's, in Markdown. */
final class Table {

    private final PrintStream out;
    private final Map<String, Measured> servers;

    private Table(PrintStream out, Map<String, Measured> servers) {
        this.out = out;
        this.servers = servers;
    }

    /** @param title of the first column @param servers by their names */
    static void print(PrintStream out, String title, Map<String, Measured> servers) {
        new Table(out, servers).print(title);
    }

    private void print(String title) {
        var names = List.copyOf(servers.keySet());
        var columns = new ArrayList<>(List.of(title));
        columns.addAll(names);
        names.stream().skip(1).forEach(other -> columns.add(names.get(0) + " ÷ " + other));
        out.println();
        line(columns);
        line(Collections.nCopies(columns.size(), "---"));
        rows().forEach((name, figure) -> line(cells(name, figure)));
    }

    private static Map<String, ToDoubleFunction<Measured>> rows() {
        Map<String, ToDoubleFunction<Measured>> rows = new LinkedHashMap<>();
        rows.put("dossiers/s", Measured::rate);
        for (var step : Step.values()) {
            for (var part : List.of(50, 95, 99)) {
                rows.put("%s p%d, ms".formatted(step.name().toLowerCase(Locale.ROOT), part), measured -> measured.within(step, part / 100.0));
            }
        }
        rows.put("CPU of the server, s a dossier", measured -> measured.each(measured.server()));
        rows.put("CPU of the database, s a dossier", measured -> measured.each(measured.database().seconds()));
        rows.put("CPU of both, s a dossier", measured -> measured.each(measured.server() + measured.database().seconds()));
        rows.put("WAL, KB a dossier", measured -> measured.each(measured.database().wal() / 1024));
        rows.put("statements a dossier", measured -> measured.each(measured.database().statements()));
        rows.put("rows inserted a dossier", measured -> measured.each(measured.database().inserted()));
        rows.put("rows updated a dossier", measured -> measured.each(measured.database().updated()));
        rows.put("rows deleted a dossier", measured -> measured.each(measured.database().deleted()));
        rows.put("memory of the server (RSS), MB", Measured::memory);
        return rows;
    }

    private List<String> cells(String name, ToDoubleFunction<Measured> figure) {
        var values = servers.values().stream().map(figure::applyAsDouble).toList();
        var cells = new ArrayList<>(List.of(name));
        values.forEach(value -> cells.add(text(value)));
        values.stream().skip(1).forEach(other -> cells.add(String.format(Locale.ROOT, "%.2f", values.get(0) / other)));
        return cells;
    }

    /** Three digits. */
    private static String text(double value) {
        return String.format(Locale.ROOT, value < 1 ? "%.3f" : value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }

    private void line(List<String> cells) {
        out.println(cells.stream().collect(Collectors.joining(" | ", "| ", " |")));
    }
}
