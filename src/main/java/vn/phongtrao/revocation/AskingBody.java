package vn.phongtrao.revocation;

import org.springframework.stereotype.Component;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.Stops;
import vn.phongtrao.press.Proposers;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;

/** The body that had proposed the award asks (Nghị định 152/2025/NĐ-CP, Điều 56 khoản 2): its chief, who signed. */
@Component
class AskingBody {

    private final Proposers proposers;
    private final Stops stops;
    private final Authorities authorities;

    AskingBody(Proposers proposers, Stops stops, Authorities authorities) {
        this.proposers = proposers;
        this.stops = stops;
        this.authorities = authorities;
    }

    String of(Dossier dossier, Decision decision) {
        return stops.of(dossier.number()).stream().filter(stop -> stop.signers().contains(Position.POLICE_CHIEF))
                .findFirst().map(stop -> new Post(stop.unitPath(), Position.POLICE_CHIEF))
                .map(chief -> authorities.of(chief, decision.signedOn()).name())
                .orElseGet(() -> proposers.of(dossier, decision));
    }
}
