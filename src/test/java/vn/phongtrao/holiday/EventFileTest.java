package vn.phongtrao.holiday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import vn.phongtrao.refusal.Refusal;

/** Days off as calendar programs write them. */
class EventFileTest {

    private static final String TET = """
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20270204
            DTEND;VALUE=DATE:20270211
            SUMMARY:Tết Nguyên
              đán
            DESCRIPTION:Công văn 10065/VPCP-KGVX\\, mục 1
            END:VEVENT
            """;

    @Test
    void anEventOfSeveralDaysIsADayOffForEachWorkingDayOfTheWeek() {
        assertThat(read(TET, null)).extracting(CalendarRow::day).containsExactly(day(4), day(5), day(8), day(9), day(10));
        assertThat(read(TET, null).get(0)).isEqualTo(new CalendarRow(day(4), DayKind.OFF, "Tết Nguyên đán",
                "Công văn 10065/VPCP-KGVX, mục 1", null));
    }

    @Test
    void anEventThatNamesItsDayOffIsWorked() {
        assertThat(read("""
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20270206
                SUMMARY:Làm bù
                X-IN-PLACE-OF:20270211
                END:VEVENT
                """, "Thông báo mẫu")).containsExactly(new CalendarRow(day(6), DayKind.WORKING, "Làm bù",
                        "Thông báo mẫu", day(11)));
    }

    @Test
    void whatIsWrongIsToldByItsLine() {
        assertThatThrownBy(() -> read(TET + """
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20270231
                SUMMARY:Ngày không có
                DESCRIPTION:Mẫu
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20270303
                SUMMARY:Không có căn cứ
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20270302
                SUMMARY:Lặp lại
                DESCRIPTION:Mẫu
                RRULE:FREQ=YEARLY
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20270205
                SUMMARY:Hai lần
                DESCRIPTION:Mẫu
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20270301
                DTEND;VALUE=DATE:20290301
                SUMMARY:Dài quá
                DESCRIPTION:Mẫu
                END:VEVENT
                """, null)).isInstanceOf(Refusal.class).hasMessageContaining("Dòng 10: DTSTART")
                .hasMessageContaining("Dòng 15: không có căn cứ").hasMessageContaining("Dòng 23: không nhận")
                .hasMessageContaining("Dòng 25: ngày đã có ở dòng 3").hasMessageContaining("Dòng 30: sự kiện dài");
    }

    @Test
    void aFileThatIsNoneIsRefused() {
        for (var events : List.of("", "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20270204", "x".repeat(2 << 20),
                "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20270206\nSUMMARY:Thứ Bảy\nDESCRIPTION:Mẫu\nEND:VEVENT")) {
            assertThatThrownBy(() -> read(events, null)).isInstanceOf(Refusal.class);
        }
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2027, 2, day);
    }

    private static List<CalendarRow> read(String events, String document) {
        var file = ("\uFEFFBEGIN:VCALENDAR\nVERSION:2.0\n" + events + "\nEND:VCALENDAR\n").replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(EventFile.is(file)).isTrue();
        return EventFile.rows(file, document);
    }
}
