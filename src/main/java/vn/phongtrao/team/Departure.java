package vn.phongtrao.team;


import java.time.LocalDate;

import vn.phongtrao.refusal.Needed;
import vn.phongtrao.refusal.Refusal;

/**
 * Why somebody leaves a team (Luật 30/2023/QH15, Điều 17.3).
 *
 * @param ground          one of the kinds of leaving
 * @param on              day of the application, health certificate or measure; null where reminders are the ground
 * @param firstReminderOn null for other grounds than refusal, as the second
 */
record Departure(ChangeKind ground, LocalDate on, LocalDate firstReminderOn, LocalDate secondReminderOn) {

    private static final String LEGAL_BASIS =
            "Luật Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở 2023, Điều 17 khoản 3 điểm c";

    /**
     * @throws Refusal malformed, for a day that is missing; rule broken, for one to come or reminders that are not two
     */
    static Departure of(ChangeKind ground, ChangeReport report, LocalDate today) {
        if (ground != ChangeKind.LEAVE_ON_REFUSAL) {
            return new Departure(ground, past("groundOn", report.groundOn(), today), null, null);
        }
        var first = past("firstReminderOn", report.firstReminderOn(), today);
        var second = past("secondReminderOn", report.secondReminderOn(), today);
        if (!second.isAfter(first)) {
            throw Refusal.broken("secondReminderOn",
                    "Phải nhắc nhở bằng văn bản ít nhất hai lần, lần sau sau lần trước", LEGAL_BASIS);
        }
        return new Departure(ground, null, first, second);
    }

    /** @throws Refusal malformed, when the day is missing; rule broken, when it is to come */
    static LocalDate past(String field, LocalDate day, LocalDate today) {
        if (Needed.require(field, day).isAfter(today)) {
            throw Refusal.broken(field, "Ngày %1$td/%1$tm/%1$tY chưa tới".formatted(day));
        }
        return day;
    }
}
