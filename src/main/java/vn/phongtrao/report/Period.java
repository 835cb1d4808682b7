package vn.phongtrao.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * A reporting period.
 *
 * @param name   for example {@code 6 tháng đầu năm 2024}
 * @param to     last day
 * @param dueOn  last day on which a signed report is in time
 * @param closed whether it is frozen: then there are only corrections
 */
record Period(long id, String name, LocalDate from, LocalDate to, LocalDate dueOn, boolean closed) {

    static Period of(ResultSet row) throws SQLException {
        return new Period(row.getLong("id"), row.getString("name"), row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class), row.getObject("due_on", LocalDate.class),
                row.getTimestamp("closed_at") != null);
    }
}
