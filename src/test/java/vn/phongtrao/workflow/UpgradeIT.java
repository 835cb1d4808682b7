package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
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
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

import vn.phongtrao.authority.Jurisdictions;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;
import vn.phongtrao.signing.TestAuthority;
import vn.phongtrao.unit.Position;

/**
 * A database of the version before this one: what it decided and printed stays as it was, and every dossier that was on
 * its way, at whichever task, comes to its end.
 */
@ScenarioTest
@Import(UpgradeIT.Visitor.class)
@TestMethodOrder(OrderAnnotation.class)
class UpgradeIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Officer ADMINISTRATOR = new Officer("admin", Set.of(), true);
    private static final Officer CHIEF = Journey.officer(Position.POLICE_CHIEF, "95/954/31813");
    private static final String PASSWORD = "demo";

    private static Officer asking;

    @TestConfiguration(proxyBeanMethods = false)
    static class Visitor {

        @Bean
        @Primary
        CurrentOfficer whoAsks() {
            return () -> asking;
        }
    }

    /** The province's police sign what they print, as they did before, with a certificate that is renewed. */
    @DynamicPropertySource
    static void oldDatabase(DynamicPropertyRegistry properties) throws Exception {
        var url = OldDatabase.FIRST.load();
        properties.add("spring.datasource.url", () -> url);
        var authority = new TestAuthority();
        var keystore = authority.keystore(PASSWORD, authority.issue("CN=Công an tỉnh Bạc Liêu (mẫu),C=VN",
                "2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z"));
        properties.add("phongtrao.signing.authorities.police.unit", () -> "95");
        properties.add("phongtrao.signing.authorities.police.position", () -> "police-chief");
        properties.add("phongtrao.signing.authorities.police.keystore", keystore::toString);
        properties.add("phongtrao.signing.authorities.police.password", () -> PASSWORD);
    }

    @Autowired
    Journey journey;

    @Autowired
    RuntimeService running;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    private OldDatabase.Answers before;
    private MockMvcTester http;

    @BeforeEach
    void open(@Autowired WebApplicationContext context) throws Exception {
        before = OldDatabase.FIRST.answers();
        http = MockMvcTester.from(context);
        asking = ADMINISTRATOR;
    }

    @Test
    @Order(1)
    void registersCountWhatTheyCounted() {
        assertThat(before.registers()).hasSizeGreaterThan(5).allSatisfy((address, count) ->
                assertThat(json(address).at("/page/totalElements").asInt(-1)).as(address).isEqualTo(count));
    }

    @Test
    @Order(2)
    void everyCodeIsAnsweredAsItWas() {
        assertThat(before.verify()).hasSizeGreaterThan(20).allSatisfy((code, answer) ->
                assertThat(JSON.convertValue(json("/verify/" + code), new TypeReference<Map<String, String>>() { }))
                        .as(code).containsAllEntriesOf(answer));
    }

    @Test
    @Order(3)
    void everyDossierSaysByWhichParagraphItsAuthorityDecides(@Autowired Jurisdictions jurisdictions,
                                                             @Autowired Dossiers dossiers) {
        var numbers = jdbc.sql("select number from dossier").query(String.class).list();
        assertThat(numbers).hasSizeGreaterThan(50).allSatisfy(number -> {
            var dossier = dossiers.require(DossierNumber.of(number));
            var opened = Days.on(LocalDate.ofInstant(dossier.openedAt(), ZoneId.of("Asia/Ho_Chi_Minh")));
            assertThat(dossier.jurisdiction().legalBasis()).isEqualTo(jurisdictions.find(dossier.process(),
                    dossier.unitPath(), opened, new Jurisdictions.Matter(dossier.form(), dossier.type(),
                            Decision.MATTER))
                    .orElseThrow().legalBasis());
        });
    }

    @Test
    @Order(3)
    void everyOpenDossierComesToItsEnd() {
        var open = running.createProcessInstanceQuery().rootProcessInstances().list().stream()
                .map(ProcessInstance::getBusinessKey).sorted().toList();
        assertThat(open).hasSizeGreaterThan(50);
        assertThat(jdbc.sql("select distinct process from dossier where number in (:open)").param("open", open)
                .query(String.class).list()).hasSize(7);
        // those of this year wait until it has ended
        jdbc.sql("update safe_area_proposal set year = year - 1 where dossier_number in (:open)").param("open", open).update();
        var onward = new Onward(journey, tasks, jdbc);
        var stuck = new TreeMap<String, String>();
        open.forEach(number -> {
            try {
                resume(number);
                closeSessionThatHasItsQuorum(number);
                onward.takeToTheEnd(number);
            } catch (RuntimeException | AssertionError failed) {
                stuck.put(number + " at " + onward.next(number), failed.toString());
            }
        });

        assertThat(stuck).isEmpty();
        assertThat(jdbc.sql("select status from dossier where number in (:open)").param("open", open)
                .query(String.class).list()).containsOnly("DECIDED");
        assertThat(running.createProcessInstanceQuery().count()).isZero();
    }

    @Test
    @Order(4)
    void decisionsAreNumberedOnWithoutAGap() {
        assertThat(jdbc.sql("""
                        select authority, symbol, min(number) as first, max(number) as last, count(*) as decisions
                        from decision group by authority, symbol, year""").query().listOfRows())
                .hasSizeGreaterThan(3).allSatisfy(series -> {
                    assertThat(((Number) series.get("first")).longValue()).isEqualTo(1);
                    assertThat(((Number) series.get("last")).longValue()).isEqualTo(series.get("decisions"));
                });
    }

    @Test
    @Order(5)
    void papersPrintedBeforeGiveTheSameBytes() {
        var certificates = new ArrayList<String>();
        assertThat(before.papers()).hasSizeGreaterThan(10).allSatisfy((paper, digest) -> {
            var dossier = paper.substring(0, paper.indexOf('/'));
            var name = paper.substring(paper.indexOf('/') + 1);
            assertThat(jdbc.sql("select sha256(content) from paper where dossier_number = ? and name = ?")
                    .params(dossier, name).query(byte[].class).single()).as(paper).asHexString()
                    .isEqualToIgnoringCase(digest);
            if (name.startsWith("certificate")) {
                certificates.add(digest);
            } else {
                assertThat(digest(bytes("/api/dossiers/%s/papers/%s".formatted(dossier, name)))).as(paper)
                        .isEqualTo(digest);
            }
        });
        assertThat(certificates).isNotEmpty();
        assertThat(certificatesOf(dossierWithCertificates())).containsExactlyInAnyOrderElementsOf(certificates);
    }

    private void resume(String number) {
        if (jdbc.sql("select suspended_on is not null from dossier where number = ?").param(number).query(Boolean.class)
                .single()) {
            asking = CHIEF;
            assertThat(http.post().uri("/api/dossiers/" + number + "/resumption")
                    .contentType(MediaType.APPLICATION_JSON).content("{\"reason\": \"Đã xác minh\"}"))
                    .hasStatus2xxSuccessful();
            asking = ADMINISTRATOR;
        }
    }

    private void closeSessionThatHasItsQuorum(String number) {
        if (journey.openTasks(number).stream().map(Task::getTaskDefinitionKey).toList()
                .equals(List.of("council-vote"))) {
            journey.closeVoting(number);
        }
    }

    private String dossierWithCertificates() {
        return before.papers().keySet().stream().filter(paper -> paper.contains("/certificate"))
                .map(paper -> paper.substring(0, paper.indexOf('/'))).distinct().reduce((one, other) -> {
                    throw new AssertionError("more than one");
                }).orElseThrow();
    }

    private List<String> certificatesOf(String dossier) {
        var decision = jdbc.sql("select id from decision where dossier_number = ?").param(dossier).query(Long.class)
                .single();
        var digests = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(
                bytes("/api/decisions/%d/certificates".formatted(decision))))) {
            while (zip.getNextEntry() != null) {
                digests.add(digest(zip.readAllBytes()));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return digests;
    }

    private JsonNode json(String address) {
        try {
            return JSON.readTree(bytes(address));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Everybody asks from another address, so that nobody asks too often. */
    private byte[] bytes(String address) {
        var result = http.get().uri(address).accept(MediaType.APPLICATION_JSON, MediaType.ALL).with(request -> {
            request.setRemoteAddr("address of " + address);
            return request;
        }).exchange();
        assertThat(result).as(address).hasStatusOk();
        return result.getResponse().getContentAsByteArray();
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
