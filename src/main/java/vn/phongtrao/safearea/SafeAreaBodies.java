package vn.phongtrao.safearea;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.language.Labels;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.register.RegisterImport;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.register.Sortable;
import vn.phongtrao.security.Officer;
import vn.phongtrao.sheet.SheetColumn;
import vn.phongtrao.sheet.SheetForm;
import vn.phongtrao.sheet.SheetRow;
import vn.phongtrao.text.PlainText;
import vn.phongtrao.turn.Turn;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/**
 * The register of agencies, enterprises and schools that are examined for the standard (Thông tư 124/2021/TT-BCA, Điều
 * 1 khoản 2 điểm b). The police officers of a commune keep it for their commune, those of the tiers above for all below.
 */
@Service
@Transactional
public class SafeAreaBodies implements RegisterImport {

    public static final int LONGEST_NAME = 200;

    private static final String REGISTER = "sổ cơ quan, doanh nghiệp, cơ sở giáo dục";
    private static final String WHAT = "cơ quan, doanh nghiệp, cơ sở giáo dục";
    private static final SheetForm FORM = SheetForm.of("co-quan-doanh-nghiep",
            SheetColumn.unit("unit", "column.unit").told("Xã, phường, thị trấn nơi đóng trụ sở."),
            SheetColumn.choice("kind", "column.kind", "body-kind"), SheetColumn.choice("type", "column.body-type", "body-type"),
            SheetColumn.text("name", "column.body", LONGEST_NAME).told("Không ghi tên người."),
            SheetColumn.choice("manager", "column.body-manager", "body-manager"),
            SheetColumn.day("validFrom", "column.active-from"));
    private static final Sortable SORTABLE = Sortable.by("id", "unitPath", "kind", "type", "name", "manager",
            "validFrom", "validTo").alphabetically("name");

    private final JdbcClient jdbc;
    private final Units units;
    private final AreaStandards standards;
    private final Clock clock;

    SafeAreaBodies(JdbcClient jdbc, Units units, AreaStandards standards, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.standards = standards;
        this.clock = clock;
    }

    /** Whose the body is, and so who recognises it. */
    enum Manager {
        COMMUNE, UPPER;

        static Manager of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }

        /** Variant of the procedure that its tables know. */
        String form() {
            return this == COMMUNE ? "body" : "upper-body";
        }
    }

    /**
     * An agency, enterprise or school.
     *
     * @param code     what forms and files call it by, beside its name
     * @param path     of the body, which results and registrations know it by
     * @param unitPath the commune
     * @param kind     {@code agency}, {@code enterprise} or {@code school}
     * @param type     what kind of school, how big an enterprise
     * @param manager  {@code commune}, or {@code upper} for a tier above
     * @param validTo  last day; null while it is there
     */
    public record Body(long id, String code, UnitPath path, UnitPath unitPath, String kind, String kindName, String type,
                       String typeName, String name, String manager, String managerName, LocalDate validFrom,
                       LocalDate validTo) {

        private boolean isCalled(String text) {
            return code.equals(text) || PlainText.comparable(name).equals(PlainText.comparable(text));
        }
    }

    /** What is entered, see {@link Body}. */
    public record Entered(UnitPath unitPath, String kind, String type, String name, String manager,
                          LocalDate validFrom) {
    }

    /** What a list is asked for; null leaves a criterion out. @param on a day on which they are there */
    public record Filter(UnitPath unit, String kind, String type, String manager, String q, LocalDate on) {
    }

    /** Those of the officer's units and below. */
    @Transactional(readOnly = true)
    public Page<Body> list(Filter filter, Officer officer, Pageable pageable) {
        return query().within("unit_path", officer).under("unit_path", filter.unit())
                .where("kind = :kind", "kind", filter.kind()).where("type = :type", "type", filter.type())
                .where("manager = :manager", "manager", filter.manager())
                .where(":on between valid_from and coalesce(valid_to, 'infinity')", "on", filter.on())
                .finding("found_by ~ :q", "q", filter.q()).page(pageable);
    }

    /** Those of a commune that are there today, and of the communes whose business it does. */
    @Transactional(readOnly = true)
    List<Body> of(UnitPath commune) {
        return jdbc.sql("""
                        select * from safe_area_body where unit_path = any(:communes)
                          and :today between valid_from and coalesce(valid_to, 'infinity')
                        order by name collate vietnamese, id""")
                .param("communes", UnitPath.values(units.inChargeOf(commune)))
                .param("today", LocalDate.now(clock)).query(SafeAreaBodies::body).list();
    }

    /** The body at that path, at whatever time. */
    @Transactional(readOnly = true)
    Body at(UnitPath path) {
        return jdbc.sql("select * from safe_area_body where path = ?").param(path.value()).query(SafeAreaBodies::body)
                .single();
    }

    /** @param text code or name @throws Refusal malformed, naming field {@code body} */
    @Transactional(readOnly = true)
    Body require(AreaKind kind, UnitPath commune, String text) {
        return of(commune).stream().filter(body -> body.kind().equals(kind.id()) && body.isCalled(text)).findFirst()
                .orElseThrow(() -> Refusal.malformed("body", "không có lựa chọn \"%s\"".formatted(text)));
    }

    /**
     * @throws Refusal forbidden, but for police officers of the commune and above; malformed, for a choice that is none;
     *                 rule broken, for a unit that is no commune in force, a day to come, a type that is not judged, or a
     *                 name that is there already
     */
    public Body enter(Entered entered, Officer officer) {
        var commune = units.inForce(entered.unitPath()).filter(unit -> unit.tier() == Tier.COMMUNE).orElseThrow(() ->
                Refusal.broken("unitPath", "Không có xã, phường, thị trấn \"%s\"".formatted(entered.unitPath())));
        return enter(commune, entered, officer);
    }

    private Body enter(Unit commune, Entered entered, Officer officer) {
        Keepers.require(commune.path(), officer, REGISTER);
        var kind = kind(entered.kind()).orElseThrow(() -> unknown("kind"));
        requireWord("type", "body-type", entered.type());
        requireWord("manager", "body-manager", entered.manager());
        requirePast("validFrom", entered.validFrom());
        standards.requireSubject(kind, entered.type(), Days.on(LocalDate.now(clock)));
        Turn.take(jdbc, "safe-area-body:" + commune.path());
        requireFree(commune, entered);
        var id = jdbc.sql("select nextval(pg_get_serial_sequence('safe_area_body', 'id'))").query(Long.class).single();
        jdbc.sql("""
                        insert into safe_area_body (id, path, unit_path, kind, type, name, manager, valid_from, entered_by)
                        overriding system value
                        values (:id, :path, :unit, :kind, :type, :name, :manager, :from, :by)""")
                .param("id", id).param("path", commune.path().child("0-" + id).value())
                .param("unit", commune.path().value()).param("kind", kind.id()).param("type", entered.type())
                .param("name", entered.name()).param("manager", entered.manager())
                .param("from", entered.validFrom()).param("by", officer.id()).update();
        return query().require(id, WHAT);
    }

    private void requireFree(Unit commune, Entered entered) {
        if (jdbc.sql("""
                        select exists (select 1 from safe_area_body where unit_path = any(?)
                                         and coalesce(valid_to, 'infinity') >= ? and comparable(name) = comparable(?))""")
                .params(UnitPath.values(units.inChargeOf(commune.path())), entered.validFrom(), entered.name()).query(Boolean.class).single()) {
            throw Refusal.broken("name", "\"%s\" đã có trong sổ của %s".formatted(entered.name(), commune.fullName()));
        }
    }

    /**
     * Ends a body with that day: it was dissolved, or has moved.
     *
     * @throws Refusal not found; forbidden; rule broken, for a day to come or before its first; conflict, when it has
     *                 ended
     */
    public Body close(long id, LocalDate lastDay, Officer officer) {
        var body = query().within("unit_path", officer).require(id, WHAT);
        Keepers.require(body.unitPath(), officer, REGISTER);
        requirePast("lastDay", lastDay);
        if (lastDay.isBefore(body.validFrom())) {
            throw Refusal.broken("lastDay", "Ngày cuối không được trước ngày bắt đầu");
        }
        if (jdbc.sql("update safe_area_body set valid_to = ? where id = ? and valid_to is null").params(lastDay, id)
                .update() == 0) {
            throw Refusal.conflict("Đơn vị này đã ngừng hoạt động");
        }
        return query().require(id, WHAT);
    }

    @Override
    public String register() {
        return "/api/safe-areas/bodies";
    }

    @Override
    public SheetForm form() {
        return FORM;
    }

    @Override
    public boolean takesFrom(Officer officer) {
        return Keepers.areKeepers(officer);
    }

    /**
     * Enters the rows of a file with columns unit, kind, type, name, manager, validFrom, all or none.
     *
     * @return how many
     * @throws Refusal forbidden; malformed; rule broken, naming each wrong row
     */
    public int load(byte[] file, Officer officer) {
        Keepers.requireAny(officer, REGISTER);
        return FORM.read(file, row -> enter(AreaFinder.commune(row, units), new Entered(null, chosen(row, "kind", "body-kind"),
                chosen(row, "type", "body-type"), row.name("name", LONGEST_NAME),
                chosen(row, "manager", "body-manager"), row.date("validFrom")), officer)).size();
    }

    private static String chosen(SheetRow row, String column, String words) {
        return row.option(column, id -> Optional.of(id).filter(Labels.ofKind(words)::containsKey));
    }

    private static void requireWord(String field, String words, String id) {
        if (!Labels.ofKind(words).containsKey(id)) {
            throw unknown(field);
        }
    }

    private static Optional<AreaKind> kind(String id) {
        return Arrays.stream(AreaKind.values()).filter(one -> one.body() && one.id().equals(id)).findFirst();
    }

    private static Refusal unknown(String field) {
        return Refusal.malformed(field, "không có lựa chọn này");
    }

    private void requirePast(String field, LocalDate day) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw Refusal.broken(field, "Ngày chưa tới");
        }
    }

    private RegisterQuery<Body> query() {
        return new RegisterQuery<>(jdbc, "safe_area_body", SORTABLE, SafeAreaBodies::body);
    }

    private static Body body(ResultSet row, int index) throws SQLException {
        var path = UnitPath.of(row.getString("path"));
        var kind = row.getString("kind");
        var type = row.getString("type");
        var manager = row.getString("manager");
        return new Body(row.getLong("id"), path.code(), path, UnitPath.of(row.getString("unit_path")), kind,
                Labels.of("body-kind." + kind), type, Labels.of("body-type." + type), row.getString("name"), manager,
                Labels.of("body-manager." + manager), row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
