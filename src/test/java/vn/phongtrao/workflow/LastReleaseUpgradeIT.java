package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

import vn.phongtrao.local.LocalPostgres;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;

/** The same of the last release, on whose databases this version will be started: what it printed stays, and what it began goes on. */
@ScenarioTest
@Import(LastReleaseUpgradeIT.Visitor.class)
@TestMethodOrder(OrderAnnotation.class)
class LastReleaseUpgradeIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestConfiguration(proxyBeanMethods = false)
    static class Visitor {

        @Bean
        @Primary
        CurrentOfficer administrator() {
            return () -> new Officer("admin", Set.of(), true);
        }
    }

    @DynamicPropertySource
    static void oldDatabase(DynamicPropertyRegistry properties) throws Exception {
        var url = OldDatabase.LAST.load();
        properties.add("spring.datasource.url", () -> url);
    }

    @Autowired
    Journey journey;
    @Autowired
    TaskService tasks;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Strays strays;

    private OldDatabase.Answers before;
    private MockMvcTester http;

    @BeforeEach
    void open(@Autowired WebApplicationContext context) throws Exception {
        before = OldDatabase.LAST.answers();
        http = MockMvcTester.from(context);
    }

    @Test
    @Order(1)
    void lastDaysAreAsTheyWere() throws Exception {
        var days = "select concat_ws(' ', number, due_on, due_basis, %s) from %s order by number";
        var old = JdbcClient.create(new DriverManagerDataSource(OldDatabase.LAST.load(), LocalPostgres.USER, ""));

        assertThat(jdbc.sql(days.formatted("halted", "dossier_last_day")).query(String.class).list()).hasSizeGreaterThan(30)
                .isEqualTo(old.sql(days.formatted("closed_at is not null or suspended_on is not null", "dossier")).query(String.class).list());
    }

    @Test
    @Order(1)
    void votesThatWereOpenAreSeenByHeads() {
        var votes = "select count(*) from act_ru_task task where assignee_ is not null and not exists (select from act_ru_identitylink where task_id_ = task.id_)%s";
        assertThat(jdbc.sql(votes.formatted("")).query(Integer.class).single()).isPositive()
                .isEqualTo(jdbc.sql(votes.formatted(" and of_person_")).query(Integer.class).single());
    }

    @Test
    @Order(1)
    void whatWasPrintedAndEnteredIsAsItWas() {
        assertThat(before.registers()).hasSizeGreaterThan(5).allSatisfy((address, count) ->
                assertThat(json(address).at("/page/totalElements").asInt(-1)).as(address).isEqualTo(count));
        assertThat(before.verify()).hasSizeGreaterThan(5).allSatisfy((code, answer) ->
                assertThat(JSON.convertValue(json("/verify/" + code), new TypeReference<Map<String, String>>() { }))
                        .as(code).containsAllEntriesOf(answer));
        assertThat(before.papers()).hasSizeGreaterThan(5).allSatisfy((paper, digest) -> assertThat(jdbc.sql("""
                        select encode(sha256(content), 'hex') from paper where dossier_number || '/' || name = ?""").param(paper)
                .query(String.class).single()).as(paper).isEqualTo(digest));
    }

    @Test
    @Order(2)
    void everyOpenDossierHasItsProcessAndComesToItsEnd() {
        assertThat(strays.all()).isEmpty();
        var open = jdbc.sql("select number from dossier where closed_at is null order by number").query(String.class).list();
        assertThat(open).hasSizeGreaterThan(30);
        assertThat(jdbc.sql("select distinct process from dossier where number in (:open)").param("open", open)
                .query(String.class).list()).hasSizeGreaterThan(4);
        // those of this year wait until it has ended
        jdbc.sql("update safe_area_proposal set year = year - 1 where dossier_number in (:open)").param("open", open).update();
        var onward = new Onward(journey, tasks, jdbc);
        var stuck = new TreeMap<String, String>();
        open.forEach(number -> {
            try {
                onward.takeToTheEnd(number);
            } catch (RuntimeException | AssertionError failed) {
                stuck.put(number + " at " + onward.next(number), failed.toString());
            }
        });

        // the other one that plans a team for the same hamlet was decided before
        assertThat(stuck).hasSize(1).hasEntrySatisfying("TTL-31813-2024-00001 at complete-dossier", said ->
                assertThat(said).contains("Khóm 1 đã có Tổ bảo vệ an ninh, trật tự"));
        assertThat(jdbc.sql("select distinct status from dossier where number in (:open) and number <> 'TTL-31813-2024-00001'").param("open", open)
                .query(String.class).list()).containsExactly("DECIDED");
    }

    /** Everybody asks from another address, so that nobody asks too often. */
    private JsonNode json(String address) {
        var result = http.get().uri(address).accept(MediaType.APPLICATION_JSON).with(request -> {
            request.setRemoteAddr("address of " + address);
            return request;
        }).exchange();
        assertThat(result).as(address).hasStatusOk();
        try {
            return JSON.readTree(result.getResponse().getContentAsByteArray());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
