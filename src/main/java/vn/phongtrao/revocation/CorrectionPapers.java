package vn.phongtrao.revocation;

import org.springframework.stereotype.Component;

import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.press.DecisionPress;
import vn.phongtrao.press.Print;
import vn.phongtrao.press.ProcessPapers;
import vn.phongtrao.procedure.Fills;
import vn.phongtrao.text.Wording;

/** The decision that corrects, and the submission that asks for it. */
@Component
class CorrectionPapers implements ProcessPapers {

    private final DecisionCorrections corrections;
    private final DecisionPress decisions;
    private final AskingBody asking;

    CorrectionPapers(DecisionCorrections corrections, DecisionPress decisions, AskingBody asking) {
        this.corrections = corrections;
        this.decisions = decisions;
        this.asking = asking;
    }

    /** @param decidedOn of the decision that is corrected, as printed @param title what it had given, without who gave it */
    @Fills(value = "decision-correction/submission", frame = "submission")
    @Fills(value = "decision-correction/decision", frame = "decision")
    private record Filled(CorrectionView content, String decidedOn, String title) {
    }

    @Override
    public String process() {
        return "decision-correction";
    }

    @Override
    public String request(Dossier dossier) {
        return "đề nghị đính chính quyết định khen thưởng";
    }

    @Override
    public Record matter(Dossier dossier) {
        var content = corrections.show(dossier);
        return new Filled(content, Wording.date(content.decidedOn()), DecidedAwards.title(content.what()));
    }

    @Override
    public Print decision(Dossier dossier, Decision decision) {
        return decisions.print(dossier, decision, new DecisionPress.Matter("decision-correction/decision", 2,
                "tập thể, hộ gia đình, cá nhân có liên quan", asking.of(dossier, decision), matter(dossier)));
    }
}
