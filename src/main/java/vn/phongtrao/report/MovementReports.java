package vn.phongtrao.report;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.authority.Jurisdiction;
import vn.phongtrao.authority.Jurisdictions;
import vn.phongtrao.authority.Jurisdictions.Matter;
import vn.phongtrao.calendar.WorkingCalendar;
import vn.phongtrao.dossier.Deadlines;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierContent;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.DossierProcess;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.dossier.Opening;
import vn.phongtrao.dossier.Option;
import vn.phongtrao.dossier.TaskForm;
import vn.phongtrao.organisation.MassOrganisations;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.Fills;
import vn.phongtrao.procedure.ProcessBean;
import vn.phongtrao.procedure.RowOf;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/**
 * The communes' reports of a period, and their corrections, as dossiers. A report begins when its period is opened
 * ({@link Periods}). A correction is started by the commune's police officer once the report is accepted or its period
 * is closed; so a commune that was late reports all the same. It goes the same way as a report and is kept beside it:
 * once accepted, it is what counts.
 */
@Transactional
@ProcessBean("movementReports")
public class MovementReports implements DossierContent<CorrectionFields, ReportView> {

    static final String PROCESS = "movement-report";

    private static final String REPORT = "report";
    private static final String CORRECTION = "correction";
    private static final String DUE_BASIS = "Kỳ báo cáo do Công an tỉnh mở";

    private final Dossiers dossiers;
    private final DossierProcess process;
    private final Deadlines deadlines;
    private final Jurisdictions jurisdictions;
    private final Rules rules;
    private final Units units;
    private final ReportBook book;
    private final Likelihood likelihood;
    private final MassOrganisations organisations;
    private final WorkingCalendar calendar;
    private final Clock clock;

    MovementReports(Dossiers dossiers, DossierProcess process, Deadlines deadlines, Jurisdictions jurisdictions,
                    Rules rules, Units units, ReportBook book, Likelihood likelihood,
                    MassOrganisations organisations, WorkingCalendar calendar, Clock clock) {
        this.dossiers = dossiers;
        this.process = process;
        this.deadlines = deadlines;
        this.jurisdictions = jurisdictions;
        this.rules = rules;
        this.units = units;
        this.book = book;
        this.likelihood = likelihood;
        this.organisations = organisations;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** What a correction begins with: the reports that may be corrected. */
    @Fills("movement-report")
    private record Options(List<Option> reports) {
    }

    /** @param daysBefore before the last day, calendar days */
    @RowOf(value = "movement-report-reminder", single = true)
    private record Reminder(int daysBefore) {
    }

    @Override
    public String process() {
        return PROCESS;
    }

    @Override
    public String prefix() {
        return "BC";
    }

    @Override
    public Class<CorrectionFields> proposal() {
        return CorrectionFields.class;
    }

    @Override
    public Class<ReportView> view() {
        return ReportView.class;
    }

    /** Begins a commune's report of a period. */
    void begin(Period period, UnitPath unitPath) {
        var dossier = dossiers.open(this, unitPath, new Opening(REPORT, REPORT,
                "Báo cáo kết quả phong trào: " + period.name(), judge(unitPath, REPORT),
                opened -> book.add(opened.number(), period, unitPath, null, period.dueOn())));
        process.start(dossier);
    }

    /** The end of the last day on which it is signed in time; the dossier of a report is told of that day, too. */
    public Date due(DossierNumber dossierNumber) {
        var report = book.of(dossierNumber);
        var dossier = dossiers.require(dossierNumber);
        if (!report.correction()) {
            dossiers.expect(dossier, report.dueOn(), DUE_BASIS);
        }
        return end(report.dueOn());
    }

    /** When it is reminded of: at the beginning of that day. */
    public Date remindAt(DossierNumber dossierNumber) {
        var before = rules.row("movement-report-reminder", Days.on(LocalDate.now(clock)), new Rules.Any(),
                Reminder.class).daysBefore();
        return beginning(book.of(dossierNumber).dueOn().minusDays(before));
    }

    /** When it begins to be late: the day after the last one. */
    public Date lateAt(DossierNumber dossierNumber) {
        return beginning(book.of(dossierNumber).dueOn().plusDays(1));
    }

    /** Reminds of it once, unless its commune has handed it in: its task comes first, and a step says so. */
    public void remind(DossierNumber dossierNumber) {
        if (book.remind(dossierNumber)) {
            process.urge(dossierNumber);
            note(dossierNumber, "remind", "Đến hạn nộp ngày " + Wording.day(book.of(dossierNumber).dueOn()));
        }
    }

    /** Marks it as late, unless its commune has handed it in. It may still be handed in. */
    public void markLate(DossierNumber dossierNumber) {
        if (book.markLate(dossierNumber)) {
            process.urge(dossierNumber);
            note(dossierNumber, "mark-late", "Chưa nộp khi hết hạn ngày "
                    + Wording.day(book.of(dossierNumber).dueOn()));
        }
    }

    /** Enters that the tier above has accepted it. */
    public void accept(DossierNumber dossierNumber) {
        book.accept(dossierNumber);
        dossiers.accept(dossierNumber);
    }

    /** Ends a correction that is withdrawn, or a report that was not handed in before its period was closed or withdrawn. */
    public void end(DossierNumber dossierNumber) {
        if (book.of(dossierNumber).correction()) {
            book.become(dossierNumber, ReportStatus.WITHDRAWN);
            dossiers.withdraw(dossierNumber);
        } else if (book.withdrawn(book.of(dossierNumber).period())) {
            book.become(dossierNumber, ReportStatus.WITHDRAWN);
            note(dossierNumber, "end-report", "Công an tỉnh bỏ kỳ báo cáo mở nhầm");
            dossiers.withdraw(dossierNumber);
        } else {
            book.become(dossierNumber, ReportStatus.MISSED);
            note(dossierNumber, "end-report", "Công an tỉnh khóa kỳ báo cáo");
            dossiers.miss(dossierNumber);
        }
    }

    @Override
    public Record options(UnitPath unitPath) {
        return new Options(correctable(unitPath).stream().map(report -> new Option(report.dossierNumber().value(),
                report.unitPath().equals(unitPath) ? report.period().name() : "%s: %s".formatted(report.period().name(),
                        units.require(report.unitPath()).fullName()))).toList());
    }

    /** A commune corrects its own reports, and those of communes whose business it does since they have ended. */
    private List<Report> correctable(UnitPath unitPath) {
        return book.correctable(units.inChargeOf(unitPath));
    }

    @Override
    public Opening examine(UnitPath unitPath, CorrectionFields fields) {
        var report = correctable(unitPath).stream()
                .filter(one -> one.dossierNumber().value().equals(fields.report())).findFirst()
                .orElseThrow(() -> Refusal.broken("report", "Báo cáo này chưa được chấp nhận và kỳ chưa khóa, hoặc "
                        + "không phải của đơn vị"));
        if (book.hasOpenCorrection(report.period(), report.unitPath())) {
            throw Refusal.broken("report", "Báo cáo này đang có một đính chính chưa được chấp nhận");
        }
        return new Opening(CORRECTION, CORRECTION, "Đính chính báo cáo kết quả phong trào: " + report.period().name(),
                judge(unitPath, CORRECTION), dossier -> book.add(dossier.number(), report.period(), report.unitPath(),
                        fields.reason(), day(deadlines.due(dossier.number(), "fill-report"))));
    }

    @Override
    public List<TaskForm<?>> tasks() {
        return List.of(TaskForm.of("fill-report", Figures.class, (dossier, assignment, figures) -> {
            book.keep(dossier.number(), figures, assignment.officer().id());
            book.become(dossier.number(), ReportStatus.FILLED);
        }), TaskForm.of("sign", Conclusion.class, (dossier, assignment, conclusion) -> {
            if (conclusion.returns()) {
                book.become(dossier.number(), ReportStatus.RETURNED);
            } else {
                requireOver(book.of(dossier.number()).period());
                book.sign(dossier.number());
            }
        }), TaskForm.of("accept-report", Conclusion.class, (dossier, assignment, conclusion) -> {
            if (conclusion.returns()) {
                requireReturnable(book.of(dossier.number()));
                book.become(dossier.number(), ReportStatus.RETURNED);
            }
        }));
    }

    @Override
    public boolean withdrawable(Dossier dossier) {
        return book.of(dossier.number()).correction();
    }

    @Override
    public void prolong(Dossier dossier, int workingDays) {
        book.dueOn(dossier.number(), calendar.dueDate(book.of(dossier.number()).dueOn(), workingDays));
    }

    @Override
    public void moved(Dossier dossier, LocalDate last) {
        if (book.of(dossier.number()).correction()) {
            book.dueOn(dossier.number(), last);
        }
    }

    /** They follow the last day of the period. */
    @Override
    public boolean timersCountWorkingDays() {
        return false;
    }

    @Override
    public ReportView show(Dossier dossier) {
        var report = book.of(dossier.number());
        var first = report.correction() ? book.find(report.period(), report.unitPath()).map(Report::figures)
                : Optional.<Figures>empty();
        var before = before(report);
        var days = dossiers.days(dossier);
        return ReportView.of(report, beginning(report), first.isPresent() ? "Số liệu đã báo cáo trước khi đính chính"
                        : before.map(earlier -> "So với " + earlier.periodName()).orElse(null),
                first.or(() -> before.map(ReportBook.Earlier::figures)).orElse(null),
                likelihood.limits(before.orElse(null), days), likelihood.orders(days));
    }

    @Override
    public List<Finding> findings(Dossier dossier) {
        var report = book.of(dossier.number());
        return report.figures() == null ? List.of()
                : likelihood.of(report.figures(), before(report).orElse(null), dossiers.days(dossier));
    }

    private Optional<ReportBook.Earlier> before(Report report) {
        return book.before(report.period().from(), report.unitPath());
    }

    /** What was filled in, else what the form begins with. */
    Figures beginning(Report report) {
        if (report.figures() != null) {
            return report.figures();
        }
        return report.correction() ? book.standing(report.period(), report.unitPath()).orElse(Figures.NONE)
                : lasting(report);
    }

    /**
     * What lasts is as it was reported last; the register knows the mass organisations of the period's last day, those
     * that were entered in communes before it too.
     */
    private Figures lasting(Report report) {
        var last = before(report).map(ReportBook.Earlier::figures).orElse(Figures.NONE);
        var known = organisations.on(units.inChargeOf(report.unitPath()), report.period().to());
        return Figures.of(measure -> switch (measure) {
            case MASS_ORGANISATIONS -> known.organisations() == 0 ? last.get(measure)
                    : measure.from(known.organisations());
            case MASS_ORGANISATION_MEMBERS -> known.organisations() == 0 ? last.get(measure)
                    : measure.from(known.members());
            default -> measure.lasting() ? last.get(measure) : null;
        });
    }

    /** What happens on the days that are left would be in no report. */
    private void requireOver(Period period) {
        if (LocalDate.now(clock).isBefore(period.to())) {
            throw Refusal.broken("outcome", "Kỳ báo cáo chưa kết thúc; báo cáo ký được từ ngày cuối kỳ, "
                    + Wording.day(period.to()));
        }
    }

    private void requireReturnable(Report report) {
        if (!report.correction() && book.keptOpen(report.period()).closed()) {
            throw Refusal.broken("outcome", "Kỳ báo cáo đã khóa, báo cáo đã ký không trả lại được; đơn vị có thể đính "
                    + "chính");
        }
    }

    /** The police of the tier above judge a report; it is no decision with a number. */
    private Jurisdiction judge(UnitPath unitPath, String form) {
        return jurisdictions.require(PROCESS, unitPath, Days.on(LocalDate.now(clock)), new Matter(form, form, null));
    }

    /** What the program does, it does for the tier above. */
    private void note(DossierNumber dossierNumber, String step, String comment) {
        var dossier = dossiers.require(dossierNumber);
        dossiers.note(dossier, step, dossier.decider(), comment);
    }

    private Date end(LocalDate day) {
        return Date.from(day.atTime(LocalTime.of(23, 59, 59)).atZone(clock.getZone()).toInstant());
    }

    private Date beginning(LocalDate day) {
        return Date.from(day.atStartOfDay(clock.getZone()).toInstant());
    }

    private LocalDate day(Date date) {
        return LocalDate.ofInstant(date.toInstant(), clock.getZone());
    }
}
