package vn.phongtrao.api;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.data.web.PageableHandlerMethodArgumentResolver;
import org.springframework.data.web.config.EnableSpringDataWebSupport;
import org.springframework.data.web.config.EnableSpringDataWebSupport.PageSerializationMode;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What all lists under {@code /api} have in common: paging, dates, and their description. */
@Configuration(proxyBeanMethods = false)
@Order(Ordered.HIGHEST_PRECEDENCE)
@EnableSpringDataWebSupport(pageSerializationMode = PageSerializationMode.VIA_DTO)
public class ApiDescription implements WebMvcConfigurer {

    private static final int LARGEST_PAGE = 200;
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern PART = Pattern.compile("\\{(\\w+)}");
    private static final String TOKEN = "keycloak";

    /** Larger pages are cut down to the largest. */
    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        var pages = new PageableHandlerMethodArgumentResolver(new ReadableSort());
        pages.setMaxPageSize(LARGEST_PAGE);
        resolvers.add(pages);
    }

    /**
     * Dates in parameters are ISO dates with a year of four digits, whatever the language of the browser; choices are
     * called as in bodies.
     */
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, LocalDate.class, ApiDescription::day);
        registry.addConverterFactory(new Choices());
    }

    private static final class Choices implements ConverterFactory<String, Enum<?>> {

        private static final ObjectMapper JSON = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS).build();

        @Override
        public <T extends Enum<?>> Converter<String, T> getConverter(Class<T> type) {
            return text -> text.isBlank() ? null : JSON.convertValue(text, type);
        }
    }

    private static LocalDate day(String text) {
        if (text.isBlank()) {
            return null;
        }
        if (!DAY.matcher(text).matches()) {
            throw new IllegalArgumentException("No ISO date");
        }
        return LocalDate.parse(text);
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info().title("API sổ đăng ký phong trào Toàn dân bảo vệ an ninh Tổ quốc").version("1")
                        .description("Tra cứu hồ sơ, quyết định và các sổ đăng ký thuộc đơn vị của mình và cấp dưới. Hỏi một danh"
                                + " sách mà không để điều kiện (q, name) trong địa chỉ: POST với X-HTTP-Method-Override:"
                                + " GET, điều kiện ở thân như một biểu mẫu."))
                .components(new Components().addSecuritySchemes(TOKEN, new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    /** Names the parts of every address, also those that no method takes as an argument of its own. */
    @Bean
    OpenApiCustomizer addresses() {
        return api -> api.getPaths().forEach((path, item) -> item.readOperations().forEach(operation ->
                PART.matcher(path).results().map(part -> part.group(1)).filter(part -> !named(operation, part))
                        .forEach(part -> operation.addParametersItem(new PathParameter().name(part)
                                .schema(new StringSchema())))));
    }

    private static boolean named(Operation operation, String part) {
        return operation.getParameters() != null && operation.getParameters().stream()
                .anyMatch(parameter -> parameter.getName().equals(part) && "path".equals(parameter.getIn()));
    }
}
