package vn.phongtrao.procedure;

import java.util.Map;
import java.util.Set;

/** Asks a table in force what it says of a case that nobody has. */
public interface TableTrial {

    /**
     * @param table  key of a decision table
     * @param inputs a value for each input, by its name: a text, number, truth value or day; those left out are unknown
     * @return ids of the rows that match
     * @throws vn.phongtrao.refusal.Refusal rule broken, where the table cannot answer, in words
     */
    Set<String> matching(String table, Map<String, Object> inputs);
}
