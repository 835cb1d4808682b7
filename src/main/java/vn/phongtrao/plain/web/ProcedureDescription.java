package vn.phongtrao.plain.web;

import java.util.ArrayList;
import java.util.List;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.phongtrao.dossier.FieldSchemas;
import vn.phongtrao.dossier.FormField.Kind;
import vn.phongtrao.plain.PlainRegister;
import vn.phongtrao.plain.PlainRegister.Criterion;
import vn.phongtrao.plain.PlainRegister.Offer;

/** Describes the list of each procedure in force: its rows, and the criteria that it takes. */
@Configuration(proxyBeanMethods = false)
class ProcedureDescription {

    private static final String PATH = "/api/procedures/{key}";
    private static final String PREFIX = "procedure-";

    @Bean
    OpenApiCustomizer proceduresByKey(PlainRegister register) {
        return api -> {
            if (api.getPaths() != null && api.getPaths().containsKey(PATH)) {
                var any = api.getPaths().get(PATH).getGet();
                register.offers().forEach(offer -> api.getPaths().addPathItem(PATH.replace("{key}", offer.process()),
                        new PathItem().get(describe(api, any, offer))));
            }
        };
    }

    private static Operation describe(OpenAPI api, Operation any, Offer offer) {
        var name = PREFIX + offer.process();
        api.getComponents().addSchemas(name, row(offer));
        List<Parameter> parameters = new ArrayList<>();
        any.getParameters().stream().filter(parameter -> !parameter.getName().equals("key")).forEach(parameters::add);
        offer.criteria().forEach(criterion -> parameters.add(parameter(criterion)));
        api.getComponents().addSchemas(name + "-page", new ObjectSchema().addProperty("content",
                new ArraySchema().items(new Schema<>().$ref(name))).addProperty("page", pageOf(api)));
        return new Operation().operationId("list-" + offer.process()).tags(any.getTags()).summary(offer.name())
                .parameters(parameters).responses(responses(any, new Schema<>().$ref(name + "-page")));
    }

    /** How others are refused, this one is. */
    private static ApiResponses responses(Operation any, Schema<?> page) {
        var responses = new ApiResponses();
        any.getResponses().forEach((status, response) -> responses.addApiResponse(status, status.equals("200")
                ? new ApiResponse().description(response.getDescription()).content(content(response, page))
                : response));
        return responses;
    }

    /** The page first, then the files that it can be taken as. */
    private static Content content(ApiResponse any, Schema<?> page) {
        var content = new Content();
        any.getContent().forEach((type, body) -> content.addMediaType(type,
                content.isEmpty() ? new MediaType().schema(page) : body));
        return content;
    }

    private static Schema<?> pageOf(OpenAPI api) {
        return api.getComponents().getSchemas().keySet().stream().filter(schema -> schema.endsWith("PageMetadata"))
                .findFirst().<Schema<?>>map(schema -> new Schema<>().$ref(schema)).orElseGet(ObjectSchema::new);
    }

    private static Schema<?> row(Offer offer) {
        var row = FieldSchemas.object(offer.fields()).description(offer.name());
        offer.fields().stream().filter(field -> field.kind() == Kind.CHOICE || field.kind() == Kind.CHOICES)
                .forEach(field -> row.addProperty(field.key() + "Name", new StringSchema().description(field.label())));
        return row.addProperty("dossierNumber", new StringSchema()).addProperty("unitPath", new StringSchema())
                .addProperty("title", new StringSchema()).addProperty("decisionId", new IntegerSchema().format("int64"))
                .addProperty("decisionNumber", new StringSchema())
                .addProperty("signedOn", new StringSchema().format("date"));
    }

    private static Parameter parameter(Criterion criterion) {
        var schema = criterion.field().kind() == Kind.CHOICES ? new StringSchema() : FieldSchemas.of(criterion.field());
        return new QueryParameter().name(criterion.name()).required(false).description(criterion.field().label()
                + (criterion.bound() == null ? "" : criterion.bound().equals(">=") ? ", từ" : ", đến")).schema(schema);
    }
}
