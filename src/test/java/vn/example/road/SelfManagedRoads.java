package vn.example.road;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.authority.Jurisdictions;
import vn.phongtrao.authority.Jurisdictions.Matter;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.decision.DecisionBook;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierContent;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.dossier.Opening;
import vn.phongtrao.dossier.TaskForm;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.ProcessBean;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.UnitPath;

/** Dossiers by which a commune recognises a road whose people keep its security and order themselves. */
@Transactional
@ProcessBean("selfManagedRoads")
public class SelfManagedRoads implements DossierContent<RoadProposal, RoadView> {

    private static final String PROCESS = "self-managed-road";
    /** The rules know no variants of these dossiers. */
    private static final String FORM = "road";

    private final Dossiers dossiers;
    private final Rules rules;
    private final Jurisdictions jurisdictions;
    private final DecisionBook book;
    private final RoadRegister register;
    private final JdbcAggregateTemplate proposals;
    private final Clock clock;

    SelfManagedRoads(Dossiers dossiers, Rules rules, Jurisdictions jurisdictions, DecisionBook book,
                     RoadRegister register, JdbcAggregateTemplate proposals, Clock clock) {
        this.dossiers = dossiers;
        this.rules = rules;
        this.jurisdictions = jurisdictions;
        this.book = book;
        this.register = register;
        this.proposals = proposals;
        this.clock = clock;
    }

    @Override
    public String process() {
        return PROCESS;
    }

    @Override
    public String prefix() {
        return "TQ";
    }

    @Override
    public Class<RoadProposal> proposal() {
        return RoadProposal.class;
    }

    @Override
    public Class<RoadView> view() {
        return RoadView.class;
    }

    @Override
    public Opening examine(UnitPath unitPath, RoadProposal proposal) {
        requireNew(unitPath, proposal.name());
        var jurisdiction = jurisdictions.require(PROCESS, unitPath, Days.on(LocalDate.now(clock)),
                new Matter(FORM, null, Decision.MATTER));
        return new Opening(FORM, FORM, "Tuyến đường tự quản: " + proposal.name(), jurisdiction,
                dossier -> proposals.insert(Road.of(dossier.number(), proposal)));
    }

    @Override
    public List<TaskForm<?>> tasks() {
        return List.of(new TaskForm<>(Set.of("complete-dossier", "supplement"), RoadChange.class,
                (dossier, assignment, change) -> proposals.update(require(dossier).with(change))));
    }

    @Override
    public RoadView show(Dossier dossier) {
        return require(dossier).view();
    }

    @Override
    public List<Finding> findings(Dossier dossier) {
        var criteria = criteria(dossier);
        return List.of(new Finding(null, criteria.metBy(require(dossier)), criteria.inWords(), true,
                criteria.legalBasis()));
    }

    /** Decides with the next number of the authority, and enters the road; it must still be as the rules want it. */
    public void recognise(DossierNumber dossierNumber) {
        var dossier = dossiers.require(dossierNumber);
        var road = require(dossier);
        requireNew(dossier.unitPath(), road.name());
        var criteria = criteria(dossier);
        if (!criteria.metBy(road)) {
            throw Refusal.broken(null, criteria.inWords());
        }
        var decides = dossier.jurisdiction();
        register.enter(road, book.issue(decides.decider(), Decision.MATTER, decides.symbol(),
                "Về việc công nhận Tuyến đường tự quản về an ninh, trật tự", dossierNumber, dossier.unitPath(),
                dossiers.decidedBy(dossierNumber)));
        dossiers.decide(dossierNumber);
    }

    private Criteria criteria(Dossier dossier) {
        return rules.row(PROCESS + "-criteria", dossiers.days(dossier), new Rules.Any(), Criteria.class);
    }

    private Road require(Dossier dossier) {
        return proposals.findById(dossier.number(), Road.class);
    }

    private void requireNew(UnitPath unitPath, String name) {
        if (register.has(unitPath, name)) {
            throw Refusal.broken("name", "Tuyến đường này đã được công nhận");
        }
    }
}
