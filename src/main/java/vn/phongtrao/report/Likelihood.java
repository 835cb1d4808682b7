package vn.phongtrao.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.Finding;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.RowOf;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.text.Wording;

/**
 * Whether figures go together, and with those of the period before, by decision tables {@code movement-report-order}
 * and {@code movement-report-change}. It is shown and stops nothing: what is unlikely happens.
 */
@Component
class Likelihood {

    private final Rules rules;

    Likelihood(Rules rules) {
        this.rules = rules;
    }

    private record Asked(String figure) {
    }

    /**
     * @param factor so many times more or less than before is worth a look
     * @param least  where the greater of both is less, nothing is said
     */
    @RowOf(value = "movement-report-change", asked = Asked.class, single = true, mayEnd = true)
    private record Change(int factor, int least, String legalBasis) {

        Limit limit(Measure measure, int before) {
            return new Limit(measure, before, before >= least ? before / factor : -1,
                    Math.max(least, (long) factor * before), factor, legalBasis);
        }
    }

    /** @param greater what is never less than {@code lesser} */
    @RowOf(value = "movement-report-order", mayEnd = true)
    private record Row(Measure lesser, Measure greater, String legalBasis) {
    }

    /**
     * Between what a figure hardly is.
     *
     * @param before what it was in the period before
     * @param low    as few or less are worth a look; -1 for none
     * @param high   as many or more are
     */
    record Limit(Measure figure, int before, long low, long high, int factor, String legalBasis) {

        boolean holds(int now) {
            return now > low && now < high;
        }

        String message(int now, String periodName) {
            return "%s: %s, %s là %s, chênh lệch từ %d lần trở lên".formatted(figure.label(), Wording.amount(now),
                    periodName, Wording.amount(before), factor);
        }
    }

    /** A figure that is never less than another. @param message what is told where it is, without the numbers */
    record Order(Measure lesser, Measure greater, String message, String legalBasis) {
    }

    List<Order> orders(Days days) {
        return rules.rows("movement-report-order", days, new Rules.Any(), Row.class).stream()
                .map(row -> new Order(row.lesser(), row.greater(), "ít hơn " + row.lesser().label(), row.legalBasis()))
                .toList();
    }

    /** @param before null where there is nothing to compare with */
    List<Limit> limits(ReportBook.Earlier before, Days days) {
        return before == null ? List.of() : Arrays.stream(Measure.values()).flatMap(measure -> rules
                .rows("movement-report-change", days, new Asked(measure.id()), Change.class).stream().limit(1)
                .map(change -> change.limit(measure, before.figures().get(measure)))).toList();
    }

    /**
     * @param before null where there is nothing to compare with
     * @return what does not go together; empty where all does
     */
    List<Finding> of(Figures figures, ReportBook.Earlier before, Days days) {
        return Stream.concat(orders(days).stream()
                .filter(order -> figures.get(order.greater()) < figures.get(order.lesser()))
                .map(order -> finding("%s (%s) ít hơn %s (%s)".formatted(order.greater().label(),
                        Wording.amount(figures.get(order.greater())), order.lesser().label(),
                        Wording.amount(figures.get(order.lesser()))), order.legalBasis())),
                limits(before, days).stream().filter(limit -> !limit.holds(figures.get(limit.figure())))
                        .map(limit -> finding(limit.message(figures.get(limit.figure()), before.periodName()),
                                limit.legalBasis()))).toList();
    }

    private static Finding finding(String message, String legalBasis) {
        return new Finding(null, false, message, false, legalBasis);
    }
}
