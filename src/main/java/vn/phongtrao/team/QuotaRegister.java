package vn.phongtrao.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
import vn.phongtrao.unit.Hamlets;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** The quotas to read, and to enter as the province's committee decided them. */
@Service
@Transactional
public class QuotaRegister implements RegisterImport {

    /** The most that may be entered for a commune or hamlet. */
    public static final int MOST_TEAMS = 1_000;
    /** The most that may be entered for a commune or hamlet. */
    public static final int MOST_SEATS = 10_000;

    private static final String QUOTAS = """
            (select team_quota.*, hamlet.name as hamlet_name
             from team_quota left join hamlet on hamlet.path = hamlet_path) quota""";
    private static final Sortable SORTABLE = Sortable.by("id", "unitPath", "hamlet=hamlet_path", "validFrom", "seats");

    private static final int LONGEST = 50;
    private static final SheetForm FORM = SheetForm.of("so-luong-to", SheetColumn.unit("unitPath", "column.unit"),
            SheetColumn.text("hamlet", "column.hamlet", LONGEST).optional()
                    .told("Mã hoặc tên khóm, ấp; bỏ trống thì là số lượng của cả xã, phường, thị trấn."),
            SheetColumn.number("teams", "column.quota-teams", MOST_TEAMS),
            SheetColumn.number("seats", "column.quota-seats", MOST_SEATS),
            SheetColumn.day("validFrom", "column.in-force-since"),
            SheetColumn.text("decision", "column.decision", LONGEST)
                    .told("Số, ký hiệu quyết định của Ủy ban nhân dân tỉnh."));
    private static final String WHAT = "số lượng bố trí";

    private final Quotas quotas;
    private final Units units;
    private final ProvinceOfficers province;
    private final Hamlets hamlets;
    private final JdbcClient jdbc;

    QuotaRegister(Quotas quotas, Units units, ProvinceOfficers province, Hamlets hamlets, JdbcClient jdbc) {
        this.quotas = quotas;
        this.units = units;
        this.province = province;
        this.hamlets = hamlets;
        this.jdbc = jdbc;
    }

    /**
     * A quota as the register shows it; the row that began last counts.
     *
     * @param hamlet     code; null for the commune in all
     * @param hamletName null for the commune in all
     * @param decision   number of the province's decision, as printed
     */
    public record Entry(long id, UnitPath unitPath, String hamlet, String hamletName, int teams, int seats,
                        LocalDate validFrom, String decision) {
    }

    /** What a list is asked for; null leaves a criterion out. */
    public record Filter(UnitPath unit) {
    }

    /**
     * A quota to enter.
     *
     * @param unitPath a commune of the province
     * @param hamlet   code or name; null for the commune in all
     */
    public record Entered(String unitPath, String hamlet, int teams, int seats, LocalDate validFrom, String decision) {
    }

    @Transactional(readOnly = true)
    public Page<Entry> list(Filter filter, Officer officer, Pageable pageable) {
        return new RegisterQuery<>(jdbc, QUOTAS, SORTABLE, QuotaRegister::entry)
                .within("unit_path", officer)
                .under("unit_path", filter.unit())
                .page(pageable);
    }

    /**
     * A commune that has ended keeps its teams, and so its quota may change.
     *
     * @throws Refusal forbidden, but for the committee clerks of the commune's province; rule broken, for a unit that
     *                 is no commune or a hamlet that it does not have
     */
    public void enter(Entered quota, Officer officer) {
        quotas.keep(required(quota, officer), officer.id());
    }

    private Quotas.Quota required(Entered quota, Officer officer) {
        var commune = UnitPath.find(quota.unitPath()).flatMap(units::find).filter(unit -> unit.tier() == Tier.COMMUNE)
                .orElseThrow(() -> Refusal.broken("unitPath",
                        "Không có đơn vị cấp xã \"%s\"".formatted(quota.unitPath())));
        province.require(commune.path(), officer, Position.COMMITTEE_CLERK, WHAT);
        var hamlet = quota.hamlet() == null ? null : hamlets.called(commune.path(), quota.hamlet())
                .orElseGet(() -> hamlets.require(commune.path(), quota.hamlet())).path();
        return new Quotas.Quota(commune.path(), hamlet, quota.teams(), quota.seats(), quota.validFrom(),
                quota.decision(), null);
    }

    @Override
    public String register() {
        return "/api/team-quotas";
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
     * Enters the rows of a file with columns unitPath, hamlet (blank: the commune in all), teams, seats, validFrom,
     * decision, all or none.
     *
     * @return how many
     * @throws Refusal forbidden, but for the province's committee clerks; malformed; rule broken, naming each wrong row
     */
    public int load(byte[] file, Officer officer) {
        province.require(officer, Position.COMMITTEE_CLERK, WHAT);
        Set<List<Object>> before = new HashSet<>();
        return FORM.read(file, row -> {
            var quota = required(new Entered(row.only("unitPath", units::called).path().value(),
                    row.optional("hamlet", LONGEST).orElse(null),
                    row.number("teams", 0, MOST_TEAMS), row.number("seats", 0, MOST_SEATS), row.date("validFrom"),
                    row.text("decision", LONGEST)), officer);
            if (!before.add(Arrays.asList(quota.unitPath(), quota.hamletPath(), quota.validFrom()))) {
                throw Refusal.broken("validFrom", "số lượng từ ngày này đã có ở một dòng trước");
            }
            quotas.keep(quota, officer.id());
            return quota;
        }).size();
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        var hamlet = row.getString("hamlet_path");
        return new Entry(row.getLong("id"), UnitPath.of(row.getString("unit_path")),
                hamlet == null ? null : UnitPath.of(hamlet).code(), row.getString("hamlet_name"), row.getInt("teams"),
                row.getInt("seats"), row.getObject("valid_from", LocalDate.class), row.getString("decision"));
    }
}
