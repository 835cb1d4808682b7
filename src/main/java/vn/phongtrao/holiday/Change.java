package vn.phongtrao.holiday;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import vn.phongtrao.citizen.NoNumber;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.refusal.Refusals;
import vn.phongtrao.text.Named;
import vn.phongtrao.text.Wording;

/**
 * What somebody wants to be otherwise in the calendar.
 *
 * @param added     rows of days that have none
 * @param changed   rows of days that have another
 * @param withdrawn days that shall have none
 * @param reason    why, of rows that are changed or withdrawn
 * @param revision  of the calendar that this was thought of for; only asked for where it is done
 */
public record Change(@Size(max = MOST) List<@NotNull @Valid CalendarRow> added,
                     @Size(max = MOST) List<@NotNull @Valid CalendarRow> changed,
                     @Size(max = MOST) List<@NotNull LocalDate> withdrawn,
                     @Named @NoNumber @Size(max = CalendarRow.LONGEST_BASIS) String reason, Long revision) {

    private static final int MOST = 400;

    public Change {
        added = Objects.requireNonNullElse(added, List.of());
        changed = Objects.requireNonNullElse(changed, List.of());
        withdrawn = Objects.requireNonNullElse(withdrawn, List.of());
    }

    /**
     * The rows as they would be.
     *
     * @throws Refusal rule broken, with all that is wrong
     */
    Map<LocalDate, CalendarRow> on(Map<LocalDate, CalendarRow> rows) {
        var refusals = new Refusals();
        refusals.gather(this::requireSomething);
        rows().forEach(row -> refusals.gather(row::require));
        var after = new HashMap<>(rows);
        withdrawn.forEach(day -> refusals.gather(() -> requireRow("withdrawn", day, after.remove(day) != null)));
        changed.forEach(row -> refusals.gather(() -> requireRow("changed", row.day(), after.put(row.day(), row) != null)));
        added.forEach(row -> refusals.gather(() -> {
            if (after.putIfAbsent(row.day(), row) != null) {
                throw Refusal.broken("added", "Ngày %s đã có trong lịch".formatted(Wording.day(row.day())));
            }
        }));
        refusals.throwAny();
        swaps(after).forEach(row -> refusals.gather(() -> requireSwap(row, after)));
        refusals.throwAny();
        return after;
    }

    Stream<CalendarRow> rows() {
        return Stream.concat(added.stream(), changed.stream());
    }

    /** Every day that it is about, each once. */
    Set<LocalDate> days() {
        return Stream.concat(rows().map(CalendarRow::day), withdrawn.stream()).collect(Collectors.toSet());
    }

    private void requireSomething() {
        if (days().isEmpty()) {
            throw Refusal.broken("added", "Chưa có ngày nào được thêm, sửa hoặc rút");
        }
        var once = new HashSet<LocalDate>();
        Stream.concat(rows().map(CalendarRow::day), withdrawn.stream()).filter(day -> !once.add(day)).findFirst()
                .ifPresent(day -> {
                    throw Refusal.broken("added", "Ngày %s được nhập hai lần".formatted(Wording.day(day)));
                });
        if ((reason == null || reason.isBlank()) && !(changed.isEmpty() && withdrawn.isEmpty())) {
            throw Refusal.broken("reason", "Sửa hoặc rút một ngày thì phải ghi căn cứ, lý do");
        }
    }

    private static void requireRow(String field, LocalDate day, boolean found) {
        if (!found) {
            throw Refusal.broken(field, "Ngày %s không có trong lịch".formatted(Wording.day(day)));
        }
    }

    /** Swaps that this changes: rows of it, and those of before whose day off it takes away. */
    private List<CalendarRow> swaps(Map<LocalDate, CalendarRow> after) {
        var touched = days();
        return after.values().stream().filter(row -> row.kind() == DayKind.WORKING && row.inPlaceOf() != null
                && (touched.contains(row.day()) || touched.contains(row.inPlaceOf()))).toList();
    }

    private static void requireSwap(CalendarRow row, Map<LocalDate, CalendarRow> after) {
        var off = after.get(row.inPlaceOf());
        if (off == null || off.kind() != DayKind.OFF) {
            throw Refusal.broken("inPlaceOf", "%s làm bù cho %s, nhưng lịch không cho nghỉ ngày đó".formatted(
                    Wording.day(row.day()), Wording.day(row.inPlaceOf())));
        }
        after.values().stream().filter(other -> row.inPlaceOf().equals(other.inPlaceOf()) && other != row).findFirst()
                .ifPresent(other -> {
                    throw Refusal.broken("inPlaceOf", "Ngày nghỉ %s đã được làm bù vào %s".formatted(
                            Wording.day(row.inPlaceOf()), Wording.day(other.day())));
                });
    }
}
