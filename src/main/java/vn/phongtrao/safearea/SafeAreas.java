package vn.phongtrao.safearea;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.decision.Certificates;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.decision.DecisionBook;
import vn.phongtrao.dossier.Assignment;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.UntypedContent;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.dossier.Subject;
import vn.phongtrao.procedure.ProcessBean;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.Hamlets;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.Units;

/** The content of dossiers that propose a hamlet or commune as safe, and their recognition. */
@Transactional
@ProcessBean("safeAreas")
public class SafeAreas implements UntypedContent {

    private static final String ONCE_A_YEAR = "Thông tư 124/2021/TT-BCA, Điều 3";

    private final Dossiers dossiers;
    private final AreaProposals proposals;
    private final AreaResults results;
    private final AreaStandards standards;
    private final AreaAssessor assessor;
    private final Units units;
    private final Hamlets hamlets;
    private final Authorities authorities;
    private final DecisionBook book;
    private final Certificates certificates;
    private final Clock clock;

    SafeAreas(Dossiers dossiers, AreaProposals proposals, AreaResults results, AreaStandards standards,
              AreaAssessor assessor, Units units, Hamlets hamlets, Authorities authorities, DecisionBook book,
              Certificates certificates, Clock clock) {
        this.dossiers = dossiers;
        this.proposals = proposals;
        this.results = results;
        this.standards = standards;
        this.assessor = assessor;
        this.units = units;
        this.hamlets = hamlets;
        this.authorities = authorities;
        this.book = book;
        this.certificates = certificates;
        this.clock = clock;
    }

    @Override
    public String process() {
        return "safe-area-recognition";
    }

    @Override
    public String prefix() {
        return "AT";
    }

    /**
     * Recognises the area: the decision with its number, the certificate, and an entry in the register.
     *
     * @throws Refusal rule broken, naming every criterion that is not met, or when the area is recognised already
     */
    public void recognise(String dossierNumber) {
        var dossier = dossiers.require(dossierNumber);
        var proposal = proposals.of(dossier);
        proposals.lock(proposal.area(), proposal.year());
        requireUnrecognised(proposal.area(), proposal.year());
        var assessment = assessor.assess(proposal, openedOn(dossier));
        if (!assessment.passed()) {
            throw Refusal.broken("criteria", "Chưa đạt tiêu chuẩn \"An toàn về an ninh, trật tự\": "
                    + assessment.shortcomings());
        }
        var decision = book.issue(dossier.decider(), Decision.MATTER,
                standards.authority(proposal.area().kind(), LocalDate.now(clock)).symbol(),
                "Về việc công nhận %s đạt tiêu chuẩn \"An toàn về an ninh, trật tự\" năm %d"
                        .formatted(nameOf(dossier), proposal.year()),
                dossierNumber, dossier.unitPath(), dossiers.decidedBy(dossierNumber));
        certificates.issue(decision, proposal.area().name());
        results.pass(proposal, assessment.figures(), decision);
        dossiers.decide(dossierNumber);
    }

    /** Enters that the area has failed, and why. It may be proposed again while the year's window lasts. */
    public void refuse(String dossierNumber) {
        var dossier = dossiers.require(dossierNumber);
        var proposal = proposals.of(dossier);
        var assessment = assessor.assess(proposal, openedOn(dossier));
        results.fail(proposal, assessment.figures(), LocalDate.now(clock), assessment.passed()
                ? "Cấp có thẩm quyền không chấp thuận hồ sơ" : assessment.shortcomings());
        dossiers.reject(dossierNumber);
    }

    /** What is proposed, as it is written within a sentence: {@code Ấp 1, xã Vĩnh Lộc}. */
    @Transactional(readOnly = true)
    public String nameOf(Dossier dossier) {
        var area = proposals.of(dossier).area();
        return area.kind() == AreaKind.HAMLET ? area.name() : authorities.nameOf(area.unitPath());
    }

    @Override
    public Map<String, Object> optionsOf(String unitPath) {
        var today = LocalDate.now(clock);
        return Map.of("year", today.getYear(), "hamlets", hamlets.options(unitPath),
                "hamletCriteria", criteria(AreaKind.HAMLET, today),
                "communeCriteria", criteria(AreaKind.COMMUNE, today),
                "communeFigures", Stream.of(today.getYear(), today.getYear() + 1)
                        .filter(year -> standards.window(AreaKind.COMMUNE, year, today).takesProposalsOn(today))
                        .map(year -> shown(year, assessor.figures(unitPath, year))).toList());
    }

    @Override
    public Subject examine(String unitPath, Map<String, Object> fields) {
        var today = LocalDate.now(clock);
        var year = ((Number) fields.get("year")).intValue();
        var area = area(unitPath, fields);
        requireOpen(area.kind(), year, today);
        proposals.lock(area, year);
        requireUnrecognised(area, year);
        requireNoOther(area, year);
        var authority = standards.authority(area.kind(), today);
        return new Subject(area.kind().id(), "yearly",
                "%s: tiêu chuẩn \"An toàn về an ninh, trật tự\" năm %d".formatted(area.name(), year),
                new Post(units.atTier(unitPath, authority.tier()).orElseThrow().path(), authority.position()));
    }

    @Override
    public void store(Dossier dossier, Map<String, Object> fields) {
        proposals.add(new Proposal(dossier.number(), ((Number) fields.get("year")).intValue(),
                area(dossier.unitPath(), fields), keys(fields), (String) fields.get("explanation")));
    }

    @Override
    public void submit(Dossier dossier, Assignment assignment, Map<String, Object> fields) {
        if (fields.containsKey("criteria") || fields.containsKey("explanation")) {
            var before = proposals.of(dossier);
            proposals.change(dossier.number(), fields.containsKey("criteria") ? keys(fields) : before.criteria(),
                    (String) fields.getOrDefault("explanation", before.explanation()));
        }
    }

    @Override
    public Map<String, Object> shown(Dossier dossier) {
        var proposal = proposals.of(dossier);
        var kind = proposal.area().kind();
        var assessment = assessor.assess(proposal, openedOn(dossier));
        var window = standards.window(kind, proposal.year(), openedOn(dossier));
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("year", proposal.year());
        shown.put("subject", kind.id());
        shown.put("subjectName", kind.label());
        shown.put("hamlet", proposal.area().hamlet());
        shown.put("areaName", proposal.area().name());
        shown.put("criteria", proposal.criteria());
        shown.put("explanation", proposal.explanation());
        shown.put("criteriaOptions", criteria(kind, openedOn(dossier)));
        shown.put("assessment", assessment.lines().stream().map(SafeAreas::shown).toList());
        shown.put("passed", assessment.passed());
        shown.put("missing", assessment.missing().size());
        shown.put("verdict", assessment.passed() ? "Đạt tất cả tiêu chí" : "Chưa đạt: còn thiếu %d tiêu chí"
                .formatted(assessment.missing().size()));
        shown.put("figures", assessment.figures());
        shown.put("figuresName", assessment.figures() == null ? null : assessment.figures().inWords());
        shown.put("periodFrom", window.from());
        shown.put("periodTo", window.to());
        shown.put("finishBefore", window.finishBefore());
        return shown;
    }

    @Override
    public List<Finding> findings(Dossier dossier) {
        var proposal = proposals.of(dossier);
        var criteria = assessor.assess(proposal, openedOn(dossier)).lines().stream().map(line ->
                new Finding(line.figure(), line.met(), line.criterion().text(), !line.met(),
                        line.criterion().legalBasis()));
        var window = standards.window(proposal.area().kind(), proposal.year(), openedOn(dossier));
        var late = !dossier.status().closed() && !LocalDate.now(clock).isBefore(window.finishBefore());
        return Stream.concat(criteria, late ? Stream.of(new Finding(null, false,
                "Đã quá thời hạn: phải hoàn thành trước ngày %1$td/%1$tm/%1$tY".formatted(window.finishBefore()), false,
                window.legalBasis())) : Stream.empty()).toList();
    }

    private Area area(String unitPath, Map<String, Object> fields) {
        var unit = units.require(unitPath);
        if (unit.tier() != Tier.COMMUNE) {
            throw Refusal.broken("subject", "Chỉ Công an cấp xã đề nghị công nhận khóm, ấp và địa bàn của mình",
                    "Thông tư 124/2021/TT-BCA, Điều 10");
        }
        return AreaKind.of((String) fields.get("subject")) == AreaKind.COMMUNE ? Area.of(unit)
                : Area.of(hamlets.require(unitPath, (String) fields.get("hamlet")), authorities.nameOf(unitPath));
    }

    private void requireOpen(AreaKind kind, int year, LocalDate today) {
        var window = standards.window(kind, year, today);
        if (!window.takesProposalsOn(today)) {
            throw Refusal.broken("year", ("Đề nghị cho năm %d được nhận từ ngày %2$td/%2$tm/%2$tY đến trước ngày "
                    + "%3$td/%3$tm/%3$tY").formatted(year, window.opens(), window.finishBefore()), window.legalBasis());
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

    /** The criteria that the unit judges itself, as options of a form. */
    private List<Map<String, String>> criteria(AreaKind kind, LocalDate on) {
        return standards.criteria(kind, on).stream().filter(Criterion::declared)
                .map(criterion -> Map.of("value", criterion.key(), "label", criterion.text())).toList();
    }

    private LocalDate openedOn(Dossier dossier) {
        return LocalDate.ofInstant(dossier.openedAt(), clock.getZone());
    }

    @SuppressWarnings("unchecked")
    private static List<String> keys(Map<String, Object> fields) {
        return (List<String>) fields.get("criteria");
    }

    private static Map<String, Object> shown(Assessment.Line line) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("key", line.criterion().key());
        row.put("text", line.criterion().text());
        row.put("met", line.met());
        row.put("verdict", line.met() ? "✓ Đạt" : "✗ Chưa đạt");
        row.put("figure", line.figure());
        row.put("legalBasis", line.criterion().legalBasis());
        return row;
    }

    private static Map<String, Object> shown(int year, Figures figures) {
        return Map.of("year", year, "safeHamlets", figures.inWords(Criterion.Measure.SAFE_HAMLETS),
                "models", figures.inWords(Criterion.Measure.EFFECTIVE_MODELS));
    }
}
