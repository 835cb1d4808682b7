package vn.phongtrao.rulebook;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.OpenDossiers;
import vn.phongtrao.procedure.DecisionTable;
import vn.phongtrao.procedure.DecisionTable.Row;
import vn.phongtrao.procedure.ProcedureFiles;

/** What changed tables would change: row by row, and the open dossiers that they would touch. */
@Component
public class Difference {

    private static final String SHARED = "review";
    private static final String RECEIPT = "receivedOn";

    private final Rulebook rulebook;
    private final OpenDossiers dossiers;
    private final Clock clock;

    Difference(Rulebook rulebook, OpenDossiers dossiers, Clock clock) {
        this.rulebook = rulebook;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    /**
     * A table that changes.
     *
     * @param added   rows that come, in words
     * @param removed rows that go
     * @param changed rows that say something else
     * @param touched numbers of the open dossiers that would be judged by a row that comes, goes or changes
     */
    public record Changed(String key, String name, List<String> headings, List<Sheet.Line> added,
                          List<Sheet.Line> removed, List<Pair> changed, List<String> touched) {
    }

    /** A row as it is and as it would be. */
    public record Pair(Sheet.Line before, Sheet.Line after) {
    }

    /** @param next all files as they would be in force; those that are no tables do not count */
    public List<Changed> to(ProcedureFiles next) {
        List<Changed> changed = new ArrayList<>();
        for (var path : next.differing(rulebook.files())) {
            if (path.endsWith(".dmn")) {
                changed.add(changed(path, next));
            }
        }
        return changed;
    }

    private Changed changed(String path, ProcedureFiles next) {
        var before = rulebook.files().find(path).map(DecisionTable::read);
        var after = next.find(path).map(DecisionTable::read);
        var table = after.or(() -> before).orElseThrow();
        var oldRows = rows(before.orElse(null));
        var newRows = rows(after.orElse(null));
        var oldLines = before.map(one -> lines(path, one)).orElse(Map.of());
        var newLines = after.map(one -> lines(path, one)).orElse(Map.of());
        var differing = Stream.concat(oldRows.keySet().stream(), newRows.keySet().stream()).distinct()
                .filter(id -> !(oldRows.containsKey(id) && oldRows.get(id).equals(newRows.get(id)))).toList();
        return new Changed(table.key(), table.name(), rulebook.sheet(path, table).headings(),
                differing.stream().filter(id -> !oldRows.containsKey(id)).map(newLines::get).toList(),
                differing.stream().filter(id -> !newRows.containsKey(id)).map(oldLines::get).toList(),
                differing.stream().filter(id -> oldRows.containsKey(id) && newRows.containsKey(id))
                        .map(id -> new Pair(oldLines.get(id), newLines.get(id))).toList(),
                touched(path, table, Stream.concat(differing.stream().map(oldRows::get), differing.stream().map(newRows::get))
                        .filter(row -> row != null).toList()));
    }

    /** Those received on a day of such a row, where the table goes by that; or else all open ones, unless it is past. */
    private List<String> touched(String path, DecisionTable table, List<Row> rows) {
        var folder = path.substring(0, path.indexOf('/'));
        var process = folder.equals(SHARED) ? null : folder;
        Set<String> numbers = new LinkedHashSet<>();
        for (var row : rows) {
            var validity = rulebook.validity(table, row);
            if (table.inputs().stream().anyMatch(column -> column.name().equals(RECEIPT))) {
                numbers.addAll(dossiers.numbers(process, validity.from(), validity.to()));
            } else if (validity.on(LocalDate.now(clock)) != Validity.State.ENDED) {
                numbers.addAll(dossiers.numbers(process, null, null));
            }
        }
        return List.copyOf(numbers);
    }

    private static Map<String, Row> rows(DecisionTable table) {
        Map<String, Row> rows = new LinkedHashMap<>();
        if (table != null) {
            table.rows().forEach(row -> rows.put(row.id(), row));
        }
        return rows;
    }

    private Map<String, Sheet.Line> lines(String path, DecisionTable table) {
        Map<String, Sheet.Line> lines = new LinkedHashMap<>();
        rulebook.sheet(path, table).lines().forEach(line -> lines.put(line.id(), line));
        return lines;
    }
}
