package vn.phongtrao.holiday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.phongtrao.refusal.Refusal;

class ChangeTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);
    private static final LocalDate SATURDAY = MONDAY.plusDays(5);
    private static final CalendarRow OFF = row(MONDAY, DayKind.OFF, null);
    private static final CalendarRow WORKED = row(SATURDAY, DayKind.WORKING, MONDAY);

    private static CalendarRow row(LocalDate day, DayKind kind, LocalDate inPlaceOf) {
        return new CalendarRow(day, kind, "Ngày mẫu", "Văn bản mẫu", inPlaceOf);
    }

    private static Change adding(CalendarRow... rows) {
        return new Change(List.of(rows), null, null, null, null);
    }

    private static Change withdrawing(String reason, LocalDate... days) {
        return new Change(null, null, List.of(days), reason, null);
    }

    private static Map<LocalDate, CalendarRow> having(CalendarRow... rows) {
        return adding(rows).on(Map.of());
    }

    @Test
    void aDayOffAndTheSaturdayThatIsWorkedForItComeTogether() {
        assertThat(having(OFF, WORKED)).containsOnlyKeys(MONDAY, SATURDAY);
    }

    @Test
    void aDayHasOneRow() {
        assertThat(refused(adding(OFF), having(OFF))).containsExactly("Ngày 01/03/2027 đã có trong lịch");
        assertThat(refused(adding(OFF, OFF), Map.of())).contains("Ngày 01/03/2027 được nhập hai lần");
    }

    @Test
    void aWorkedSaturdayNeedsItsDayOff() {
        assertThat(refused(adding(WORKED), Map.of())).singleElement().asString().contains("lịch không cho nghỉ");
        assertThat(refused(adding(row(SATURDAY, DayKind.WORKING, null)), Map.of())).singleElement().asString()
                .contains("cho ngày nghỉ nào");
        assertThat(refused(adding(row(SATURDAY.plusDays(1), DayKind.WORKING, MONDAY)), having(OFF, WORKED)))
                .singleElement().asString().contains("đã được làm bù vào 06/03/2027");
    }

    @Test
    void aDayOffIsNotWithdrawnWhileASaturdayIsWorkedForIt() {
        assertThat(refused(withdrawing("Công văn mẫu", MONDAY), having(OFF, WORKED))).hasSize(1);
        assertThat(withdrawing("Công văn mẫu", MONDAY, SATURDAY).on(having(OFF, WORKED))).isEmpty();
    }

    @Test
    void whatIsChangedOrWithdrawnIsThereAndHasAReason() {
        assertThat(refused(withdrawing(" ", MONDAY), having(OFF))).containsExactly(
                "Sửa hoặc rút một ngày thì phải ghi căn cứ, lý do");
        assertThat(refused(withdrawing("Công văn mẫu", MONDAY), Map.of())).containsExactly(
                "Ngày 01/03/2027 không có trong lịch");
        assertThat(refused(new Change(null, List.of(OFF), null, "Công văn mẫu", null), Map.of())).hasSize(1);
    }

    @Test
    void somethingIsChanged() {
        assertThat(refused(adding(), Map.of())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"2027-03-06, OFF,", "2027-03-02, WORKING, 2027-03-01", "2027-03-02, OFF, 2027-03-01", "1999-12-31, OFF,",
            "2101-01-03, OFF,", "0000-01-03, OFF,"})
    void aRowSaysSomethingThatTheWeekDoesNotInAYearThatMayBe(LocalDate day, DayKind kind, LocalDate inPlaceOf) {
        assertThat(refused(adding(row(day, kind, inPlaceOf)), having(OFF))).hasSize(1);
    }

    private static List<String> refused(Change change, Map<LocalDate, CalendarRow> rows) {
        var refusal = catchThrowableOfType(Refusal.class, () -> change.on(rows));
        assertThat(refusal).isNotNull();
        return refusal.each().stream().map(Refusal::getMessage).toList();
    }
}
