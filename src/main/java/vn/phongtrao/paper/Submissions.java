package vn.phongtrao.paper;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import vn.phongtrao.decision.Authorities;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Outcome;
import vn.phongtrao.dossier.Step;
import vn.phongtrao.dossier.Stop;
import vn.phongtrao.dossier.Stops;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;

/** The submissions (tờ trình) of a dossier: each signed stop of its route sends it to the next with one. */
@Component
class Submissions {

    private final Dossiers dossiers;
    private final Stops stops;
    private final Press press;
    private final Authorities authorities;
    private final Signatories signatories;
    private final Clock clock;

    Submissions(Dossiers dossiers, Stops stops, Press press, Authorities authorities, Signatories signatories,
                Clock clock) {
        this.dossiers = dossiers;
        this.stops = stops;
        this.press = press;
        this.authorities = authorities;
        this.signatories = signatories;
        this.clock = clock;
    }

    List<Sheet> of(Dossier dossier, ProcessPapers papers) {
        var route = stops.of(dossier.number());
        var steps = dossiers.stepsOf(dossier.number());
        return route.stream().flatMap(stop -> signed(stop, steps).stream().map(signed -> new Sheet(
                "submission-" + stop.stop(), "Tờ trình %d %s".formatted(stop.stop(), dossier.number()), null,
                new Post(signed.unitPath(), Position.of(signed.position())),
                () -> print(dossier, papers, signed, next(dossier, route, stop))))).toList();
    }

    /** The step with which a stop was signed for good; empty while somebody still has to sign, or nobody signs there. */
    private static Optional<Step> signed(Stop stop, List<Step> steps) {
        var atStop = steps.stream().filter(step -> Integer.valueOf(stop.stop()).equals(step.stop())).toList();
        return stop.signers().isEmpty() ? Optional.empty()
                : atStop.stream().reduce((first, last) -> last).filter(last -> last.task().equals("sign")
                        && Outcome.APPROVE.id().equals(last.outcome())
                        && last.position().equals(stop.signers().get(stop.signers().size() - 1).id()));
    }

    /** Who gets the submission: the next stop, or who decides. */
    private static Post next(Dossier dossier, List<Stop> route, Stop stop) {
        return stop.stop() == route.size() ? dossier.decider() : route.get(stop.stop()).receiver();
    }

    private Print print(Dossier dossier, ProcessPapers papers, Step signed, Post to) {
        var on = LocalDate.ofInstant(signed.finishedAt(), clock.getZone());
        var authority = authorities.of(new Post(signed.unitPath(), Position.of(signed.position())), on);
        Map<String, Object> model = new HashMap<>(papers.matter(dossier));
        model.put("matter", papers.process() + "/submission");
        model.put("request", papers.request(dossier));
        model.put("dossier", dossier);
        model.put("authority", authority);
        model.put("unitName", authorities.nameOf(dossier.unitPath()));
        model.put("date", Wording.date(on));
        model.put("to", authorities.of(to, on).name());
        model.put("decider", authorities.of(dossier.decider(), on).name());
        model.put("signature", signatories.of(signed.actor(), authority, on));
        return press.print("submission", model);
    }
}
