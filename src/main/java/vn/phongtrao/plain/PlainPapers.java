package vn.phongtrao.plain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.press.DecisionPress;
import vn.phongtrao.press.PapersSource;
import vn.phongtrao.press.Print;
import vn.phongtrao.press.ProcessPapers;
import vn.phongtrao.press.Proposers;
import vn.phongtrao.procedure.Fills;
import vn.phongtrao.procedure.Procedures;

/** Papers of procedures without Java: by their own templates, or by common ones that list the fields. */
@Component
class PlainPapers implements PapersSource {

    /** What procedures share lists the fields, each with its label. */
    private static final String COMMON = "listed-";
    /** Tasks that judge, and so change nothing that papers say. */
    private static final Set<String> JUDGING = Set.of("complete-dossier", "appraise", "sign", "decide");

    private final PlainContents contents;
    private final Procedures procedures;
    private final DecisionPress press;
    private final Proposers proposers;

    PlainPapers(PlainContents contents, Procedures procedures, DecisionPress press, Proposers proposers) {
        this.contents = contents;
        this.procedures = procedures;
        this.press = press;
        this.proposers = proposers;
    }

    @Override
    public Optional<ProcessPapers> find(String process) {
        return contents.content(process).map(Of::new);
    }

    /**
     * What templates are filled with.
     *
     * @param title  of the dossier
     * @param text   the fields that the forms declare, as people write them; null for what is not there
     * @param listed label and text of what is there
     */
    @Fills(value = "listed-decision", frame = "decision")
    @Fills(value = "listed-submission", frame = "submission")
    private record Filled(String title, Map<String, String> text, List<PlainView.Line> listed) {
    }

    private final class Of implements ProcessPapers {

        private final PlainContent content;

        Of(PlainContent content) {
            this.content = content;
        }

        @Override
        public String process() {
            return content.process();
        }

        @Override
        public String submission() {
            return template("submission");
        }

        @Override
        public String request(Dossier dossier) {
            return content.declaration().request(content.content(dossier));
        }

        @Override
        public Record matter(Dossier dossier) {
            var shown = content.show(dossier);
            return new Filled(dossier.title(), shown.text(), shown.listed());
        }

        @Override
        public boolean changes(String task) {
            return !JUDGING.contains(task);
        }

        @Override
        public Print decision(Dossier dossier, Decision decision) {
            var declaration = content.declaration();
            return press.print(dossier, decision, new DecisionPress.Matter(template("decision"), declaration.articles(),
                    declaration.concerned(), proposers.of(dossier, decision), matter(dossier)));
        }

        private String template(String name) {
            var own = procedures.find(process(), "papers/%s.html".formatted(name)).isPresent();
            return own ? process() + "/" + name : COMMON + name;
        }
    }
}
