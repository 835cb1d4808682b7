package vn.phongtrao.safearea;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.authority.Jurisdictions;
import vn.phongtrao.authority.Jurisdictions.Matter;
import vn.phongtrao.decision.Certificates;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.decision.DecisionBook;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierContent;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.dossier.HamletOptions;
import vn.phongtrao.dossier.Opening;
import vn.phongtrao.dossier.Option;
import vn.phongtrao.dossier.TaskForm;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.FieldsOf;
import vn.phongtrao.procedure.Fills;
import vn.phongtrao.procedure.ProcessBean;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.safearea.Criterion.Measure;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** The content of dossiers that propose a hamlet, a commune or a body in one as safe, and their recognition. */
@Transactional
@ProcessBean("safeAreas")
public class SafeAreas implements DossierContent<AreaFields, AreaView> {

    private static final String YEARLY = "yearly";
    private static final String ONCE_A_YEAR = "Thông tư 124/2021/TT-BCA, Điều 3";

    private final Dossiers dossiers;
    private final AreaProposals proposals;
    private final AreaResults results;
    private final AreaStandards standards;
    private final AreaAssessor assessor;
    private final Units units;
    private final AreaFinder areas;
    private final SafeAreaBodies bodies;
    private final AreaRegistrations registrations;
    private final HamletOptions hamletOptions;
    private final Authorities authorities;
    private final Jurisdictions jurisdictions;
    private final DecisionBook book;
    private final Certificates certificates;
    private final Clock clock;

    SafeAreas(Dossiers dossiers, AreaProposals proposals, AreaResults results, AreaStandards standards,
              AreaAssessor assessor, Units units, AreaFinder areas, SafeAreaBodies bodies, AreaRegistrations registrations,
              HamletOptions hamletOptions, Authorities authorities, Jurisdictions jurisdictions,
              DecisionBook book, Certificates certificates, Clock clock) {
        this.dossiers = dossiers;
        this.proposals = proposals;
        this.results = results;
        this.standards = standards;
        this.assessor = assessor;
        this.units = units;
        this.areas = areas;
        this.bodies = bodies;
        this.registrations = registrations;
        this.hamletOptions = hamletOptions;
        this.authorities = authorities;
        this.jurisdictions = jurisdictions;
        this.book = book;
        this.certificates = certificates;
        this.clock = clock;
    }

    @Fills("safe-area-recognition")
    private record Options(int year, List<Option> hamlets, List<Option> agencies, List<Option> enterprises,
                           List<Option> schools, List<Option> hamletCriteria, List<Option> communeCriteria,
                           List<Option> agencyCriteria, List<Option> enterpriseCriteria, List<Option> schoolCriteria,
                           List<YearFigures> communeFigures) {
    }

    /** What the registers say of the commune for a year, in words. */
    private record YearFigures(int year, String safeHamlets, String models, String registration) {
    }

    /** What the unit completes or supplements; null leaves what was there. */
    @FieldsOf({"safe-area-recognition-complete-dossier", "safe-area-recognition-supplement"})
    private record AreaChange(List<String> criteria, String explanation) {
    }

    @Override
    public String process() {
        return "safe-area-recognition";
    }

    @Override
    public String prefix() {
        return "AT";
    }

    @Override
    public Class<AreaFields> proposal() {
        return AreaFields.class;
    }

    @Override
    public Class<AreaView> view() {
        return AreaView.class;
    }

    /**
     * Recognises the area: the decision with its number, the certificate, and an entry in the register.
     *
     * @throws Refusal rule broken, when its year has not ended, naming every criterion that is not met, or when the area is
     *                 recognised already
     */
    public void recognise(DossierNumber dossierNumber) {
        var dossier = dossiers.require(dossierNumber);
        var proposal = proposals.of(dossier);
        proposals.lock(proposal.area(), proposal.year());
        requireUnrecognised(proposal.area(), proposal.year());
        standards.window(proposal.area().kind(), proposal.year(), dossiers.days(dossier))
                .requireEnded(LocalDate.now(clock));
        var assessment = assessor.assess(proposal, dossiers.days(dossier));
        assessment.requirePassed();
        var jurisdiction = dossier.jurisdiction();
        var decision = book.issue(jurisdiction.decider(), Decision.MATTER, jurisdiction.symbol(),
                "Về việc công nhận %s đạt tiêu chuẩn \"An toàn về an ninh, trật tự\" năm %d"
                        .formatted(nameOf(dossier), proposal.year()),
                dossierNumber, dossier.unitPath(), dossiers.decidedBy(dossierNumber));
        certificates.issue(decision, proposal.area().name());
        results.pass(proposal, assessment.figures(), decision);
        dossiers.decide(dossierNumber);
    }

    /** Enters that the area has failed, and why. It may be proposed again while the year's window lasts. */
    public void refuse(DossierNumber dossierNumber) {
        var dossier = dossiers.require(dossierNumber);
        var proposal = proposals.of(dossier);
        var assessment = assessor.assess(proposal, dossiers.days(dossier));
        results.fail(proposal, assessment.figures(), LocalDate.now(clock), assessment.reason());
        dossiers.reject(dossierNumber);
    }

    /** What is proposed, as it is written within a sentence: {@code Ấp 1, xã Vĩnh Lộc}. */
    @Transactional(readOnly = true)
    public String nameOf(Dossier dossier) {
        var area = proposals.of(dossier).area();
        return area.kind() == AreaKind.COMMUNE ? authorities.nameOf(area.unitPath()) : area.name();
    }

    @Override
    public Record options(UnitPath unitPath) {
        var today = LocalDate.now(clock);
        var there = bodies.of(unitPath);
        return new Options(openYears(AreaKind.HAMLET, today).findFirst().orElse(today.getYear()), hamletOptions.of(unitPath), options(AreaKind.AGENCY, there),
                options(AreaKind.ENTERPRISE, there), options(AreaKind.SCHOOL, there), criteria(AreaKind.HAMLET, today),
                criteria(AreaKind.COMMUNE, today), criteria(AreaKind.AGENCY, today),
                criteria(AreaKind.ENTERPRISE, today), criteria(AreaKind.SCHOOL, today),
                openYears(AreaKind.COMMUNE, today).map(year -> yearFigures(unitPath, year)).toList());
    }

    private static List<Option> options(AreaKind kind, List<SafeAreaBodies.Body> there) {
        return there.stream().filter(body -> body.kind().equals(kind.id()))
                .map(body -> new Option(body.code(), body.name())).toList();
    }

    /** What the unit may judge itself for one of the years that proposals are taken for. */
    private List<Option> criteria(AreaKind kind, LocalDate today) {
        return openYears(kind, today).flatMap(year -> Assessment.options(standards.criteria(kind, year, Days.on(today)))
                .stream()).distinct().toList();
    }

    private Stream<Integer> openYears(AreaKind kind, LocalDate today) {
        return Stream.of(today.getYear(), today.getYear() + 1).filter(year ->
                standards.window(kind, year, Days.on(today)).takesProposalsOn(today));
    }

    private YearFigures yearFigures(UnitPath unitPath, int year) {
        var figures = assessor.figures(unitPath, year);
        return new YearFigures(year, figures.inWords(Measure.SAFE_HAMLETS), figures.inWords(Measure.EFFECTIVE_MODELS),
                registrations.of(unitPath, year).map(Registration::inWords).orElse(Assessment.UNREGISTERED));
    }

    @Override
    public Opening examine(UnitPath unitPath, AreaFields fields) {
        var today = LocalDate.now(clock);
        var days = Days.on(today);
        var area = areas.find(fields.subject(), commune(unitPath), fields.hamlet(), fields.body());
        var form = form(area, days);
        var proposal = new Proposal(null, fields.year(), area, fields.criteria(), fields.explanation());
        standards.window(area.kind(), proposal.year(), days).requireOpen(proposal.year(), today);
        proposals.lock(area, proposal.year());
        requireUnrecognised(area, proposal.year());
        requireNoOther(area, proposal.year());
        return new Opening(form, YEARLY,
                "%s: tiêu chuẩn \"An toàn về an ninh, trật tự\" năm %d".formatted(area.name(), proposal.year()),
                jurisdictions.require(process(), unitPath, days, new Matter(form, YEARLY, Decision.MATTER)),
                dossier -> proposals.add(proposal.of(dossier.number())));
    }

    @Override
    public List<TaskForm<?>> tasks() {
        return List.of(new TaskForm<>(Set.of("complete-dossier", "supplement"), AreaChange.class,
                (dossier, assignment, change) -> change(dossier, change)));
    }

    @Override
    public AreaView show(Dossier dossier) {
        var proposal = proposals.of(dossier);
        var days = dossiers.days(dossier);
        return AreaView.of(proposal, assessor.assess(proposal, days),
                standards.window(proposal.area().kind(), proposal.year(), days));
    }

    @Override
    public List<Finding> findings(Dossier dossier) {
        var proposal = proposals.of(dossier);
        var days = dossiers.days(dossier);
        var window = standards.window(proposal.area().kind(), proposal.year(), days);
        var timeliness = dossier.status().closed() ? Stream.<Finding>empty()
                : window.timeliness(LocalDate.now(clock)).stream();
        return Stream.concat(timeliness, assessor.assess(proposal, days).findings().stream()).toList();
    }

    private Unit commune(UnitPath unitPath) {
        var unit = units.require(unitPath);
        if (unit.tier() != Tier.COMMUNE) {
            throw Refusal.broken("subject", "Chỉ Công an cấp xã đề nghị công nhận khóm, ấp, cơ quan, doanh nghiệp, cơ sở "
                    + "giáo dục và địa bàn của mình", "Thông tư 124/2021/TT-BCA, Điều 10");
        }
        return unit;
    }

    /** Variant of the procedure that its tables know: a hamlet, a commune, a body of the commune or of a tier above. */
    private String form(Area area, Days days) {
        if (!area.kind().body()) {
            return area.kind().id();
        }
        var body = bodies.at(area.path());
        standards.requireSubject(area.kind(), body.type(), days);
        return SafeAreaBodies.Manager.of(body.manager()).form();
    }

    private void change(Dossier dossier, AreaChange change) {
        if (change.criteria() != null || change.explanation() != null) {
            var before = proposals.of(dossier);
            proposals.change(dossier.number(), Optional.ofNullable(change.criteria()).orElse(before.criteria()),
                    Optional.ofNullable(change.explanation()).orElse(before.explanation()));
        }
    }

    private void requireUnrecognised(Area area, int year) {
        results.recognised(area, year).ifPresent(decision -> {
            throw Refusal.broken("year", ("%s đã được công nhận năm %d tại Quyết định số %s; mỗi năm chỉ công nhận "
                    + "một lần").formatted(area.name(), year, decision), ONCE_A_YEAR);
        });
    }

    private void requireNoOther(Area area, int year) {
        proposals.dossiersFor(area, year).stream().filter(number -> !dossiers.require(number).status().closed())
                .findFirst().ifPresent(number -> {
                    throw Refusal.broken("year", "%s đang được xét năm %d tại hồ sơ %s"
                            .formatted(area.name(), year, number), ONCE_A_YEAR);
                });
    }
}
