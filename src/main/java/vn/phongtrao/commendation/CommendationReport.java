package vn.phongtrao.commendation;

import java.time.LocalDate;
import java.util.List;

import vn.phongtrao.language.Labels;
import vn.phongtrao.register.FigureSource.Asked;
import vn.phongtrao.unit.UnitPath;

/**
 * The report on commendation of a unit and all below, by what was decided in a period.
 *
 * @param lines one for each form of award and fund that there was
 * @param total of all lines; form and fund are null
 * @param funds the bonus by who pays
 */
public record CommendationReport(UnitPath unit, String unitName, LocalDate from, LocalDate to, List<Line> lines,
                                 Line total, List<Share> funds) {

    static CommendationReport of(Asked asked, String unitName, List<Line> lines) {
        var total = lines.stream().reduce(new Line(null, Labels.of("commendation-report.total"), null, null, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0), Line::plus);
        var funds = lines.stream().filter(line -> line.fund() != null).map(Line::fund).distinct().sorted()
                .map(fund -> Share.of(fund, lines)).toList();
        return new CommendationReport(asked.unit(), unitName, asked.from(), asked.to(), lines, total, funds);
    }

    /**
     * How many were awarded, and their bonus in đồng.
     *
     * @param fund          id of the fund that pays; null where it is not known
     * @param unknownGender individuals of whom their dossier does not say it
     * @param directWorkers individuals who work themselves and lead nobody
     */
    public record Line(String form, String formName, String fund, String fundName, long awards, long individuals,
                       long men, long women, long unknownGender, long directWorkers, long farmers, long households,
                       long collectives, long bonus) {

        private Line plus(Line other) {
            return new Line(form, formName, fund, fundName, awards + other.awards, individuals + other.individuals,
                    men + other.men, women + other.women, unknownGender + other.unknownGender,
                    directWorkers + other.directWorkers, farmers + other.farmers, households + other.households,
                    collectives + other.collectives, bonus + other.bonus);
        }
    }

    /** What a fund pays, in đồng. */
    public record Share(String fund, String fundName, long awards, long bonus) {

        private static Share of(String fund, List<Line> lines) {
            var own = lines.stream().filter(line -> fund.equals(line.fund())).toList();
            return new Share(fund, own.get(0).fundName(), own.stream().mapToLong(Line::awards).sum(),
                    own.stream().mapToLong(Line::bonus).sum());
        }
    }
}
