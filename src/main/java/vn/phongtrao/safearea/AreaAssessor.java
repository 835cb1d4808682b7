package vn.phongtrao.safearea;

import java.time.Clock;
import java.time.LocalDate;

import org.springframework.stereotype.Component;

import vn.phongtrao.model.Models;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.unit.Hamlets;
import vn.phongtrao.unit.UnitPath;

/** Judges proposals: what the unit declares, and what the registers say. */
@Component
class AreaAssessor {

    private final AreaStandards standards;
    private final AreaResults results;
    private final AreaRegistrations registrations;
    private final Hamlets hamlets;
    private final Models models;
    private final Clock clock;

    AreaAssessor(AreaStandards standards, AreaResults results, AreaRegistrations registrations, Hamlets hamlets,
                 Models models, Clock clock) {
        this.standards = standards;
        this.results = results;
        this.registrations = registrations;
        this.hamlets = hamlets;
        this.models = models;
        this.clock = clock;
    }

    Assessment assess(Proposal proposal, Days days) {
        var figures = proposal.area().kind() != AreaKind.COMMUNE ? null
                : results.figuresOf(proposal.dossierNumber())
                        .orElseGet(() -> figures(proposal.area().unitPath(), proposal.year()));
        return Assessment.of(standards.criteria(proposal.area().kind(), proposal.year(), days), proposal.criteria(),
                figures, registrations.of(proposal.area().path(), proposal.year()).orElse(null));
    }

    /** What the registers say of a commune today. */
    Figures figures(UnitPath communePath, int year) {
        var all = hamlets.of(communePath);
        return new Figures(results.safe(all, year), all.size(), models.effectiveIn(communePath, LocalDate.now(clock)));
    }
}
