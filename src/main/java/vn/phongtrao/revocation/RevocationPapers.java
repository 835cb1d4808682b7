package vn.phongtrao.revocation;

import org.springframework.stereotype.Component;

import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.press.DecisionPress;
import vn.phongtrao.press.Print;
import vn.phongtrao.press.ProcessPapers;
import vn.phongtrao.procedure.Fills;
import vn.phongtrao.text.Wording;

/** The decision that revokes, and the submission that asks for it. */
@Component
class RevocationPapers implements ProcessPapers {

    private final DecisionRevocations revocations;
    private final DecisionPress decisions;
    private final AskingBody asking;

    RevocationPapers(DecisionRevocations revocations, DecisionPress decisions, AskingBody asking) {
        this.revocations = revocations;
        this.decisions = decisions;
        this.asking = asking;
    }

    /** @param decidedOn of the decision that is revoked, as printed @param title what it had given, without who gave it */
    @Fills(value = "decision-revocation/submission", frame = "submission")
    @Fills(value = "decision-revocation/decision", frame = "decision")
    private record Filled(RevocationView content, String decidedOn, String title) {
    }

    @Override
    public String process() {
        return "decision-revocation";
    }

    @Override
    public String request(Dossier dossier) {
        return "đề nghị hủy bỏ quyết định khen thưởng, thu hồi hiện vật khen thưởng và tiền thưởng";
    }

    @Override
    public Record matter(Dossier dossier) {
        var content = revocations.show(dossier);
        return new Filled(content, Wording.date(content.decidedOn()), DecidedAwards.title(content.what()));
    }

    @Override
    public Print decision(Dossier dossier, Decision decision) {
        return decisions.print(dossier, decision, new DecisionPress.Matter("decision-revocation/decision", 2,
                "tập thể, hộ gia đình, cá nhân có tên tại Điều 1", asking.of(dossier, decision), matter(dossier)));
    }
}
