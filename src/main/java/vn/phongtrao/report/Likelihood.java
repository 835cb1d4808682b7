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

        boolean tells(int before, int now) {
            var greater = Math.max(before, now);
            return greater >= least && greater >= (long) factor * Math.min(before, now);
        }
    }

    /** @param greater what is never less than {@code lesser} */
    @RowOf(value = "movement-report-order", mayEnd = true)
    private record Order(Measure lesser, Measure greater, String legalBasis) {
    }

    /**
     * @param before null where there is nothing to compare with
     * @return what does not go together; empty where all does
     */
    List<Finding> of(Figures figures, ReportBook.Earlier before, Days days) {
        var orders = rules.rows("movement-report-order", days, new Rules.Any(), Order.class).stream()
                .filter(order -> figures.get(order.greater()) < figures.get(order.lesser()))
                .map(order -> finding("%s (%s) ít hơn %s (%s)".formatted(order.greater().label(),
                        number(figures.get(order.greater())), order.lesser().label(),
                        number(figures.get(order.lesser()))), order.legalBasis()));
        return Stream.concat(orders, before == null ? Stream.empty() : Arrays.stream(Measure.values())
                .flatMap(measure -> changed(measure, figures, before, days))).toList();
    }

    private Stream<Finding> changed(Measure measure, Figures figures, ReportBook.Earlier before, Days days) {
        return rules.rows("movement-report-change", days, new Asked(measure.id()), Change.class).stream().limit(1)
                .filter(change -> change.tells(before.figures().get(measure), figures.get(measure)))
                .map(change -> finding("%s: %s, %s là %s, chênh lệch từ %d lần trở lên".formatted(measure.label(),
                        number(figures.get(measure)), before.periodName(), number(before.figures().get(measure)),
                        change.factor()), change.legalBasis()));
    }

    private static Finding finding(String message, String legalBasis) {
        return new Finding(null, false, message, false, legalBasis);
    }

    private static String number(int number) {
        return String.format(Wording.VIETNAMESE, "%,d", number);
    }
}
