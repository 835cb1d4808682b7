package vn.phongtrao.rulebook;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.OpenDossiers;
import vn.phongtrao.edition.FileTree;
import vn.phongtrao.procedure.Procedures;
import vn.phongtrao.procedure.Table;
import vn.phongtrao.procedure.Table.Row;
import vn.phongtrao.refusal.Refusal;

/** What changed tables would change: row by row, and the open dossiers that they would touch. */
@Component
public class Difference {

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
                          List<Sheet.Line> removed, List<Pair> changed, List<DossierNumber> touched) {
    }

    /** A row as it is and as it would be. */
    public record Pair(Sheet.Line before, Sheet.Line after) {
    }

    /**
     * @param next all files as they would be in force; those that are no tables do not count
     * @throws Refusal malformed, for a table that cannot be read
     */
    public List<Changed> to(FileTree next) {
        return next.differing(rulebook.files()).stream().flatMap(path -> {
            var before = Table.find(rulebook.files(), path);
            var after = Table.find(next, path);
            if (path.endsWith(".dmn") && next.find(path).isPresent() && after.isEmpty()) {
                throw Refusal.malformed("files", "%s không phải là bảng quy định (DMN)".formatted(path));
            }
            return after.or(() -> before).map(table -> changed(table, before, after)).stream();
        }).toList();
    }

    private Changed changed(Table table, Optional<Table> before, Optional<Table> after) {
        var oldRows = rows(before);
        var newRows = rows(after);
        var oldLines = lines(before);
        var newLines = lines(after);
        var differing = Stream.concat(oldRows.keySet().stream(), newRows.keySet().stream()).distinct()
                .filter(id -> !(oldRows.containsKey(id) && oldRows.get(id).same(newRows.get(id)))).toList();
        return new Changed(table.key(), table.name(), rulebook.sheet(table).headings(),
                differing.stream().filter(id -> !oldRows.containsKey(id)).map(newLines::get).toList(),
                differing.stream().filter(id -> !newRows.containsKey(id)).map(oldLines::get).toList(),
                differing.stream().filter(id -> oldRows.containsKey(id) && newRows.containsKey(id))
                        .map(id -> new Pair(oldLines.get(id), newLines.get(id))).toList(),
                touched(table, differing.stream().flatMap(id -> Stream.of(oldRows, newRows).map(rows -> rows.get(id)))
                        .filter(Objects::nonNull).toList()));
    }

    /**
     * Those received on a day of such a row, where the table goes by that; or else all open ones, unless it is past.
     */
    private List<DossierNumber> touched(Table table, List<Row> rows) {
        var process = table.folder().equals(Procedures.SHARED) ? null : table.folder();
        return rows.stream().flatMap(row -> receipt(table, row).stream()).distinct()
                .flatMap(days -> dossiers.numbers(process, days.from(), days.to()).stream()).distinct().toList();
    }

    /** The days on which a dossier was received that the row counts for; empty where it counts for none that is open. */
    private Optional<Validity> receipt(Table table, Row row) {
        var validity = rulebook.validity(table, row);
        if (table.input(RECEIPT).isPresent()) {
            return Optional.of(validity);
        }
        return validity.on(LocalDate.now(clock)) == Validity.State.ENDED ? Optional.empty()
                : Optional.of(Validity.ALWAYS);
    }

    private static Map<String, Row> rows(Optional<Table> table) {
        Map<String, Row> rows = new LinkedHashMap<>();
        table.ifPresent(one -> one.rows().forEach(row -> rows.put(row.id(), row)));
        return rows;
    }

    private Map<String, Sheet.Line> lines(Optional<Table> table) {
        Map<String, Sheet.Line> lines = new LinkedHashMap<>();
        table.ifPresent(one -> rulebook.sheet(one).lines().forEach(line -> lines.put(line.id(), line)));
        return lines;
    }
}
