package vn.phongtrao.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import vn.phongtrao.authority.Authority;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/** How the clerks of a unit enter those who sign for it. */
@SpringJUnitWebConfig(SignatoryApiTest.Slice.class)
class SignatoryApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COMMUNE = "95/954/31813";
    private static final Officer CLERK = Officer.of("clerk", Set.of(COMMUNE + "/committee-clerk"));
    private static final Map<String, String> DEPUTY = Map.of("unitPath", COMMUNE, "userName", "deputy",
            "name", "Phạm Thị Mẫu", "title", "KT. Chủ tịch\nPhó Chủ tịch", "validFrom", "2024-07-01",
            "validTo", "2024-12-31");

    private static Officer asking;

    @HttpSlice
    @ComponentScan(basePackages = "vn.phongtrao.press.web", excludeFilters =
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Paper|BlankForm)(Controller|Pages)"))
    @Import({SignatoryRegister.class, Signatories.class})
    static class Slice {

        @Bean
        JdbcClient jdbcClient() {
            return JdbcClient.create(TestDatabase.create());
        }

        @Bean
        CurrentOfficer officer() {
            return () -> asking;
        }
    }

    @MockitoBean
    private Dossiers dossiers;
    @Autowired
    private Signatories signatories;
    private MockMvcTester http;

    @BeforeEach
    void open(@Autowired WebApplicationContext context, @Autowired JdbcClient jdbc) {
        http = MockMvcTester.from(context);
        jdbc.sql("delete from signatory").update();
        asking = CLERK;
    }

    @Test
    void whatAClerkEntersStandsOnPapersOfThoseDays() throws Exception {
        assertThat(enter(DEPUTY)).hasStatus(201);

        assertThat(signature(COMMUNE, "2024-07-01")).isEqualTo(new Signatories.Signature(
                List.of("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Phạm Thị Mẫu"));
        assertThat(signature(COMMUNE, "2024-12-31").name()).isEqualTo("Phạm Thị Mẫu");
        assertThat(signature(COMMUNE, "2025-01-01")).isEqualTo(new Signatories.Signature(List.of("CHỦ TỊCH"), ""));
        assertThat(signature(COMMUNE, "2024-06-30").name()).isEmpty();
        assertThat(signature("95/954", "2024-07-01").name()).as("another unit").isEmpty();
    }

    @Test
    void onlyAClerkOfTheUnitEntersAndRemoves() throws Exception {
        var id = JSON.readTree(enter(DEPUTY).getResponse().getContentAsByteArray()).get("id").asLong();
        for (var group : List.of(COMMUNE + "/committee-chair", COMMUNE + "/police-officer", "95/954/committee-clerk",
                "95/committee-clerk", "camunda-admin")) {
            asking = Officer.of("other", Set.of(group));
            assertThat(enter(DEPUTY)).as(group).hasStatus(403);
            assertThat(http.delete().uri("/api/signatories/" + id)).as(group).hasStatus(403);
        }
        asking = Officer.of("foreign", Set.of("95/956/31843/committee-clerk"));
        assertThat(http.delete().uri("/api/signatories/" + id)).hasStatus(403);
        assertThat(http.get().uri("/api/signatories")).bodyJson().extractingPath("$.page.totalElements").isEqualTo(0);

        asking = CLERK;
        assertThat(http.get().uri("/api/signatories?unit=" + COMMUNE)).bodyJson()
                .extractingPath("$.content[0].name").isEqualTo("Phạm Thị Mẫu");
        assertThat(http.delete().uri("/api/signatories/" + id)).hasStatus(204);
        assertThat(http.delete().uri("/api/signatories/" + id)).hasStatus(404);
    }

    @Test
    void thereIsOneEntryFromADayOn() {
        assertThat(enter(DEPUTY)).hasStatus(201);
        assertThat(enter(DEPUTY)).hasStatus(409);
    }

    @ParameterizedTest
    @CsvSource({"name,'',400", "userName,' ',400", "unitPath,'',400", "validFrom,01/07/2024,400",
            "validTo,2024-06-30,422", "title,'',400"})
    void badInputIsNamed(String field, String value, int status) {
        var entry = new HashMap<>(DEPUTY);
        entry.put(field, value);
        assertThat(enter(entry)).hasStatus(status).bodyJson().extractingPath("$.field").isEqualTo(field);
    }

    private Signatories.Signature signature(String unitPath, String day) {
        Authority authority = mock();
        when(authority.post()).thenReturn(new Post(UnitPath.of(unitPath), Position.COMMITTEE_CHAIR));
        when(authority.head()).thenReturn("Chủ tịch");
        return signatories.of(PrintingTest.dossier(), new Decision(1, UnitPath.of(unitPath), Position.COMMITTEE_CHAIR,
                Decision.MATTER, "QĐ-UBND", 2024, 1, LocalDate.parse(day), "", null, UnitPath.of(unitPath), "deputy",
                null), authority);
    }

    private MvcTestResult enter(Map<String, String> entry) {
        try {
            return http.post().uri("/api/signatories").contentType(MediaType.APPLICATION_JSON)
                    .content(JSON.writeValueAsString(entry)).exchange();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
