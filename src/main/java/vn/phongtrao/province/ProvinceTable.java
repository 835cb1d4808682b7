package vn.phongtrao.province;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.edition.Finding;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.sheet.SheetRow;

/**
 * A table that provinces bring rows for, each in a CSV file of its folder. A file of that name beside the folders holds
 * for every province; what a province's own file says of a subject takes the place of what that one says of it. Beans
 * of this type need nothing else, so that files are checked without a database.
 *
 * @param <R> a row
 */
public interface ProvinceTable<R extends ProvinceTable.Row> {

    /** A row, read. */
    interface Row {

        /** What it is about. Two rows about the same must not hold on the same day. */
        String subject();

        default Period period() {
            return Period.ALWAYS;
        }
    }

    /** Name of the file, for example {@code places.csv}. */
    String file();

    List<String> columns();

    /** The columns that say which row it is. */
    List<String> key();

    /**
     * @return empty for a row that holds on no day of this province
     * @throws Refusal the row is wrong; the message says what is wrong and, after a semicolon, what to do
     */
    Optional<R> row(SheetRow row, ProvinceUnits units);

    /**
     * Takes the rows over. They are all there is to say of their subjects; what is in the table of other subjects
     * stays, for an organisation may have put it there by hand.
     *
     * @param jdbc within the transaction that takes all of the province over
     */
    void load(List<R> rows, JdbcClient jdbc);

    /** Takes rows back that files said, and do not say any more. */
    default void remove(List<R> rows, JdbcClient jdbc) {
    }

    /** Whether such rows stay nevertheless. */
    default boolean stay() {
        return false;
    }

    /**
     * What the rules that the program brings miss in the rows. Asked where there is no database: with one, the rules in
     * force tell.
     *
     * @param rows of all provinces
     */
    default Stream<Finding> missed(List<R> rows) {
        return Stream.of();
    }
}
