package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.officer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.community.process_test_coverage.spring_test.platform7.ProcessEngineCoverageConfiguration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.decision.DecisionRegister;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Handling;
import vn.phongtrao.rating.TeamRatingRegister;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;
import vn.phongtrao.team.SampleTeams;

/**
 * Every outcome of {@code team-rating}. Each test rates another year of the past, in which six teams serve: years before
 * the guidance are marked, and rated by the same rules. The review has no appraiser, so that part of {@code review} is left to
 * the scenarios of other processes.
 */
@ScenarioTest
@Import({TeamChangeScenariosIT.Threshold.class, ProcessEngineCoverageConfiguration.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TeamRatingScenariosIT {

    private static final String PROCESS = "team-rating";
    private static final String COMMUNE = "95/960/31972";
    private static final Officer DRAFTER = officer(POLICE_OFFICER, COMMUNE);
    private static final Officer CHIEF = officer(POLICE_CHIEF, COMMUNE);
    private static final Officer CHAIR = officer(COMMITTEE_CHAIR, COMMUNE);
    private static final Officer ADMINISTRATOR = new Officer("admin", Set.of(), true);
    private static final int TEAMS = 6;

    @Autowired
    Journey journey;
    @Autowired
    Handling handling;
    @Autowired
    SampleTeams teams;
    @Autowired
    TeamRatingRegister register;
    @Autowired
    DecisionRegister decisions;
    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    void teamsThatServe() {
        for (int i = 0; i < TEAMS; i++) {
            teams.since(teams.team(COMMUNE, 4), LocalDate.of(2000, 1, 1));
        }
    }

    @Test
    void ratingsGoFromTheTeamsProposalToTheDecisionAndTheRegister() {
        var number = start(2023);
        journey.remind(number);
        journey.complete(number, "complete-dossier", DRAFTER,
                rows(number, (index, row) -> row.put("level", index == 0 ? "excellent" : "good")));
        journey.approve(number, "sign", CHIEF);
        journey.remind(number);
        journey.approve(number, "decide", CHAIR);

        journey.assertPath(number, "proposed", "complete-dossier", "plan-route", "sign", "review-approved", "decide",
                "enter-ratings", "rated");
        assertThat(journey.show(number)).containsEntry("status", "decided");
        var decision = decisions.on(DossierNumber.of(number)).get(0);
        assertThat(decision.subject()).contains("xếp loại Tổ bảo vệ an ninh, trật tự", "năm 2023");
        var entries = entries(number);
        assertThat(entries).hasSize(TEAMS + 4 * TEAMS).allSatisfy(entry -> {
            assertThat(entry.decisionNumber()).isEqualTo(decision.label());
            assertThat(entry.caveat()).contains("chưa áp dụng cho năm này");
        });
        assertThat(entries).filteredOn(entry -> entry.level().equals("excellent")).extracting(TeamRatingRegister.Entry::subject)
                .containsExactlyInAnyOrder("team", "member");
        assertThat(entries).filteredOn(entry -> entry.subject().equals("member")).allSatisfy(entry -> {
            assertThat(entry.role()).isIn("leader", "deputy", "member");
            assertThat(entry.birthYear()).isEqualTo(1985);
        });
    }

    @Test
    void tooManyExcellentAreRefusedUntilTheChairTakesSomeOff() {
        var number = propose(2022, (index, row) -> row.put("level", index < 2 ? "excellent" : "good"));
        journey.approve(number, "sign", CHIEF);

        refused("struckTeams", "nhiều nhất 0 (20% của 4 Tổ", () -> journey.approve(number, "decide", CHAIR));
        assertThat(journey.show(number)).containsEntry("status", "in-progress");
        refused("struckTeams", "không phải là lựa chọn", () -> journey.complete(number, "decide", CHAIR,
                Map.of("outcome", "approve", "struckTeams", List.of("1"))));

        var taken = journey.show(number);
        journey.complete(number, "decide", CHAIR, Map.of("outcome", "approve",
                "struckTeams", List.of(id(taken, "excellentTeams", 1))));
        assertThat(jdbc.sql("select name from paper where dossier_number = ?").param(number).query(String.class).list())
                .as("kept as it was before the chair took anybody off").contains("submission-1");
        var entries = entries(number);
        assertThat(entries).filteredOn(entry -> entry.level().equals("excellent")).filteredOn(entry ->
                entry.subject().equals("team")).hasSize(1);
        assertThat(entries).filteredOn(entry -> entry.subject().equals("member") && entry.level().equals("excellent"))
                .hasSize(2);
    }

    @Test
    void whatIsProposedIsJudgedRowByRowAndNothingIsKeptOfIt() {
        var number = start(2021);
        var before = rows(number, (index, row) -> row.put("level", "good"));
        refused("members[1].level", "sáng kiến", () -> journey.complete(number, "complete-dossier", DRAFTER,
                changed(before, "members", 1, Map.of("level", "excellent", "met", List.of()))));
        refused("teams[0].level", "trên 95%", () -> journey.complete(number, "complete-dossier", DRAFTER,
                changed(before, "teams", 0, Map.of("level", "excellent", "situation", 70))));
        refused("teams", "còn thiếu", () -> journey.complete(number, "complete-dossier", DRAFTER, without(before)));
        refused("teams[0].id", "Không có trong danh sách", () -> journey.complete(number, "complete-dossier", DRAFTER,
                changed(before, "teams", 0, Map.of("id", "999999"))));
        refused("members[1]", "hai dòng", () -> journey.complete(number, "complete-dossier", DRAFTER,
                changed(before, "members", 1, row(before, "members", 0))));
        refused("members[0].situation", "từ 0 đến 100", () -> journey.complete(number, "complete-dossier", DRAFTER,
                changed(before, "members", 0, Map.of("situation", 101))));
        assertThat(journey.show(number).get("teams").toString()).doesNotContain("situation=70");

        journey.complete(number, "complete-dossier", DRAFTER, changed(before, "teams", 0, Map.of("complaint", true)));
        assertThat(journey.show(number).get("teamSummary").toString()).contains("không xếp loại: 1");
        journey.refuse(number, "sign", CHIEF, "reject");
        journey.assertPath(number, "sign", "review-rejected", "reject-dossier", "rejected");
        assertThat(entries(number)).isEmpty();
    }

    @Test
    void rowsFromASheetAreFoundByName() {
        var number = start(2020);
        var fields = rows(number, (index, row) -> row.remove("id"));
        journey.complete(number, "complete-dossier", DRAFTER, fields);

        assertThat(journey.show(number).get("memberSummary").toString()).contains("Hoàn thành tốt nhiệm vụ: 24");
        refused("teams[0].name", "Không có trong danh sách", () -> journey.complete(start(2019), "complete-dossier", DRAFTER,
                changed(fields, "teams", 0, Map.of("name", "Tổ khác"))));
    }

    @Test
    void theChairMayNotAgreeAndTheUnitSupplementsWhatIsReturned() {
        var number = propose(2018, (index, row) -> row.put("level", "good"));
        journey.refuse(number, "sign", CHIEF, "return");
        journey.complete(number, "supplement", DRAFTER, rows(number, (index, row) -> row.put("level", "completed")));
        journey.approve(number, "sign", CHIEF);
        journey.refuse(number, "decide", CHAIR, "reject");

        journey.assertPath(number, "supplement", "sign", "decide", "reject-dossier", "rejected");
        assertThat(entries(number)).isEmpty();
        var again = propose(2018, (index, row) -> row.put("level", "good"));
        journey.approve(again, "sign", CHIEF);
        journey.approve(again, "decide", CHAIR);
        assertThat(entries(again)).isNotEmpty();
    }

    @Test
    void aYearIsRatedOnceAndOnlyByTheCommuneWhenItHasEnded() {
        var number = start(2017);
        refused("year", number, () -> start(2017));
        handling.withdraw(DossierNumber.of(number), "Nhập nhầm năm", DRAFTER);
        journey.assertPath(number, "withdrawal-requested", "withdraw-dossier", "withdrawn");
        start(2017);

        refused("year", "từ ngày 15/11/2024", () -> start(2024));
        refused("year", "không có Tổ", () -> journey.propose(PROCESS, officer(POLICE_OFFICER, "95/960/31975"),
                Map.of("year", 2017)));
        refused("year", "Chỉ Công an cấp xã", () -> journey.propose(PROCESS, officer(POLICE_OFFICER, "95"),
                Map.of("year", 2017)));
    }

    @Test
    void teamsThatAnEarlierCommuneRatedForTheYearAreLeftOut() {
        jdbc.sql("""
                        insert into team_rating_result (year, subject, unit_path, team_id, team_name, level, decided_on,
                                                        decision_number, imported_by, imported_at)
                        select 2012, 'team', unit_path, id, 'Tổ mẫu', 'good', '2012-12-01', '01/QĐ-UBND', 'mẫu', now()
                        from team where unit_path = ? order by id limit 1""").param(COMMUNE).update();
        var shown = journey.show(start(2012));
        assertThat((List<?>) shown.get("teams")).hasSize(TEAMS - 1);
    }

    @Test
    void ofTwoWhoRateTheSameYearAtOnceOneIsRefused() throws Exception {
        Callable<String> starting = () -> {
            try {
                return start(2016);
            } catch (Refusal slower) {
                return slower.getMessage();
            }
        };
        var pool = Executors.newFixedThreadPool(2);
        try {
            var answers = new ArrayList<String>();
            for (var answer : pool.invokeAll(List.of(starting, starting))) {
                answers.add(answer.get());
            }
            assertThat(answers).filteredOn(answer -> answer.startsWith("XLT-")).hasSize(1);
            assertThat(answers).filteredOn(answer -> answer.contains("đang được xét")).hasSize(1);
        } finally {
            pool.shutdown();
        }
    }

    /** More statements than these are a regression: no step asks for each team or person. */
    @Test
    void statementsDoNotGrowWithTheNumberOfTeams() {
        var taken = new LinkedHashMap<String, Long>();
        var number = new String[1];
        taken.put("submit", Statements.of(() -> number[0] = start(2015)));
        var fields = rows(number[0], (index, row) -> row.put("level", "good"));
        taken.put("complete", completing(number[0], "complete-dossier", DRAFTER, fields));
        taken.put("sign", completing(number[0], "sign", CHIEF, Map.of("outcome", "approve")));
        taken.put("decide", completing(number[0], "decide", CHAIR, Map.of("outcome", "approve")));

        System.out.println("SQL statements of a step of ratings: " + taken);
        assertThat(taken.values()).allSatisfy(statements -> assertThat(statements).isLessThan(70));
    }

    private long completing(String number, String task, Officer officer, Map<String, Object> fields) {
        var id = journey.task(number, task, officer).getId();
        return Statements.of(() -> journey.completeById(id, officer, fields));
    }

    private String start(int year) {
        return journey.propose(PROCESS, DRAFTER, Map.of("year", year));
    }

    private String propose(int year, BiConsumer<Integer, Map<String, Object>> change) {
        var number = start(year);
        journey.complete(number, "complete-dossier", DRAFTER, rows(number, change));
        return number;
    }

    /** What the form of the dossier brings where nobody touches it but here. */
    private Map<String, Object> rows(String number, BiConsumer<Integer, Map<String, Object>> change) {
        return rows(journey.show(number), change);
    }

    static Map<String, Object> rows(Map<String, Object> shown, BiConsumer<Integer, Map<String, Object>> change) {
        return Map.of("teams", rows(shown, "teams", List.of("no-breach", "area"), change),
                "members", rows(shown, "members", List.of("creative"), change));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Map<String, Object> shown, String list, List<String> met,
                                                  BiConsumer<Integer, Map<String, Object>> change) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (var one : (List<Map<String, Object>>) shown.get(list)) {
            Map<String, Object> row = new HashMap<>(Map.of("id", one.get("id"), "name", one.get("name"), "met", met));
            List.of("situation", "movement", "fireRescue", "administration", "education", "patrol")
                    .forEach(task -> row.put(task, 96));
            if (one.get("birthYear") != null) {
                row.put("birthYear", one.get("birthYear"));
                row.put("team", one.get("team"));
            }
            change.accept(rows.size(), row);
            rows.add(row);
        }
        return rows;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> changed(Map<String, Object> fields, String list, int index,
                                               Map<String, Object> values) {
        Map<String, Object> copy = new HashMap<>(fields);
        var rows = new ArrayList<>((List<Map<String, Object>>) fields.get(list));
        Map<String, Object> row = new HashMap<>(rows.get(index));
        row.putAll(values);
        rows.set(index, row);
        copy.put(list, rows);
        return copy;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> row(Map<String, Object> fields, String list, int index) {
        return ((List<Map<String, Object>>) fields.get(list)).get(index);
    }

    /** All but the first team. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> without(Map<String, Object> fields) {
        Map<String, Object> copy = new HashMap<>(fields);
        var rows = (List<Map<String, Object>>) fields.get("teams");
        copy.put("teams", rows.subList(1, rows.size()));
        return copy;
    }

    @SuppressWarnings("unchecked")
    private static String id(Map<String, Object> shown, String options, int index) {
        return (String) ((List<Map<String, Object>>) shown.get(options)).get(index).get("value");
    }

    private List<TeamRatingRegister.Entry> entries(String number) {
        return register.list(new TeamRatingRegister.Filter(null, null, null, null, number, null), ADMINISTRATOR,
                Pageable.ofSize(200)).getContent();
    }

    private static void refused(String field, String words, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.each()).anySatisfy(one -> {
                assertThat(one.field()).contains(field);
                assertThat(one.getMessage()).contains(words);
            });
        });
    }
}
