package vn.phongtrao.procedure;

import java.util.List;

/** The rules that the law or a regulation can change: decision tables whose rows carry validity and legal basis. */
public interface Rules {

    /** A case that a table asks nothing of but its day. */
    record Any() {
    }

    /**
     * The rows of a decision table that match, in the table's order.
     *
     * @param table key of the decision table, for example {@code bonus}
     * @param days  the days of the case; the table's date column names the one that it goes by
     * @param facts the other inputs, each a component of that name
     * @param row   the outputs, each a component of that name; outputs without one are left out
     * @return empty when no row matches
     */
    <R extends Record> List<R> rows(String table, Days days, Record facts, Class<R> row);

    /**
     * The one row that matches.
     *
     * @throws vn.phongtrao.refusal.Refusal rule broken, when no row is in force for these facts on that day
     */
    <R extends Record> R row(String table, Days days, Record facts, Class<R> row);
}
