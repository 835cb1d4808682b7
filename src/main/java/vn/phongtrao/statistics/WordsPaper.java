package vn.phongtrao.statistics;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.stereotype.Component;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.authority.Authority;
import vn.phongtrao.language.Labels;
import vn.phongtrao.press.Press;
import vn.phongtrao.procedure.Fills;
import vn.phongtrao.register.Figure;
import vn.phongtrao.register.FigureSource.Asked;
import vn.phongtrao.security.Officer;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;

/** The movement in words: a report whose sentences hold the figures, by the template {@code figures-in-words}. */
@Component
public class WordsPaper {

    private static final String TEMPLATE = "figures-in-words";

    private final Statistics statistics;
    private final Authorities authorities;
    private final Press press;
    private final Clock clock;

    WordsPaper(Statistics statistics, Authorities authorities, Press press, Clock clock) {
        this.statistics = statistics;
        this.authorities = authorities;
        this.press = press;
        this.clock = clock;
    }

    /**
     * What the template knows. A figure that nobody has reported is null, so that a sentence may ask for it first.
     *
     * @param authority  the unit's police, who reports
     * @param number     to be entered by hand, because the paper is a draft that people go on writing
     * @param date       of the paper, in words
     * @param unitName   within a sentence
     * @param period     in words, as {@code lastDay} and {@code today}
     * @param now        figures by their ids, amounts in đồng too
     * @param then       the same of the period that it is compared with; null for none
     * @param thenPeriod that period in words
     * @param shares     in percent, of those that are shares
     * @param parts      what figures are divided by
     */
    @Fills(TEMPLATE)
    record Report(Authority authority, String number, String date, Signature signature, String unitName, String period,
                  String lastDay, String today, Map<String, Long> now, Map<String, Long> then, String thenPeriod,
                  Map<String, String> shares, Map<String, List<Part>> parts) {
    }

    /** Who signs. @param title in capitals @param name signed by hand */
    record Signature(List<String> title, String name) {
    }

    /** @param money đồng; 0 where the figure knows none */
    record Part(String name, long number, long money) {
    }

    /** @return PDF/A-2b */
    public byte[] print(Asked asked, Comparison comparison, Officer officer) {
        return press.print(TEMPLATE, report(asked, comparison, officer)).pdf();
    }

    /** @return DOCX */
    public byte[] write(Asked asked, Comparison comparison, Officer officer) {
        return press.write(TEMPLATE, report(asked, comparison, officer));
    }

    private Report report(Asked asked, Comparison comparison, Officer officer) {
        var now = statistics.count(asked);
        var other = comparison.with(asked, null).orElse(null);
        var then = other == null ? null
                : statistics.count(statistics.asked(other.unit(), other.from(), other.to(), officer));
        var today = LocalDate.now(clock);
        var authority = authorities.of(new Post(asked.unit(), Position.POLICE_CHIEF), today);
        return new Report(authority, "Số:        /BC-" + authority.abbreviation(), Wording.date(today),
                new Signature(List.of(Wording.upper(authority.head())), ""), authorities.nameOf(asked.unit()),
                Wording.period(asked.from(), asked.to()), Wording.shortDate(asked.to()), Wording.shortDate(today),
                numbers(now), then == null ? null : numbers(then),
                other == null ? null : Wording.period(other.from(), other.to()), shares(now), parts(now));
    }

    private Map<String, Long> numbers(Counts counts) {
        Map<String, Long> numbers = new TreeMap<>();
        statistics.figures().forEach(figure -> {
            numbers.put(figure.id(), counts.known(figure));
            if (figure.money() != null) {
                numbers.put(figure.money(), counts.money(figure.id(), List.of()));
            }
        });
        return numbers;
    }

    private Map<String, String> shares(Counts counts) {
        Map<String, String> shares = new TreeMap<>();
        statistics.figures().stream().filter(figure -> figure.of() != null).forEach(figure -> {
            var percent = Overview.percent(counts.number(figure.id()), counts.number(figure.of()));
            shares.put(figure.id(), percent == null ? "0" : percent.toPlainString().replace('.', ','));
        });
        return shares;
    }

    private Map<String, List<Part>> parts(Counts counts) {
        Map<String, List<Part>> parts = new TreeMap<>();
        statistics.figures().stream().filter(figure -> !figure.by().isEmpty())
                .forEach(figure -> parts.put(figure.id(), parts(figure, counts)));
        return parts;
    }

    private static List<Part> parts(Figure figure, Counts counts) {
        return counts.parts(figure.id()).stream().map(parts -> parts.get(0)).distinct().map(value -> new Part(
                Labels.find(figure.by().get(0).words() + "." + value).orElse(value),
                counts.number(figure.id(), List.of(value)), counts.money(figure.id(), List.of(value)))).toList();
    }
}
