package vn.phongtrao.statistics.web;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.phongtrao.language.Labels;
import vn.phongtrao.register.Figure;
import vn.phongtrao.statistics.Statistics;

/** Describes the figures that there are, as {@link StatisticsJson} writes them. */
@Configuration(proxyBeanMethods = false)
class StatisticsDescription {

    static final String REFERENCE = "#/components/schemas/statistics";

    @Bean
    OpenApiCustomizer figuresOfStatistics(Statistics statistics) {
        return api -> {
            if (api.getComponents() != null && api.getPaths() != null
                    && api.getPaths().containsKey("/api/statistics")) {
                api.getComponents().addSchemas("statistics", answer(statistics));
            }
        };
    }

    private static Schema<?> answer(Statistics statistics) {
        var answer = new ObjectSchema().addProperty("unit", new StringSchema())
                .addProperty("from", new StringSchema().format("date"))
                .addProperty("to", new StringSchema().format("date"));
        statistics.figures().forEach(figure -> {
            answer.addProperty(figure.id(), of(figure).description(Labels.of("figure." + figure.id())));
            if (figure.money() != null) {
                answer.addProperty(figure.money(), number().description(Labels.of("figure." + figure.money())));
            }
        });
        return answer.addProperty("sources", new ArraySchema().items(new ObjectSchema()
                .addProperty("figure", new StringSchema()).addProperty("name", new StringSchema())
                .addProperty("register", new StringSchema()).addProperty("rows", new StringSchema())
                .addProperty("page", new StringSchema())));
    }

    private static Schema<?> of(Figure figure) {
        var row = new ObjectSchema();
        if (figure.money() != null) {
            figure.by().forEach(part -> row.addProperty(part.name(), new StringSchema()));
            return new ArraySchema().items(row.addProperty("count", number()).addProperty(figure.money(), number()));
        }
        if (figure.by().isEmpty()) {
            return number();
        }
        Labels.ofKind(figure.by().get(0).words()).keySet().forEach(value -> row.addProperty(value, number()));
        return row;
    }

    private static Schema<?> number() {
        return new IntegerSchema().format("int64");
    }
}
