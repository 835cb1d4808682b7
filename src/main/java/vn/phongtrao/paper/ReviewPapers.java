package vn.phongtrao.paper;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import vn.phongtrao.commendation.Citation;
import vn.phongtrao.commendation.Minutes;
import vn.phongtrao.decision.Authorities;
import vn.phongtrao.decision.Authority;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.Outcome;
import vn.phongtrao.dossier.Step;
import vn.phongtrao.dossier.Stop;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;

/** What the review of a dossier leaves on paper: the submission of each signed stop, and the council's minutes. */
@Component
class ReviewPapers {

    private final Press press;
    private final Authorities authorities;
    private final Signatories signatories;
    private final Clock clock;

    ReviewPapers(Press press, Authorities authorities, Signatories signatories, Clock clock) {
        this.press = press;
        this.authorities = authorities;
        this.signatories = signatories;
        this.clock = clock;
    }

    /** The step with which a stop was signed for good; empty while somebody still has to sign, or nobody signs there. */
    static Optional<Step> signed(Stop stop, List<Step> steps) {
        var atStop = steps.stream().filter(step -> Integer.valueOf(stop.stop()).equals(step.stop())).toList();
        return stop.signers().isEmpty() ? Optional.empty()
                : atStop.stream().reduce((first, last) -> last).filter(last -> last.task().equals("sign")
                        && Outcome.APPROVE.id().equals(last.outcome())
                        && last.position().equals(stop.signers().get(stop.signers().size() - 1).id()));
    }

    /** @param to who gets the submission: the next stop, or who decides */
    byte[] submission(Dossier dossier, Citation citation, Step signed, Post to) {
        var on = LocalDate.ofInstant(signed.finishedAt(), clock.getZone());
        var authority = authorities.of(new Post(signed.unitPath(), Position.of(signed.position())), on);
        var model = common(dossier, citation, authority, on);
        model.put("to", authorities.of(to, on).name());
        model.put("decider", authorities.of(dossier.decider(), on).name());
        model.put("signature", signatories.of(signed.actor(), authority, on));
        return press.print("submission", model);
    }

    byte[] minutes(Dossier dossier, Citation citation, Minutes minutes) {
        var on = LocalDate.ofInstant(minutes.closed(), clock.getZone());
        var council = new Post(dossier.decider().unitPath(), Position.COUNCIL_MEMBER);
        var model = common(dossier, citation, authorities.of(council, on), on);
        model.put("minutes", minutes);
        model.put("opened", moment(minutes.opened()));
        model.put("closed", moment(minutes.closed()));
        return press.print("minutes", model);
    }

    private Map<String, Object> common(Dossier dossier, Citation citation, Authority authority, LocalDate on) {
        Map<String, Object> model = new HashMap<>();
        model.put("dossier", dossier);
        model.put("citation", citation);
        model.put("authority", authority);
        model.put("unitName", authorities.nameOf(dossier.unitPath()));
        model.put("date", Wording.date(on));
        model.put("achievedFrom", Wording.shortDate(citation.achievedFrom()));
        model.put("achievedTo", Wording.shortDate(citation.achievedTo()));
        return model;
    }

    private String moment(Instant instant) {
        var time = instant.atZone(clock.getZone());
        return DateTimeFormatter.ofPattern("HH 'giờ' mm 'phút', ").format(time) + Wording.date(time.toLocalDate());
    }
}
