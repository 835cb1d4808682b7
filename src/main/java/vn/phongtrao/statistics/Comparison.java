package vn.phongtrao.statistics;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.register.FigureSource.Asked;
import vn.phongtrao.unit.UnitPath;

/** What figures are compared with. */
public enum Comparison {
    NONE, BEFORE, YEAR, UNIT;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Refusal malformed */
    public static Comparison of(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst()
                .orElseThrow(() -> Refusal.malformed("with", "Không so sánh được với \"%s\"".formatted(id)));
    }

    /** @param other the unit to compare with, where that is asked for; null for none */
    Optional<Asked> with(Asked asked, UnitPath other) {
        return switch (this) {
            case NONE -> Optional.empty();
            case BEFORE -> Optional.of(before(asked));
            case YEAR -> Optional.of(new Asked(asked.unit(), asked.from().minusYears(1), lastYear(asked.to())));
            case UNIT -> Optional.ofNullable(other).map(asked::of);
        };
    }

    /** As long as the period, and right before it: whole months before whole months. */
    private static Asked before(Asked asked) {
        var after = asked.to().plusDays(1);
        var whole = asked.from().getDayOfMonth() == 1 && after.getDayOfMonth() == 1;
        var from = whole ? asked.from().minusMonths(ChronoUnit.MONTHS.between(asked.from(), after))
                : asked.from().minusDays(ChronoUnit.DAYS.between(asked.from(), after));
        return new Asked(asked.unit(), from, asked.from().minusDays(1));
    }

    /** The end of a month stays one: 28 February of a leap year's end is 29 February. */
    private static LocalDate lastYear(LocalDate to) {
        return to.plusDays(1).getDayOfMonth() == 1 ? to.plusDays(1).minusYears(1).minusDays(1) : to.minusYears(1);
    }
}
