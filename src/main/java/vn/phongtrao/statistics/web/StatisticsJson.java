package vn.phongtrao.statistics.web;

import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.springframework.stereotype.Component;

import vn.phongtrao.language.Labels;
import vn.phongtrao.register.Figure;
import vn.phongtrao.register.FigureSource.Asked;
import vn.phongtrao.statistics.Counts;
import vn.phongtrao.statistics.Statistics;

/**
 * Figures as systems read them: each under its own id. A single number is a number; a figure that is divided by one
 * thing has a number for each value of it; one that goes with an amount is a list of rows, and the amount's sum stands
 * beside it.
 */
@Component
class StatisticsJson {

    private final Statistics statistics;
    private final ObjectMapper mapper;

    StatisticsJson(Statistics statistics, ObjectMapper mapper) {
        this.statistics = statistics;
        this.mapper = mapper;
    }

    /** @param sources whether it is said where each figure comes from */
    ObjectNode write(Asked asked, Counts counts, boolean sources) {
        var answer = mapper.createObjectNode().put("unit", asked.unit().value()).put("from", asked.from().toString())
                .put("to", asked.to().toString());
        var figures = statistics.figures();
        figures.forEach(figure -> write(figure, counts, answer));
        if (sources) {
            var list = answer.putArray("sources");
            figures.forEach(figure -> {
                var rows = statistics.rows(figure, List.of(), asked);
                list.addObject().put("figure", figure.id()).put("name", Labels.of("figure." + figure.id()))
                        .put("register", Labels.of("register." + rows.register())).put("rows", rows.api())
                        .put("page", rows.page());
            });
        }
        return answer;
    }

    private static void write(Figure figure, Counts counts, ObjectNode answer) {
        if (figure.money() != null) {
            var list = answer.putArray(figure.id());
            counts.parts(figure.id()).forEach(parts -> {
                var row = list.addObject();
                for (int i = 0; i < parts.size(); i++) {
                    row.put(figure.by().get(i).name(), parts.get(i));
                }
                row.put("count", counts.number(figure.id(), parts)).put(figure.money(),
                        counts.money(figure.id(), parts));
            });
            answer.put(figure.money(), counts.money(figure.id(), List.of()));
        } else if (figure.by().isEmpty()) {
            answer.put(figure.id(), counts.number(figure.id()));
        } else {
            var values = answer.putObject(figure.id());
            Labels.ofKind(figure.by().get(0).words()).keySet().forEach(value ->
                    values.put(value, counts.number(figure.id(), List.of(value))));
        }
    }
}
