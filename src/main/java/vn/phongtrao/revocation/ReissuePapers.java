package vn.phongtrao.revocation;

import org.springframework.stereotype.Component;

import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.press.DecisionPress;
import vn.phongtrao.press.Print;
import vn.phongtrao.press.ProcessPapers;
import vn.phongtrao.procedure.Fills;
import vn.phongtrao.text.Wording;

/** The submission that asks for certificates to be given again, and the decision where that takes one. */
@Component
class ReissuePapers implements ProcessPapers {

    private final CertificateReissues reissues;
    private final DecisionPress decisions;
    private final AskingBody asking;

    ReissuePapers(CertificateReissues reissues, DecisionPress decisions, AskingBody asking) {
        this.reissues = reissues;
        this.decisions = decisions;
        this.asking = asking;
    }

    /** @param decidedOn of the decision that had given them, as printed, as the day of the application is */
    @Fills(value = "certificate-reissue/submission", frame = "submission")
    @Fills(value = "certificate-reissue/decision", frame = "decision")
    private record Filled(ReissueView content, String decidedOn, String appliedOn) {
    }

    @Override
    public String process() {
        return "certificate-reissue";
    }

    @Override
    public String request(Dossier dossier) {
        return "đề nghị cấp lại giấy khen, bằng khen";
    }

    @Override
    public Record matter(Dossier dossier) {
        var content = reissues.show(dossier);
        return new Filled(content, Wording.date(content.decidedOn()), Wording.date(content.appliedOn()));
    }

    @Override
    public Print decision(Dossier dossier, Decision decision) {
        return decisions.print(dossier, decision, new DecisionPress.Matter("certificate-reissue/decision", 2,
                "tập thể, hộ gia đình, cá nhân có tên tại Điều 1", asking.of(dossier, decision), matter(dossier)));
    }
}
