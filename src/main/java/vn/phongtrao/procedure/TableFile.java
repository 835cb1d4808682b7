package vn.phongtrao.procedure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What the rows of a decision table say, whatever they are asked: read from its file, to check it as a whole. */
public final class TableFile {

    private TableFile() {
    }

    /**
     * A row.
     *
     * @param table key of the decision table
     * @param id    of the row
     * @param says  its outputs
     */
    public record Row<R extends Record>(String table, String id, R says) {
    }

    /**
     * The rows in their order.
     *
     * @param row the outputs, each a component of that name; outputs without one are left out
     * @throws IllegalArgumentException for a file that is no decision table, or whose cells are of another type
     */
    public static <R extends Record> List<Row<R>> rows(byte[] file, Class<R> row) {
        var table = DecisionTable.read(file);
        return table.rows().stream().map(one -> new Row<>(table.key(), one.id(), Binding.bind(cells(table, one), row)))
                .toList();
    }

    private static Map<String, String> cells(DecisionTable table, DecisionTable.Row row) {
        Map<String, String> cells = new HashMap<>();
        IntStream.range(0, Math.min(table.outputs().size(), row.outputs().size())).forEach(index ->
                cells.put(table.outputs().get(index).name(), literal(row.outputs().get(index))));
        return cells;
    }

    /** Texts without their quotation marks; Jackson makes numbers and truth values of the rest. */
    private static String literal(String cell) {
        return cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"") ? cell.substring(1, cell.length() - 1) : cell;
    }
}
