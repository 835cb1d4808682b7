package vn.phongtrao.province;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import vn.phongtrao.edition.FileTree;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.sheet.SheetFile;

/**
 * What rows of one file come, change and go. A row is its cells, in the order of the columns.
 *
 * @param stay whether rows that are gone from the file stay where they have been taken over to: units, which dossiers
 *             name for ever, and hamlets, which communes keep themselves
 */
public record RowsChanged(String file, List<String> columns, List<List<String>> added, List<Change> changed,
                          List<List<String>> gone, boolean stay) {

    private static final int LONGEST = 1000;

    /** A row that is about the same as before and says something else. */
    public record Change(List<String> before, List<String> after) {
    }

    /** For each table's files that differ, in the order of their paths. */
    static List<RowsChanged> between(FileTree before, FileTree after, List<ProvinceTable<?>> tables) {
        return before.differing(after).stream().flatMap(path -> Stream.concat(Stream.of(new UnitTable()),
                        tables.stream()).filter(table -> ("/" + path).endsWith("/" + table.file()))
                .map(table -> of(path, table, before, after))).toList();
    }

    private static RowsChanged of(String path, ProvinceTable<?> table, FileTree before, FileTree after) {
        var earlier = rows(path, table, before);
        var later = rows(path, table, after);
        List<List<String>> added = new ArrayList<>();
        List<Change> changed = new ArrayList<>();
        later.forEach((key, row) -> {
            var known = earlier.remove(key);
            if (known == null) {
                added.add(row);
            } else if (!known.equals(row)) {
                changed.add(new Change(known, row));
            }
        });
        return new RowsChanged(path, table.columns(), added, changed, List.copyOf(earlier.values()), table.stay());
    }

    /** By what says which row it is; none of a file that is not there, or that cannot be read. */
    private static Map<List<String>, List<String>> rows(String path, ProvinceTable<?> table, FileTree files) {
        Map<List<String>, List<String>> rows = new LinkedHashMap<>();
        try {
            files.find(path).ifPresent(content -> SheetFile.read(content, table.columns(), row -> {
                var cells = table.columns().stream().map(column -> row.optional(column, LONGEST).orElse("")).toList();
                return rows.put(table.key().stream().map(column -> cells.get(table.columns().indexOf(column)))
                        .toList(), cells);
            }));
        } catch (Refusal unreadable) {
            return new LinkedHashMap<>();
        }
        return rows;
    }
}
