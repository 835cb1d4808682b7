package vn.phongtrao.hamlet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.register.RegisterImport;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.register.Sortable;
import vn.phongtrao.security.Officer;
import vn.phongtrao.sheet.SheetColumn;
import vn.phongtrao.sheet.SheetForm;
import vn.phongtrao.sheet.SheetRow;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.Hamlet;
import vn.phongtrao.unit.Hamlets;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** The hamlets of a commune. Everybody may read them; the commune's own committee clerks keep them. */
@Service
@Transactional
public class HamletList implements RegisterImport {

    private static final int LONGEST_NAME = 100;
    private static final SheetColumn NAME = SheetColumn.text("name", "column.hamlet-name", LONGEST_NAME);
    private static final SheetColumn BEGINNING = SheetColumn.day("validFrom", "column.in-force-since").optional()
            .told("Bỏ trống thì từ hôm nay.");
    private static final SheetForm OF_COMMUNE = SheetForm.of("khom-ap", NAME, BEGINNING);
    private static final SheetForm FORM = SheetForm.of("khom-ap", NAME, BEGINNING,
            SheetColumn.unit("unitPath", "column.unit").optional().told("Bỏ trống thì là đơn vị của người nhập."));
    private static final Sortable SORTABLE = Sortable.by("path", "code", "name", "unitPath=commune_path", "validFrom")
            .alphabetically("name");

    private final Units units;
    private final Hamlets hamlets;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    HamletList(Units units, Hamlets hamlets, ApplicationEventPublisher events, JdbcClient jdbc, Clock clock) {
        this.units = units;
        this.hamlets = hamlets;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A hamlet as the register shows it.
     *
     * @param validTo last day of validity; null while in force
     * @param sample  invented, to try the system with
     */
    public record Entry(UnitPath path, UnitPath unitPath, String code, String name, LocalDate validFrom,
                        LocalDate validTo, boolean sample) {
    }

    /**
     * What a list is asked for; null leaves a criterion out.
     *
     * @param unit   where they lie, or above
     * @param closed whether those that are no longer in force are listed, too
     * @param name   a part of it
     * @param on     a day that they are in force on
     * @param q      words of its name, code or commune's name
     */
    public record Filter(UnitPath unit, boolean closed, String name, LocalDate on, String q) {
    }

    /** Those of every unit: hamlets are no secret. */
    @Transactional(readOnly = true)
    public Page<Entry> list(Filter filter, Pageable pageable) {
        var today = filter.closed() || filter.on() != null ? null : LocalDate.now(clock);
        return new RegisterQuery<>(jdbc, "hamlet", SORTABLE, HamletList::entry)
                .under("commune_path", filter.unit())
                .where("coalesce(valid_to, 'infinity') >= :today", "today", today)
                .where(":on between valid_from and coalesce(valid_to, 'infinity')", "on", filter.on())
                .finding("searchable(name) ~ :name", "name", filter.name())
                .finding("""
                        searchable(name || ' ' || code || ' ' || (select full_name from unit where unit.path = commune_path))
                        ~ :q""", "q", filter.q())
                .page(pageable);
    }

    /** Those of a commune, see {@link Filter}. @throws Refusal not found */
    @Transactional(readOnly = true)
    public Page<Entry> list(UnitPath communePath, boolean closed, String name, String q, Pageable pageable) {
        return list(new Filter(commune(communePath).path(), closed, name, null, q), pageable);
    }

    /**
     * Adds a hamlet under the commune's next code.
     *
     * @throws Refusal not found; forbidden; rule broken, when a hamlet of that name is in force then or later, or the commune is not
     */
    public Entry create(UnitPath communePath, String name, LocalDate validFrom, Officer officer) {
        var commune = beginning(communePath, officer);
        lock(commune);
        return add(commune, name, validFrom);
    }

    /** @throws Refusal not found; forbidden; rule broken, when a hamlet of that name is in force at the same time */
    public Entry rename(UnitPath communePath, String code, String name, Officer officer) {
        var commune = own(communePath, officer);
        lock(commune);
        var hamlet = require(commune, code);
        requireFree("name", commune, name, hamlet.validFrom(), hamlet.validTo(), hamlet.path().value());
        return jdbc.sql("update hamlet set name = ? where path = ? returning *").params(name, hamlet.path().value())
                .query(HamletList::entry).single();
    }

    /**
     * Ends a hamlet with that day. One that is closed gets another last day as long as the one it has is still to come.
     *
     * @throws Refusal not found; forbidden; rule broken, for a day before its first, while something lies in it, where its last day has come, or where another
     *                 has its name until the new one
     */
    public Entry close(UnitPath communePath, String code, LocalDate lastDay, Officer officer) {
        var commune = own(communePath, officer);
        lock(commune);
        var hamlet = require(commune, code);
        if (lastDay.isBefore(hamlet.validFrom())) {
            throw Refusal.broken("lastDay", "Ngày cuối không được trước ngày bắt đầu");
        }
        if (hamlet.validTo() != null && !hamlet.validTo().isAfter(LocalDate.now(clock))) {
            throw Refusal.broken("lastDay", "Khóm, ấp này đã kết thúc ngày " + Wording.day(hamlet.validTo()));
        }
        requireFree("lastDay", commune, hamlet.name(), hamlet.validFrom(), lastDay, hamlet.path().value());
        events.publishEvent(new HamletClosing(hamlet, lastDay));
        return jdbc.sql("update hamlet set valid_to = ? where path = ? returning *")
                .params(lastDay, hamlet.path().value()).query(HamletList::entry).single();
    }

    @Override
    public String register() {
        return "/api/hamlets";
    }

    @Override
    public SheetForm form() {
        return FORM;
    }

    /** The columns of a file of one commune. */
    public SheetForm formOfCommune() {
        return OF_COMMUNE;
    }

    @Override
    public boolean takesFrom(Officer officer) {
        return ownCommune(officer).isPresent();
    }

    private Optional<UnitPath> ownCommune(Officer officer) {
        return officer.unitsAs(Position.COMMITTEE_CLERK).stream()
                .filter(path -> units.inForce(path).filter(unit -> unit.tier() == Tier.COMMUNE).isPresent()).findFirst();
    }

    /**
     * Adds the rows of a file with columns name, validFrom (blank: today) and unitPath (blank: the officer's commune),
     * all or none.
     *
     * @return how many
     * @throws Refusal forbidden, but for committee clerks of communes; malformed; rule broken, naming each wrong row
     */
    public int load(byte[] file, Officer officer) {
        var own = ownCommune(officer).orElseThrow(HamletList::notAKeeper);
        return FORM.read(file, row -> {
            var asked = row.optionalOnly("unitPath", units::called).map(Unit::path).orElse(own);
            if (units.find(asked).filter(unit -> unit.tier() == Tier.COMMUNE).isEmpty()) {
                throw Refusal.broken("unitPath", "không phải là xã, phường, thị trấn");
            }
            var commune = beginning(asked, officer);
            lock(commune);
            return add(commune, row);
        }).size();
    }

    /**
     * Adds the rows of a file with columns name and validFrom (blank: today), all or none.
     *
     * @return how many
     * @throws Refusal not found; forbidden; malformed; rule broken, naming each wrong row
     */
    public int load(UnitPath communePath, byte[] file, Officer officer) {
        var commune = beginning(communePath, officer);
        lock(commune);
        return OF_COMMUNE.read(file, row -> add(commune, row)).size();
    }

    private Entry add(Unit commune, SheetRow row) {
        return add(commune, row.name("name", LONGEST_NAME),
                row.optionalDate("validFrom").orElseGet(() -> LocalDate.now(clock)));
    }

    private Entry add(Unit commune, String name, LocalDate validFrom) {
        requireFree("name", commune, name, validFrom, null, "");
        var next = jdbc.sql("""
                        select coalesce(max(cast(split_part(code, '-', 2) as integer)), 0) + 1 from hamlet
                        where commune_path = ?""").param(commune.path().value()).query(Integer.class).single();
        var code = "%s-%02d".formatted(commune.code(), next);
        return jdbc.sql("""
                        insert into hamlet (path, commune_path, code, name, valid_from)
                        values (:path, :commune, :code, :name, :from) returning *""")
                .param("path", commune.path().child(code).value()).param("commune", commune.path().value())
                .param("code", code).param("name", name).param("from", validFrom).query(HamletList::entry).single();
    }

    /** @param to null for one that does not end */
    private void requireFree(String field, Unit commune, String name, LocalDate from, LocalDate to, String exceptPath) {
        jdbc.sql("""
                        select * from hamlet
                        where commune_path = :commune and comparable(name) = comparable(:name) and path <> :except
                          and valid_from <= coalesce(cast(:to as date), 'infinity') and coalesce(valid_to, 'infinity') >= :from
                        order by path limit 1""")
                .param("commune", commune.path().value()).param("name", name).param("except", exceptPath).param("from", from).param("to", to)
                .query(HamletList::entry).optional().ifPresent(other -> {
                    throw Refusal.broken(field, other.validTo() == null ? "Đơn vị đã có khóm, ấp tên này"
                            : "Đơn vị đã có khóm, ấp tên này đến hết ngày " + Wording.day(other.validTo()));
                });
    }

    private Hamlet require(Unit commune, String code) {
        return hamlets.of(commune.path()).stream().filter(hamlet -> hamlet.code().equals(code)).findFirst()
                .orElseThrow(() -> Refusal.notFound("Đơn vị không có khóm, ấp mang mã này"));
    }

    private Unit commune(UnitPath path) {
        return units.find(path).filter(unit -> unit.tier() == Tier.COMMUNE)
                .orElseThrow(() -> Refusal.notFound("Không có đơn vị cấp xã \"%s\"".formatted(path)));
    }

    /** A hamlet begins only in a commune that is in force. */
    private Unit beginning(UnitPath communePath, Officer officer) {
        var commune = own(communePath, officer);
        return units.inForce(commune.path()).orElseThrow(() ->
                Refusal.broken(null, "%s không còn hoạt động".formatted(commune.fullName())));
    }

    /** A commune's own clerks keep its list, and those of the commune in charge once it has ended. */
    private Unit own(UnitPath communePath, Officer officer) {
        var commune = commune(communePath);
        if (!officer.holds(commune.path(), Position.COMMITTEE_CLERK)) {
            throw notAKeeper();
        }
        return commune;
    }

    private static Refusal notAKeeper() {
        return Refusal.forbidden("Chỉ công chức của Ủy ban nhân dân chính đơn vị này được sửa danh sách khóm, ấp");
    }

    /** Those who change the same commune's list take turns. */
    private void lock(Unit commune) {
        jdbc.sql("select path from unit where path = ? for no key update").param(commune.path().value())
                .query(String.class).single();
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        return new Entry(UnitPath.of(row.getString("path")), UnitPath.of(row.getString("commune_path")),
                row.getString("code"), row.getString("name"), row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class), row.getBoolean("sample"));
    }
}
