package vn.phongtrao.team;

import java.time.LocalDate;
import java.util.List;

import org.springframework.stereotype.Component;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.authority.Authority;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.press.About;
import vn.phongtrao.press.Press;
import vn.phongtrao.press.Print;
import vn.phongtrao.press.Sheet;
import vn.phongtrao.procedure.Fills;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;

/** The minutes of the council that selects members of security teams (Mẫu số 04, Thông tư 14/2024/TT-BCA). */
@Component
class SelectionMinutes {

    private final Press press;
    private final Authorities authorities;

    SelectionMinutes(Press press, Authorities authorities) {
        this.press = press;
        this.authorities = authorities;
    }

    /**
     * The minutes of a meeting; null where nobody said.
     *
     * @param number among the dossier's
     * @param voted  who was voted on
     */
    record Minutes(int number, LocalDate heldOn, String methodName, Integer councilMembers, int present, int seats,
                   String tieReason, List<Voted> voted) {
    }

    /** Somebody who was voted on; null what was forgotten. */
    record Voted(String name, Integer birthYear, int votes, String resultName) {

        /** Nothing that a log must not hold. */
        @Override
        public String toString() {
            return "Voted";
        }
    }

    @Fills("team-establishment/selection-minutes")
    private record Model(About dossier, Authority authority, String hamletName, Minutes meeting, String date) {
    }

    Sheet of(Dossier dossier, String hamletName, Minutes minutes) {
        return new Sheet("selection-minutes-" + minutes.number(), "Biên bản kết quả xét tuyển %d %s".formatted(
                minutes.number(), dossier.number()), null, null, () -> print(dossier, hamletName, minutes));
    }

    private Print print(Dossier dossier, String hamletName, Minutes minutes) {
        var council = authorities.of(new Post(dossier.unitPath(), Position.COMMITTEE_CHAIR), minutes.heldOn())
                .council("Hội đồng xét tuyển");
        return press.print("team-establishment/selection-minutes", 
                new Model(About.of(dossier), council, hamletName, minutes, Wording.date(minutes.heldOn())));
    }
}
