package vn.phongtrao.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.configuration.SpringDocPageableConfiguration;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

import vn.phongtrao.HttpSlice;
import vn.phongtrao.unit.UnitRegister;

@SpringJUnitWebConfig(ApiDescriptionTest.Slice.class)
class ApiDescriptionTest {

    @HttpSlice
    @ComponentScan("vn.phongtrao.unit.web")
    @ImportAutoConfiguration({SpringDocConfiguration.class, SpringDocConfigProperties.class,
            SpringDocPageableConfiguration.class, SpringDocWebMvcConfiguration.class})
    static class Slice {
    }

    @MockitoBean
    private UnitRegister units;

    @Test
    void listsAreDescribedWithPagingAndTitledInVietnamese(@Autowired WebApplicationContext context) {
        var description = assertThat(MockMvcTester.from(context).get().uri("/v3/api-docs")).hasStatusOk().bodyJson();
        description.extractingPath("$.info.title").asString().contains("Toàn dân bảo vệ an ninh Tổ quốc");
        description.extractingPath("$.paths").asMap().containsOnlyKeys("/api/units", "/api/units/{path}");
        description.extractingPath("$.paths['/api/units'].get.parameters[*].name").asArray()
                .containsExactly("tier", "unit", "parent", "q", "name", "on", "page", "size", "sort");
    }
}
