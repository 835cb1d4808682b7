package vn.phongtrao.plain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import vn.phongtrao.authority.Jurisdictions;
import vn.phongtrao.authority.Jurisdictions.Matter;
import vn.phongtrao.citizen.PersonalTexts;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierContent;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.dossier.FormField;
import vn.phongtrao.dossier.HamletOptions;
import vn.phongtrao.dossier.Opening;
import vn.phongtrao.dossier.Option;
import vn.phongtrao.dossier.Submitted;
import vn.phongtrao.dossier.TaskForm;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.Facts;
import vn.phongtrao.procedure.Procedures;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.refusal.Refusals;
import vn.phongtrao.text.PlainText;
import vn.phongtrao.unit.UnitPath;

/** The content of the dossiers of a procedure without Java: what its forms declare. */
class PlainContent implements DossierContent<Submitted, PlainView> {

    /** With them the unit that opened a dossier sends it on. */
    private static final Set<String> SENDING = Set.of("complete-dossier", "supplement");

    private final Declaration declaration;
    private final Procedures procedures;
    private final ContentStore store;
    private final Dossiers dossiers;
    private final Jurisdictions jurisdictions;
    private final Rules rules;
    private final HamletOptions hamlets;
    private final PersonalTexts texts;
    private final Clock clock;

    PlainContent(Declaration declaration, Procedures procedures, ContentStore store, Dossiers dossiers,
                 Jurisdictions jurisdictions, Rules rules, HamletOptions hamlets, PersonalTexts texts, Clock clock) {
        this.declaration = declaration;
        this.procedures = procedures;
        this.store = store;
        this.dossiers = dossiers;
        this.jurisdictions = jurisdictions;
        this.rules = rules;
        this.hamlets = hamlets;
        this.texts = texts;
        this.clock = clock;
    }

    /** What forms may offer to choose from: the hamlets of the unit. */
    private record Options(List<Option> hamlets) {
    }

    /**
     * What a row of {@code <key>-findings} says of the dossiers that match it.
     *
     * @param wanting    what is not as it should be, for people
     * @param enforced   whether the dossier cannot be sent on, or concluded, so
     * @param legalBasis the paragraph it comes from
     */
    private record Wanting(String wanting, boolean enforced, String legalBasis) {
    }

    Declaration declaration() {
        return declaration;
    }

    @Override
    public String process() {
        return declaration.process();
    }

    @Override
    public String prefix() {
        return declaration.prefix();
    }

    @Override
    public Class<Submitted> proposal() {
        return Submitted.class;
    }

    @Override
    public Class<PlainView> view() {
        return PlainView.class;
    }

    @Override
    public List<FormField> fields() {
        return declaration.fields();
    }

    @Override
    public Record options(UnitPath unitPath) {
        return new Options(hamlets.of(unitPath));
    }

    @Override
    public Opening examine(UnitPath unitPath, Submitted proposal) {
        var content = Content.NONE.with(proposal, texts);
        var form = declaration.variant("form", content);
        var type = declaration.variant("type", content);
        return new Opening(form, type, declaration.title(content), jurisdictions.require(process(), unitPath,
                Days.on(LocalDate.now(clock)), new Matter(form, type, Decision.MATTER)),
                dossier -> store.keep(dossier.number(), content));
    }

    @Override
    public List<TaskForm<?>> tasks() {
        return List.of();
    }

    /** Any task may ask for something. */
    @Override
    public Stream<TaskForm<?>> tasks(String task) {
        return Stream.of(new TaskForm<>(Set.of(task), Submitted.class, (dossier, assignment, submitted) -> {
            if (!submitted.answers().isEmpty()) {
                var content = store.of(dossier.number()).with(submitted, texts);
                store.keep(dossier.number(), content);
                dossiers.rename(dossier.number(), declaration.title(content));
            }
            if (SENDING.contains(task)) {
                requireEnforced(dossier);
            }
        }));
    }

    /** @throws Refusal rule broken, by everything that is enforced and stands against the dossier */
    void requireEnforced(Dossier dossier) {
        var refused = new Refusals();
        findings(dossier).stream().filter(finding -> finding.enforced() && !finding.fits()).forEach(finding ->
                refused.gather(() -> {
                    throw Refusal.broken(null, finding.message(), finding.legalBasis());
                }));
        refused.throwAny();
    }

    Content content(Dossier dossier) {
        return store.of(dossier.number()).shown(texts);
    }

    @Override
    public PlainView show(Dossier dossier) {
        var content = content(dossier);
        return new PlainView(content.values(), content.texts(fields()), lines(content));
    }

    static List<PlainView.Line> lines(Content content) {
        return content.answers().stream().map(answer ->
                new PlainView.Line(answer.field().key(), answer.field().label(), Written.of(answer))).toList();
    }

    @Override
    public List<Finding> findings(Dossier dossier) {
        return Stream.concat(wanting(dossier), decidedAlready(dossier)).toList();
    }

    private Stream<Finding> decidedAlready(Dossier dossier) {
        var unique = declaration.unique();
        if (unique.isEmpty()) {
            return Stream.empty();
        }
        var content = store.of(dossier.number());
        var known = written(content, unique);
        return store.decidedBeside(dossier).stream().filter(other -> written(other.content(), unique).equals(known)).limit(1)
                .map(other -> new Finding(null, false, "Hồ sơ %s đã được quyết định về cùng nội dung này: %s".formatted(
                        other.number(), declaration.title(content)), true, null));
    }

    private static List<String> written(Content content, List<String> keys) {
        return keys.stream().map(key -> content.find(key).map(answer -> PlainText.comparable(Written.of(answer))).orElse(""))
                .toList();
    }

    /** Tables are asked of everything that the forms declare, persons apart. */
    private Stream<Finding> wanting(Dossier dossier) {
        var table = process() + "-findings";
        if (procedures.find(process(), table + ".dmn").isEmpty()) {
            return Stream.empty();
        }
        Map<String, Object> facts = new HashMap<>();
        fields().stream().filter(field -> !field.anythingPersonal()).forEach(field -> facts.put(field.key(), null));
        store.of(dossier.number()).answers().stream().filter(answer -> !answer.field().anythingPersonal())
                .forEach(answer -> facts.put(answer.field().key(), answer.value()));
        return rules.rows(table, dossiers.days(dossier), new Facts(facts), Wanting.class).stream()
                .map(row -> new Finding(null, false, row.wanting(), row.enforced(), row.legalBasis()));
    }
}
