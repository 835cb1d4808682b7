package vn.phongtrao.holiday;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.refusal.Refusal;

/** The tables of the calendar: rows as they are, years that were declared complete, and all that was ever entered. */
@Component
class CalendarBook {

    /** What PostgreSQL says when the time to wait for a lock is over. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final JdbcClient jdbc;
    private final Clock clock;

    CalendarBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A year that somebody declared complete. @param document that names its days off */
    record Declared(int year, String document, String declaredBy, Instant declaredAt) {
    }

    long revision() {
        return jdbc.sql("select calendar_revision()").query(Long.class).single();
    }

    /**
     * Takes the calendar for the rest of the transaction: nobody keeps a date meanwhile.
     *
     * @return its revision
     * @throws Refusal conflict, when dates are being kept all the time
     */
    long take() {
        try {
            return jdbc.sql("select take_calendar()").query(Long.class).single();
        } catch (DataAccessException waited) {
            if (waited.getMostSpecificCause() instanceof SQLException said
                    && LOCK_NOT_AVAILABLE.equals(said.getSQLState())) {
                throw Refusal.conflict("Đang có người xử lý hồ sơ hoặc sửa lịch; hãy thử lại sau ít phút");
            }
            throw waited;
        }
    }

    Map<LocalDate, CalendarRow> rows() {
        return jdbc.sql("select * from calendar_day").query(CalendarBook::row).list().stream()
                .collect(Collectors.toMap(CalendarRow::day, Function.identity()));
    }

    List<Years.Line> lines(int year) {
        return jdbc.sql("""
                        select calendar_day.*, last.entered_by, last.entered_at from calendar_day
                        left join lateral (select entered_by, entered_at from calendar_change change
                                           where change.year = :year and change.day = calendar_day.day
                                           order by id desc limit 1) last on true
                        where extract(year from day) = :year order by day""").param("year", year)
                .query((row, index) -> new Years.Line(row.getObject("day", LocalDate.class),
                        DayKind.of(row.getString("kind")), row.getString("name"), row.getString("legal_basis"),
                        row.getObject("in_place_of", LocalDate.class), row.getString("entered_by"),
                        instant(row, "entered_at"))).list();
    }

    List<Years.Entry> history(int year) {
        return jdbc.sql("select * from calendar_change where year = ? order by id desc").param(year)
                .query((row, index) -> new Years.Entry(row.getLong("id"), row.getString("act"),
                        row.getObject("day", LocalDate.class),
                        row.getString("kind") == null ? null : DayKind.of(row.getString("kind")), row.getString("name"),
                        row.getString("legal_basis"), row.getObject("in_place_of", LocalDate.class),
                        row.getString("reason"), row.getString("entered_by"), instant(row, "entered_at"))).list();
    }

    Optional<Declared> declared(int year) {
        return jdbc.sql("select * from calendar_year where year = ?").param(year)
                .query((row, index) -> new Declared(row.getInt("year"), row.getString("document"),
                        row.getString("declared_by"), instant(row, "declared_at"))).optional();
    }

    void add(CalendarRow row, String officer) {
        jdbc.sql("insert into calendar_day (day, kind, name, legal_basis, in_place_of) values (?, ?, ?, ?, ?)")
                .params(row.day(), row.kind().id(), row.name(), row.legalBasis(), row.inPlaceOf()).update();
        note("added", row, null, officer);
    }

    void change(CalendarRow row, String reason, String officer) {
        jdbc.sql("update calendar_day set kind = ?, name = ?, legal_basis = ?, in_place_of = ? where day = ?")
                .params(row.kind().id(), row.name(), row.legalBasis(), row.inPlaceOf(), row.day()).update();
        note("changed", row, reason, officer);
    }

    void withdraw(CalendarRow row, String reason, String officer) {
        jdbc.sql("delete from calendar_day where day = ?").param(row.day()).update();
        note("withdrawn", row, reason, officer);
    }

    void declare(int year, String document, String officer) {
        var now = Timestamp.from(clock.instant());
        jdbc.sql("""
                insert into calendar_year (year, document, declared_by, declared_at) values (?, ?, ?, ?)
                on conflict (year) do update set document = excluded.document, declared_by = excluded.declared_by,
                                                 declared_at = excluded.declared_at""")
                .params(year, document, officer, now).update();
        jdbc.sql("insert into calendar_change (act, year, legal_basis, entered_by, entered_at) values (?, ?, ?, ?, ?)")
                .params("declared", year, document, officer, now).update();
    }

    private void note(String act, CalendarRow row, String reason, String officer) {
        jdbc.sql("""
                insert into calendar_change (act, year, day, kind, name, legal_basis, in_place_of, reason, entered_by,
                                             entered_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(act, row.day().getYear(), row.day(), row.kind().id(), row.name(), row.legalBasis(),
                        row.inPlaceOf(), reason, officer, Timestamp.from(clock.instant())).update();
    }

    private static CalendarRow row(ResultSet row, int index) throws SQLException {
        return new CalendarRow(row.getObject("day", LocalDate.class), DayKind.of(row.getString("kind")),
                row.getString("name"), row.getString("legal_basis"), row.getObject("in_place_of", LocalDate.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
