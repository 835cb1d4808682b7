package vn.phongtrao.province;

import java.time.LocalDate;
import java.util.Optional;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.sheet.SheetRow;
import vn.phongtrao.unit.Unit;

/** The days on which a row holds. @param to last day; null while no end is known */
public record Period(LocalDate from, LocalDate to) {

    static final Period ALWAYS = new Period(LocalDate.MIN, null);

    /**
     * What columns {@code validFrom} and {@code validTo} say.
     *
     * @throws Refusal no dates, or the last day is before the first
     */
    public static Period of(SheetRow row) {
        var period = new Period(row.date("validFrom"), row.optionalDate("validTo").orElse(null));
        if (period.isEmpty()) {
            throw Refusal.malformed("validTo", "ngày cuối %s trước ngày đầu %s; sửa một trong hai"
                    .formatted(period.to, period.from));
        }
        return period;
    }

    static Period of(Unit unit) {
        return new Period(unit.validFrom(), unit.validTo());
    }

    /** The days of it on which the unit is in force; empty where there is none. */
    public Optional<Period> within(Unit unit) {
        var other = of(unit);
        var last = to == null || other.to != null && other.to.isBefore(to) ? other.to : to;
        return Optional.of(new Period(from.isBefore(other.from) ? other.from : from, last))
                .filter(both -> !both.isEmpty());
    }

    boolean overlaps(Period other) {
        return (to == null || !to.isBefore(other.from)) && (other.to == null || !other.to.isBefore(from));
    }

    boolean covers(Period other) {
        return !other.from.isBefore(from) && (to == null || other.to != null && !other.to.isAfter(to));
    }

    private boolean isEmpty() {
        return to != null && to.isBefore(from);
    }
}
