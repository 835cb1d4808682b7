package vn.example.road;

import org.springframework.stereotype.Component;

import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.press.DecisionPress;
import vn.phongtrao.press.Print;
import vn.phongtrao.press.ProcessPapers;
import vn.phongtrao.press.Proposers;
import vn.phongtrao.procedure.Fills;

/** The submission of the commune's police and the decision of its chair. */
@Component
class RoadPapers implements ProcessPapers {

    private static final int ARTICLES = 1;

    private final SelfManagedRoads roads;
    private final DecisionPress press;
    private final Proposers proposers;

    RoadPapers(SelfManagedRoads roads, DecisionPress press, Proposers proposers) {
        this.roads = roads;
        this.press = press;
        this.proposers = proposers;
    }

    /** What the templates are filled with. */
    @Fills(value = "self-managed-road/submission", frame = "submission")
    @Fills(value = "self-managed-road/decision", frame = "decision")
    private record Filled(RoadView road) {
    }

    @Override
    public String process() {
        return roads.process();
    }

    @Override
    public String request(Dossier dossier) {
        return "đề nghị công nhận Tuyến đường tự quản về an ninh, trật tự";
    }

    @Override
    public Record matter(Dossier dossier) {
        return new Filled(roads.show(dossier));
    }

    @Override
    public Print decision(Dossier dossier, Decision decision) {
        return press.print(dossier, decision, new DecisionPress.Matter(process() + "/decision", ARTICLES,
                "các hộ dọc tuyến đường nêu tại Điều 1", proposers.of(dossier, decision), matter(dossier)));
    }
}
