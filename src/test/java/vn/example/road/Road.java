package vn.example.road;

import java.util.Optional;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

import vn.phongtrao.dossier.DossierNumber;

/**
 * The road that a dossier is about.
 *
 * @param length in metres
 */
@Table("self_managed_road_proposal")
record Road(@Id DossierNumber dossierNumber, String name, int length, int households, String reason) {

    static Road of(DossierNumber dossierNumber, RoadProposal proposal) {
        return new Road(dossierNumber, proposal.name(), proposal.length(), proposal.households(), proposal.reason());
    }

    Road with(RoadChange change) {
        return new Road(dossierNumber, Optional.ofNullable(change.name()).orElse(name),
                Optional.ofNullable(change.length()).orElse(length),
                Optional.ofNullable(change.households()).orElse(households),
                Optional.ofNullable(change.reason()).orElse(reason));
    }

    RoadView view() {
        return new RoadView(name, length, households, reason);
    }
}
