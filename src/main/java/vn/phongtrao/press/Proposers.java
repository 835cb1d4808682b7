package vn.phongtrao.press;

import java.util.Optional;

import org.springframework.stereotype.Component;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.Stops;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.Units;

/** On whose proposal a decision is taken, where it is not the authority's usual one. */
@Component
public class Proposers {

    private final Stops stops;
    private final Authorities authorities;
    private final Units units;

    Proposers(Stops stops, Authorities authorities, Units units) {
        this.stops = stops;
        this.authorities = authorities;
        this.units = units;
    }

    /** The police chief beside the authority where he signed, else whoever usually proposes to it. */
    public String of(Dossier dossier, Decision decision) {
        return policeChief(dossier, decision)
                .orElseGet(() -> authorities.of(decision.post(), decision.signedOn()).proposer());
    }

    private Optional<String> policeChief(Dossier dossier, Decision decision) {
        return stops.of(dossier.number()).stream().filter(stop -> units.inCharge(stop.unitPath(), decision.signedOn())
                        .filter(unit -> unit.path().equals(decision.authority())).isPresent() && stop.signers()
                        .contains(Position.POLICE_CHIEF)).findFirst()
                .map(stop -> new Post(stop.unitPath(), Position.POLICE_CHIEF))
                .map(chief -> authorities.of(chief, decision.signedOn()).name());
    }
}
