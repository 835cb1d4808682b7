package vn.phongtrao.decision;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.springframework.web.context.WebApplicationContext;

import vn.phongtrao.HttpSlice;
import vn.phongtrao.MovableClock;
import vn.phongtrao.TestDatabase;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

@SpringJUnitWebConfig(DecisionApiTest.Slice.class)
class DecisionApiTest {

    @HttpSlice
    @ComponentScan(basePackages = "vn.phongtrao.decision.web", excludeFilters =
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*VerificationController"))
    @Import({SqlDecisionBook.class, DecisionRegister.class})
    static class Slice {

        @Bean
        JdbcClient jdbcClient() {
            return JdbcClient.create(TestDatabase.create());
        }

        @Bean
        MovableClock clock() {
            return new MovableClock("2024-07-01");
        }

        @Bean
        CurrentOfficer officer() {
            return () -> Officer.of("police-officer.31813", Set.of("95/954/31813/police-officer"));
        }
    }

    @MockitoBean
    private Units units;
    private MockMvcTester http;
    private long own;
    private long foreign;

    @BeforeEach
    void open(@Autowired WebApplicationContext context, @Autowired JdbcClient jdbc, @Autowired DecisionBook book) {
        http = MockMvcTester.from(context);
        UnitsInCharge.in(units);
        jdbc.sql("truncate decision, decision_series cascade").update();
        own = book.issue(new Post(UnitPath.of("95"), Position.COMMITTEE_CHAIR), Decision.MATTER, "QĐ-UBND",
                "Về việc tặng Bằng khen", DossierNumber.of("HS-1"), UnitPath.of("95/954/31813"), "chair").id();
        foreign = book.issue(new Post(UnitPath.of("95"), Position.COMMITTEE_CHAIR), Decision.MATTER, "QĐ-UBND",
                "Về việc tặng Bằng khen", DossierNumber.of("HS-2"), UnitPath.of("95/956/31843"), "chair").id();
    }

    @Test
    void decisionsComeInSpringsPagedModel() {
        assertThat(http.get().uri("/api/decisions?year=2024&sort=number,desc")).hasStatusOk().bodyJson()
                .isStrictlyEqualTo("""
                        {"content": [{"id": %d, "decisionNumber": "01/QĐ-UBND", "authority": "95",
                           "position": "committee-chair", "matter": "decision", "symbol": "QĐ-UBND", "year": 2024, "number": 1, "signedOn": "2024-07-01",
                           "subject": "Về việc tặng Bằng khen", "dossierNumber": "HS-1", "unitPath": "95/954/31813",
                           "signer": "chair", "signedBy": "chair", "manner": null, "revokedOn": null,
                           "revokedBy": null, "revocationId": null, "partlyRevokedOn": null, "partlyRevokedBy": null, "revocationName": null, "correctedOn": null, "correctedBy": null,
                      "correctionId": null}],
                         "page": {"size": 20, "number": 0, "totalElements": 1, "totalPages": 1}}""".formatted(own));
    }

    @Test
    void oneDecisionIsShownToThoseWhoMaySeeIt() {
        assertThat(http.get().uri("/api/decisions/" + own)).hasStatusOk().bodyJson()
                .extractingPath("$.dossierNumber").isEqualTo("HS-1");
        assertThat(http.get().uri("/api/decisions/" + foreign)).hasStatus(403)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @ParameterizedTest
    @CsvSource({"/api/decisions?sort=signer, sort", "/api/decisions?year=MMXXIV, year", "/api/decisions/first, id",
            "/api/decisions/99999999999999999999, id"})
    void badInputIsNamed(String uri, String field) {
        assertThat(http.get().uri(uri)).hasStatus(400).bodyJson().extractingPath("$.field").isEqualTo(field);
    }

    @Test
    void aTextThatTheDatabaseCannotTakeIsTheCallersFault() {
        assertThat(http.get().uri("/api/decisions").param("symbol", "\0")).hasStatus(400);
    }
}
