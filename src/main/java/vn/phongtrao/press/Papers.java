package vn.phongtrao.press;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.decision.CorrectionBegins;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.decision.DecisionRegister;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierAnnex;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.dossier.StepTaken;
import vn.phongtrao.procedure.Fills;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;
import vn.phongtrao.text.Wording;

/**
 * The papers of dossiers and decisions, for those who may see these. They are printed at first demand and then kept.
 */
@Service
public class Papers implements DossierAnnex<Papers.Annex> {

    private final Dossiers dossiers;
    private final DecisionRegister decisions;
    private final Authorities authorities;
    private final Submissions submissions;
    private final KeptPapers kept;
    private final BlankForms forms;
    private final CitedLaw law;
    private final Map<String, ProcessPapers> processes;
    private final List<PapersSource> sources;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Papers(Dossiers dossiers, DecisionRegister decisions, Authorities authorities, Submissions submissions,
           KeptPapers kept, BlankForms forms, CitedLaw law, List<ProcessPapers> processes, List<PapersSource> sources,
           PlatformTransactionManager transactions, ApplicationEventPublisher events, Clock clock) {
        this.dossiers = dossiers;
        this.decisions = decisions;
        this.authorities = authorities;
        this.submissions = submissions;
        this.kept = kept;
        this.forms = forms;
        this.law = law;
        this.processes = processes.stream()
                .collect(Collectors.toUnmodifiableMap(ProcessPapers::process, Function.identity()));
        this.sources = sources;
        this.transactions = new TransactionTemplate(transactions);
        this.events = events;
        this.clock = clock;
    }

    /** A paper that a dossier has: its name in addresses, and what it is. */
    public record Entry(String name, String title) {

        static Entry of(Sheet sheet) {
            return new Entry(sheet.name(), sheet.title());
        }
    }

    /** A printed paper; {@code fileName} is of letters, digits, hyphens and a dot. */
    public record Printed(String fileName, byte[] pdf) {
    }

    /**
     * A decision on a dossier.
     *
     * @param decisionNumber as printed, for example {@code 05/QĐ-UBND}
     * @param certificates   whether certificates go with it
     * @param revokedOn      null while it holds for anybody
     * @param revokedBy      number of the decision that revoked it
     * @param partlyRevokedOn when it was last revoked for some; null where it never was
     * @param partlyRevokedBy number of the decision that did
     * @param correctedOn    when words of it were last put right; null where they never were
     * @param correctedBy    number of the decision that did
     */
    public record Decided(long id, String decisionNumber, LocalDate signedOn, String subject, boolean certificates,
                          LocalDate revokedOn, String revokedBy, LocalDate partlyRevokedOn, String partlyRevokedBy,
                          LocalDate correctedOn, String correctedBy) {
    }

    /** The papers of a dossier, and the decisions on it. */
    @Fills("page")
    public record Annex(List<Entry> papers, List<Decided> decisions) {
    }

    @Override
    public Class<Annex> view() {
        return Annex.class;
    }

    @Override
    public Annex show(Dossier dossier) {
        return new Annex(sheets(dossier).stream().map(Entry::of).toList(),
                decisions.on(dossier.number()).stream().map(decision -> decided(dossier, decision)).toList());
    }

    @Override
    public List<Finding> findings(Dossier dossier) {
        return law.of(dossier);
    }

    private Decided decided(Dossier dossier, Decision decision) {
        var revoked = decision.revoked();
        var partly = decision.partlyRevoked();
        var corrected = decision.corrected();
        return new Decided(decision.id(), decision.label(), decision.signedOn(), decision.subject(),
                find(dossier).flatMap(papers -> papers.certificates(dossier, decision, null).findFirst()).isPresent(),
                revoked == null ? null : revoked.on(), revoked == null ? null : revoked.number(),
                partly == null ? null : partly.on(), partly == null ? null : partly.number(),
                corrected == null ? null : corrected.on(), corrected == null ? null : corrected.number());
    }

    /** @throws Refusal not found, or forbidden */
    public List<Entry> list(DossierNumber dossierNumber, Officer officer) {
        return sheets(dossiers.requireVisible(dossierNumber, officer)).stream().map(Entry::of).toList();
    }

    /** @throws Refusal not found, or forbidden */
    public Printed print(DossierNumber dossierNumber, String name, Officer officer) {
        var dossier = dossiers.requireVisible(dossierNumber, officer);
        return sheets(dossier).stream().filter(sheet -> sheet.name().equals(name)).findFirst()
                .map(sheet -> new Printed(sheet.fileName(), kept.copy(dossier, sheet)))
                .orElseThrow(() -> Refusal.notFound("Hồ sơ %s không có văn bản này".formatted(dossierNumber)));
    }

    /** @throws Refusal not found; forbidden, when the decision is not the officer's to see */
    public Printed printDecision(long id, Officer officer) {
        var decision = decisions.require(id, officer);
        var dossier = dossiers.require(decision.dossierNumber());
        var sheet = sheet(dossier, papers(dossier), decision);
        return new Printed(sheet.fileName(), kept.copy(dossier, sheet));
    }

    /**
     * The decision that an act would take, as it would be printed, marked as a draft and without a code. Nothing
     * of the act remains: its transaction is rolled back, with the number that it took.
     *
     * @param act takes a decision on the dossier
     * @throws Refusal what the act itself is refused with; not found, when it takes no decision
     */
    public Printed draft(DossierNumber dossierNumber, Runnable act) {
        return transactions.execute(status -> {
            status.setRollbackOnly();
            var before = decisions.on(dossierNumber);
            act.run();
            var dossier = dossiers.require(dossierNumber);
            var sheet = decisions.on(dossierNumber).stream().filter(decision -> !before.contains(decision)).findFirst()
                    .map(decision -> sheet(dossier, papers(dossier), decision.draft()))
                    .orElseThrow(() -> Refusal.notFound("Bước này không ra quyết định"));
            return new Printed("Du-thao-" + sheet.fileName(), Sheaf.draft(sheet.print().get().pdf()));
        });
    }

    /** A paper as it was issued, whatever became of it afterwards. @param pdf asked for one at a time */
    public record Issued(String title, Supplier<byte[]> pdf) {
    }

    /**
     * All papers of a dossier as they were issued: those that it has, and of its certificates the signed ones, which alone are
     * kept.
     *
     * @throws Refusal not found, or forbidden
     */
    public List<Issued> issued(DossierNumber dossierNumber, Officer officer) {
        var dossier = dossiers.requireVisible(dossierNumber, officer);
        return Stream.concat(
                sheets(dossier).stream().map(sheet -> new Issued(sheet.title(), () -> kept.of(dossier, sheet))),
                find(dossier).stream().flatMap(papers -> decisions.on(dossierNumber).stream()
                        .flatMap(decision -> papers.certificates(dossier, decision, null)))
                        .filter(sheet -> kept.has(dossier, sheet))
                        .map(sheet -> new Issued(sheet.title(), () -> kept.of(dossier, sheet)))).toList();
    }

    /** Several papers in one file, a ZIP of PDF files or one such file; its name is as that of {@link Printed}. */
    public record Bundle(String fileName, Writer content) {
    }

    /** Writes a file. */
    public interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * The certificates of a decision, each printed while it is written.
     *
     * @param together whether they are one PDF file, and not a ZIP of several
     * @throws Refusal not found, also when the decision has no certificates; forbidden, when it is not the officer's to
     *                 see
     */
    public Bundle certificates(long decisionId, boolean together, Officer officer) {
        var decision = decisions.require(decisionId, officer);
        var dossier = dossiers.require(decision.dossierNumber());
        return certificates(decision, dossier, null, together, "", sheet -> kept.certificate(dossier, sheet));
    }

    /**
     * What of them is printed on the authority's pre-printed forms. That they are is told by {@link PrintedOnBlanks} when all are printed, so that nothing is
     * taken for what did not come about.
     *
     * @param together as {@link #certificates}
     * @throws Refusal as {@link #certificates}; and that of whoever keeps the forms
     */
    public Bundle onBlanks(long decisionId, boolean together, Officer officer) throws IOException {
        var decision = decisions.require(decisionId, officer);
        var form = forms.of(decision.post());
        var bundle = certificates(decision, dossiers.require(decision.dossierNumber()), form, together, " chỉ chữ",
                sheet -> Sheaf.scaled(KeptPapers.printed(sheet), form.size().scale()));
        var printed = new ByteArrayOutputStream();
        bundle.content().writeTo(printed);
        events.publishEvent(new PrintedOnBlanks(decision, officer));
        return new Bundle(bundle.fileName(), printed::writeTo);
    }

    /** @param form null, but for what is printed on pre-printed forms */
    private Bundle certificates(Decision decision, Dossier dossier, BlankForm form, boolean together, String ending,
                                Function<Sheet, byte[]> printed) {
        var papers = papers(dossier);
        var certificates = papers.certificates(dossier, decision, form).toList();
        if (certificates.isEmpty()) {
            throw Refusal.notFound("Quyết định này không kèm giấy khen, bằng khen");
        }
        var name = fileName(decision, papers.certificate(dossier) + ending);
        return together ? new Bundle(name + ".pdf", out -> Sheaf.write(certificates, printed, out))
                : new Bundle(name + ".zip", out -> Archive.write(certificates, printed, now(), out));
    }

    /**
     * A decision and its certificates, each printed while it is written.
     *
     * @throws Refusal not found; forbidden, when the decision is not the officer's to see
     */
    public Bundle all(long decisionId, Officer officer) {
        var decision = decisions.require(decisionId, officer);
        var dossier = dossiers.require(decision.dossierNumber());
        var papers = papers(dossier);
        var first = sheet(dossier, papers, decision);
        var sheets = Stream.concat(Stream.of(first), papers.certificates(dossier, decision, null)).toList();
        return new Bundle(fileName(decision, "văn bản") + ".zip", out -> Archive.write(sheets,
                sheet -> sheet == first ? kept.copy(dossier, sheet) : kept.certificate(dossier, sheet), now(), out));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }

    /** Before a task changes what earlier papers say, they are kept as they are. */
    @EventListener
    void hold(StepTaken step) {
        if (find(step.dossier()).filter(papers -> papers.changes(step.assignment().task())).isPresent()) {
            sheets(step.dossier()).forEach(sheet -> kept.hold(step.dossier(), sheet));
        }
    }

    /** Before the words of a decision are put right, what was printed from them is kept. */
    @EventListener
    void hold(CorrectionBegins correction) {
        var dossier = dossiers.require(correction.dossierNumber());
        sheets(dossier).forEach(sheet -> kept.hold(dossier, sheet));
    }

    /** {@code Quyet-dinh-12-QD-UBND-giay-khen}. */
    private static String fileName(Decision decision, String what) {
        return Wording.slug("Quyết định %s %s".formatted(decision.label(), what.toLowerCase(Wording.VIETNAMESE)));
    }

    /** @throws Refusal not found, for dossiers of a process without papers */
    private ProcessPapers papers(Dossier dossier) {
        return find(dossier).orElseThrow(() -> Refusal.notFound("Quyết định này không có văn bản để in"));
    }

    private Optional<ProcessPapers> find(Dossier dossier) {
        return Optional.ofNullable(processes.get(dossier.process())).or(() ->
                sources.stream().flatMap(source -> source.find(dossier.process()).stream()).findFirst());
    }

    private List<Sheet> sheets(Dossier dossier) {
        return find(dossier).stream().flatMap(papers -> Stream.of(submissions.of(dossier, papers),
                papers.others(dossier), decisions.on(dossier.number()).stream()
                        .map(decision -> sheet(dossier, papers, decision)).toList()).flatMap(List::stream)).toList();
    }

    private Sheet sheet(Dossier dossier, ProcessPapers papers, Decision decision) {
        return new Sheet("decision-" + decision.id(), "Quyết định " + decision.label(), decision.label(),
                decision.post(), () -> papers.decision(dossier, decision), decision.revoked());
    }
}
