package vn.phongtrao.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import vn.phongtrao.HttpSlice;
import vn.phongtrao.TestDatabase;
import vn.phongtrao.authority.Authorities;
import vn.phongtrao.authority.Authority;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/** Who prints for an authority says where its text stands on pre-printed forms. */
@SpringJUnitWebConfig(BlankFormApiTest.Slice.class)
class BlankFormApiTest {

    private static final String COMMUNE = "95/954/31813";
    private static final Post CHAIR = new Post(UnitPath.of(COMMUNE), Position.COMMITTEE_CHAIR);

    private static Officer asking;

    @HttpSlice
    @ComponentScan(basePackages = "vn.phongtrao.press.web", excludeFilters =
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Paper|Signatory)Controller"))
    @Import(BlankForms.class)
    static class Slice {

        @Bean
        JdbcClient jdbcClient() {
            return JdbcClient.create(TestDatabase.create());
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        CurrentOfficer officer() {
            return () -> asking;
        }
    }

    @MockitoBean
    private Authorities authorities;
    @Autowired
    private BlankForms forms;
    private MockMvcTester http;

    @BeforeEach
    void open(@Autowired WebApplicationContext context, @Autowired JdbcClient jdbc) {
        http = MockMvcTester.from(context);
        jdbc.sql("delete from blank_form").update();
        Authority authority = mock();
        when(authority.name()).thenReturn("Chủ tịch Ủy ban nhân dân Phường 2");
        when(authorities.of(any(), any())).thenReturn(authority);
    }

    @ParameterizedTest
    @CsvSource({
            "95/954/31813/committee-clerk,committee-chair,204", "95/954/31813/police-officer,police-chief,204",
            "95/954/31813/committee-clerk,police-chief,403", "95/954/31813/police-officer,committee-chair,403",
            "95/954/31813/committee-chair,committee-chair,403", "95/954/31813/police-chief,police-chief,403",
            "95/954/31813/council-member,committee-chair,403", "95/954/committee-clerk,committee-chair,403",
            "95/committee-clerk,committee-chair,403", "95/956/31843/committee-clerk,committee-chair,403",
            "camunda-admin,committee-chair,403"})
    void onlyWhoPrintsForTheAuthorityMovesItsText(String group, String position, int status) {
        asking = Officer.of("somebody", Set.of(group));

        assertThat(set(position, "A4", "-3.5", "2", "0")).hasStatus(status);
        assertThat(forms.of(new Post(UnitPath.of(COMMUNE), Position.of(position))).across())
                .isEqualByComparingTo(status == 204 ? "-3.5" : "0");
    }

    @Test
    void theLastEntryCountsAndIsShown() {
        asking = Officer.of("clerk", Set.of(COMMUNE + "/committee-clerk"));

        assertThat(set("committee-chair", "A4", "1", "1", "1")).hasStatus(204);
        assertThat(set("committee-chair", "A3", "0", "4", "-2.5")).hasStatus(204);

        assertThat(forms.of(CHAIR)).isEqualTo(new BlankForm(BlankForm.Size.A3, new BigDecimal("0.0"),
                new BigDecimal("4.0"), new BigDecimal("-2.5")));
        assertThat(http.get().uri("/api/blank-forms")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                [{"unitPath": "95/954/31813", "position": "committee-chair",
                  "authority": "Chủ tịch Ủy ban nhân dân Phường 2",
                  "form": {"size": "A3", "across": 0.0, "fields": 4.0, "foot": -2.5}}]""");
    }

    @ParameterizedTest
    @CsvSource({"A4,100,0,0,across", "A4,0,-99.5,0,fields", "A4,0,0,0.25,foot", "A4,true,0,0,across", "A5,0,0,0,size",
            "A4,null,0,0,across"})
    void badInputIsNamed(String size, String across, String fields, String foot, String field) {
        asking = Officer.of("clerk", Set.of(COMMUNE + "/committee-clerk"));

        assertThat(set("committee-chair", size, across, fields, foot)).hasStatus(400).bodyJson()
                .extractingPath("$.field").isEqualTo(field);
        assertThat(forms.of(CHAIR)).isEqualTo(BlankForm.USUAL);
    }

    private MvcTestResult set(String position, String size, String across, String fields, String foot) {
        return http.put().uri("/api/blank-forms?unit={unit}&position={position}", COMMUNE, position)
                .contentType(MediaType.APPLICATION_JSON).content("""
                        {"size": "%s", "across": %s, "fields": %s, "foot": %s}"""
                        .formatted(size, across, fields, foot)).exchange();
    }
}
