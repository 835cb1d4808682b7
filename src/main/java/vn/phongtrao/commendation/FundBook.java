package vn.phongtrao.commendation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/**
 * What the keepers of commendation funds enter: the clerk of the unit's committee, and an officer of the provincial
 * police for its own fund. Amounts in đồng.
 */
@Service
@Transactional
public class FundBook {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final Funds funds;
    private final FundRegister register;
    private final Units units;
    private final JdbcClient jdbc;
    private final CurrentOfficer signedIn;
    private final Clock clock;

    FundBook(Funds funds, FundRegister register, Units units, JdbcClient jdbc, CurrentOfficer signedIn,
             Clock clock) {
        this.funds = funds;
        this.register = register;
        this.units = units;
        this.jdbc = jdbc;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** A fund that the officer keeps. */
    public record Kept(UnitPath unitPath, String unitName, String fund, String fundName) {
    }

    /**
     * What a fund has for a year.
     *
     * @param recurrentSpending of the unit's level in that year, which bounds the fund; null where it is not told
     * @param remote            whether the unit lies in mountains, on islands or far away, where a fund may be larger
     */
    public record Asked(UnitPath unitPath, String fund, int year, long amount, Long recurrentSpending, boolean remote) {
    }

    /** What was paid at once. @param bonus the sum */
    public record Paid(int awards, long bonus) {
    }

    private record Due(long id, UnitPath unit, Fund fund, LocalDate decidedOn, long bonus, boolean revoked) {

        private static Due of(ResultSet row, int index) throws SQLException {
            var unit = row.getString("fund_unit");
            return new Due(row.getLong("id"), unit == null ? null : UnitPath.of(unit),
                    Fund.find(row.getString("fund")).orElse(null), row.getObject("decided_on", LocalDate.class),
                    row.getLong("bonus"), row.getBoolean("revoked"));
        }
    }

    /** The funds of the officer's units, of which ended ones are whose business the others do. */
    @Transactional(readOnly = true)
    public List<Kept> kept(Officer officer) {
        return Stream.of(Position.COMMITTEE_CLERK, Position.POLICE_OFFICER)
                .flatMap(position -> officer.unitsAs(position).stream()
                        .flatMap(path -> units.find(path).stream()).flatMap(unit -> Stream.of(Fund.values())
                                .filter(fund -> fund.of(unit.tier()) && fund.keeper() == position
                                        && keeps(officer, unit.path(), fund))
                                .map(fund -> new Kept(unit.path(), unit.fullName(), fund.id(), fund.label()))))
                .toList();
    }

    /**
     * Enters what a fund has for a year; what was entered before is kept.
     *
     * @throws Refusal not found; malformed, for a fund or year there is not; forbidden, but for who keeps the fund;
     *                 rule broken, for a fund that units of that tier do not have, or more than it may be
     */
    public FundRegister.Entry enter(Asked asked, Officer officer) {
        var fund = Fund.asked(asked.fund());
        if (asked.year() < FIRST_YEAR || asked.year() > LAST_YEAR) {
            throw Refusal.malformed("year", "Năm phải từ %d đến %d".formatted(FIRST_YEAR, LAST_YEAR));
        }
        var unit = units.require(asked.unitPath());
        if (!fund.of(unit.tier())) {
            throw Refusal.broken("fund", "%s không giữ %s".formatted(unit.fullName(), fund.label()));
        }
        requireKeeper(unit.path(), fund, officer);
        var ceiling = funds.ceiling(fund, asked.remote(), Year.of(asked.year()));
        ceiling.ifPresent(rule -> requireWithin(rule, asked));
        jdbc.sql("""
                insert into commendation_budget (unit_path, fund, year, amount, recurrent_spending, remote, for_bonuses,
                                                 entered_by, entered_person, entered_at)
                values (:unit, :fund, :year, :amount, :spending, :remote, :bonuses, :by, :person, :at)""")
                .param("unit", unit.path().value()).param("fund", fund.id()).param("year", asked.year())
                .param("amount", asked.amount()).param("spending", asked.recurrentSpending())
                .param("remote", asked.remote())
                .param("bonuses", ceiling.map(rule -> rule.forBonuses(asked.amount())).orElse(null))
                .param("by", officer.id()).param("person", person()).param("at", now()).update();
        return register.funds(new FundRegister.Filter(unit.path(), fund.id(), asked.year()), officer,
                PageRequest.of(0, 1)).getContent().get(0);
    }

    private static void requireWithin(Funds.Ceiling rule, Asked asked) {
        if (asked.recurrentSpending() != null && asked.amount() > rule.most(asked.recurrentSpending())) {
            throw Refusal.broken("amount", "Quỹ không được quá %s%% chi thường xuyên, là %s đồng".formatted(
                    rule.percentOfSpending().toPlainString().replace('.', ','),
                    Wording.amount(rule.most(asked.recurrentSpending()))), rule.legalBasis());
        }
    }

    /**
     * Records that awards were paid, all or none.
     *
     * @param awards ids; each of a fund the officer keeps
     * @throws Refusal not found; forbidden, but for who keeps the fund; rule broken, for an award without a bonus or that
     *                 was revoked, a day before its decision or after today; conflict, where one was paid
     */
    public Paid pay(List<Long> awards, LocalDate paidOn, Officer officer) {
        var ids = Set.copyOf(awards);
        var due = jdbc.sql("""
                        select id, fund_unit, fund, decided_on, bonus, revoked_on is not null as revoked from award
                        where id in (:ids) order by id""")
                .param("ids", ids).query(Due::of).list();
        if (due.size() < ids.size()) {
            throw Refusal.notFound("Không có khen thưởng này");
        }
        return record(due, paidOn, officer);
    }

    /**
     * Records that all that is not yet paid of a decision was.
     *
     * @throws Refusal as {@link #pay}; conflict, where all was paid
     */
    public Paid payDecision(long decisionId, LocalDate paidOn, Officer officer) {
        var all = jdbc.sql("""
                select id, fund_unit, fund, decided_on, bonus, false as revoked from award
                where decision_id = :id and bonus > 0 and revoked_on is null
                order by id""").param("id", decisionId).query(Due::of).list();
        if (all.isEmpty()) {
            throw Refusal.notFound("Quyết định này không có khen thưởng kèm tiền thưởng");
        }
        requireKeeper(all.get(0).unit(), all.get(0).fund(), officer);
        var paid = jdbc.sql("select award_id from award_payment where award_id in (:ids) and undone_at is null")
                .param("ids", all.stream().map(Due::id).toList()).query(Long.class).set();
        var due = all.stream().filter(one -> !paid.contains(one.id())).toList();
        if (due.isEmpty()) {
            throw paidAlready();
        }
        return record(due, paidOn, officer);
    }

    /**
     * Undoes a payment that was recorded by mistake; it stays in the list with the reason.
     *
     * @throws Refusal not found; forbidden, but for who keeps the fund; conflict, where it is undone; rule broken, where
     *                 its award was revoked, so that the money is to be given back
     */
    public FundRegister.Payment undo(long paymentId, String reason, Officer officer) {
        var payment = register.payment(paymentId, officer);
        requireKeeper(payment.unitPath(), Fund.find(payment.fund()).orElse(null), officer);
        if (jdbc.sql("select revoked_on is not null from award where id = ? for no key update").param(payment.awardId())
                .query(Boolean.class).single()) {
            throw revoked();
        }
        var undone = jdbc.sql("""
                update award_payment set undone_by = :by, undone_person = :person, undone_at = :at, undo_reason = :reason
                where id = :id and undone_at is null""").param("by", officer.id()).param("person", person())
                .param("at", now()).param("reason", reason).param("id", paymentId).update();
        if (undone == 0) {
            throw Refusal.conflict("Lần chi này đã được hủy ghi nhận");
        }
        return register.payment(paymentId, officer);
    }

    private Paid record(List<Due> due, LocalDate paidOn, Officer officer) {
        due.forEach(one -> requireKeeper(one.unit(), one.fund(), officer));
        if (paidOn.isAfter(LocalDate.now(clock))) {
            throw Refusal.broken("paidOn", "Ngày chi chưa tới");
        }
        due.forEach(one -> {
            if (one.revoked()) {
                throw revoked();
            }
            if (one.bonus() == 0) {
                throw Refusal.broken("awards", "Có khen thưởng không kèm tiền thưởng");
            }
            if (paidOn.isBefore(one.decidedOn())) {
                throw Refusal.broken("paidOn", "Ngày chi không được trước ngày quyết định, %s"
                        .formatted(Wording.day(one.decidedOn())));
            }
        });
        // who comes second, or after a revocation, waits here for the first, and then enters less than was asked for
        var entered = jdbc.sql("""
                insert into award_payment (award_id, paid_on, recorded_by, recorded_person, recorded_at)
                select id, :on, :by, :person, :at from award
                where id in (:ids) and revoked_on is null order by id for no key update
                on conflict (award_id) where undone_at is null do nothing""")
                .param("on", paidOn).param("by", officer.id()).param("person", person()).param("at", now())
                .param("ids", due.stream().map(Due::id).toList()).update();
        if (entered < due.size()) {
            throw paidAlready();
        }
        return new Paid(due.size(), due.stream().mapToLong(Due::bonus).sum());
    }

    private static Refusal revoked() {
        return Refusal.broken("awards", "Có khen thưởng đã bị hủy bỏ; tiền thưởng được theo dõi trong hồ sơ hủy bỏ");
    }

    private static Refusal paidAlready() {
        return Refusal.conflict("Tiền thưởng đã được ghi nhận là đã chi, hoặc khen thưởng vừa bị hủy bỏ");
    }

    private void requireKeeper(UnitPath unit, Fund fund, Officer officer) {
        if (unit == null || fund == null || !fund.kept()) {
            throw Refusal.broken("awards", "Tiền thưởng này không do quỹ của đơn vị trong tỉnh chi");
        }
        if (!keeps(officer, unit, fund)) {
            throw Refusal.forbidden("Chỉ %s được ghi vào quỹ này".formatted(acting(unit).title(fund.keeper())));
        }
    }

    private boolean keeps(Officer officer, UnitPath unit, Fund fund) {
        return officer.holds(acting(unit).path(), fund.keeper());
    }

    private Unit acting(UnitPath unit) {
        return units.acting(unit, LocalDate.now(clock));
    }

    private String person() {
        return signedIn.fullName().orElse(null);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
