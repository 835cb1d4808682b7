package vn.phongtrao.team;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.press.Press;
import vn.phongtrao.press.Print;
import vn.phongtrao.press.Sheet;
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
     * A meeting as the dossier shows it; null where nobody said.
     *
     * @param voted who was voted on, each with {@code name}, {@code birthYear}, {@code votes} and {@code resultName}
     */
    record Meeting(LocalDate heldOn, String methodName, Integer councilMembers, int present, int seats,
                   String tieReason, List<Map<String, Object>> voted) {
    }

    /** @param number of the minutes among the dossier's */
    Sheet of(Dossier dossier, int number, String hamletName, Meeting meeting) {
        return new Sheet("selection-minutes-" + number, "Biên bản kết quả xét tuyển %d %s".formatted(number,
                dossier.number()), null, null, () -> print(dossier, hamletName, meeting));
    }

    private Print print(Dossier dossier, String hamletName, Meeting meeting) {
        Map<String, Object> model = new HashMap<>();
        model.put("dossier", dossier);
        model.put("authority", authorities.of(new Post(dossier.unitPath(), Position.COMMITTEE_CHAIR), meeting.heldOn())
                .council("Hội đồng xét tuyển"));
        model.put("hamletName", hamletName);
        model.put("meeting", meeting);
        model.put("date", Wording.date(meeting.heldOn()));
        return press.print("team-establishment/selection-minutes", model);
    }
}
