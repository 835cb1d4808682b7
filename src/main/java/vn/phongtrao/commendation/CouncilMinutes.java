package vn.phongtrao.commendation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

import org.springframework.stereotype.Component;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.authority.Authority;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Step;
import vn.phongtrao.press.About;
import vn.phongtrao.press.Press;
import vn.phongtrao.press.Print;
import vn.phongtrao.press.Signatories;
import vn.phongtrao.procedure.Fills;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;

/**
 * The minutes of the emulation and commendation council. Who decides presides, and the office that appraises for the
 * deciding unit keeps the minutes (Nghị định 98/2023/NĐ-CP, Điều 49).
 */
@Component
class CouncilMinutes {

    private final Press press;
    private final Authorities authorities;
    private final Signatories signatories;
    private final Dossiers dossiers;
    private final Clock clock;

    CouncilMinutes(Press press, Authorities authorities, Signatories signatories, Dossiers dossiers,
                   Clock clock) {
        this.press = press;
        this.authorities = authorities;
        this.signatories = signatories;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    /** What the template is filled with beside the citation. */
    @Fills("commendation/minutes")
    private record Model(About dossier, Authority authority, String unitName, String date, Minutes minutes,
                         String number, String voters, String chair, String secretary, String opened, String closed) {
    }

    Print print(Dossier dossier, Minutes minutes, Record matter) {
        var on = LocalDate.ofInstant(minutes.closed(), clock.getZone());
        var unit = dossier.decider().unitPath();
        var council = authorities.of(new Post(unit, Position.COUNCIL_MEMBER), on);
        var number = minutes.number() == null ? "        /BB-" + council.abbreviation() : minutes.number();
        var steps = dossiers.stepsOf(dossier.number());
        var voters = voters(steps, minutes);
        var chair = signatories.holder(dossier, dossier.decider());
        return press.print("commendation/minutes", matter, new Model(About.of(dossier), council,
                authorities.nameOf(dossier.unitPath()), Wording.date(on), minutes, number,
                String.join("; ", voters), voters.contains(chair) ? chair : "",
                clerk(steps, new Post(unit, Position.COMMITTEE_CLERK)), moment(minutes.opened()),
                moment(minutes.closed())));
    }

    /** Those who took part, by name where it is known. */
    private static List<String> voters(List<Step> steps, Minutes minutes) {
        return minutes.voters().stream().map(voter -> steps.stream().filter(step -> step.actor().equals(voter))
                .reduce((first, last) -> last).map(Step::person).orElse(voter)).toList();
    }

    /** Who appraised this dossier for the council; empty where nobody did: it is written by hand then. */
    private static String clerk(List<Step> steps, Post post) {
        return steps.stream().filter(step -> step.post().equals(post) && step.actorName() != null)
                .reduce((first, last) -> last).map(Step::actorName).orElse("");
    }

    private String moment(Instant instant) {
        var time = instant.atZone(clock.getZone());
        return DateTimeFormatter.ofPattern("HH 'giờ' mm 'phút, '").format(time) + Wording.date(time.toLocalDate());
    }
}
