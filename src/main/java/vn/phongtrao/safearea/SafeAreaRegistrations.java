package vn.phongtrao.safearea;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.procedure.Days;
import vn.phongtrao.refusal.Needed;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.register.RegisterImport;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.register.Sortable;
import vn.phongtrao.security.Officer;
import vn.phongtrao.sheet.SheetColumn;
import vn.phongtrao.sheet.SheetForm;
import vn.phongtrao.sheet.SheetRow;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/**
 * The register of who has registered to strive for the standard in a year, in its first quarter (Thông tư
 * 124/2021/TT-BCA, Điều 4 khoản 1, Điều 5). Police officers of the commune and above keep it.
 */
@Service
@Transactional
public class SafeAreaRegistrations implements RegisterImport {

    public static final int LONGEST_NUMBER = 100;
    public static final int MOST_HOUSEHOLDS = 1_000_000;

    private static final int LAST_YEAR = 9999;
    private static final int LONGEST_AREA = 200;
    private static final String REGISTER = "sổ đăng ký phấn đấu";
    private static final String WHAT = "lượt đăng ký";
    private static final SheetForm FORM = SheetForm.of("dang-ky-phan-dau",
            SheetColumn.number("year", "column.year", LAST_YEAR).told("Không sau năm nay."),
            SheetColumn.choice("subject", "column.kind", "area-kind"),
            SheetColumn.unit("unit", "column.unit").told("Xã, phường, thị trấn."),
            SheetColumn.text("hamlet", "column.hamlet", LONGEST_AREA).optional()
                    .told("Mã hoặc tên; bắt buộc khi loại là khóm, ấp."),
            SheetColumn.text("body", "column.body", LONGEST_AREA).optional()
                    .told("Mã hoặc tên; bắt buộc khi loại là cơ quan, doanh nghiệp, cơ sở giáo dục."),
            SheetColumn.day("registeredOn", "column.registered-on"),
            SheetColumn.text("resolutionNumber", "column.resolution-number", LONGEST_NUMBER).optional()
                    .told("Nghị quyết của chi bộ hoặc Đảng ủy; bắt buộc đối với khóm, ấp và xã."),
            SheetColumn.day("resolvedOn", "column.resolved-on").optional().told("Ngày của nghị quyết."),
            SheetColumn.number("householdsRegistered", "column.households-registered", MOST_HOUSEHOLDS).optional()
                    .told("Chỉ khóm, ấp."),
            SheetColumn.number("households", "column.households", MOST_HOUSEHOLDS).optional()
                    .told("Số hộ cư trú; chỉ khóm, ấp."));
    private static final String SHARED = """
            (select *, round(households_registered::numeric / households, 4) as household_share
             from safe_area_registration) registration""";
    private static final Sortable SORTABLE = Sortable.by("id", "year", "subject", "name=area_name", "unitPath",
            "registeredOn", "householdShare", "inTime", "enteredAt").alphabetically("name");

    private final JdbcClient jdbc;
    private final AreaStandards standards;
    private final AreaRegistrations registrations;
    private final AreaResults results;
    private final AreaProposals proposals;
    private final AreaFinder areas;
    private final Units units;
    private final Clock clock;

    SafeAreaRegistrations(JdbcClient jdbc, AreaStandards standards, AreaRegistrations registrations,
                          AreaResults results, AreaProposals proposals, AreaFinder areas, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.standards = standards;
        this.registrations = registrations;
        this.results = results;
        this.proposals = proposals;
        this.areas = areas;
        this.units = units;
        this.clock = clock;
    }

    /**
     * A registration.
     *
     * @param subject              {@code hamlet}, {@code commune}, {@code agency}, {@code enterprise} or {@code school}
     * @param unitPath             the commune
     * @param inTime               on a day that counts for that year
     * @param resolutionNumber     of the Party cell or committee; null where a body has none
     * @param householdsRegistered null but for hamlets, as {@code households} and {@code householdShare}
     * @param householdShare       from 0 to 1 with four decimals
     * @param enteredAt            when somebody entered it as it stands
     */
    public record Entry(long id, int year, String subject, String subjectName, String name, UnitPath unitPath,
                        LocalDate registeredOn, boolean inTime, String resolutionNumber, LocalDate resolvedOn,
                        Integer householdsRegistered, Integer households, BigDecimal householdShare,
                        Instant enteredAt) {
    }

    /** What is entered, see {@link Entry}. @param hamlet code or name @param body code or name */
    public record Entered(Integer year, String subject, UnitPath unitPath, String hamlet, String body,
                          LocalDate registeredOn, String resolutionNumber, LocalDate resolvedOn,
                          Integer householdsRegistered, Integer households) {
    }

    /** What a list is asked for; null leaves a criterion out. @param from first and @param to last day of registration */
    public record Filter(Integer year, String subject, UnitPath unit, Boolean inTime, String q, LocalDate from,
                         LocalDate to) {
    }

    /** Those of the officer's units and below. */
    @Transactional(readOnly = true)
    public Page<Entry> list(Filter filter, Officer officer, Pageable pageable) {
        return query().within("unit_path", officer).under("unit_path", filter.unit())
                .where("year = :year", "year", filter.year()).where("subject = :subject", "subject", filter.subject())
                .where("in_time = :inTime", "inTime", filter.inTime())
                .where("registered_on >= :from", "from", filter.from())
                .where("registered_on <= :to", "to", filter.to())
                .finding("searchable(concat_ws(' ', area_name, resolution_number)) ~ :q", "q", filter.q())
                .page(pageable);
    }

    /**
     * Enters a registration, or takes it in place of the one that the area has for that year.
     *
     * @throws Refusal forbidden, but for police officers of the commune and above; malformed, for a field that is missing
     *                 or not asked for; rule broken, for a unit that is no commune in force, a day to come or of another
     *                 year, more households than there are, an area that is recognised for that year, or a day that counts
     *                 in place of one that does not, but for those above the commune
     */
    public Entry enter(Entered entered, Officer officer) {
        var commune = units.inForce(entered.unitPath()).filter(unit -> unit.tier() == Tier.COMMUNE).orElseThrow(() ->
                Refusal.broken("unitPath", "Không có xã, phường, thị trấn \"%s\"".formatted(entered.unitPath())));
        return enter(commune, entered, officer);
    }

    private Entry enter(Unit commune, Entered entered, Officer officer) {
        Keepers.require(commune.path(), officer, REGISTER);
        var kind = Arrays.stream(AreaKind.values()).filter(one -> one.id().equals(entered.subject())).findFirst()
                .orElseThrow(() -> Refusal.malformed("subject", "không có lựa chọn này"));
        var area = areas.find(kind, commune, entered.hamlet(), entered.body());
        requireDays(entered);
        if (!kind.body()) {
            Needed.require("resolutionNumber", entered.resolutionNumber());
            Needed.require("resolvedOn", entered.resolvedOn());
        }
        requireHouseholds(kind, entered);
        var window = standards.findWindow(kind, entered.year(), Days.on(entered.registeredOn())).orElseThrow(() ->
                Refusal.broken("year", "Chưa có quy định xét cho năm " + entered.year()));
        proposals.lock(area, entered.year());
        results.recognised(area, entered.year()).ifPresent(decision -> {
            throw Refusal.broken("year", "%s đã được công nhận năm %d tại Quyết định số %s".formatted(area.name(),
                    entered.year(), decision));
        });
        var inTime = window.countsRegistrationOn(entered.registeredOn());
        if (inTime) {
            requireNotAntedated(area, entered.year(), officer);
        }
        return keep(area, entered, inTime, officer);
    }

    /** What is on record as too late is not made timely by whoever is judged by it. */
    private void requireNotAntedated(Area area, int year, Officer officer) {
        registrations.of(area.path(), year).filter(known -> !known.inTime()).ifPresent(known -> {
            if (area.unitPath().parent().stream().noneMatch(above ->
                    officer.unitsAs(Position.POLICE_OFFICER).stream().anyMatch(unit -> unit.covers(above)))) {
                throw Refusal.broken("registeredOn", ("Sổ đã ghi đăng ký ngày %s, ngoài thời gian đăng ký; ghi nhầm thì chỉ "
                        + "cán bộ Công an cấp trên được sửa").formatted(Wording.day(known.on())));
            }
        });
    }

    private void requireDays(Entered entered) {
        requirePast("registeredOn", entered.registeredOn());
        if (entered.registeredOn().getYear() != entered.year()) {
            throw Refusal.broken("registeredOn", "Ngày đăng ký phải trong năm " + entered.year());
        }
        if (entered.resolvedOn() != null) {
            requirePast("resolvedOn", entered.resolvedOn());
        }
    }

    private void requirePast(String field, LocalDate day) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw Refusal.broken(field, "Ngày chưa tới");
        }
    }

    private static void requireHouseholds(AreaKind kind, Entered entered) {
        if (kind != AreaKind.HAMLET) {
            if (entered.householdsRegistered() != null || entered.households() != null) {
                throw Refusal.malformed("households", "chỉ khóm, ấp ghi số hộ");
            }
        } else if (Needed.require("householdsRegistered", entered.householdsRegistered())
                > Needed.require("households", entered.households())) {
            throw Refusal.broken("householdsRegistered", "Số hộ đăng ký không được lớn hơn số hộ cư trú");
        } else if (entered.households() == 0) {
            throw Refusal.broken("households", "Số hộ cư trú phải lớn hơn 0");
        }
    }

    private Entry keep(Area area, Entered entered, boolean inTime, Officer officer) {
        var id = jdbc.sql("""
                        insert into safe_area_registration (year, subject, area_path, area_name, unit_path, registered_on,
                                                            in_time, resolution_number, resolved_on,
                                                            households_registered, households, entered_by, entered_at)
                        values (:year, :subject, :path, :name, :unit, :on, :inTime, :number, :resolvedOn, :registered,
                                :households, :by, :at)
                        on conflict (area_path, year) do update
                        set area_name = excluded.area_name, registered_on = excluded.registered_on,
                            in_time = excluded.in_time, resolution_number = excluded.resolution_number,
                            resolved_on = excluded.resolved_on,
                            households_registered = excluded.households_registered,
                            households = excluded.households, entered_by = excluded.entered_by,
                            entered_at = excluded.entered_at
                        returning id""")
                .param("year", entered.year()).param("subject", area.kind().id()).param("path", area.path().value())
                .param("name", area.name()).param("unit", area.unitPath().value())
                .param("on", entered.registeredOn()).param("inTime", inTime)
                .param("number", entered.resolutionNumber()).param("resolvedOn", entered.resolvedOn())
                .param("registered", entered.householdsRegistered()).param("households", entered.households())
                .param("by", officer.id()).param("at", Timestamp.from(clock.instant())).query(Long.class).single();
        return query().require(id, WHAT);
    }

    @Override
    public String register() {
        return "/api/safe-areas/registrations";
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
     * Enters the rows of a file with columns year, subject, unit, hamlet, body, registeredOn, resolutionNumber,
     * resolvedOn, householdsRegistered, households, all or none.
     *
     * @return how many
     * @throws Refusal forbidden; malformed; rule broken, naming each wrong row
     */
    public int load(byte[] file, Officer officer) {
        Keepers.requireAny(officer, REGISTER);
        return FORM.read(file, row -> enter(AreaFinder.commune(row, units), entered(row), officer)).size();
    }

    private Entered entered(SheetRow row) {
        return new Entered(row.number("year", 2000, LocalDate.now(clock).getYear()),
                row.<String>option("subject", id -> Arrays.stream(AreaKind.values()).map(AreaKind::id)
                        .filter(id::equals).findFirst()), null,
                row.optional("hamlet", LONGEST_AREA).orElse(null), row.optional("body", LONGEST_AREA).orElse(null),
                row.date("registeredOn"), row.optional("resolutionNumber", LONGEST_NUMBER).orElse(null),
                row.optionalDate("resolvedOn").orElse(null), number(row, "householdsRegistered"),
                number(row, "households"));
    }

    private static Integer number(SheetRow row, String column) {
        return row.optional(column, 20).isEmpty() ? null : Integer.valueOf(row.number(column, 0, MOST_HOUSEHOLDS));
    }

    private RegisterQuery<Entry> query() {
        return new RegisterQuery<>(jdbc, SHARED, SORTABLE, SafeAreaRegistrations::entry);
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        var kind = AreaKind.of(row.getString("subject"));
        return new Entry(row.getLong("id"), row.getInt("year"), kind.id(), kind.label(), row.getString("area_name"),
                UnitPath.of(row.getString("unit_path")), row.getObject("registered_on", LocalDate.class),
                row.getBoolean("in_time"), row.getString("resolution_number"),
                row.getObject("resolved_on", LocalDate.class), row.getObject("households_registered", Integer.class),
                row.getObject("households", Integer.class), row.getBigDecimal("household_share"),
                row.getTimestamp("entered_at").toInstant());
    }
}
