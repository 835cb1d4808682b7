package vn.phongtrao.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.register.Sortable;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;
import vn.phongtrao.turn.Turn;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/**
 * The register of emulation campaigns. Police officers and clerks of a unit enter what it launches by its plan, what it
 * registers for and how it reviewed; a campaign is everybody's at the launching unit and below it.
 */
@Service
@Transactional
public class Campaigns {

    public static final int LONGEST_NAME = 300;
    public static final int LONGEST_TEXT = 4_000;
    public static final int MOST = 1_000_000;

    private static final String WHAT = "phong trào thi đua";
    private static final Sortable SORTABLE = Sortable.by("id", "unitPath", "name", "plannedOn", "validFrom", "validTo",
            "registrations").alphabetically("name");
    private static final String LIST = """
            (select campaign.*,
                    case when withdrawn_at is not null then 'withdrawn'
                         when exists (select from campaign_review r where r.campaign = campaign.id and r.kind = 'final'
                                        and r.reviewed_on <= :today and campaign.unit_path in (select unit_with_past(r.unit_path))) then 'reviewed'
                         when valid_from > :today then 'coming'
                         when valid_to < :today then 'over' else 'running' end as state,
                    (select count(*) from campaign_registration r where r.campaign = campaign.id) as registrations
             from campaign) campaign""";
    /** Launched for a unit of the officer's, from above. */
    private static final String FROM_ABOVE = "unit_path is null or " + RegisterQuery.aboveUnits("unit_path", ":roots");

    /** Launched for the unit {@code :unit} or for one that it took over: by it, above it or for the whole country. */
    private static final String FOR_UNIT = "(unit_path is null or %s)".formatted(RegisterQuery.aboveUnit("unit_path"));

    private final Units units;
    private final JdbcClient jdbc;
    private final CampaignAwards awards;
    private final CurrentOfficer signedIn;
    private final Clock clock;

    Campaigns(Units units, JdbcClient jdbc, CampaignAwards awards, CurrentOfficer signedIn, Clock clock) {
        this.units = units;
        this.jdbc = jdbc;
        this.awards = awards;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /**
     * A campaign.
     *
     * @param unitPath      that launched it; null for the whole country
     * @param document      number of the plan by which it is launched
     * @param authority     who has launched it, in words
     * @param validTo       last day; null while none is said
     * @param registrations how many units have registered
     * @param enteredBy     user name
     * @param enteredName   the person, else the account
     */
    public record Entry(long id, UnitPath unitPath, String name, String document, LocalDate plannedOn, String authority,
                        LocalDate validFrom, LocalDate validTo, CampaignState state, String stateName, long registrations,
                        String contents, String targets, String enteredBy, String enteredName) {
    }

    /** What a campaign is called. @param document number of its plan */
    public record Title(String name, String document) {

        /** {@code Phong trào mẫu (15/KH-UBND)}. */
        public String full() {
            return "%s (%s)".formatted(name, document);
        }
    }

    /** What a unit has bound itself to. @param enteredName the person, else the account */
    public record Registration(UnitPath unitPath, LocalDate registeredOn, String document, String pledge, String enteredBy,
                               String enteredName) {
    }

    /** How a unit has reviewed it. @param collectives found worthy of commendation, as individuals are */
    public record Review(UnitPath unitPath, ReviewKind kind, LocalDate reviewedOn, String document, String result,
                         int collectives, int individuals, String enteredBy, String enteredName) {
    }

    /** A campaign with what units of the officer's and below have registered, reviewed and been given. */
    public record Sheet(Entry campaign, List<Registration> registrations, List<Review> reviews, CampaignAwards.Figures awards) {
    }

    /** What is launched, see {@link Entry}. */
    public record Launched(UnitPath unitPath, String name, String document, LocalDate plannedOn, String authority,
                           LocalDate validFrom, LocalDate validTo, String contents, String targets) {
    }

    /** What a list is asked for; null leaves a criterion out. @param on a day of the campaign */
    public record Filter(UnitPath unit, String q, LocalDate on, CampaignState state) {
    }

    /** Those of the officer's units and below, those launched above them, and those of the whole country. */
    @Transactional(readOnly = true)
    public Page<Entry> list(Filter filter, Officer officer, Pageable pageable) {
        return query().visible("unit_path", officer, FROM_ABOVE).under("unit_path", filter.unit())
                .where("valid_from <= :on and coalesce(valid_to, 'infinity') >= :on", "on", filter.on())
                .where("state = :state", "state", filter.state() == null ? null : filter.state().id())
                .finding("found_by ~ :q", "q", filter.q()).page(pageable);
    }

    /** @throws Refusal not found, or forbidden */
    @Transactional(readOnly = true)
    public Sheet of(long id, Officer officer) {
        var campaign = required(id, officer);
        var unpaged = Pageable.ofSize(500);
        return new Sheet(campaign, new RegisterQuery<>(jdbc, "campaign_registration", Sortable.by("unitPath"), Campaigns::registration)
                .within("unit_path", officer).where("campaign = :campaign", "campaign", id).page(unpaged).getContent(),
                new RegisterQuery<>(jdbc, "campaign_review", Sortable.by("unitPath", "reviewedOn"), Campaigns::review)
                        .within("unit_path", officer).where("campaign = :campaign", "campaign", id).page(unpaged).getContent(), awards.of(id, officer));
    }

    /**
     * The campaigns that stand over an achievement of a unit: launched by it, above it or for the whole country, and with a
     * day in common.
     */
    @Transactional(readOnly = true)
    public List<Entry> over(UnitPath unitPath, LocalDate from, LocalDate to) {
        return jdbc.sql("select * from " + LIST + """
                         where withdrawn_at is null and %s and valid_from <= :to and coalesce(valid_to, 'infinity') >= :from
                        order by unit_path desc nulls last, id""".formatted(FOR_UNIT))
                .param("today", today()).param("unit", unitPath.value()).param("from", from).param("to", to)
                .query(Campaigns::entry).list();
    }

    /** The campaigns launched for a unit at any time, the latest first. */
    @Transactional(readOnly = true)
    public List<Entry> launchedFor(UnitPath unitPath) {
        return jdbc.sql("select * from " + LIST + " where withdrawn_at is null and " + FOR_UNIT
                        + " order by valid_from desc, id desc")
                .param("today", today()).param("unit", unitPath.value()).query(Campaigns::entry).list();
    }

    @Transactional(readOnly = true)
    public Title title(long id) {
        return jdbc.sql("select name, document from campaign where id = ?").param(id)
                .query((row, index) -> new Title(row.getString("name"), row.getString("document"))).single();
    }

    /**
     * @throws Refusal forbidden, but for police officers and clerks of the unit; rule broken, for a unit that has ended or a
     *                 plan of a day to come; conflict, for a plan that is entered already
     */
    public Entry launch(Launched launched, Officer officer) {
        var unit = inForce(launched.unitPath());
        requireKeeper(unit.path(), officer);
        requirePast("plannedOn", launched.plannedOn());
        if (launched.validTo() != null && launched.validTo().isBefore(launched.validFrom())) {
            throw Refusal.broken("validTo", "Ngày kết thúc không được trước ngày bắt đầu");
        }
        var id = jdbc.sql("""
                        insert into campaign (unit_path, name, document, planned_on, authority, valid_from, valid_to,
                                              contents, targets, entered_by, entered_person, entered_at)
                        values (:unit, :name, :document, :planned, :authority, :from, :to, :contents, :targets, :by, :person,
                                :at)
                        on conflict do nothing returning id""")
                .param("unit", unit.path().value()).param("name", launched.name()).param("document", launched.document())
                .param("planned", launched.plannedOn()).param("authority", launched.authority())
                .param("from", launched.validFrom()).param("to", launched.validTo(), Types.DATE)
                .param("contents", launched.contents()).param("targets", launched.targets(), Types.VARCHAR)
                .param("by", officer.id()).param("person", person()).param("at", now()).query(Long.class).optional().orElseThrow(() ->
                        Refusal.conflict("Phong trào theo kế hoạch số %s đã có trong sổ".formatted(launched.document())));
        return required(id, officer);
    }

    /**
     * @throws Refusal not found; forbidden; rule broken, where others have registered for it or reviewed it, or dossiers belong to it; conflict,
     *                 when it is withdrawn
     */
    public Entry withdraw(long id, String reason, Officer officer) {
        obstacle(taken(id, officer), officer).ifPresent(obstacle -> {
            throw obstacle;
        });
        jdbc.sql("update campaign set withdrawn_by = ?, withdrawn_at = ?, withdrawn_reason = ? where id = ?")
                .params(officer.id(), now(), reason, id).update();
        return required(id, officer);
    }

    /** Whether the officer may withdraw it as it is now. */
    @Transactional(readOnly = true)
    public boolean withdrawable(Entry campaign, Officer officer) {
        return campaign.state() != CampaignState.WITHDRAWN && obstacle(campaign, officer).isEmpty();
    }

    /** Why the officer may not withdraw it. */
    private Optional<Refusal> obstacle(Entry campaign, Officer officer) {
        if (campaign.unitPath() == null) {
            return Optional.of(Refusal.forbidden("Phong trào toàn quốc không do đơn vị rút"));
        }
        if (!keeps(campaign.unitPath(), officer)) {
            return Optional.of(notAKeeper());
        }
        if (campaign.registrations() > 0) {
            return Optional.of(Refusal.broken(null, "Đã có đơn vị đăng ký, không rút được phong trào này"));
        }
        if (jdbc.sql("select exists (select from campaign_review where campaign = ?)").param(campaign.id())
                .query(Boolean.class).single()) {
            return Optional.of(Refusal.broken(null, "Đã có kết quả sơ kết, tổng kết, không rút được phong trào này"));
        }
        return awards.any(campaign.id())
                ? Optional.of(Refusal.broken(null, "Đã có hồ sơ khen thưởng thuộc phong trào này, không rút được"))
                : Optional.empty();
    }

    /**
     * Enters what a unit binds itself to.
     *
     * @throws Refusal not found; forbidden; rule broken, for a unit the campaign is not for, or a day before its plan or to
     *                 come; conflict, when it is withdrawn, or the unit has registered
     */
    public Sheet register(long id, Registration registration, Officer officer) {
        var campaign = requireFor(taken(id, officer), registration.unitPath(), officer);
        requireDay("registeredOn", registration.registeredOn(), campaign.plannedOn());
        try {
            jdbc.sql("""
                            insert into campaign_registration (campaign, unit_path, registered_on, document, pledge, entered_by,
                                                               entered_person, entered_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(id, registration.unitPath().value(), registration.registeredOn(), registration.document(),
                            registration.pledge(), officer.id(), person(), now()).update();
        } catch (DuplicateKeyException twice) {
            throw Refusal.conflict("Đơn vị này đã đăng ký");
        }
        return of(id, officer);
    }

    /** Enters how a unit has reviewed it. @throws Refusal as {@link #register}; rule broken, for a review before it began */
    public Sheet review(long id, Review review, Officer officer) {
        var campaign = requireFor(taken(id, officer), review.unitPath(), officer);
        requireDay("reviewedOn", review.reviewedOn(), campaign.validFrom());
        try {
            jdbc.sql("""
                            insert into campaign_review (campaign, unit_path, kind, reviewed_on, document, result, collectives,
                                                         individuals, entered_by, entered_person, entered_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(id, review.unitPath().value(), review.kind().id(), review.reviewedOn(), review.document(),
                            review.result(), review.collectives(), review.individuals(), officer.id(), person(), now())
                    .update();
        } catch (DuplicateKeyException twice) {
            throw Refusal.conflict("Đơn vị này đã có kết quả %s".formatted(
                    review.kind() == ReviewKind.FINAL ? "tổng kết" : "sơ kết"));
        }
        return of(id, officer);
    }

    /** Units for which the officer keeps campaigns: what may be launched, registered and reviewed. */
    @Transactional(readOnly = true)
    public List<Unit> keptBy(Officer officer) {
        return officer.units().stream().filter(unit -> keeps(unit, officer)).flatMap(unit -> units.inForce(unit).stream()).toList();
    }

    /** Those of them that it is for. */
    @Transactional(readOnly = true)
    public List<Unit> keptBy(Officer officer, Entry campaign) {
        return keptBy(officer).stream().filter(unit -> isFor(campaign, unit.path())).toList();
    }

    private Entry requireFor(Entry campaign, UnitPath unitPath, Officer officer) {
        var unit = inForce(unitPath);
        requireKeeper(unit.path(), officer);
        if (!isFor(campaign, unit.path())) {
            throw Refusal.broken("unitPath", "Phong trào này không phát động cho %s".formatted(unit.fullName()));
        }
        return campaign;
    }

    private boolean isFor(Entry campaign, UnitPath unit) {
        return jdbc.sql("select exists (select 1 from campaign where id = :id and %s)".formatted(FOR_UNIT))
                .param("id", campaign.id()).param("unit", unit.value()).query(Boolean.class).single();
    }

    private Unit inForce(UnitPath unitPath) {
        return units.inForce(unitPath).orElseThrow(() ->
                Refusal.broken("unitPath", "Không có đơn vị \"%s\" đang hoạt động".formatted(unitPath)));
    }

    /** Until the transaction ends nobody withdraws it. */
    public void hold(long id) {
        Turn.take(jdbc, "campaign:" + id);
    }

    /** As it is when it is this one's turn. */
    private Entry taken(long id, Officer officer) {
        required(id, officer);
        hold(id);
        var campaign = required(id, officer);
        if (campaign.state() == CampaignState.WITHDRAWN) {
            throw Refusal.conflict("Phong trào này đã rút");
        }
        return campaign;
    }

    private Entry required(long id, Officer officer) {
        return query().visible("unit_path", officer, FROM_ABOVE).require(id, WHAT);
    }

    private static boolean keeps(UnitPath unit, Officer officer) {
        return officer.holds(unit, Position.POLICE_OFFICER) || officer.holds(unit, Position.COMMITTEE_CLERK);
    }

    private static void requireKeeper(UnitPath unit, Officer officer) {
        if (!keeps(unit, officer)) {
            throw notAKeeper();
        }
    }

    static Refusal notAKeeper() {
        return Refusal.forbidden("Chỉ cán bộ Công an và công chức Ủy ban nhân dân của đơn vị được ghi phong trào thi đua của đơn vị");
    }

    private void requireDay(String field, LocalDate day, LocalDate first) {
        requirePast(field, day);
        if (day.isBefore(first)) {
            throw Refusal.broken(field, "Ngày không được trước khi phong trào được phát động");
        }
    }

    private void requirePast(String field, LocalDate day) {
        if (day.isAfter(today())) {
            throw Refusal.broken(field, "Ngày chưa tới");
        }
    }

    private RegisterQuery<Entry> query() {
        return new RegisterQuery<>(jdbc, LIST, SORTABLE, Campaigns::entry).with("today", today());
    }

    /** Null where the name is not known. */
    private String person() {
        return signedIn.fullName().orElse(null);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        var unit = row.getString("unit_path");
        var state = CampaignState.of(row.getString("state"));
        return new Entry(row.getLong("id"), unit == null ? null : UnitPath.of(unit), row.getString("name"),
                row.getString("document"), row.getObject("planned_on", LocalDate.class), row.getString("authority"),
                row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class), state, state.label(),
                row.getLong("registrations"), row.getString("contents"), row.getString("targets"), row.getString("entered_by"),
                enteredName(row));
    }

    private static Registration registration(ResultSet row, int index) throws SQLException {
        return new Registration(UnitPath.of(row.getString("unit_path")), row.getObject("registered_on", LocalDate.class),
                row.getString("document"), row.getString("pledge"), row.getString("entered_by"), enteredName(row));
    }

    private static Review review(ResultSet row, int index) throws SQLException {
        return new Review(UnitPath.of(row.getString("unit_path")), ReviewKind.of(row.getString("kind")),
                row.getObject("reviewed_on", LocalDate.class), row.getString("document"), row.getString("result"),
                row.getInt("collectives"), row.getInt("individuals"), row.getString("entered_by"), enteredName(row));
    }

    private static String enteredName(ResultSet row) throws SQLException {
        var person = row.getString("entered_person");
        return person == null ? row.getString("entered_by") : person;
    }
}
