package vn.phongtrao.plain;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.authority.Jurisdictions;
import vn.phongtrao.citizen.PersonalTexts;
import vn.phongtrao.dossier.ContentSource;
import vn.phongtrao.dossier.DossierContent;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.FormFields;
import vn.phongtrao.dossier.FormFields.Asking;
import vn.phongtrao.dossier.HamletOptions;
import vn.phongtrao.edition.FileTree;
import vn.phongtrao.procedure.Procedures;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.refusal.Refusal;

/** The procedures in force that are started with a form and that no module has the content of. */
@Component
class PlainContents implements ContentSource {

    private final Procedures procedures;
    private final FormFields forms;
    private final Set<String> coded;
    private final ContentStore store;
    private final Dossiers dossiers;
    private final Jurisdictions jurisdictions;
    private final Rules rules;
    private final HamletOptions hamlets;
    private final PersonalTexts texts;
    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile InForce inForce = new InForce(null, Map.of());

    PlainContents(Procedures procedures, FormFields forms, List<DossierContent<?, ?>> coded, ContentStore store,
                  Dossiers dossiers, Jurisdictions jurisdictions, Rules rules, HamletOptions hamlets,
                  PersonalTexts texts, JdbcClient jdbc, Clock clock) {
        this.procedures = procedures;
        this.forms = forms;
        this.coded = Set.copyOf(coded.stream().map(DossierContent::process).toList());
        this.store = store;
        this.dossiers = dossiers;
        this.jurisdictions = jurisdictions;
        this.rules = rules;
        this.hamlets = hamlets;
        this.texts = texts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param files that it was read from: others are read anew */
    private record InForce(FileTree files, Map<String, Declaration> declarations) {
    }

    Map<String, Declaration> declarations() {
        var files = procedures.files();
        var known = inForce;
        if (known.files() != files) {
            known = new InForce(files, among(files));
            inForce = known;
        }
        return known.declarations();
    }

    /** Those among the files, by key. */
    Map<String, Declaration> among(FileTree files) {
        Map<String, Declaration> declarations = new LinkedHashMap<>();
        forms.of(files).stream().filter(asking -> !coded.contains(asking.process()))
                .forEach(asking -> declarations.put(asking.process(), Declaration.of(asking)));
        return declarations;
    }

    @Override
    public Set<String> processes() {
        return declarations().keySet();
    }

    @Override
    public Optional<DossierContent<?, ?>> find(String process) {
        return content(process).map(content -> content);
    }

    Optional<PlainContent> content(String process) {
        return Optional.ofNullable(declarations().get(process)).or(() -> left(process)).map(declaration ->
                new PlainContent(declaration, procedures, store, dossiers, jurisdictions, rules, hamlets, texts,
                        clock));
    }

    /** What is no longer in force says nothing of itself, but its dossiers are still shown. */
    private Optional<Declaration> left(String process) {
        var has = !coded.contains(process) && jdbc.sql("""
                        select exists (select 1 from dossier join plain_content on dossier_number = number
                                       where process = ?)""").param(process).query(Boolean.class).single();
        return has ? Optional.of(Declaration.of(new Asking(process, process, Map.of(), List.of()))) : Optional.empty();
    }

    /** @throws Refusal not found, for a process that is none of these */
    Declaration require(String process) {
        return Optional.ofNullable(declarations().get(process))
                .orElseThrow(() -> Refusal.notFound("Không có thủ tục này"));
    }
}
