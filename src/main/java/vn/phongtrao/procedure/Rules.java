package vn.phongtrao.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The rules that the law or a regulation can change: decision tables whose rows carry validity and legal basis. */
public interface Rules {

    /**
     * The rows of a decision table that match, in the table's order.
     *
     * @param table key of the decision table, for example {@code bonus}
     * @param on    the date whose rules apply; the table sees it as input {@code date}
     * @param facts the other inputs, by name
     * @return the outputs of each matching row, by name; empty when no row matches
     */
    List<Map<String, Object>> rows(String table, LocalDate on, Map<String, ?> facts);

    /**
     * The one row that matches.
     *
     * @throws vn.phongtrao.refusal.Refusal rule broken, when no row is in force for these facts on that date
     */
    Map<String, Object> row(String table, LocalDate on, Map<String, ?> facts);
}
