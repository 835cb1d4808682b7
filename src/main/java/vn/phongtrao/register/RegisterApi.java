package vn.phongtrao.register;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.web.config.EnableSpringDataWebSupport;
import org.springframework.data.web.config.EnableSpringDataWebSupport.PageSerializationMode;
import org.springframework.data.web.config.PageableHandlerMethodArgumentResolverCustomizer;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.datetime.standard.DateTimeFormatterRegistrar;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What all lists under {@code /api} have in common: paging, dates, and their description. */
@Configuration(proxyBeanMethods = false)
@EnableSpringDataWebSupport(pageSerializationMode = PageSerializationMode.VIA_DTO)
class RegisterApi implements WebMvcConfigurer {

    private static final int LARGEST_PAGE = 200;
    private static final String TOKEN = "keycloak";

    /** Larger pages are cut down to the largest. */
    @Bean
    PageableHandlerMethodArgumentResolverCustomizer boundedPages() {
        return resolver -> resolver.setMaxPageSize(LARGEST_PAGE);
    }

    /** Dates in parameters are ISO dates, whatever the language of the browser. */
    @Override
    public void addFormatters(FormatterRegistry registry) {
        var dates = new DateTimeFormatterRegistrar();
        dates.setUseIsoFormat(true);
        dates.registerFormatters(registry);
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info().title("API sổ đăng ký phong trào Toàn dân bảo vệ an ninh Tổ quốc").version("1")
                        .description("Tra cứu hồ sơ, quyết định và các sổ đăng ký thuộc đơn vị của mình và cấp dưới."))
                .components(new Components().addSecuritySchemes(TOKEN, new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }
}
