package vn.phongtrao.rulebook;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import vn.phongtrao.decision.StandingDecisions;
import vn.phongtrao.decision.StandingDecisions.By;
import vn.phongtrao.decision.StandingDecisions.Standing;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.OpenDossiers;
import vn.phongtrao.edition.FileTree;
import vn.phongtrao.procedure.Table;
import vn.phongtrao.procedure.Table.Row;
import vn.phongtrao.procedure.TableUse;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.rulebook.Affected.Rule;

/**
 * What changed tables would change: row by row, the open dossiers that they would touch, and the decisions that stand
 * though a rule dated back would have judged them otherwise.
 */
@Component
public class Difference {

    private static final String RECEIPT = "receivedOn";
    private static final String DECISION = "decidedOn";
    private static final int FIRST = 10;

    private final Rulebook rulebook;
    private final TableUse use;
    private final OpenDossiers dossiers;
    private final StandingDecisions decisions;
    private final Clock clock;

    Difference(Rulebook rulebook, TableUse use, OpenDossiers dossiers, StandingDecisions decisions, Clock clock) {
        this.rulebook = rulebook;
        this.use = use;
        this.dossiers = dossiers;
        this.decisions = decisions;
        this.clock = clock;
    }

    /**
     * A table that changes.
     *
     * @param added    rows that come, in words
     * @param removed  rows that go
     * @param changed  rows that say something else
     * @param touched  numbers of the open dossiers that would be judged by a row that comes, goes or changes
     * @param standing decisions that such a row would have judged; they stay as they are
     */
    public record Changed(String key, String name, List<String> headings, List<Sheet.Line> added,
                          List<Sheet.Line> removed, List<Pair> changed, List<DossierNumber> touched,
                          Decided standing) {
    }

    /** @param first the earliest ones, at most {@value #FIRST} */
    public record Decided(int count, List<Standing> first) {
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
            return after.or(() -> before).map(table -> changed(table, before, after, next)).stream();
        }).toList();
    }

    private Changed changed(Table table, Optional<Table> before, Optional<Table> after, FileTree next) {
        var oldRows = rows(before);
        var newRows = rows(after);
        var oldLines = lines(before);
        var newLines = lines(after);
        var differing = Stream.concat(oldRows.keySet().stream(), newRows.keySet().stream()).distinct()
                .filter(id -> !(oldRows.containsKey(id) && oldRows.get(id).same(newRows.get(id)))).toList();
        var processes = new TreeSet<String>();
        before.ifPresent(one -> processes.addAll(use.by(one, rulebook.files())));
        after.ifPresent(one -> processes.addAll(use.by(one, next)));
        var affected = differing.stream().flatMap(id -> Affected.by(rule(before, oldRows.get(id)),
                rule(after, newRows.get(id)), processes)).distinct().toList();
        return new Changed(table.key(), table.name(), rulebook.sheet(table).headings(),
                differing.stream().filter(id -> !oldRows.containsKey(id)).map(newLines::get).toList(),
                differing.stream().filter(id -> !newRows.containsKey(id)).map(oldLines::get).toList(),
                differing.stream().filter(id -> oldRows.containsKey(id) && newRows.containsKey(id))
                        .map(id -> new Pair(oldLines.get(id), newLines.get(id))).toList(),
                touched(affected), standing(affected));
    }

    /** Those received on such a day, where the table goes by that; or else all open ones, unless it is past. */
    private List<DossierNumber> touched(List<Affected> affected) {
        return affected.stream().flatMap(cases -> cases.day().equals(RECEIPT)
                ? dossiers.numbers(cases.processes(), cases.from(), cases.to()).stream()
                : cases.days().last().isBefore(LocalDate.now(clock)) ? Stream.empty()
                : dossiers.numbers(cases.processes(), null, null).stream()).distinct().toList();
    }

    /** What a table says of the day that it is asked on is not asked again. */
    private Decided standing(List<Affected> affected) {
        var standing = affected.stream().filter(cases -> Set.of(RECEIPT, DECISION).contains(cases.day()))
                .flatMap(cases -> decisions.between(cases.processes(), cases.day().equals(RECEIPT) ? By.RECEIPT
                        : By.DECISION, cases.from(), cases.to()).stream()).distinct()
                .sorted(Comparator.comparing(Standing::decidedOn)).toList();
        return new Decided(standing.size(), standing.stream().limit(FIRST).toList());
    }

    private static Rule rule(Optional<Table> table, Row row) {
        return row == null ? null : new Rule(table.orElseThrow(), row);
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
