package vn.phongtrao.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.individual;
import static vn.phongtrao.workflow.Journey.officer;
import static vn.phongtrao.workflow.Journey.proposal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

import vn.phongtrao.local.LocalPostgres;
import vn.phongtrao.procedure.ProcedureEditions;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;

/**
 * A release whose table has a column that the organisation's own has not, from before: the program starts and says so,
 * what is decided by that table waits for an administrator, and everything else goes on.
 */
@ScenarioTest
@Import(ReleasedTableIT.Visitor.class)
@TestPropertySource(properties = "phongtrao.editions.watch=1h")
@TestMethodOrder(OrderAnnotation.class)
class ReleasedTableIT {

    private static final String BONUS = "commendation/bonus.dmn";
    private static final Officer DRAFTER = officer(POLICE_OFFICER, "95/954/31813");

    @Autowired
    Journey journey;

    @Autowired
    ProcedureEditions editions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AutowireCapableBeanFactory beans;

    @TestConfiguration(proxyBeanMethods = false)
    static class Visitor {

        @Bean
        @Primary
        CurrentOfficer administrator() {
            return () -> new Officer("admin", Set.of(), true);
        }
    }

    @DynamicPropertySource
    static void databaseOfTheEarlierVersion(DynamicPropertyRegistry properties) throws IOException {
        var url = LocalPostgres.shared().freshDatabase();
        var source = new DriverManagerDataSource(url, LocalPostgres.USER, "");
        Flyway.configure().dataSource(source).locations("classpath:db/migration", "classpath:db/demo").load().migrate();
        bring(1, JdbcClient.create(source));
        properties.add("spring.datasource.url", () -> url);
    }

    /** The own table of an earlier version, without the column by which bonuses are rounded. */
    private static void bring(int number, JdbcClient jdbc) throws IOException {
        var earlier = builtIn().replaceAll("(?s)<output [^>]*name=\"roundUpTo\"[^>]*/>", "")
                .replaceAll("(?s)<outputEntry id=\"[^\"]*-round-up-to\">.*?</outputEntry>", "");
        jdbc.sql("""
                        insert into edition (number, area, loaded_at, loaded_by, source, note, changed)
                        values (?, 'processes', now(), 'admin', 'page', 'Nghị quyết mẫu', ?)""")
                .params(number, new String[] {BONUS}).update();
        jdbc.sql("insert into edition_file (edition, path, content, source) values (?, ?, ?, 'page')")
                .params(number, BONUS, earlier.getBytes(UTF_8)).update();
    }

    private static String builtIn() throws IOException {
        return Files.readString(Path.of("processes", BONUS));
    }

    @Test
    @Order(1)
    void whatGoesByTheTableWaitsAndAllElseGoesOn() {
        assertThatThrownBy(this::propose).isInstanceOf(Refusal.class)
                .hasMessageContaining("tạm dừng").hasMessageContaining(BONUS);

        assertThat(journey.propose("festival-plan", DRAFTER, Map.of("year", 2024, "plannedOn", "2024-08-19",
                "place", "Nhà văn hóa Khóm 1", "joining", List.of("31813-01"), "contents", "Phần lễ; phần hội",
                "attendance", 300, "budget", 20_000_000, "organiser", "Phó Chủ tịch Ủy ban nhân dân"))).isNotBlank();
    }

    @Test
    @Order(2)
    void administratorsReadWhichFileItIsWhatItWantsAndWhatToDo(@Autowired WebApplicationContext context) {
        var http = MockMvcTester.from(context);

        for (var page : List.of("/rules", "/rules/bonus")) {
            assertThat(http.get().uri(page)).hasStatusOk().bodyText().contains(BONUS, "không khớp với phiên bản mới",
                    "Bảng thiếu cột kết quả &quot;Làm tròn lên (đồng)&quot; (roundUpTo)");
        }
        assertThat(http.get().uri("/rules/bonus")).bodyText().contains("data-back");
        assertThat(http.get().uri("/api/editions/file?own=true&path=" + BONUS)).hasStatusOk().bodyText()
                .contains("coefficient").doesNotContain("roundUpTo");
    }

    @Test
    @Order(3)
    void aMendedTableIsInForceAndNothingWaits() throws IOException {
        var mended = builtIn().replaceFirst("<text>0.15<", "<text>0.3<");

        assertThat(editions.load(Map.of(BONUS, mended.getBytes(UTF_8)), "Thêm cột", "admin", null).findings()).isEmpty();

        assertThat(propose()).startsWith("KT-");
        assertThat(editions.unfit(BONUS)).isEmpty();
    }

    @Test
    @Order(4)
    void openDossiersWaitTooUntilTheBuiltInTableIsChosen() throws Exception {
        var number = propose();
        bring(3, jdbc);
        var next = beans.createBean(ProcedureEditions.class);
        next.afterSingletonsInstantiated();
        assertThatThrownBy(() -> journey.complete(number, "complete-dossier", DRAFTER, Map.of()))
                .isInstanceOf(Refusal.class).hasMessageContaining(BONUS);
        assertThat(journey.show(number)).containsEntry("status", "in-progress");

        Map<String, byte[]> none = new HashMap<>();
        none.put(BONUS, null);
        assertThat(next.load(none, "Dùng bảng có sẵn", "admin", null).findings()).isEmpty();

        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
    }

    private String propose() {
        return journey.propose(DRAFTER, proposal("commune-certificate", "ad-hoc", List.of(individual("Người mẫu"))));
    }
}
