package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.officer;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import vn.phongtrao.dossier.Deadlines;
import vn.phongtrao.dossier.DossierNumber;

/** The five working days of Thông tư 14/2024/TT-BCA, Điều 4, on the last working days before Tết 2025. */
@ScenarioTest
@TestPropertySource(properties = "phongtrao.business-date=2025-01-23")
class TeamDeadlinesIT {

    private static final String COMMUNE = "95/956/31843";
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    @Autowired
    Journey journey;

    @Autowired
    Deadlines deadlines;

    @Test
    void recognitionIsProposedAndDecidedWithinFiveWorkingDaysOverTet() {
        var police = officer(POLICE_OFFICER, COMMUNE);
        var chair = officer(COMMITTEE_CHAIR, COMMUNE);
        var number = journey.propose("team-establishment", police, Map.of("hamlet", "31843-05", "seats", 3,
                "reason", "Địa bàn chưa có Tổ", "meetingDate", "2025-02-10"));
        journey.complete(number, "complete-dossier", police, Map.of());
        journey.approve(number, "approve-plan", chair);
        journey.complete(number, "register-candidates", police, Map.of("candidates",
                List.of(candidate(), candidate(), candidate())));
        journey.approve(number, "approve-candidates", chair);
        var ids = ids(number);
        journey.complete(number, "record-selection", police, Map.of("present", 9, "results",
                ids.stream().map(id -> Map.of("id", id, "votes", 9)).toList()));
        assertThat(day(journey.task(number, "propose-recognition", police).getDueDate())).isEqualTo("2025-02-06");

        journey.complete(number, "propose-recognition", police, Map.of("roles", List.of(
                Map.of("id", ids.get(0), "role", "leader"), Map.of("id", ids.get(1), "role", "deputy"),
                Map.of("id", ids.get(2), "role", "member"))));
        assertThat(day(journey.task(number, "decide", chair).getDueDate())).isEqualTo("2025-02-06");
    }

    @ParameterizedTest
    @CsvSource({"2025-01-23,2025-02-06", "2025-04-22,2025-04-28", "2025-04-24,2025-05-05"})
    void swappedSaturdayOfAprilIsAWorkingDay(LocalDate minutes, LocalDate last) {
        var number = journey.propose("team-establishment", officer(POLICE_OFFICER, COMMUNE), Map.of(
                "hamlet", "31843-06", "seats", 3, "reason", "Địa bàn chưa có Tổ", "meetingDate", "2025-02-10"));

        assertThat(day(deadlines.dueSince(DossierNumber.of(number), "propose-recognition", minutes))).isEqualTo(last);
    }

    @SuppressWarnings("unchecked")
    private List<String> ids(String number) {
        return ((List<Map<String, Object>>) journey.show(number).get("candidates")).stream()
                .map(row -> (String) row.get("id")).toList();
    }

    private static Map<String, Object> candidate() {
        return Map.of("name", "Người mẫu", "birthDate", "1985-05-20", "citizenId", Journey.citizenId(),
                "gender", "male", "education", "upper-secondary", "residenceMonths", 24, "legalStatus", "none",
                "healthCertificate", true);
    }

    private static LocalDate day(Date due) {
        return due.toInstant().atZone(VIETNAM).toLocalDate();
    }
}
