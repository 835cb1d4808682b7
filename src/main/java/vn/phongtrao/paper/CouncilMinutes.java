package vn.phongtrao.paper;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import vn.phongtrao.commendation.Minutes;
import vn.phongtrao.decision.Authorities;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;

/** The minutes of the emulation and commendation council. */
@Component
class CouncilMinutes {

    private final Press press;
    private final Authorities authorities;
    private final Clock clock;

    CouncilMinutes(Press press, Authorities authorities, Clock clock) {
        this.press = press;
        this.authorities = authorities;
        this.clock = clock;
    }

    Print print(Dossier dossier, Minutes minutes, Map<String, Object> matter) {
        var on = LocalDate.ofInstant(minutes.closed(), clock.getZone());
        var council = new Post(dossier.decider().unitPath(), Position.COUNCIL_MEMBER);
        Map<String, Object> model = new HashMap<>(matter);
        model.put("dossier", dossier);
        model.put("authority", authorities.of(council, on));
        model.put("unitName", authorities.nameOf(dossier.unitPath()));
        model.put("date", Wording.date(on));
        model.put("minutes", minutes);
        model.put("opened", moment(minutes.opened()));
        model.put("closed", moment(minutes.closed()));
        return press.print("commendation/minutes", model);
    }

    private String moment(Instant instant) {
        var time = instant.atZone(clock.getZone());
        return DateTimeFormatter.ofPattern("HH 'giờ' mm 'phút, '").format(time) + Wording.date(time.toLocalDate());
    }
}
