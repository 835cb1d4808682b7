package vn.phongtrao.absence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

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
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import vn.phongtrao.HttpSlice;
import vn.phongtrao.MovableClock;
import vn.phongtrao.TestTables;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Deputies;
import vn.phongtrao.security.Deputising;
import vn.phongtrao.security.Manner;
import vn.phongtrao.security.Officer;
import vn.phongtrao.security.PostHolders;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/** Who enters what of absences, and from when to when a deputy holds the post. */
@SpringJUnitWebConfig(AbsenceApiTest.Slice.class)
@TestPropertySource(properties = "phongtrao.province=bac-lieu-2024")
class AbsenceApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COMMUNE = "95/954/31813";
    private static final MovableClock CLOCK = new MovableClock("2024-07-01");
    private static final Officer OFFICER = officer("police-officer");
    private static final Officer CHIEF = officer("police-chief");
    private static final Map<String, Object> CHIEF_AWAY = Map.of("unitPath", COMMUNE, "position", "police-chief",
            "absent", "police-chief", "from", "2024-07-02", "to", "2024-07-05", "manner", "deputy",
            "deputy", "police-officer-2", "title", "Phó Trưởng Công an");

    private static Officer asking;

    @HttpSlice
    @ComponentScan({"vn.phongtrao.absence", "vn.phongtrao.unit"})
    @ConfigurationPropertiesScan("vn.phongtrao.unit")
    @Import(TestTables.class)
    static class Slice {

        @Bean
        CurrentOfficer officer() {
            return () -> asking;
        }

        @Bean
        Clock clock() {
            return CLOCK;
        }

        /** Two in each position, called by it alone. */
        @Bean
        PostHolders holders() {
            return post -> List.of(post.position().id(), post.position().id() + "-2");
        }
    }

    @Autowired
    WebApplicationContext context;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Deputies deputies;
    @Autowired
    ActiveDeputies active;

    private MockMvcTester http;

    @BeforeEach
    void begin() {
        http = MockMvcTester.from(context);
        CLOCK.moveTo("2024-07-01");
        asking = OFFICER;
        jdbc.sql("truncate absence, absence_change").update();
        active.forget();
    }

    @Test
    void aDeputyHoldsThePostFromTheFirstDayToTheLast() {
        assertThat(enter(CHIEF_AWAY)).hasStatus(201);

        assertThat(deputies.of("police-officer-2")).isEmpty();
        for (var day : List.of("2024-07-02", "2024-07-05")) {
            CLOCK.moveTo(day);
            assertThat(deputies.of("police-officer-2")).containsExactly(new Deputising(
                    new Post(UnitPath.of(COMMUNE), Position.POLICE_CHIEF), "police-chief", null, Manner.DEPUTY,
                    "Phó Trưởng Công an"));
            assertThat(deputies.of("police-officer")).isEmpty();
        }
        CLOCK.moveTo("2024-07-06");
        assertThat(deputies.of("police-officer-2")).isEmpty();
    }

    @Test
    void otherNodesKnowItWhenTheyReadAgainAndAskNothingInBetween(@Autowired AbsenceBook book) {
        var otherNode = new ActiveDeputies(book, CLOCK);
        CLOCK.moveTo("2024-07-02");
        assertThat(otherNode.of("police-officer-2")).isEmpty();
        assertThat(enter(CHIEF_AWAY)).hasStatus(201);

        assertThat(deputies.of("police-officer-2")).hasSize(1);
        assertThat(otherNode.of("police-officer-2")).isEmpty();
        otherNode.read();
        assertThat(otherNode.of("police-officer-2")).hasSize(1);
    }

    @Test
    void aColleagueOfTheSamePositionHoldsNoOtherPost() {
        asking = CHIEF;
        assertThat(enter(with("manner", "same-position", "title", null, "deputy", "police-chief-2"))).hasStatus(201);

        CLOCK.moveTo("2024-07-02");
        assertThat(deputies.of("police-chief-2")).isEmpty();
    }

    @Test
    void whatIsEndedOrChangedCountsAtOnceAndIsKept() {
        var id = id(enter(CHIEF_AWAY));
        CLOCK.moveTo("2024-07-03");
        assertThat(deputies.of("police-officer-2")).hasSize(1);
        assertThat(put(id, terms("deputy", "police-chief-2"))).hasStatusOk();
        assertThat(deputies.of("police-officer-2")).isEmpty();
        assertThat(deputies.of("police-chief-2")).hasSize(1);
        assertThat(put(id, terms("from", "2024-07-04"))).hasStatus(422).bodyJson().extractingPath("$.field").isEqualTo("from");

        assertThat(http.delete().uri("/api/absences/" + id)).hasStatusOk().bodyJson().extractingPath("$.state").isEqualTo("ended");
        assertThat(deputies.of("police-chief-2")).isEmpty();
        assertThat(http.delete().uri("/api/absences/" + id)).hasStatus(422);
        assertThat(put(id, terms("to", "2024-07-10"))).hasStatus(422);
        assertThat(http.get().uri("/api/absences/" + id + "/history")).hasStatusOk().bodyJson().extractingPath("$[*].act")
                .isEqualTo(List.of("ended", "changed", "entered"));
        assertThat(jdbc.sql("select act from absence_change where entered_by = 'police-officer' order by id")
                .query(String.class).list()).containsExactly("entered", "changed", "ended");
    }

    @Test
    void beforeTheFirstDayItIsCancelled() {
        var id = id(enter(CHIEF_AWAY));
        assertThat(http.delete().uri("/api/absences/" + id)).hasStatusOk();
        assertThat(http.get().uri("/api/absences/" + id + "/history")).bodyJson().extractingPath("$[0].act").isEqualTo("cancelled");
    }

    @ParameterizedTest
    @CsvSource({"police-officer,police-chief,201", "police-chief,police-chief,201", "police-chief-2,police-chief,403",
            "committee-clerk,police-chief,403", "committee-chair,police-chief,403", "council-member,police-chief,403",
            "committee-clerk,committee-chair,201", "committee-chair,committee-chair,201",
            "police-officer,committee-chair,403", "police-chief,committee-chair,403"})
    void anOfficerEntersForHimselfAndAClerkForTheOwnBody(String who, String absent, int status) {
        asking = officer(who);
        var body = with("position", absent, "absent", absent,
                "deputy", absent.equals("police-chief") ? "police-officer-2" : "committee-clerk-2");
        assertThat(enter(body)).hasStatus(status);
    }

    @Test
    void nobodyOfAnotherUnitEntersSeesOrEndsIt() {
        var id = id(enter(CHIEF_AWAY));
        for (var foreign : List.of("95/954/31816/police-officer", "95/954/police-chief", "95/police-officer")) {
            asking = Officer.of("police-officer", List.of(foreign));
            assertThat(enter(with("from", "2024-08-01", "to", "2024-08-02"))).as(foreign).hasStatus(403);
            assertThat(http.delete().uri("/api/absences/" + id)).as(foreign).hasStatus(403);
            assertThat(put(id, terms())).as(foreign).hasStatus(403);
            assertThat(choices("police-chief")).as(foreign).hasStatus(403);
        }
        asking = Officer.of("other", List.of("95/954/31816/police-officer"));
        assertThat(http.get().uri("/api/absences")).bodyJson().extractingPath("$.page.totalElements").isEqualTo(0);
        assertThat(http.get().uri("/api/absences/" + id + "/history")).hasStatus(403);
        for (var above : List.of("95/954/police-chief", "95/committee-clerk", COMMUNE + "/police-chief")) {
            asking = Officer.of("above", List.of(above));
            assertThat(http.get().uri("/api/absences")).as(above).bodyJson().extractingPath("$.page.totalElements").isEqualTo(1);
        }
        asking = Officer.of("police-officer-2", List.of());
        assertThat(http.get().uri("/api/absences?on=2024-07-03")).bodyJson().extractingPath("$.content[0].deputy")
                .isEqualTo("police-officer-2");
        assertThat(http.get().uri("/api/absences?on=2024-07-06")).bodyJson().extractingPath("$.page.totalElements").isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "deputy,police-officer,deputy", "deputy,police-chief,deputy", "deputy,nobody,deputy",
            "deputy,committee-clerk,deputy", "deputy,council-member,deputy", "absent,nobody,absent",
            "absent,police-officer,absent", "position,council-member,position", "unitPath,95/954/99999,unitPath",
            "from,2024-06-30,from", "from,2024-07-06,to", "to,2025-06-30,to", "title,-,title"})
    void whatBreaksARuleIsNamed(String field, String value, String said) {
        assertThat(enter(with(field, value))).hasStatus(422).bodyJson().extractingPath("$.field").isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"from,01/07/2024,from", "to,2024-02-30,to", "manner,boss,manner", "position,boss,position", "absent,'',absent",
            "deputy,' ',deputy", "unitPath,nowhere!,unitPath", "title,'...',title"})
    void whatIsMalformedIsNamed(String field, String value, String said) {
        assertThat(enter(with(field, value))).hasStatus(400).bodyJson().extractingPath("$.field").isEqualTo(said);
    }

    @Test
    void onlyHeadsAreSignedFor() {
        assertThat(enter(with("position", "police-officer", "absent", "police-officer-2", "deputy", "police-chief")))
                .hasStatus(422).bodyJson().extractingPath("$.field").isEqualTo("manner");
        asking = officer("committee-clerk");
        assertThat(enter(with("position", "committee-clerk", "absent", "committee-clerk", "deputy", "committee-clerk-2")))
                .hasStatus(422).bodyJson().extractingPath("$.field").isEqualTo("manner");
        asking = Officer.of("committee-clerk", List.of("95/committee-clerk"));
        assertThat(enter(with("unitPath", "95", "position", "committee-clerk", "absent", "committee-clerk",
                "deputy", "committee-clerk-2", "title", "Phó Giám đốc"))).hasStatus(201);
    }

    @Test
    void absencesDoNotOverlapNorFollowOneAnother() {
        assertThat(enter(CHIEF_AWAY)).hasStatus(201);

        assertThat(enter(with("from", "2024-07-05", "to", "2024-07-08", "deputy", "police-chief-2"))).hasStatus(422)
                .bodyJson().extractingPath("$.field").isEqualTo("from");
        assertThat(enter(with("from", "2024-07-06", "to", "2024-07-08"))).hasStatus(201);
        // the deputy is away
        assertThat(enter(with("absent", "police-chief-2", "deputy", "police-chief"))).hasStatus(422)
                .bodyJson().extractingPath("$.field").isEqualTo("deputy");
        // who is away stands in for somebody
        assertThat(enter(with("position", "police-officer", "absent", "police-officer-2", "manner", "same-position",
                "title", null, "deputy", "police-officer", "to", "2024-07-02"))).hasStatus(422);
        asking = officer("police-officer-2");
        assertThat(enter(with("position", "police-officer", "absent", "police-officer-2", "manner", "same-position",
                "title", null, "deputy", "police-officer", "to", "2024-07-02"))).hasStatus(422)
                .bodyJson().extractingPath("$.field").isEqualTo("absent");
    }

    @Test
    void ofTwoAtOnceOneIsEntered() throws Exception {
        var pool = Executors.newFixedThreadPool(4);
        try {
            var answers = pool.invokeAll(IntStream.range(0, 8).<Callable<Integer>>mapToObj(one ->
                    () -> enter(CHIEF_AWAY).getResponse().getStatus()).toList());
            assertThat(answers).extracting(answer -> answer.get()).containsOnlyOnce(201).contains(422).hasSize(8);
        } finally {
            pool.shutdown();
        }
        assertThat(jdbc.sql("select count(*) from absence").query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void whatAFormAsksForIsWhoHoldsThePostAndWhoMayStandIn() {
        asking = CHIEF;
        assertThat(choices("police-chief")).hasStatusOk().bodyJson().extractingPath("$.holders[*].user")
                .isEqualTo(List.of("police-chief"));
        for (var offered : List.of("colleagues", "body")) {
            assertThat(choices("police-chief")).bodyJson().extractingPath("$." + offered + "[*].user").asArray()
                    .contains("police-chief-2").doesNotContain("police-chief");
        }
        asking = OFFICER;
        var choice = assertThat(choices("police-chief")).hasStatusOk().bodyJson();
        choice.extractingPath("$.holders[*].user").isEqualTo(List.of("police-chief", "police-chief-2"));
        choice.extractingPath("$.body[*].user").isEqualTo(List.of("police-chief", "police-chief-2", "police-officer",
                "police-officer-2"));
        choice.extractingPath("$.manners").isEqualTo(List.of("same-position", "deputy", "by-order", "by-authorisation"));
        assertThat(choices("council-member")).hasStatus(422);
        assertThat(choices("boss")).hasStatus(400);
    }

    private MvcTestResult choices(String position) {
        return http.get().uri("/api/absences/choices?unit=%s&position=%s".formatted(COMMUNE, position)).exchange();
    }

    private static Officer officer(String position) {
        return Officer.of(position, List.of(COMMUNE + "/" + position.replaceFirst("-\\d$", "")));
    }

    private static Map<String, Object> with(Object... fields) {
        var body = new HashMap<>(CHIEF_AWAY);
        for (var at = 0; at < fields.length; at += 2) {
            body.put((String) fields[at], fields[at + 1]);
        }
        return body;
    }

    private static Map<String, Object> terms(Object... fields) {
        var body = with(fields);
        body.keySet().removeAll(List.of("unitPath", "position", "absent"));
        return body;
    }

    private static String id(MvcTestResult entered) {
        assertThat(entered).hasStatus(201);
        try {
            return JSON.readTree(entered.getResponse().getContentAsByteArray()).get("id").asText();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private MvcTestResult enter(Map<String, Object> body) {
        return http.post().uri("/api/absences").contentType(MediaType.APPLICATION_JSON).content(json(body)).exchange();
    }

    private MvcTestResult put(String id, Map<String, Object> body) {
        return http.put().uri("/api/absences/" + id).contentType(MediaType.APPLICATION_JSON).content(json(body)).exchange();
    }

    private static String json(Map<String, Object> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
