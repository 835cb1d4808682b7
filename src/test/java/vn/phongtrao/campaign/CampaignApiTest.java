package vn.phongtrao.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

import vn.phongtrao.HttpSlice;
import vn.phongtrao.MovableClock;
import vn.phongtrao.TestTables;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.UnitPath;

/** Campaigns from their launch to their review, and who sees and keeps them. */
@SpringJUnitWebConfig(CampaignApiTest.Slice.class)
@TestPropertySource(properties = "phongtrao.province=ca-mau-2025")
class CampaignApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CAMPAIGNS = "/api/campaigns";
    private static final String COMMUNE = "96/31825";
    private static final Officer PROVINCE = Officer.of("clerk.96", List.of("96/committee-clerk"));
    private static final Officer OFFICER = Officer.of("officer", List.of(COMMUNE + "/police-officer"));
    private static final Officer OTHER = Officer.of("other", List.of("96/31843/police-officer"));
    private static final Map<String, Object> PLAN = Map.of("unitPath", "96", "name", "Phong trào mẫu", "document", "15/KH-UBND",
            "plannedOn", "2026-01-10", "authority", "Chủ tịch Ủy ban nhân dân tỉnh Cà Mau", "validFrom", "2026-01-15", "validTo",
            "2026-06-30", "contents", "Nội dung mẫu", "targets", "Chỉ tiêu mẫu");

    private static Officer asking;

    @HttpSlice
    @ConfigurationPropertiesScan("vn.phongtrao.unit")
    @ComponentScan("vn.phongtrao.unit")
    @ComponentScan(basePackages = "vn.phongtrao.campaign.web", excludeFilters =
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Pages"))
    @Import({Campaigns.class, CampaignImport.class, TestTables.class})
    static class Slice {

        @Bean
        MovableClock clock() {
            return new MovableClock("2026-03-01");
        }

        @Bean
        CampaignAwards awards() {
            return mock();
        }

        @Bean
        CurrentOfficer officer() {
            return new CurrentOfficer() {
                @Override
                public Officer get() {
                    return asking;
                }

                @Override
                public Optional<String> fullName() {
                    return Optional.ofNullable(asking == OTHER ? null : "Lê Thị " + asking.id());
                }
            };
        }
    }

    @Autowired
    private Campaigns campaigns;
    @Autowired
    private CampaignAwards awards;
    @Autowired
    private MovableClock clock;
    @Autowired
    private JdbcClient jdbc;
    private MockMvcTester http;

    @BeforeEach
    void open(@Autowired WebApplicationContext context) {
        http = MockMvcTester.from(context);
        jdbc.sql("delete from campaign_registration").update();
        jdbc.sql("delete from campaign_review").update();
        jdbc.sql("delete from campaign where unit_path is not null").update();
        clock.moveTo("2026-03-01");
        asking = PROVINCE;
    }

    /** Quyết định 2447/QĐ-TTg of 06/11/2025. */
    @Test
    void theNationalCampaignIsThereForEverybody() {
        asking = OTHER;

        assertThat(http.get().uri(CAMPAIGNS + "?state=running")).bodyJson().extractingPath("$.content[*].document")
                .isEqualTo(List.of("Quyết định 2447/QĐ-TTg"));
        assertThat(campaigns.over(UnitPath.of(COMMUNE), day("2025-11-05"), day("2025-11-05"))).isEmpty();
        assertThat(campaigns.over(UnitPath.of(COMMUNE), day("2025-11-01"), day("2025-11-06"))).hasSize(1);
    }

    @Test
    void whatAUnitLaunchesIsSeenBelowItAndRegisteredForAndReviewed() {
        var id = launch(PLAN);
        asking = OFFICER;
        var one = CAMPAIGNS + "/" + id;
        assertThat(http.get().uri(one)).bodyJson().extractingPath("$.campaign.state").isEqualTo("running");
        var pledge = Map.of("unitPath", COMMUNE, "registeredOn", "2026-02-01", "document", "02/ĐK-UBND", "pledge", "Giao ước mẫu");
        assertThat(post(one + "/registrations", pledge)).hasStatus(200).bodyJson().extractingPath("$.registrations[0].pledge")
                .isEqualTo("Giao ước mẫu");
        assertThat(post(one + "/registrations", pledge)).hasStatus(409);
        assertThat(post(one + "/reviews", review(COMMUNE, "half-time", "2026-02-20"))).hasStatus(200);

        asking = OTHER;
        assertThat(http.get().uri(one)).bodyJson().extractingPath("$.registrations").isEqualTo(List.of());
        asking = PROVINCE;
        assertThat(http.get().uri(one)).bodyJson().extractingPath("$.reviews[0].collectives").isEqualTo(3);
        clock.moveTo("2026-07-01");
        assertThat(state(id)).isEqualTo("over");
        assertThat(post(one + "/reviews", review("96", "final", "2026-07-01"))).hasStatus(200);
        assertThat(state(id)).isEqualTo("reviewed");
    }

    @Test
    void whatAUnitLaunchedThatHasEndedIsRegisteredForAndReviewedByItsSuccessor() {
        var id = jdbc.sql("""
                        insert into campaign (unit_path, name, document, planned_on, authority, valid_from, contents, entered_by, entered_at)
                        values ('95/954/31813', 'Phong trào mẫu', '1/KH-UBND', '2025-01-10', 'Chủ tịch', '2025-01-15', 'Nội dung mẫu',
                                'x', now()) returning id""").query(Long.class).single();
        var one = CAMPAIGNS + "/" + id;
        var pledge = Map.of("registeredOn", "2026-02-01", "document", "02/ĐK-UBND", "pledge", "Giao ước mẫu");
        asking = Officer.of("officer", List.of(COMMUNE + "/police-officer", "95/954/31813/police-officer"));

        assertThat(post(one + "/registrations", and(pledge, COMMUNE))).hasStatus(200);
        assertThat(post(one + "/registrations", and(pledge, "95/954/31813"))).hasStatus(422);
        assertThat(post(one + "/reviews", review(COMMUNE, "final", "2026-02-20"))).hasStatus(200);
        assertThat(state(id)).isEqualTo("reviewed");
        asking = Officer.of("other", List.of("96/31843/police-officer", "95/954/31813/police-officer"));
        assertThat(post(one + "/registrations", and(pledge, "96/31843"))).as("another successor").hasStatus(422);
    }

    @Test
    void whoEnteredSomethingIsSaidByNameAndByAccountWhereNoNameIsKnown() {
        var id = launch(PLAN);
        var one = CAMPAIGNS + "/" + id;
        assertThat(http.get().uri(one)).bodyJson().extractingPath("$.campaign.enteredName").isEqualTo("Lê Thị clerk.96");
        assertThat(http.get().uri(one)).bodyJson().extractingPath("$.campaign.enteredBy").isEqualTo("clerk.96");

        var pledge = Map.of("registeredOn", "2026-02-01", "document", "02/ĐK-UBND", "pledge", "Giao ước mẫu");
        asking = OFFICER;
        assertThat(post(one + "/registrations", and(pledge, COMMUNE))).bodyJson().extractingPath("$.registrations[0].enteredName")
                .isEqualTo("Lê Thị officer");
        asking = OTHER;
        assertThat(post(one + "/reviews", review("96/31843", "half-time", "2026-02-20"))).bodyJson()
                .extractingPath("$.reviews[0].enteredName").isEqualTo("other");
    }

    @Test
    void aCampaignIsOfferedForWithdrawalToItsKeepersAsLongAsNothingHangsOnIt() {
        var id = launch(PLAN);
        assertThat(withdrawable(id, PROVINCE)).isTrue();
        assertThat(withdrawable(id, OFFICER)).isFalse();
        assertThat(withdrawable(1, PROVINCE)).as("national").isFalse();

        when(awards.any(id)).thenReturn(true);
        assertThat(withdrawable(id, PROVINCE)).isFalse();
        when(awards.any(id)).thenReturn(false);
        assertThat(post(CAMPAIGNS + "/" + id + "/reviews", review("96", "half-time", "2026-02-20"))).hasStatus(200);
        assertThat(withdrawable(id, PROVINCE)).isFalse();

        var own = new HashMap<>(PLAN);
        own.put("document", "16/KH-UBND");
        var withdrawn = launch(own);
        assertThat(post(CAMPAIGNS + "/" + withdrawn + "/withdrawal", Map.of("reason", "Ghi nhầm"))).hasStatus(200);
        assertThat(withdrawable(withdrawn, PROVINCE)).isFalse();
    }

    private boolean withdrawable(long id, Officer officer) {
        return campaigns.withdrawable(campaigns.of(id, officer).campaign(), officer);
    }

    private static Map<String, Object> and(Map<String, String> pledge, String unit) {
        var whole = new HashMap<String, Object>(pledge);
        whole.put("unitPath", unit);
        return whole;
    }

    @Test
    void aCampaignThatWasReviewedIsNotWithdrawn() {
        var id = launch(PLAN);
        assertThat(post(CAMPAIGNS + "/" + id + "/reviews", review("96", "half-time", "2026-02-20"))).hasStatus(200);

        assertThat(post(CAMPAIGNS + "/" + id + "/withdrawal", Map.of("reason", "Ghi nhầm"))).hasStatus(422).bodyText()
                .contains("sơ kết, tổng kết");
    }

    @Test
    void aCampaignIsNotWithdrawnWhileADossierChoosesIt(@Autowired PlatformTransactionManager transactions) throws Exception {
        var id = launch(PLAN);
        var withdrawn = new TransactionTemplate(transactions).execute(status -> {
            campaigns.hold(id);
            var other = CompletableFuture.supplyAsync(() -> post(CAMPAIGNS + "/" + id + "/withdrawal", Map.of("reason", "Ghi nhầm")));
            assertThat(other).as("waits").failsWithin(Duration.ofMillis(300)).withThrowableOfType(TimeoutException.class);
            when(awards.any(id)).thenReturn(true);
            return other;
        });

        assertThat(withdrawn.get(10, TimeUnit.SECONDS)).hasStatus(422);
    }

    @Test
    void aCampaignThatDossiersBelongToIsNotWithdrawn() {
        var id = launch(PLAN);
        when(awards.any(id)).thenReturn(true);

        assertThat(post(CAMPAIGNS + "/" + id + "/withdrawal", Map.of("reason", "Ghi nhầm"))).hasStatus(422).bodyText()
                .contains("Đã có hồ sơ khen thưởng thuộc phong trào này");
        assertThat(state(id)).isEqualTo("running");
    }

    @Test
    void aCommuneLaunchesItsOwnUnseenByItsNeighbour() {
        asking = OFFICER;
        var own = new HashMap<>(PLAN);
        own.put("unitPath", COMMUNE);
        var id = launch(own);

        assertThat(campaigns.over(UnitPath.of(COMMUNE), day("2026-02-01"), day("2026-02-01"))).extracting(Campaigns.Entry::id)
                .contains(id);
        asking = OTHER;
        assertThat(http.get().uri(CAMPAIGNS + "/" + id)).hasStatus(403);
        assertThat(post(CAMPAIGNS + "/" + id + "/reviews", review("96/31843", "final", "2026-02-20"))).hasStatus(403);
    }

    @Test
    void aFileBringsCampaignsAllOrNone() {
        var head = "Đơn vị;Tên phong trào;Kế hoạch số;Ngày kế hoạch;Người phát động;Từ ngày;Đến ngày;Nội dung\n";
        var first = "96;Phong trào một;01/KH-UBND;10/01/2026;Chủ tịch Ủy ban nhân dân tỉnh;15/01/2026;30/06/2026;Nội dung mẫu\n";
        var second = "96;Phong trào hai;02/KH-UBND;10/01/2026;Chủ tịch Ủy ban nhân dân tỉnh;15/01/2026;;Nội dung mẫu\n";

        assertThat(load(head + first + first + second.replace("15/01/2026", "hôm qua") + second.replace("96", COMMUNE))).hasStatus(422)
                .bodyJson().extractingPath("$.detail").asString().contains("Dòng 3: Phong trào theo kế hoạch số 01/KH-UBND đã có trong sổ",
                        "Dòng 4, cột Từ ngày: phải là ngày", "Dòng 5: Chỉ cán bộ Công an và công chức").doesNotContain("Dòng 2");
        assertThat(http.get().uri(CAMPAIGNS + "?unit=96")).bodyJson().extractingPath("$.page.totalElements").isEqualTo(0);
        assertThat(load(head + first + second)).hasStatus(201).bodyJson().extractingPath("$.imported").isEqualTo(2);
        assertThat(http.get().uri(CAMPAIGNS + "?unit=96&sort=name")).bodyJson().extractingPath("$.content[*].validTo")
                .isEqualTo(Arrays.asList(null, "2026-06-30"));
        assertThat(http.get().uri(CAMPAIGNS + "/import")).hasStatus(200);
        asking = Officer.of("chair", List.of("96/committee-chair"));
        assertThat(load(head + first)).hasStatus(403);
    }

    @Test
    void onlyOfficersAndClerksOfTheUnitKeepIts() {
        for (var group : List.of("96/committee-chair", "96/police-chief", COMMUNE + "/police-officer", "camunda-admin")) {
            asking = Officer.of("somebody", List.of(group));
            assertThat(post(CAMPAIGNS, PLAN)).as(group).hasStatus(403);
        }
    }

    @Test
    void whatWasEnteredWronglyIsWithdrawnUntilSomebodyHasRegistered() {
        var id = launch(PLAN);
        assertThat(post(CAMPAIGNS, PLAN)).hasStatus(409);
        assertThat(post(CAMPAIGNS + "/" + id + "/withdrawal", Map.of("reason", "Ghi nhầm"))).hasStatus(200);
        assertThat(post(CAMPAIGNS + "/" + id + "/withdrawal", Map.of("reason", "Ghi nhầm"))).hasStatus(409);
        assertThat(campaigns.over(UnitPath.of("96"), day("2026-02-01"), day("2026-02-01"))).extracting(Campaigns.Entry::id)
                .doesNotContain(id);

        var again = launch(PLAN);
        post(CAMPAIGNS + "/" + again + "/registrations", Map.of("unitPath", "96", "registeredOn", "2026-02-01", "document",
                "02/ĐK-UBND", "pledge", "Giao ước mẫu"));
        assertThat(post(CAMPAIGNS + "/" + again + "/withdrawal", Map.of("reason", "Ghi nhầm"))).hasStatus(422);
        assertThat(post(CAMPAIGNS + "/1/withdrawal", Map.of("reason", "Ghi nhầm"))).as("national").hasStatus(403);
    }

    @ParameterizedTest
    @CsvSource({"name,'',400", "document,' ',400", "plannedOn,2026-03-02,422", "validTo,2026-01-14,422", "validFrom,,400",
            "unitPath,96/99999,422", "contents,'',400"})
    void aPlanThatIsNotWholeIsRefusedByName(String field, String value, int status) {
        var plan = new HashMap<>(PLAN);
        plan.put(field, value);

        assertThat(post(CAMPAIGNS, plan)).hasStatus(status).bodyJson().extractingPath("$.field").isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"reviewedOn,2026-03-02,422", "reviewedOn,2026-01-14,422", "kind,yearly,400", "collectives,-1,400", "result,'',400"})
    void aReviewThatMakesNoSenseIsRefusedByName(String field, String value, int status) {
        var id = launch(PLAN);
        var review = new HashMap<>(review("96", "half-time", "2026-02-20"));
        review.put(field, field.equals("collectives") ? Integer.valueOf(value) : value);

        assertThat(post(CAMPAIGNS + "/" + id + "/reviews", review)).hasStatus(status).bodyJson().extractingPath("$.field")
                .isEqualTo(field);
    }

    private static Map<String, Object> review(String unit, String kind, String on) {
        return Map.of("unitPath", unit, "kind", kind, "reviewedOn", on, "document", "05/BC-UBND", "result", "Kết quả mẫu",
                "collectives", 3, "individuals", 7);
    }

    private long launch(Map<String, Object> plan) {
        try {
            var answer = post(CAMPAIGNS, plan);
            assertThat(answer).hasStatus(201);
            return JSON.readTree(answer.getResponse().getContentAsByteArray()).get("id").asLong();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String state(long id) {
        return campaigns.of(id, asking).campaign().state().id();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private MvcTestResult post(String path, Object body) {
        try {
            return http.post().uri(path).contentType(MediaType.APPLICATION_JSON).content(JSON.writeValueAsString(body)).exchange();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private MvcTestResult load(String file) {
        return http.post().uri(CAMPAIGNS + "/import").multipart().file("file", file.getBytes(StandardCharsets.UTF_8)).exchange();
    }
}
