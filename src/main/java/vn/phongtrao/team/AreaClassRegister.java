package vn.phongtrao.team;

import java.sql.ResultSet;
import java.sql.SQLException;
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
import vn.phongtrao.security.ProvinceOfficers;
import vn.phongtrao.sheet.SheetColumn;
import vn.phongtrao.sheet.SheetForm;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** The areas where primary education is enough for a member, to read, and to enter as they were decided. */
@Service
@Transactional
public class AreaClassRegister implements RegisterImport {

    private static final Sortable SORTABLE = Sortable.by("id", "unitPath", "kind", "validFrom");
    private static final int LONGEST_BASIS = 300;
    private static final SheetForm FORM = SheetForm.of("dia-ban", SheetColumn.unit("unitPath", "column.unit")
                    .told("Tỉnh, cấp huyện hoặc cấp xã; có hiệu lực cho cả các đơn vị cấp dưới."),
            SheetColumn.choice("kind", "column.area-class", "area-class"),
            SheetColumn.day("validFrom", "column.in-force-since"),
            SheetColumn.day("validTo", "column.in-force-until").optional().told("Bỏ trống khi còn hiệu lực."),
            SheetColumn.text("legalBasis", "column.legal-basis", LONGEST_BASIS));
    private static final String WHAT = "loại địa bàn";

    private final Units units;
    private final ProvinceOfficers province;
    private final JdbcClient jdbc;

    AreaClassRegister(Units units, ProvinceOfficers province, JdbcClient jdbc) {
        this.units = units;
        this.province = province;
        this.jdbc = jdbc;
    }

    /**
     * What an area is; it holds for the unit and those below.
     *
     * @param kind       {@code border}, {@code island}, {@code mountainous}, {@code especially-difficult} or
     *                   {@code ethnic-minority}
     * @param validTo    last day; null while it holds
     * @param legalBasis the decision that says so
     */
    public record Entry(long id, UnitPath unitPath, String kind, String kindName, LocalDate validFrom,
                        LocalDate validTo, String legalBasis) {
    }

    /** What is entered, see {@link Entry}. */
    public record Entered(String unitPath, String kind, LocalDate validFrom, LocalDate validTo, String legalBasis) {
    }

    /** What lies in the officer's units, below and above them. @param unit null for all */
    @Transactional(readOnly = true)
    public Page<Entry> list(UnitPath unit, Officer officer, Pageable pageable) {
        return query().visible("unit_path", officer, RegisterQuery.aboveUnits("unit_path", ":roots"))
                .under("unit_path", unit).page(pageable);
    }

    /**
     * @throws Refusal forbidden, but for the committee clerks of the unit's province; malformed, for another kind; rule
     *                 broken, for a unit that there is not or a last day before the first
     */
    public void enter(Entered area, Officer officer) {
        var kind = AreaClass.find(area.kind()).orElseThrow(() ->
                Refusal.malformed("kind", "Không có loại địa bàn \"%s\"".formatted(area.kind())));
        var unit = UnitPath.find(area.unitPath()).flatMap(units::inForce).orElseThrow(() ->
                Refusal.broken("unitPath", "Không có đơn vị \"%s\"".formatted(area.unitPath())));
        province.require(unit.path(), officer, Position.COMMITTEE_CLERK, WHAT);
        requireOrder("validTo", area.validFrom(), area.validTo());
        jdbc.sql("""
                        insert into area_class (unit_path, kind, valid_from, valid_to, legal_basis)
                        values (:unit, :kind, :from, :to, :basis)""")
                .param("unit", unit.path().value()).param("kind", kind.id()).param("from", area.validFrom())
                .param("to", area.validTo()).param("basis", area.legalBasis()).update();
    }

    /**
     * Ends an area with that day.
     *
     * @throws Refusal not found; forbidden; rule broken, for a day before its first
     */
    public Entry close(long id, LocalDate lastDay, Officer officer) {
        var area = query().within("unit_path", officer).require(id, "địa bàn");
        province.require(area.unitPath(), officer, Position.COMMITTEE_CLERK, WHAT);
        requireOrder("lastDay", area.validFrom(), lastDay);
        return jdbc.sql("update area_class set valid_to = ? where id = ? returning *").params(lastDay, id)
                .query(AreaClassRegister::entry).single();
    }

    @Override
    public String register() {
        return "/api/area-classes";
    }

    @Override
    public SheetForm form() {
        return FORM;
    }

    @Override
    public boolean takesFrom(Officer officer) {
        return province.hold(officer, Position.COMMITTEE_CLERK);
    }

    /**
     * Enters the rows of a file with columns unitPath, kind, validFrom, validTo (blank: it holds), legalBasis, all
     * or none.
     *
     * @return how many
     * @throws Refusal forbidden, but for a province's committee clerks; malformed; rule broken, naming each wrong row
     */
    public int load(byte[] file, Officer officer) {
        province.require(officer, Position.COMMITTEE_CLERK, WHAT);
        return FORM.read(file, row -> {
            var area = new Entered(row.only("unitPath", units::called).path().value(), row.option("kind", AreaClass::find).id(),
                    row.date("validFrom"), row.optionalDate("validTo").orElse(null),
                    row.text("legalBasis", LONGEST_BASIS));
            enter(area, officer);
            return area;
        }).size();
    }

    private static void requireOrder(String field, LocalDate first, LocalDate last) {
        if (last != null && last.isBefore(first)) {
            throw Refusal.broken(field, "Ngày cuối không được trước ngày bắt đầu");
        }
    }

    private RegisterQuery<Entry> query() {
        return new RegisterQuery<>(jdbc, "area_class", SORTABLE, AreaClassRegister::entry);
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        var kind = AreaClass.find(row.getString("kind")).orElseThrow();
        return new Entry(row.getLong("id"), UnitPath.of(row.getString("unit_path")), kind.id(), kind.label(),
                row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class),
                row.getString("legal_basis"));
    }
}
