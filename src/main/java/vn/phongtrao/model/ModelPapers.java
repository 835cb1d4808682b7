package vn.phongtrao.model;

import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierContent;
import vn.phongtrao.press.DecisionPress;
import vn.phongtrao.press.Print;
import vn.phongtrao.press.ProcessPapers;
import vn.phongtrao.press.Proposers;
import vn.phongtrao.procedure.Fills;

/** The papers of dossiers about models: submissions and decisions, filled with what the dossier shows. */
abstract class ModelPapers implements ProcessPapers {

    private final DossierContent<?, ?> content;
    private final DecisionPress decisions;
    private final Proposers proposers;
    private final String request;
    private final int articles;

    @Fills(value = {"model-recognition/submission", "model-replication/submission", "model-retirement/submission"},
            frame = "submission")
    @Fills(value = {"model-recognition/decision", "model-replication/decision", "model-retirement/decision"},
            frame = "decision")
    private record Filled(Record content) {
    }

    /** @param articles of the decision before its last */
    ModelPapers(DossierContent<?, ?> content, DecisionPress decisions, Proposers proposers, String request,
                int articles) {
        this.content = content;
        this.decisions = decisions;
        this.proposers = proposers;
        this.request = request;
        this.articles = articles;
    }

    @Override
    public String process() {
        return content.process();
    }

    @Override
    public String request(Dossier dossier) {
        return request;
    }

    @Override
    public Record matter(Dossier dossier) {
        return new Filled(content.show(dossier));
    }

    @Override
    public Print decision(Dossier dossier, Decision decision) {
        return decisions.print(dossier, decision, new DecisionPress.Matter(process() + "/decision", articles,
                "đơn vị, tập thể thực hiện mô hình nêu tại Điều 1", proposers.of(dossier, decision), matter(dossier)));
    }
}
