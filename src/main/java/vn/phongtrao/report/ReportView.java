package vn.phongtrao.report;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import vn.phongtrao.procedure.Fills;
import vn.phongtrao.text.Wording;

/**
 * A report as forms, pages and the register API show it. The figures are what was filled in, or what the form begins
 * with.
 *
 * @param lastDay    last day on which it is signed in time
 * @param reason     why the report is corrected; null for the report itself
 * @param filled     whether its commune has filled it in
 * @param beforeName what it is compared with, in words
 * @param limits     of figures that hardly can be so, for the form
 * @param orders     of figures that are never less than others, for the form
 */
@Fills("movement-report")
record ReportView(String periodName, LocalDate periodFrom, LocalDate periodTo, LocalDate lastDay, String reason,
                  String reportStatus, String reportStatusName, LocalDate signedOn, LocalDate acceptedOn,
                  LocalDate remindedOn, LocalDate lateOn, boolean filled, String beforeName, List<Line> lines,
                  List<Limit> limits, List<Order> orders,
                  Integer launchEvents, Integer attendances, Integer leaflets, Integer personsPersuaded,
                  Integer personsEducated, Integer regularPolice, Integer massOrganisations,
                  Integer massOrganisationMembers, Integer complexAreas, Integer festivalEvents,
                  Integer crimeReports) {

    /**
     * A figure beside what it is compared with.
     *
     * @param figure   id
     * @param reported null until it is filled in
     * @param before   null where there is nothing to compare
     */
    record Line(String figure, String name, Integer reported, Integer before, String reportedText, String beforeText) {

        static Line of(Measure measure, Figures reported, Figures before) {
            return new Line(measure.id(), measure.label(), get(reported, measure), get(before, measure),
                    text(get(reported, measure)), text(get(before, measure)));
        }

        private static Integer get(Figures figures, Measure measure) {
            return figures == null ? null : figures.get(measure);
        }

        private static String text(Integer number) {
            return number == null ? "" : Wording.amount(number);
        }
    }

    /** Where the form says at once that a figure hardly can be so, see {@link Likelihood.Limit}. */
    record Limit(String figure, String name, long low, long high, String message) {

        static Limit of(Likelihood.Limit limit) {
            return new Limit(limit.figure().id(), limit.figure().label(), limit.low(), limit.high(),
                    "chênh lệch từ %d lần trở lên so với kỳ trước (%s)".formatted(limit.factor(),
                            Wording.amount(limit.before())));
        }
    }

    /** The same for two figures, see {@link Likelihood.Order}. */
    record Order(String lesser, String greater, String name, String message) {

        static Order of(Likelihood.Order order) {
            return new Order(order.lesser().id(), order.greater().id(), order.greater().label(), order.message());
        }
    }

    /** @param before what it is compared with, in words @param compared null where there is nothing */
    static ReportView of(Report report, Figures shown, String before, Figures compared, List<Likelihood.Limit> limits,
                         List<Likelihood.Order> orders) {
        var period = report.period();
        return new ReportView(period.name(), period.from(), period.to(), report.dueOn(), report.reason(),
                report.status().id(), report.status().label(), report.signedOn(), report.acceptedOn(),
                report.remindedOn(), report.lateOn(), report.status() != ReportStatus.DRAFT, before,
                Arrays.stream(Measure.values()).map(measure -> Line.of(measure, report.figures(), compared)).toList(),
                limits.stream().map(Limit::of).toList(), orders.stream().map(Order::of).toList(),
                shown.launchEvents(), shown.attendances(), shown.leaflets(), shown.personsPersuaded(),
                shown.personsEducated(), shown.regularPolice(), shown.massOrganisations(),
                shown.massOrganisationMembers(), shown.complexAreas(), shown.festivalEvents(), shown.crimeReports());
    }
}
