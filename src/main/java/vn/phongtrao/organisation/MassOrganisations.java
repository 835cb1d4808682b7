package vn.phongtrao.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

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
import vn.phongtrao.turn.Turn;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/**
 * The register of mass organisations (tổ chức quần chúng). The police officers of a commune keep it for their commune,
 * those of the tiers above for all below. Members are a number; nobody is named.
 */
@Service
@Transactional
public class MassOrganisations implements RegisterImport {

    public static final int LONGEST_NAME = 200;
    public static final int LONGEST_KIND = 100;
    public static final int MOST_MEMBERS = 1_000_000;

    static final String TURN = "mass-organisation:";

    private static final SheetForm FORM = SheetForm.of("to-chuc-quan-chung",
            SheetColumn.text("name", "column.organisation", LONGEST_NAME).told("Không ghi tên người."),
            SheetColumn.text("kind", "column.kind", LONGEST_KIND).told("Ví dụ: Tổ tự quản."),
            SheetColumn.number("members", "column.members", MOST_MEMBERS), SheetColumn.day("activeFrom", "column.active-from"),
            SheetColumn.unit("unitPath", "column.unit").optional().told("Bỏ trống thì là đơn vị của người nhập."));

    private static final String WHAT = "tổ chức quần chúng";
    private static final Sortable SORTABLE = Sortable.by("id", "unitPath", "name", "kind", "members", "activeFrom",
            "activeUntil").alphabetically("name", "kind");
    /** That an organisation is active on the day {@code :on}. */
    static final String ACTIVE = ":on between active_from and coalesce(active_until, 'infinity')";

    /** The organisations, each with its members as counted last until the day {@code :on} and until it ended. */
    static final String COUNTED = """
            (select organisation.*, counted.members, counted.counted_on
             from mass_organisation organisation cross join lateral (
                 select members, counted_on from mass_organisation_members
                 where organisation_id = organisation.id
                   and (counted_on <= least(:on, active_until) or counted_on = active_from)
                 order by counted_on desc limit 1) counted) organisation""";

    private final Units units;
    private final JdbcClient jdbc;
    private final Clock clock;

    MassOrganisations(Units units, JdbcClient jdbc, Clock clock) {
        this.units = units;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A mass organisation.
     *
     * @param kind        what it is, in words: {@code Câu lạc bộ phòng, chống tội phạm}
     * @param members     how many it has
     * @param countedOn   the day of that count
     * @param activeUntil last day; null while it is active
     */
    public record Entry(long id, UnitPath unitPath, String name, String kind, int members, LocalDate countedOn,
                        LocalDate activeFrom, LocalDate activeUntil) {
    }

    /** How many are active on a day, and how many members they have together. */
    public record Count(long organisations, long members) {
    }

    /** What is entered, see {@link Entry}. @param unitPath of a commune */
    public record Entered(UnitPath unitPath, String name, String kind, int members, LocalDate activeFrom) {
    }

    /** @param on day that they are active on, and the members counted for; null for all, as counted last */
    public record Filter(UnitPath unit, String kind, String q, LocalDate on) {
    }

    /** Those of the officer's units and below. */
    @Transactional(readOnly = true)
    public Page<Entry> list(Filter filter, Officer officer, Pageable pageable) {
        return query(filter.on()).within("unit_path", officer).under("unit_path", filter.unit())
                .where("comparable(kind) = comparable(:kind)", "kind", filter.kind())
                .where(ACTIVE, "on", filter.on())
                .finding("found_by ~ :q", "q", filter.q()).page(pageable);
    }

    /** Those of all these communes together. */
    @Transactional(readOnly = true)
    public Count on(List<UnitPath> communes, LocalDate day) {
        return jdbc.sql("""
                        select count(*) as organisations, coalesce(sum(members), 0) as members from %s
                        where unit_path = any(:communes) and %s""".formatted(COUNTED, ACTIVE))
                .param("communes", UnitPath.values(communes)).param("on", day)
                .query((row, index) -> new Count(row.getLong("organisations"), row.getLong("members"))).single();
    }

    /**
     * @throws Refusal forbidden, but for police officers of the commune and above; rule broken, for a unit that is no
     *                 commune in force, a day to come, or a name that is active there on that day or later
     */
    public Entry enter(Entered entered, Officer officer) {
        var commune = units.inForce(entered.unitPath()).filter(unit -> unit.tier() == Tier.COMMUNE).orElseThrow(() ->
                Refusal.broken("unitPath", "Không có xã, phường, thị trấn \"%s\"".formatted(entered.unitPath())));
        return enter(commune, entered, officer);
    }

    private Entry enter(Unit commune, Entered entered, Officer officer) {
        requireKeeper(commune.path(), officer);
        requirePast("activeFrom", entered.activeFrom());
        requireFree(commune, entered.name(), entered.activeFrom());
        var id = jdbc.sql("""
                        insert into mass_organisation (unit_path, name, kind, active_from)
                        values (:unit, :name, :kind, :from) returning id""")
                .param("unit", commune.path().value()).param("name", entered.name()).param("kind", entered.kind())
                .param("from", entered.activeFrom()).query(Long.class).single();
        keep(id, entered.activeFrom(), entered.members(), officer);
        return query(null).require(id, WHAT);
    }

    private void requireFree(Unit commune, String name, LocalDate from) {
        takeTurn(commune.path());
        if (jdbc.sql("""
                        select exists (select 1 from mass_organisation where unit_path = ?
                                         and coalesce(active_until, 'infinity') >= ?
                                         and comparable(name) = comparable(?))""")
                .params(commune.path().value(), from, name).query(Boolean.class).single()) {
            throw Refusal.broken("name", "Tổ chức cùng tên hoạt động trong thời gian đó đã có trong sổ của "
                    + commune.fullName());
        }
    }

    /**
     * Keeps how many members there are since a day; another count of that day takes the place of the first.
     *
     * @throws Refusal not found; forbidden; rule broken, for a day to come or outside the days it is active
     */
    public Entry count(long id, LocalDate on, int members, Officer officer) {
        var organisation = required(id, officer);
        requirePast("countedOn", on);
        if (on.isBefore(organisation.activeFrom())
                || organisation.activeUntil() != null && on.isAfter(organisation.activeUntil())) {
            throw Refusal.broken("countedOn", "Ngày thống kê phải trong thời gian tổ chức hoạt động");
        }
        keep(id, on, members, officer);
        return query(null).require(id, WHAT);
    }

    /**
     * Ends an organisation with that day.
     *
     * @throws Refusal not found; forbidden; rule broken, for a day to come or before its first; conflict, when it has
     *                 ended
     */
    public Entry close(long id, LocalDate lastDay, Officer officer) {
        var organisation = required(id, officer);
        requirePast("lastDay", lastDay);
        if (lastDay.isBefore(organisation.activeFrom())) {
            throw Refusal.broken("lastDay", "Ngày cuối không được trước ngày bắt đầu");
        }
        if (jdbc.sql("update mass_organisation set active_until = ? where id = ? and active_until is null")
                .params(lastDay, id).update() == 0) {
            throw Refusal.conflict("Tổ chức này đã ngừng hoạt động");
        }
        return query(null).require(id, WHAT);
    }

    @Override
    public String register() {
        return "/api/mass-organisations";
    }

    @Override
    public SheetForm form() {
        return FORM;
    }

    @Override
    public boolean takesFrom(Officer officer) {
        return !officer.unitsAs(Position.POLICE_OFFICER).isEmpty();
    }

    /**
     * Enters the rows of a file with columns unitPath (blank: the officer's commune in force), name, kind, members,
     * activeFrom, all or none.
     *
     * @return how many
     * @throws Refusal forbidden; malformed; rule broken, naming each wrong row
     */
    public int load(byte[] file, Officer officer) {
        var own = officer.unitsAs(Position.POLICE_OFFICER);
        if (own.isEmpty()) {
            throw notAKeeper();
        }
        return FORM.read(file, row -> enter(commune(row, own), new Entered(null,
                row.name("name", LONGEST_NAME), row.name("kind", LONGEST_KIND),
                row.number("members", 0, MOST_MEMBERS), row.date("activeFrom")), officer)).size();
    }

    private Unit commune(SheetRow row, List<UnitPath> own) {
        return row.optionalOnly("unitPath", units::called).map(Unit::path).map(List::of).orElse(own).stream()
                .flatMap(path -> units.inForce(path).stream()).findFirst().filter(unit -> unit.tier() == Tier.COMMUNE)
                .orElseThrow(() -> Refusal.broken("unitPath", "không có xã, phường, thị trấn này"));
    }

    private void keep(long id, LocalDate on, int members, Officer officer) {
        jdbc.sql("""
                        insert into mass_organisation_members (organisation_id, counted_on, members, counted_by)
                        values (:id, :on, :members, :by)
                        on conflict (organisation_id, counted_on)
                        do update set members = excluded.members, counted_by = excluded.counted_by""")
                .param("id", id).param("on", on).param("members", members).param("by", officer.id()).update();
    }

    /** As it is when it is this one's turn. */
    private Entry required(long id, Officer officer) {
        var organisation = query(null).within("unit_path", officer).require(id, WHAT);
        requireKeeper(organisation.unitPath(), officer);
        takeTurn(organisation.unitPath());
        return query(null).require(id, WHAT);
    }

    /** Those who keep the organisations of one commune come one after the other. */
    private void takeTurn(UnitPath commune) {
        Turn.take(jdbc, TURN + commune);
    }

    private static void requireKeeper(UnitPath commune, Officer officer) {
        if (officer.unitsAs(Position.POLICE_OFFICER).stream().noneMatch(unit -> unit.covers(commune))) {
            throw notAKeeper();
        }
    }

    private static Refusal notAKeeper() {
        return Refusal.forbidden("Chỉ cán bộ Công an của đơn vị và cấp trên được cập nhật sổ tổ chức quần chúng");
    }

    private void requirePast(String field, LocalDate day) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw Refusal.broken(field, "Ngày chưa tới");
        }
    }

    private RegisterQuery<Entry> query(LocalDate on) {
        return new RegisterQuery<>(jdbc, COUNTED, SORTABLE, MassOrganisations::entry)
                .with("on", on == null ? LocalDate.now(clock) : on);
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        return new Entry(row.getLong("id"), UnitPath.of(row.getString("unit_path")), row.getString("name"),
                row.getString("kind"), row.getInt("members"), row.getObject("counted_on", LocalDate.class),
                row.getObject("active_from", LocalDate.class), row.getObject("active_until", LocalDate.class));
    }
}
