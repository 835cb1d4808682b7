package vn.phongtrao.dossier.web;

import java.util.List;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.ComposedSchema;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.phongtrao.dossier.Contents;
import vn.phongtrao.dossier.DossierAnnex;
import vn.phongtrao.dossier.DossierContent;
import vn.phongtrao.dossier.DossierView;
import vn.phongtrao.dossier.FieldSchemas;

/** Describes a dossier of each procedure: what all dossiers show, the procedure's content, and what is annexed. */
@Configuration(proxyBeanMethods = false)
class DossierDescription {

    private static final String PATH = "/api/dossiers/{number}";
    private static final String PREFIX = "dossier-";

    @Bean
    OpenApiCustomizer dossiersByProcedure(Contents contents, List<DossierAnnex<?>> annexes) {
        return api -> {
            if (api.getPaths() != null && api.getPaths().containsKey(PATH)) {
                describe(api, contents, annexes.stream().<Class<?>>map(DossierAnnex::view).toList());
            }
        };
    }

    private static void describe(OpenAPI api, Contents contents, List<Class<?>> annexes) {
        var any = new Schema<>().discriminator(new Discriminator().propertyName("process"));
        contents.processes().stream().map(contents::require).forEach(content -> {
            var name = PREFIX + content.process();
            var schema = new ComposedSchema();
            schema.addAllOfItem(reference(api, DossierView.class)).addAllOfItem(content(api, content));
            annexes.forEach(part -> schema.addAllOfItem(reference(api, part)));
            api.getComponents().addSchemas(name, schema);
            var reference = new Schema<>().$ref(name);
            any.addOneOfItem(reference);
            any.getDiscriminator().mapping(content.process(), reference.get$ref());
        });
        api.getPaths().get(PATH).getGet().getResponses().get("200").getContent().values()
                .forEach(media -> media.setSchema(any));
    }

    /** What a procedure without a record of its own shows is what its forms declare, and the same in words. */
    private static Schema<?> content(OpenAPI api, DossierContent<?, ?> content) {
        return content.fields().isEmpty() ? reference(api, content.view()) : FieldSchemas.object(content.fields())
                .addProperty("text", new ObjectSchema().additionalProperties(new StringSchema()));
    }

    /** Adds the type and those it uses, unless they are described already. */
    private static Schema<?> reference(OpenAPI api, Class<?> type) {
        var resolved = ModelConverters.getInstance(api.getSpecVersion() == SpecVersion.V31)
                .resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
        resolved.referencedSchemas.forEach((name, schema) -> {
            if (!api.getComponents().getSchemas().containsKey(name)) {
                api.getComponents().addSchemas(name, schema);
            }
        });
        return resolved.schema;
    }
}
