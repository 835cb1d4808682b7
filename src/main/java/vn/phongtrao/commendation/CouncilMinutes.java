package vn.phongtrao.commendation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.press.Press;
import vn.phongtrao.press.Print;
import vn.phongtrao.press.Signatories;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;

/**
 * The minutes of the emulation and commendation council. Who decides presides, and the office that appraises for the
 * deciding unit keeps the minutes (Nghị định 98/2023/NĐ-CP, Điều 49).
 */
@Component
public class CouncilMinutes {

    private final Press press;
    private final Authorities authorities;
    private final Signatories signatories;
    private final Clock clock;

    CouncilMinutes(Press press, Authorities authorities, Signatories signatories, Clock clock) {
        this.press = press;
        this.authorities = authorities;
        this.signatories = signatories;
        this.clock = clock;
    }

    Print print(Dossier dossier, Minutes minutes, Map<String, Object> matter) {
        var on = LocalDate.ofInstant(minutes.closed(), clock.getZone());
        var council = new Post(dossier.decider().unitPath(), Position.COUNCIL_MEMBER);
        var authority = authorities.of(council, on);
        Map<String, Object> model = new HashMap<>(matter);
        model.put("dossier", dossier);
        model.put("authority", authority);
        model.put("unitName", authorities.nameOf(dossier.unitPath()));
        model.put("date", Wording.date(on));
        model.put("minutes", minutes);
        model.put("number", minutes.number() == null ? "        /BB-" + authority.abbreviation() : minutes.number());
        model.put("chair", signatories.holder(dossier, dossier.decider()));
        model.put("secretary", signatories.holder(dossier,
                new Post(dossier.decider().unitPath(), Position.COMMITTEE_CLERK)));
        model.put("opened", moment(minutes.opened()));
        model.put("closed", moment(minutes.closed()));
        return press.print("commendation/minutes", model);
    }

    private String moment(Instant instant) {
        var time = instant.atZone(clock.getZone());
        return DateTimeFormatter.ofPattern("HH 'giờ' mm 'phút, '").format(time) + Wording.date(time.toLocalDate());
    }
}
