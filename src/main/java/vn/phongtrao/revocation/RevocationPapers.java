package vn.phongtrao.revocation;

import java.time.LocalDate;

import org.springframework.stereotype.Component;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.Stops;
import vn.phongtrao.press.DecisionPress;
import vn.phongtrao.press.Print;
import vn.phongtrao.press.ProcessPapers;
import vn.phongtrao.press.Proposers;
import vn.phongtrao.procedure.Fills;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;

/** The decision that revokes, and the submission that asks for it. */
@Component
class RevocationPapers implements ProcessPapers {

    private final DecisionRevocations revocations;
    private final DecisionPress decisions;
    private final Proposers proposers;
    private final Stops stops;
    private final Authorities authorities;

    RevocationPapers(DecisionRevocations revocations, DecisionPress decisions, Proposers proposers, Stops stops,
                     Authorities authorities) {
        this.revocations = revocations;
        this.decisions = decisions;
        this.proposers = proposers;
        this.stops = stops;
        this.authorities = authorities;
    }

    /** @param decidedOn of the decision that is revoked, as printed */
    @Fills(value = "decision-revocation/submission", frame = "submission")
    @Fills(value = "decision-revocation/decision", frame = "decision")
    private record Filled(RevocationView content, String decidedOn) {
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
        return new Filled(content, Wording.date(content.decidedOn()));
    }

    @Override
    public Print decision(Dossier dossier, Decision decision) {
        return decisions.print(dossier, decision, new DecisionPress.Matter("decision-revocation/decision", 2,
                "tập thể, hộ gia đình, cá nhân có tên tại Điều 1", proposer(dossier, decision), matter(dossier)));
    }

    /** The body that had proposed the award asks (Nghị định 152/2025/NĐ-CP, Điều 56 khoản 2): its chief, who signed. */
    private String proposer(Dossier dossier, Decision decision) {
        return stops.of(dossier.number()).stream().filter(stop -> stop.signers().contains(Position.POLICE_CHIEF))
                .findFirst().map(stop -> chief(new Post(stop.unitPath(), Position.POLICE_CHIEF), decision.signedOn()))
                .orElseGet(() -> proposers.of(dossier, decision));
    }

    private String chief(Post post, LocalDate on) {
        return authorities.of(post, on).name();
    }
}
