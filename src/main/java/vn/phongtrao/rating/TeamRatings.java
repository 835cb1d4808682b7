package vn.phongtrao.rating;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotNull;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.authority.Jurisdictions;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.decision.DecisionBook;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierContent;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.dossier.Opening;
import vn.phongtrao.dossier.Outcome;
import vn.phongtrao.dossier.TaskForm;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.FieldsOf;
import vn.phongtrao.procedure.Fills;
import vn.phongtrao.procedure.ProcessBean;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.refusal.Refusals;
import vn.phongtrao.team.TeamRolls;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** The content of dossiers that rate the teams of a commune and their members for a year, and what is decided of it. */
@Transactional
@ProcessBean("teamRatings")
public class TeamRatings implements DossierContent<RatingFields, RatingView> {

    private static final String PROCESS = "team-rating";
    private static final String FORM = "yearly";
    /** By which ratings are made. */
    static final String GUIDANCE = "Hướng dẫn 01/HD-BCA-V05 năm 2026";

    private final Dossiers dossiers;
    private final RatedRows rows;
    private final RatingBook results;
    private final Standards standards;
    private final TeamRolls rolls;
    private final Units units;
    private final Authorities authorities;
    private final Jurisdictions jurisdictions;
    private final DecisionBook book;
    private final Clock clock;

    TeamRatings(Dossiers dossiers, RatedRows rows, RatingBook results, Standards standards, TeamRolls rolls, Units units,
                Authorities authorities, Jurisdictions jurisdictions, DecisionBook book, Clock clock) {
        this.dossiers = dossiers;
        this.rows = rows;
        this.results = results;
        this.standards = standards;
        this.rolls = rolls;
        this.units = units;
        this.authorities = authorities;
        this.jurisdictions = jurisdictions;
        this.book = book;
        this.clock = clock;
    }

    /** What the start form begins with: the year whose period has ended last. */
    @Fills(PROCESS)
    private record Options(int year) {
    }

    /** What the chair says. @param struckTeams ids of those that are good and not excellent; null for none */
    @FieldsOf("team-rating-decide")
    private record Verdict(@NotNull(message = REQUIRED) Outcome outcome, List<String> struckTeams,
                           List<String> struckMembers) {

        /** Ids of the dossier's rows. */
        Set<String> struck() {
            Set<String> struck = new HashSet<>();
            if (outcome == Outcome.APPROVE) {
                Stream.of(struckTeams, struckMembers).filter(list -> list != null).forEach(struck::addAll);
            }
            return struck;
        }
    }

    @Override
    public String process() {
        return PROCESS;
    }

    @Override
    public String prefix() {
        return "XLT";
    }

    @Override
    public Class<RatingFields> proposal() {
        return RatingFields.class;
    }

    @Override
    public Class<RatingView> view() {
        return RatingView.class;
    }

    /**
     * Decides on the ratings and enters them.
     *
     * @throws Refusal rule broken, when too many are excellent or somebody is rated higher than the rules allow
     */
    public void enter(DossierNumber dossierNumber) {
        var dossier = dossiers.require(dossierNumber);
        var year = rows.year(dossierNumber);
        rows.lock(dossier.unitPath(), year);
        var assessment = assess(dossier);
        assessment.requireDecidable();
        var jurisdiction = dossier.jurisdiction();
        var decision = book.issue(jurisdiction.decider(), Decision.MATTER, jurisdiction.symbol(),
                "Về việc xếp loại Tổ bảo vệ an ninh, trật tự và thành viên Tổ của %s năm %d".formatted(
                        authorities.nameOf(dossier.unitPath()), year),
                dossierNumber, dossier.unitPath(), dossiers.decidedBy(dossierNumber));
        results.enter(year, standards.year(year, dossiers.days(dossier)).said(), assessment, decision);
        dossiers.decide(dossierNumber);
    }

    @Override
    public Record options(UnitPath unitPath) {
        var today = LocalDate.now(clock);
        var period = standards.year(today.getYear(), Days.on(today));
        return new Options(today.isBefore(period.opens()) ? today.getYear() - 1 : today.getYear());
    }

    @Override
    public Opening examine(UnitPath unitPath, RatingFields fields) {
        if (units.require(unitPath).tier() != Tier.COMMUNE) {
            throw Refusal.broken("year", "Chỉ Công an cấp xã lập hồ sơ xếp loại Tổ của mình", GUIDANCE);
        }
        var today = LocalDate.now(clock);
        var days = Days.on(today);
        int year = fields.year();
        var period = standards.year(year, days);
        period.requireOpen(year, today);
        rows.lock(unitPath, year);
        rows.other(unitPath, year).ifPresent(number -> {
            throw Refusal.broken("year", "Tổ của đơn vị đã được xếp loại hoặc đang được xét cho năm %d tại hồ sơ %s"
                    .formatted(year, number), GUIDANCE);
        });
        var teams = rolls.of(unitPath, period.periodFrom(), period.periodTo());
        if (teams.isEmpty()) {
            throw Refusal.broken("year", "Đơn vị không có Tổ bảo vệ an ninh, trật tự nào vào ngày cuối kỳ của năm %d"
                    .formatted(year));
        }
        // a commune that merged into this one may have rated its own for that year
        var rated = results.rated(year, teams.stream().map(TeamRolls.Roll::id).toList());
        var left = teams.stream().filter(team -> !rated.contains(team.id())).toList();
        if (left.isEmpty()) {
            throw Refusal.broken("year", "Tất cả Tổ của đơn vị đã được xếp loại năm %d".formatted(year), GUIDANCE);
        }
        return new Opening(FORM, FORM, "Xếp loại %d Tổ bảo vệ an ninh, trật tự năm %d".formatted(left.size(), year),
                jurisdictions.require(PROCESS, unitPath, days,
                        new Jurisdictions.Matter(FORM, FORM, Decision.MATTER)),
                dossier -> rows.open(dossier.number(), unitPath, year, left));
    }

    @Override
    public List<TaskForm<?>> tasks() {
        return List.of(new TaskForm<>(Set.of("complete-dossier", "supplement"), Proposed.class,
                        (dossier, assignment, proposed) -> propose(dossier, proposed)),
                TaskForm.of("decide", Verdict.class, (dossier, assignment, verdict) -> strike(dossier, verdict)));
    }

    @Override
    public RatingView show(Dossier dossier) {
        var year = rows.year(dossier.number());
        return RatingView.of(year, standards.year(year, dossiers.days(dossier)), assess(dossier));
    }

    @Override
    public List<Finding> findings(Dossier dossier) {
        var period = standards.year(rows.year(dossier.number()), dossiers.days(dossier));
        return Stream.concat(Stream.of(period.finding()), assess(dossier).findings().stream()).toList();
    }

    private Assessment assess(Dossier dossier) {
        return assess(dossier, rows.of(dossier.number()));
    }

    private Assessment assess(Dossier dossier, List<Rated> rated) {
        var days = dossiers.days(dossier);
        return Assessment.of(rated, standards.scale(Subject.TEAM, days), standards.scale(Subject.MEMBER, days));
    }

    private void propose(Dossier dossier, Proposed proposed) {
        var known = rows.of(dossier.number());
        var refused = new Refusals();
        List<Rated> taken = new ArrayList<>();
        for (var subject : Subject.values()) {
            refused.unless(() -> new Naming(subject, known).take(proposed.rows(subject))).ifPresent(taken::addAll);
        }
        refused.throwAny();
        var assessment = assess(dossier, taken);
        for (var subject : Subject.values()) {
            var ratings = assessment.of(subject);
            IntStream.range(0, ratings.size()).forEach(i -> refused.gather(() ->
                    ratings.get(i).requireAllowed("%s[%d].".formatted(subject.list(), i))));
        }
        refused.throwAny();
        rows.save(taken);
    }

    private void strike(Dossier dossier, Verdict verdict) {
        var struck = verdict.struck();
        rows.save(rows.of(dossier.number()).stream().filter(one -> struck.contains(Long.toString(one.id())))
                .map(one -> one.struck(true)).toList());
    }
}
