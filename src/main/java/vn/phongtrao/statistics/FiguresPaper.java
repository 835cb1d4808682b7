package vn.phongtrao.statistics;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.springframework.stereotype.Component;

import vn.phongtrao.language.Labels;
import vn.phongtrao.press.Press;

/** The figures on one page A4, by the template {@code figures}. */
@Component
public class FiguresPaper {

    private final Press press;
    private final Clock clock;

    FiguresPaper(Press press, Clock clock) {
        this.press = press;
        this.clock = clock;
    }

    /**
     * What the template knows.
     *
     * @param otherName what the figures are compared with, in words; null for nothing
     * @param places    the units directly below by the chosen figure
     */
    record Sheet(String unitName, LocalDate from, LocalDate to, String otherName, List<Line> lines,
                 String chosenName, List<Overview.Place> places, LocalDate today) {
    }

    /** @param percent with one decimal; null for none */
    record Line(String name, boolean part, long number, Long before, Long of, String percent, boolean money) {
    }

    /** @return PDF/A-2b */
    public byte[] print(Overview view) {
        var compared = view.compared();
        var other = compared == null ? null : compared.unit().equals(view.asked().unit())
                ? "%1$td/%1$tm/%1$tY – %2$td/%2$tm/%2$tY".formatted(compared.from(), compared.to()) : view.otherName();
        var lines = view.lines().stream().filter(line -> !line.part() || line.number() > 0).map(line -> new Line(
                Labels.of(line.key()), line.part(), line.number(), line.before(), line.of(),
                line.percent() == null ? null : line.percent().toPlainString().replace('.', ','), line.money())).toList();
        return press.print("figures", new Sheet(view.unitName(), view.asked().from(), view.asked().to(), other,
                lines, Labels.of("figure." + view.chosen().id()), view.below(), LocalDate.now(clock))).pdf();
    }
}
