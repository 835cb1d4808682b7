package vn.phongtrao.holiday;

import java.time.DayOfWeek;
import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.Named;
import vn.phongtrao.text.Wording;

/**
 * A day that differs from the week.
 *
 * @param name       for example {@code Tết Nguyên đán}
 * @param legalBasis the document that says so
 * @param inPlaceOf  the day off that a working Saturday or Sunday is worked for; null of a day off
 */
public record CalendarRow(@NotNull LocalDate day, @NotNull DayKind kind,
                          @NotBlank @Named @Size(max = LONGEST_NAME) String name,
                          @NotBlank @Named @Size(max = LONGEST_BASIS) String legalBasis, LocalDate inPlaceOf) {

    public static final int LONGEST_NAME = 200;
    public static final int LONGEST_BASIS = 500;

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    /** @throws Refusal rule broken, where the row says nothing that the week does not */
    void require() {
        requireYear("day", day.getYear());
        var weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        if (kind == DayKind.OFF && weekend) {
            throw broken("day", "%s là thứ Bảy hoặc Chủ nhật, vốn đã nghỉ".formatted(Wording.day(day)));
        }
        if (kind == DayKind.WORKING && !weekend) {
            throw broken("day", "%s là ngày làm việc, chỉ thứ Bảy, Chủ nhật mới làm bù".formatted(Wording.day(day)));
        }
        if (kind == DayKind.OFF && inPlaceOf != null) {
            throw broken("inPlaceOf", "%s là ngày nghỉ, không làm bù cho ngày khác".formatted(Wording.day(day)));
        }
        if (kind == DayKind.WORKING && inPlaceOf == null) {
            throw broken("inPlaceOf", "%s làm bù cho ngày nghỉ nào?".formatted(Wording.day(day)));
        }
    }

    static void requireYear(String field, int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw broken(field, "Năm phải từ %d đến %d".formatted(FIRST_YEAR, LAST_YEAR));
        }
    }

    private static Refusal broken(String field, String message) {
        return Refusal.broken(field, message);
    }
}
