package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.individual;
import static vn.phongtrao.workflow.Journey.officer;
import static vn.phongtrao.workflow.Journey.proposal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import vn.phongtrao.citizen.CitizenNumbers;
import vn.phongtrao.dossier.PersonalRecords;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;
import vn.phongtrao.sheet.SheetFile;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.UnitPath;

/** A person asks what is kept: the province's police tell it, from wherever it stands, and each time is recorded. */
@ScenarioTest
@Import(PersonalDataIT.Visitor.class)
class PersonalDataIT {

    private static final String COMMUNE = "95/954/31813";
    private static final Officer DRAFTER = officer(POLICE_OFFICER, COMMUNE);
    private static final Officer PROVINCE = officer(POLICE_OFFICER, "95");
    private static final String DATA = "/api/personal-data";
    private static final String REQUEST = "Đơn số 12 ngày 28/6/2024";

    /** More than there are connections. */
    private static final int AT_ONCE = 40;

    private static Officer asking;

    @TestConfiguration(proxyBeanMethods = false)
    static class Visitor {

        @Bean
        @Primary
        CurrentOfficer whoAsks() {
            return () -> asking;
        }
    }

    @Autowired
    Journey journey;
    @Autowired
    TaskService tasks;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    CitizenNumbers citizens;

    private MockMvcTester http;

    @BeforeEach
    void open(@Autowired WebApplicationContext context) {
        http = MockMvcTester.from(context);
        asking = PROVINCE;
    }

    @Test
    void everythingIsToldWithItsSourceAndEachTimeIsRecordedWithoutTheNumber() throws Exception {
        var person = individual("Nguyễn Thị Hỏi Về Mình");
        var number = (String) person.get("citizenId");
        var open = propose(person);
        var decided = propose(person, "ad-hoc");
        new Onward(journey, tasks, jdbc).takeToTheEnd(decided);
        var recorded = exports();

        var answer = ask(number, REQUEST);
        var kept = json(answer);

        assertThat(kept.get("items")).hasSize(3).extracting(item -> item.get("source").asText() + " " + item.get("dossierNumber").asText())
                .containsExactlyInAnyOrder("nominee " + open, "nominee " + decided, "award " + decided);
        assertThat(kept.toString()).contains("Nguyễn Thị Hỏi Về Mình", "Sổ khen thưởng", "Giấy khen", "Khóm Mẫu").doesNotContain(number);
        assertThat(exports()).hasSize(recorded.size() + 1).last().asString()
                .isEqualTo("%s personal-data citizenId=%s json 3 %s".formatted(PROVINCE.id(), kept.get("number").asText(), REQUEST));

        var sheet = ask(DATA + "/sheet", number, REQUEST);
        assertThat(SheetFile.lines(sheet.getResponse().getContentAsByteArray()).toString()).contains("Nguồn", "Nguyễn Thị Hỏi Về Mình", open, decided)
                .doesNotContain(number);
        assertThat(exports()).hasSize(recorded.size() + 2).last().asString().contains(" xlsx ");
    }

    /** Each would wait for a second connection while it held the first, and everybody else with them. */
    @Test
    void moreAtOnceThanThereAreConnectionsAreAllAnswered() throws Exception {
        var number = Journey.citizenId();
        Callable<Integer> question = () -> ask(number, REQUEST).getResponse().getStatus();
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (var answered : threads.invokeAll(Collections.nCopies(2 * AT_ONCE, question))) {
                assertThat(answered.get()).isEqualTo(200);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatIsKeptOfSomebodyElseIsNotTold() throws Exception {
        propose(individual("Người khác"));

        assertThat(json(ask(Journey.citizenId(), REQUEST)).get("items")).isEmpty();
    }

    @Test
    void aCandidateAndAMemberOfATeamAreTold() throws Exception {
        var number = journey.propose("team-establishment", DRAFTER, Map.of("hamlet", "31813-07", "seats", 3, "reason", "Lý do mẫu", "meetingDate",
                "2024-07-20"));
        var onward = new Onward(journey, tasks, jdbc);
        while (jdbc.sql("select count(*) from team_member").query(Long.class).single() == 0 && onward.next(number) != null) {
            onward.take(number);
        }
        var sealed = jdbc.sql("select citizen_digest from team_member limit 1").query(byte[].class).single();
        // the same number is entered by whoever asks
        var id = LongStream.rangeClosed(96_600_000_001L, 96_600_000_400L).mapToObj("%012d"::formatted)
                .filter(one -> jdbc.sql("select ?::bytea = ?::bytea").params(digest(one), sealed).query(Boolean.class).single()).findFirst().orElseThrow();

        assertThat(json(ask(id, REQUEST)).get("items")).extracting(item -> item.get("source").asText()).contains("candidate", "member");
    }

    private byte[] digest(String number) {
        return citizens.digests(number).get(0);
    }

    @Test
    void nobodyButTheProvincesPoliceIsTold() {
        var number = Journey.citizenId();
        List<Officer> others = new ArrayList<>(List.of(new Officer("admin", Set.of(), true), new Officer("without-post", Set.of(), false)));
        for (var position : Position.values()) {
            for (var unit : List.of("95", "95/954", COMMUNE)) {
                others.add(officer(position, unit));
            }
        }
        others.removeIf(one -> one.holds(UnitPath.of("95"), POLICE_OFFICER));
        var recorded = exports();

        for (var one : others) {
            asking = one;
            assertThat(ask(number, REQUEST)).as(one.id()).hasStatus(403);
            assertThat(ask(DATA + "/sheet", number, REQUEST)).as(one.id()).hasStatus(403);
            assertThat(http.get().uri("/personal-data")).as(one.id()).hasStatus(403);
        }
        assertThat(exports()).isEqualTo(recorded);
        asking = PROVINCE;
        assertThat(ask(number, REQUEST)).hasStatusOk();
        assertThat(http.get().uri("/personal-data")).hasStatusOk().bodyText().contains("citizenId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"citizenId\": \"\", \"purpose\": \"Đơn\"}", "{\"citizenId\": \"12\", \"purpose\": \"Đơn\"}",
            "{\"citizenId\": \"095080000001\"}", "{\"citizenId\": \"095080000001\", \"purpose\": \"1\"}", "{\"citizenId\": \"095080000001\", \"purpose\": \" \"}",
            "{\"citizenId\": [\"095080000001\"], \"purpose\": \"Đơn\"}", "{\"citizenId\": \"095080000001\", \"purpose\": \"Đơn\", \"more\": 1}", "[]", "x"})
    void whatCannotBeReadIsRefused(String body) {
        assertThat(http.post().uri(DATA).contentType(MediaType.APPLICATION_JSON).content(body)).hasStatus(400);
        assertThat(http.post().uri(DATA + "/sheet").contentType(MediaType.APPLICATION_JSON).content(body)).hasStatus(400);
    }

    @Test
    void everyTableThatKnowsPersonsByTheirNumbersIsAnsweredFor(@Autowired List<PersonalRecords> keepers) {
        var known = jdbc.sql("""
                select table_name from information_schema.columns where table_schema = 'public' and column_name = 'citizen_digest'""")
                .query(String.class).set();

        assertThat(keepers.stream().flatMap(keeper -> keeper.tables().stream()).collect(Collectors.toSet())).isEqualTo(known);
    }

    private String propose(Map<String, Object> person) {
        return propose(person, "regular");
    }

    private String propose(Map<String, Object> person, String type) {
        return journey.propose(DRAFTER, proposal("commune-certificate", type, List.of(person)));
    }

    private MvcTestResult ask(String number, String purpose) {
        return ask(DATA, number, purpose);
    }

    private MvcTestResult ask(String address, String number, String purpose) {
        return http.post().uri(address).contentType(MediaType.APPLICATION_JSON)
                .content("{\"citizenId\": \"%s\", \"purpose\": \"%s\"}".formatted(number, purpose)).exchange();
    }

    private static JsonNode json(MvcTestResult result) throws Exception {
        assertThat(result).hasStatusOk();
        return new ObjectMapper().readTree(result.getResponse().getContentAsByteArray());
    }

    private List<String> exports() {
        return jdbc.sql("""
                select account || ' ' || list || ' ' || criteria || ' ' || format || ' ' || row_count || ' ' || purpose
                from export join audit_event on audit_event.id = event where list = 'personal-data' order by export.id""").query(String.class).list();
    }
}
