package vn.phongtrao.commendation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.register.Sortable;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.UnitPath;

/** The commendation funds of units, year by year: what they have, what was decided, what was paid. Amounts in đồng. */
@Service
@Transactional(readOnly = true)
public class FundRegister {

    /** Awards are summed by month, see {@code award_month}; those that were revoked since are taken off again. */
    private static final String FUNDS = """
            (select unit_path || ' ' || fund || ' ' || year as id, unit_path, fund, year, max(amount) as budget,
                    max(for_bonuses) as for_bonuses, sum(bonuses)::bigint as awards, sum(spent)::bigint as spent,
                    sum(paid_bonuses)::bigint as paid_awards, sum(paid)::bigint as paid,
                    (sum(spent) - sum(paid))::bigint as unpaid,
                    sum(to_recover)::bigint as to_recover, sum(recovered)::bigint as recovered,
                    (max(amount) - sum(spent) - sum(missing))::bigint as remaining
             from (select unit_path, fund, year, amount, for_bonuses, 0 as bonuses, 0 as spent, 0 as paid_bonuses,
                          0 as paid, 0 as to_recover, 0 as recovered, 0 as missing
                   from commendation_budget budget
                   where not exists (select 1 from commendation_budget later
                                     where later.unit_path = budget.unit_path and later.fund = budget.fund
                                       and later.year = budget.year and later.id > budget.id)
                   union all
                   select fund_unit, fund, extract(year from month)::integer, null, null, bonuses, bonus, paid_bonuses,
                          paid, 0, 0, 0
                   from award_month where fund_unit is not null and bonuses > 0
                   union all
                   select fund_unit, fund, fund_year, null, null, -1, -bonus, -paid::integer, case when paid then -bonus else 0 end,
                          to_recover, recovered, case when paid then bonus - recovered else 0 end
                   from award where revoked_on is not null and fund_unit is not null and bonus > 0) entry
             group by unit_path, fund, year) fund""";

    private static final String BUDGETS = """
            (select budget.*, coalesce(entered_person, entered_by) as entered_name,
                    (entered_at at time zone :zone)::date as entered_on
             from commendation_budget budget) budget""";

    /** Of awards, whether a fund has or had to pay. */
    private static final String OWED = "award.fund_unit is not null and award.bonus > 0 and (award.revoked_on is null or award.paid)";

    private static final String AWARDS = """
            (select award.id, award.dossier_number, award.decision_id, award.decision_number, award.decided_on,
                    award.fund_unit as unit_path, award.fund, award.fund_year as year, award.form, award.kind,
                    award.name, award.found_by, award.bonus, award.paid, payment.paid_on,
                    payment.recorded_by,
                    coalesce(payment.recorded_person, payment.recorded_by) as recorded_name
             from award left join award_payment payment
                  on payment.award_id = award.id and payment.undone_at is null
             where %s) award""".formatted(OWED);

    /** The same without their payments. */
    private static final String BONUSES = """
            (select id, decided_on, fund_unit as unit_path, fund, fund_year as year, name, found_by, bonus, paid
             from award where %s) award""".formatted(OWED);

    private static final String PAYMENTS = """
            (select payment.id, payment.award_id, award.decision_number, award.name, award.fund_unit as unit_path,
                    award.fund, award.fund_year as year, award.bonus, payment.paid_on, payment.recorded_by,
                    coalesce(payment.recorded_person, payment.recorded_by) as recorded_name,
                    coalesce(payment.undone_person, payment.undone_by) as undone_name,
                    (payment.recorded_at at time zone :zone)::date as recorded_on, payment.undone_by,
                    (payment.undone_at at time zone :zone)::date as undone_on, payment.undo_reason,
                    payment.undone_at is not null as undone
             from award_payment payment join award on award.id = payment.award_id) payment""";

    private static final Sortable FUND_ORDER = Sortable.by("id", "year", "unitPath", "fund", "budget", "spent", "paid",
            "unpaid", "toRecover", "remaining", "awards");
    private static final Sortable BUDGET_ORDER = Sortable.by("id", "year", "unitPath", "fund", "amount", "enteredOn");
    private static final Sortable AWARD_ORDER = Sortable.by("id", "decidedOn", "name", "bonus", "unitPath", "year",
            "paidOn").alphabetically("name");
    private static final Sortable PAYMENT_ORDER = Sortable.by("id", "paidOn", "recordedOn", "name", "bonus", "unitPath",
            "year").alphabetically("name");

    private final JdbcClient jdbc;
    private final Clock clock;

    FundRegister(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A fund in a year.
     *
     * @param budget     null where none was entered
     * @param forBonuses what of it is not for organising; null where that is not known
     * @param spent      by decisions of that year that were not revoked since
     * @param unpaid     of what was spent
     * @param toRecover  what is still to be given back of bonuses that were paid before they were revoked
     * @param recovered  what came back of them
     * @param remaining  of the budget after decisions and what is gone with revoked ones, below zero where more was
     *                   decided; null without a budget
     */
    public record Entry(UnitPath unitPath, String fund, String fundName, int year, Long budget, Long forBonuses,
                        long awards, long spent, long paidAwards, long paid, long unpaid, long toRecover, long recovered,
                        Long remaining) {
    }

    /** A budget that was entered. @param enteredName the person, else the account */
    public record Budget(long id, UnitPath unitPath, String fund, String fundName, int year, long amount,
                         Long recurrentSpending, boolean remote, Long forBonuses, String enteredBy,
                         String enteredName, LocalDate enteredOn) {
    }

    /**
     * An award with a bonus and whether it was paid.
     *
     * @param unitPath   whose fund pays
     * @param decisionId null where a higher authority decided
     * @param paidOn     null while it is not paid, as who recorded it
     */
    public record Due(long id, DossierNumber dossierNumber, Long decisionId, String decisionNumber, LocalDate decidedOn,
                      UnitPath unitPath, String fund, String fundName, int year, String formName, String kind,
                      String name, long bonus, boolean paid, LocalDate paidOn, String recordedBy,
                      String recordedName) {
    }

    /** A payment that was recorded. @param undoneOn null while it stands, as who undid it and why */
    public record Payment(long id, long awardId, String decisionNumber, String name, UnitPath unitPath, String fund,
                          String fundName, int year, long bonus, LocalDate paidOn, String recordedBy,
                          String recordedName, LocalDate recordedOn, String undoneBy, String undoneName,
                          LocalDate undoneOn, String undoReason) {
    }

    /** Which funds; null leaves a criterion out. @param fund id of one that is kept here */
    public record Filter(UnitPath unit, String fund, Integer year) {
    }

    /** The funds of the officer's units and below, in each year that they have a budget or a bonus. */
    public Page<Entry> funds(Filter filter, Officer officer, Pageable pageable) {
        return of(new RegisterQuery<>(jdbc, FUNDS, FUND_ORDER, FundRegister::entry), filter, officer).page(pageable);
    }

    /** Every budget that was entered for those funds, also where a later one holds. */
    public Page<Budget> budgets(Filter filter, Officer officer, Pageable pageable) {
        return of(new RegisterQuery<>(jdbc, BUDGETS, BUDGET_ORDER, FundRegister::budget)
                .with("zone", clock.getZone().getId()), filter, officer).page(pageable);
    }

    /** @param paid null for both @param q a part of the name, the achievement, the number of dossier or decision */
    public Page<Due> awards(Filter filter, Boolean paid, String q, Officer officer, Pageable pageable) {
        return of(new RegisterQuery<>(jdbc, AWARDS, AWARD_ORDER, FundRegister::due).large("decidedOn")
                .pickedFrom(BONUSES).bounded("name", "bonus", "unitPath", "paidOn", "year"), filter, officer)
                .where("paid = :paid", "paid", paid).finding("found_by ~ :q", "q", q).page(byDay(pageable));
    }

    /** The year of an award is that of its day, and an index has the days. */
    private static Pageable byDay(Pageable pageable) {
        var year = pageable.getSort().getOrderFor("year");
        return year != null && pageable instanceof PageRequest page && page.getSort().stream().count() == 1
                ? page.withSort(year.getDirection(), "decidedOn") : pageable;
    }

    /** @param undone null for both */
    public Page<Payment> payments(Filter filter, Boolean undone, Officer officer, Pageable pageable) {
        return of(payments(), filter, officer).where("undone = :undone", "undone", undone).page(pageable);
    }

    /** @throws Refusal not found, or forbidden */
    Payment payment(long id, Officer officer) {
        return payments().within("unit_path", officer).require(id, "lần chi");
    }

    private RegisterQuery<Payment> payments() {
        return new RegisterQuery<>(jdbc, PAYMENTS, PAYMENT_ORDER, FundRegister::payment)
                .with("zone", clock.getZone().getId());
    }

    private static <T> RegisterQuery<T> of(RegisterQuery<T> query, Filter filter, Officer officer) {
        return query.within("unit_path", officer).under("unit_path", filter.unit())
                .where("fund = :fund", "fund",
                        Optional.ofNullable(filter.fund()).map(Fund::asked).map(Fund::id).orElse(null))
                .where("year = :year", "year", filter.year());
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        return new Entry(unit(row), row.getString("fund"), fundName(row), row.getInt("year"),
                row.getObject("budget", Long.class), row.getObject("for_bonuses", Long.class), row.getLong("awards"),
                row.getLong("spent"), row.getLong("paid_awards"), row.getLong("paid"), row.getLong("unpaid"),
                row.getLong("to_recover"), row.getLong("recovered"),
                row.getObject("remaining", Long.class));
    }

    private static Budget budget(ResultSet row, int index) throws SQLException {
        return new Budget(row.getLong("id"), unit(row), row.getString("fund"), fundName(row), row.getInt("year"),
                row.getLong("amount"), row.getObject("recurrent_spending", Long.class), row.getBoolean("remote"),
                row.getObject("for_bonuses", Long.class), row.getString("entered_by"),
                row.getString("entered_name"), row.getObject("entered_on", LocalDate.class));
    }

    private static Due due(ResultSet row, int index) throws SQLException {
        return new Due(row.getLong("id"), DossierNumber.of(row.getString("dossier_number")),
                row.getObject("decision_id", Long.class), row.getString("decision_number"),
                row.getObject("decided_on", LocalDate.class), unit(row), row.getString("fund"), fundName(row),
                row.getInt("year"), AwardForm.name(row.getString("form")), row.getString("kind"),
                row.getString("name"), row.getLong("bonus"), row.getBoolean("paid"),
                row.getObject("paid_on", LocalDate.class), row.getString("recorded_by"),
                row.getString("recorded_name"));
    }

    private static Payment payment(ResultSet row, int index) throws SQLException {
        return new Payment(row.getLong("id"), row.getLong("award_id"), row.getString("decision_number"),
                row.getString("name"), unit(row), row.getString("fund"), fundName(row), row.getInt("year"),
                row.getLong("bonus"), row.getObject("paid_on", LocalDate.class), row.getString("recorded_by"),
                row.getString("recorded_name"), row.getObject("recorded_on", LocalDate.class),
                row.getString("undone_by"), row.getString("undone_name"),
                row.getObject("undone_on", LocalDate.class), row.getString("undo_reason"));
    }

    private static UnitPath unit(ResultSet row) throws SQLException {
        return UnitPath.of(row.getString("unit_path"));
    }

    private static String fundName(ResultSet row) throws SQLException {
        return Fund.find(row.getString("fund")).map(Fund::label).orElse(row.getString("fund"));
    }
}
