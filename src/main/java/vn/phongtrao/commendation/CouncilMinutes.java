package vn.phongtrao.commendation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

import org.springframework.stereotype.Component;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.authority.Authority;
import vn.phongtrao.dossier.Dossier;
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
    private final Clock clock;

    CouncilMinutes(Press press, Authorities authorities, Signatories signatories, Clock clock) {
        this.press = press;
        this.authorities = authorities;
        this.signatories = signatories;
        this.clock = clock;
    }

    /** What the template is filled with beside the citation. */
    @Fills("commendation/minutes")
    private record Model(About dossier, Authority authority, String unitName, String date, Minutes minutes,
                         String number, String chair, String secretary, String opened, String closed) {
    }

    Print print(Dossier dossier, Minutes minutes, Record matter) {
        var on = LocalDate.ofInstant(minutes.closed(), clock.getZone());
        var unit = dossier.decider().unitPath();
        var council = authorities.of(new Post(unit, Position.COUNCIL_MEMBER), on);
        var number = minutes.number() == null ? "        /BB-" + council.abbreviation() : minutes.number();
        return press.print("commendation/minutes", matter, new Model(About.of(dossier), council,
                authorities.nameOf(dossier.unitPath()), Wording.date(on), minutes, number,
                signatories.holder(dossier, dossier.decider()),
                signatories.holder(dossier, new Post(unit, Position.COMMITTEE_CLERK)), moment(minutes.opened()),
                moment(minutes.closed())));
    }

    private String moment(Instant instant) {
        var time = instant.atZone(clock.getZone());
        return DateTimeFormatter.ofPattern("HH 'giờ' mm 'phút, '").format(time) + Wording.date(time.toLocalDate());
    }
}
