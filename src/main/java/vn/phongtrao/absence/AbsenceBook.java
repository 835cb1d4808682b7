package vn.phongtrao.absence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.register.Sortable;
import vn.phongtrao.security.Manner;
import vn.phongtrao.security.Officer;
import vn.phongtrao.turn.Turn;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/** The tables of absences: as they stand, and all that was ever entered. */
@Component
class AbsenceBook {

    private static final Sortable SORTABLE = Sortable.by("id", "from=from_day", "to=to_day", "unitPath", "absent", "deputy");

    private final JdbcClient jdbc;
    private final Clock clock;

    AbsenceBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whoever enters an absence sees those that others have entered. */
    void takeTurn() {
        Turn.take(jdbc, "absence");
    }

    Page<Absence> list(UnitPath unit, LocalDate on, Officer officer, Pageable pageable) {
        return visible(officer).under("unit_path", unit)
                .where("ended_at is null and :on between from_day and to_day", "on", on).page(pageable);
    }

    /** @throws vn.phongtrao.refusal.Refusal not found; forbidden, where it is not the officer's to see */
    Absence require(long id, Officer officer) {
        return visible(officer).require(id, "lần khai vắng");
    }

    private RegisterQuery<Absence> visible(Officer officer) {
        return new RegisterQuery<>(jdbc, "absence", SORTABLE, this::absence)
                .visible("unit_path", officer, "(:officer in (absent, deputy))");
    }

    /** Those that are in force on some of the days, of whoever is away or stands in. */
    List<Absence> during(LocalDate from, LocalDate to, List<String> users) {
        return jdbc.sql("""
                        select * from absence
                        where ended_at is null and from_day <= :to and to_day >= :from
                          and (absent in (:users) or deputy in (:users)) order by id""")
                .param("from", from).param("to", to).param("users", users).query(this::absence).list();
    }

    /** Those that may be in force today or on a later day, and in which somebody signs for somebody. */
    List<Absence> signing(LocalDate today) {
        return jdbc.sql("select * from absence where ended_at is null and to_day >= ? and manner <> ? order by id")
                .params(today, Manner.SAME_POSITION.id()).query(this::absence).list();
    }

    List<Absence> toHandOver(LocalDate today) {
        return jdbc.sql("""
                        select * from absence
                        where ended_at is null and handed_over_at is null and ? between from_day and to_day
                        order by id""").param(today).query(this::absence).list();
    }

    void handedOver(long id) {
        jdbc.sql("update absence set handed_over_at = ? where id = ? and handed_over_at is null")
                .params(now(), id).update();
    }

    Absence add(Post post, String absent, String absentName, String deputyName, Terms terms, Officer officer) {
        var added = jdbc.sql("""
                        insert into absence (unit_path, position, absent, absent_name, deputy, deputy_name, from_day,
                                             to_day, manner, title, mandate_number, mandate_date, entered_by, entered_at)
                        values (:unit, :position, :absent, :absentName, :deputy, :deputyName, :from, :to, :manner,
                                :title, :mandate, :mandated, :by, :at) returning *""")
                .param("unit", post.unitPath().value()).param("position", post.position().id())
                .param("absent", absent).param("absentName", absentName).param("deputy", terms.deputy())
                .param("deputyName", deputyName).param("from", terms.from()).param("to", terms.to())
                .param("manner", terms.manner().id()).param("title", terms.title())
                .param("mandate", terms.mandateNumber()).param("mandated", terms.mandateDate())
                .param("by", officer.id()).param("at", now()).query(this::absence).single();
        note(added.id(), "entered", officer.id());
        return added;
    }

    void change(long id, String deputyName, Terms terms, Officer officer) {
        jdbc.sql("""
                        update absence set deputy = :deputy, deputy_name = :deputyName, from_day = :from, to_day = :to,
                               manner = :manner, title = :title, mandate_number = :mandate, mandate_date = :mandated
                        where id = :id""")
                .param("id", id).param("deputy", terms.deputy()).param("deputyName", deputyName)
                .param("from", terms.from()).param("to", terms.to()).param("manner", terms.manner().id())
                .param("title", terms.title()).param("mandate", terms.mandateNumber())
                .param("mandated", terms.mandateDate()).update();
        note(id, "changed", officer.id());
    }

    /** @param act whether it had begun: {@code ended}, or {@code cancelled}. @return false where it has ended before */
    boolean end(long id, String act, String officer) {
        if (jdbc.sql("update absence set ended_at = ? where id = ? and ended_at is null").params(now(), id).update() == 0) {
            return false;
        }
        note(id, act, officer);
        return true;
    }

    List<Absences.Entry> history(long id) {
        return jdbc.sql("select * from absence_change where absence_id = ? order by id desc").param(id)
                .query((row, index) -> new Absences.Entry(row.getString("act"), day(row, "from_day"),
                        day(row, "to_day"), row.getString("deputy"), row.getString("deputy_name"),
                        Manner.of(row.getString("manner")), row.getString("title"), row.getString("mandate_number"),
                        day(row, "mandate_date"), row.getString("entered_by"), instant(row, "entered_at"))).list();
    }

    private void note(long id, String act, String officer) {
        jdbc.sql("""
                        insert into absence_change (absence_id, act, from_day, to_day, deputy, deputy_name, manner, title,
                                                    mandate_number, mandate_date, entered_by, entered_at)
                        select id, :act, from_day, to_day, deputy, deputy_name, manner, title, mandate_number,
                               mandate_date, :by, :at from absence where id = :id""")
                .param("id", id).param("act", act).param("by", officer).param("at", now()).update();
    }

    private Absence absence(ResultSet row, int index) throws SQLException {
        var manner = Manner.of(row.getString("manner"));
        var from = day(row, "from_day");
        var to = day(row, "to_day");
        var ended = instant(row, "ended_at");
        return new Absence(row.getLong("id"), UnitPath.of(row.getString("unit_path")),
                Position.of(row.getString("position")), row.getString("absent"), row.getString("absent_name"),
                row.getString("deputy"), row.getString("deputy_name"), from, to, manner, Absence.name(manner),
                row.getString("title"), row.getString("mandate_number"), day(row, "mandate_date"),
                Absence.state(from, to, ended, LocalDate.now(clock)), row.getString("entered_by"),
                instant(row, "entered_at"), ended);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
