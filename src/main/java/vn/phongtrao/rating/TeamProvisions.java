package vn.phongtrao.rating;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.refusal.Needed;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.register.RegisterImport;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.register.Sortable;
import vn.phongtrao.security.Officer;
import vn.phongtrao.sheet.SheetColumn;
import vn.phongtrao.sheet.SheetForm;
import vn.phongtrao.sheet.SheetRow;
import vn.phongtrao.team.TeamRolls;
import vn.phongtrao.team.TeamRolls.Known;
import vn.phongtrao.turn.Turn;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/**
 * What teams were taught and given, by period. The police officers of a commune keep it for their commune, those of the
 * tiers above for all below. Everything is a count; nobody is named.
 */
@Service
@Transactional
public class TeamProvisions implements RegisterImport {

    public static final int MOST = 100_000;

    private static final int LONGEST_NAME = 200;
    private static final SheetForm FORM = SheetForm.of("boi-duong-trang-bi-to",
            SheetColumn.unit("unit", "column.unit").optional().told("Bỏ trống thì tìm Tổ trong các đơn vị của người nhập."),
            SheetColumn.text("team", "column.team", LONGEST_NAME).told("Tên Tổ."),
            SheetColumn.choice("kind", "column.provision-kind", "provision-kind"),
            SheetColumn.day("from", "column.provision-from"), SheetColumn.day("to", "column.provision-to"),
            SheetColumn.number("quantity", "column.provision-quantity", MOST).told("Số lớp bồi dưỡng hoặc số trang bị."),
            SheetColumn.number("attendances", "column.provision-attendances", MOST).optional()
                    .told("Bắt buộc khi là bồi dưỡng, để trống khi là trang bị."));

    private static final String ROWS = """
            (select provision.*, team.name as team_name, team.found_by
             from team_provision provision join team on team.id = team_id) provision""";
    private static final Sortable SORTABLE = Sortable.by("id", "unitPath", "team=team_name", "kind", "periodFrom",
            "periodTo", "quantity").alphabetically("team");

    private final TeamRolls teams;
    private final Units units;
    private final JdbcClient jdbc;
    private final Clock clock;

    TeamProvisions(TeamRolls teams, Units units, JdbcClient jdbc, Clock clock) {
        this.teams = teams;
        this.units = units;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What a team was taught or given in a period.
     *
     * @param quantity    courses of training, or pieces of equipment
     * @param attendances of courses; null for equipment
     */
    public record Entry(long id, long teamId, String team, UnitPath unitPath, LocalDate periodFrom, LocalDate periodTo,
                        String kind, String kindName, int quantity, Integer attendances) {
    }

    /** What is entered, see {@link Entry}. */
    public record Entered(long teamId, LocalDate periodFrom, LocalDate periodTo, ProvisionKind kind, int quantity,
                          Integer attendances) {
    }

    /**
     * What a list is asked for; null leaves a criterion out.
     *
     * @param from first day on which the periods ended
     * @param to   last such day
     */
    public record Filter(UnitPath unit, ProvisionKind kind, ProvisionGroup group, LocalDate from, LocalDate to, String q) {
    }

    /** Those of the officer's units and below. */
    @Transactional(readOnly = true)
    public Page<Entry> list(Filter filter, Officer officer, Pageable pageable) {
        return query().within("unit_path", officer).under("unit_path", filter.unit())
                .where("kind = :kind", "kind", filter.kind() == null ? null : filter.kind().id())
                .where("case kind when 'training' then 'training' else 'equipment' end = :group", "group",
                        filter.group() == null ? null : filter.group().id())
                .where("period_to >= :from", "from", filter.from()).where("period_to <= :to", "to", filter.to())
                .finding("found_by ~ :q", "q", filter.q()).page(pageable);
    }

    /**
     * Keeps a count; another of the same team, kind and period takes the place of the first.
     *
     * @throws Refusal not found, where there is no such team; forbidden, but for police officers of the commune and above;
     *                 rule broken, for a period that has not ended, in which the team did not serve, or that has days of
     *                 another one
     */
    public Entry enter(Entered entered, Officer officer) {
        return enter(teams.find(entered.teamId()).orElseThrow(() ->
                Refusal.notFound("Không có Tổ bảo vệ an ninh, trật tự này")), entered, officer);
    }

    private Entry enter(Known team, Entered entered, Officer officer) {
        if (officer.unitsAs(Position.POLICE_OFFICER).stream().noneMatch(unit -> covers(unit, team.unitPath()))) {
            throw Refusal.forbidden("Chỉ cán bộ Công an của đơn vị và cấp trên được cập nhật sổ bồi dưỡng, trang bị của Tổ");
        }
        requirePeriod(team, entered);
        var training = entered.kind() == ProvisionKind.TRAINING;
        if (training) {
            Needed.require("attendances", entered.attendances());
        } else if (entered.attendances() != null) {
            throw Refusal.malformed("attendances", "Chỉ ghi lượt người khi là bồi dưỡng");
        }
        Turn.take(jdbc, "team-provision:" + team.id());
        requireFree(entered);
        var id = jdbc.sql("""
                        insert into team_provision (team_id, unit_path, period_from, period_to, kind, quantity, attendances,
                                                    entered_by, entered_at)
                        values (:team, :unit, :from, :to, :kind, :quantity, :attendances, :by, :at)
                        on conflict (team_id, kind, period_from, period_to) do update
                            set quantity = excluded.quantity, attendances = excluded.attendances,
                                entered_by = excluded.entered_by, entered_at = excluded.entered_at
                        returning id""")
                .param("team", team.id()).param("unit", team.unitPath().value()).param("from", entered.periodFrom())
                .param("to", entered.periodTo()).param("kind", entered.kind().id())
                .param("quantity", entered.quantity()).param("attendances", entered.attendances(), Types.INTEGER)
                .param("by", officer.id()).param("at", Timestamp.from(clock.instant())).query(Long.class).single();
        return query().require(id, "số liệu");
    }

    /** Also where the unit has taken over the business of the team's. */
    private boolean covers(UnitPath unit, UnitPath commune) {
        return unit.covers(commune) || units.inChargeOf(unit).contains(commune);
    }

    private void requirePeriod(Known team, Entered entered) {
        if (entered.periodTo().isBefore(entered.periodFrom())) {
            throw Refusal.broken("periodTo", "Ngày cuối không được trước ngày đầu");
        }
        if (entered.periodTo().isAfter(LocalDate.now(clock))) {
            throw Refusal.broken("periodTo", "Ngày chưa tới");
        }
        if (!team.servedBetween(entered.periodFrom(), entered.periodTo())) {
            throw Refusal.broken("periodFrom", "%s không hoạt động trong thời gian này".formatted(team.name()));
        }
    }

    private void requireFree(Entered entered) {
        if (jdbc.sql("""
                        select exists (select 1 from team_provision
                                       where team_id = ? and kind = ? and period_from <= ? and period_to >= ?
                                         and (period_from, period_to) <> (?, ?))""")
                .params(entered.teamId(), entered.kind().id(), entered.periodTo(), entered.periodFrom(),
                        entered.periodFrom(), entered.periodTo()).query(Boolean.class).single()) {
            throw Refusal.broken("periodFrom", "Thời gian này trùng với số liệu cùng loại đã có của Tổ");
        }
    }

    @Override
    public String register() {
        return "/api/team-provisions";
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
     * Keeps the rows of a file with columns unit (blank: any of the officer's), team, kind, from, to, quantity,
     * attendances, all or none.
     *
     * @return how many
     * @throws Refusal forbidden; malformed; rule broken, naming each wrong row
     */
    public int load(byte[] file, Officer officer) {
        if (!takesFrom(officer)) {
            throw Refusal.forbidden("Chỉ cán bộ Công an của đơn vị và cấp trên được cập nhật sổ bồi dưỡng, trang bị của Tổ");
        }
        return FORM.read(file, row -> enter(row, officer)).size();
    }

    private Entry enter(SheetRow row, Officer officer) {
        var unit = row.optionalOnly("unit", units::called).map(one -> List.of(one.path()))
                .orElse(officer.unitsAs(Position.POLICE_OFFICER));
        var team = row.only("team", name -> teams.called(name).stream()
                .filter(one -> unit.stream().anyMatch(path -> covers(path, one.unitPath()))).toList());
        var kind = row.option("kind", ProvisionKind::find);
        return enter(team, new Entered(team.id(), row.date("from"), row.date("to"), kind, row.number("quantity", 0, MOST),
                kind == ProvisionKind.TRAINING ? Integer.valueOf(row.number("attendances", 0, MOST))
                        : row.optional("attendances", LONGEST_NAME).map(any -> 0).orElse(null)), officer);
    }

    private RegisterQuery<Entry> query() {
        return new RegisterQuery<>(jdbc, ROWS, SORTABLE, TeamProvisions::entry);
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        var kind = ProvisionKind.of(row.getString("kind"));
        return new Entry(row.getLong("id"), row.getLong("team_id"), row.getString("team_name"),
                UnitPath.of(row.getString("unit_path")), row.getObject("period_from", LocalDate.class),
                row.getObject("period_to", LocalDate.class), kind.id(), kind.label(), row.getInt("quantity"),
                row.getObject("attendances", Integer.class));
    }
}
