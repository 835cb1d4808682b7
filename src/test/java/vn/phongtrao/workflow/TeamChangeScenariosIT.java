package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.officer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.camunda.community.process_test_coverage.spring_test.platform7.ProcessEngineCoverageConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.dossier.Handling;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;
import vn.phongtrao.team.SampleTeams;
import vn.phongtrao.team.TeamRegister;

/**
 * Every outcome of {@code team-change}, Bạc Liêu 2024. Its review has no appraiser, so that part of {@code review} is
 * left to the scenarios of other processes.
 */
@ScenarioTest
@Import({TeamChangeScenariosIT.Threshold.class, ProcessEngineCoverageConfiguration.class})
class TeamChangeScenariosIT {

    @TestConfiguration(proxyBeanMethods = false)
    static class Threshold {

        @Bean
        ProcessEngineCoverageProperties coverage() {
            return ProcessEngineCoverageProperties.builder().excludeProcessDefinitionKeys("review")
                    .assertClassCoverageAtLeast(1.0).build();
        }
    }

    private static final String COMMUNE = "95/954/31813";
    private static final Officer DRAFTER = officer(POLICE_OFFICER, COMMUNE);
    private static final Officer CHIEF = officer(POLICE_CHIEF, COMMUNE);
    private static final Officer CHAIR = officer(COMMITTEE_CHAIR, COMMUNE);
    private static final Officer ADMINISTRATOR = new Officer("admin", Set.of(), true);

    @Autowired
    Journey journey;
    @Autowired
    Handling handling;
    @Autowired
    SampleTeams samples;
    @Autowired
    TeamRegister register;

    private long team;

    @BeforeEach
    void teamOfLeaderDeputyAndTwoMembers() {
        team = samples.team(COMMUNE, 5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ':', value = {"leave-on-request: Cho thôi theo nguyện vọng",
            "leave-on-health: Cho thôi vì không bảo đảm sức khỏe",
            "leave-on-prosecution: Cho thôi vì bị khởi tố hoặc bị áp dụng biện pháp ngăn chặn, xử lý hành chính"})
    void memberLeavesByDecision(String kind, String reason) {
        var number = reported(kind, Map.of("member", member(3), "groundOn", "2024-06-28"));
        sign(number);
        journey.approve(number, "decide", CHAIR);

        journey.assertPath(number, "proposed", "complete-dossier", "plan-route", "review-started", "sign",
                "review-approved", "decide", "apply-change", "changed");
        assertThat(journey.show(number)).containsEntry("status", "decided");
        assertThat(shown().members()).extracting(TeamRegister.MemberEntry::role)
                .containsExactly("leader", "deputy", "member");
        assertThat(shown().history()).last().satisfies(event -> {
            assertThat(event.event()).isEqualTo("left");
            assertThat(event.reasonName()).isEqualTo(reason);
            assertThat(event.decisionNumber()).matches("\\d{2,}/QĐ-UBND");
        });
    }

    @Test
    void whoRefusesTasksLeavesAfterTwoWrittenReminders() {
        var number = proposed("leave-on-refusal");
        assertRefused(Refusal.Kind.MALFORMED, "secondReminderOn", () -> report(number, Map.of("member", member(3),
                "firstReminderOn", "2024-06-01")));
        assertRefused(Refusal.Kind.RULE_BROKEN, "secondReminderOn", () -> report(number, Map.of("member", member(3),
                "firstReminderOn", "2024-06-01", "secondReminderOn", "2024-06-01")));
        assertRefused(Refusal.Kind.RULE_BROKEN, "secondReminderOn", () -> report(number, Map.of("member", member(3),
                "firstReminderOn", "2024-06-01", "secondReminderOn", "2030-06-01")));
        report(number, Map.of("member", member(3), "firstReminderOn", "2024-06-01", "secondReminderOn", "2024-06-15"));
        sign(number);
        journey.approve(number, "decide", CHAIR);

        assertThat(shown().members()).hasSize(3);
    }

    @Test
    void newcomerIsElectedAndJoins() {
        var number = reported("add", newcomer("role", "deputy"));
        sign(number);
        journey.approve(number, "decide", CHAIR);

        assertThat(shown().members()).extracting(TeamRegister.MemberEntry::role)
                .containsExactly("leader", "deputy", "deputy", "member", "member");
    }

    @Test
    void newcomerWhoIsNotEligibleIsRefusedWithTheClause() {
        var number = proposed("add");
        assertRefused("Điều 13 khoản 1", () -> report(number, newcomer("birthDate", "2010-01-01")));
        assertRefused("Điều 13 khoản 2", () -> report(number, newcomer("legalStatus", "serving")));
        assertRefused("Điều 13 khoản 3", () -> report(number, newcomer("education", "primary")));
        assertRefused("Điều 13 khoản 4", () -> report(number, newcomer("residenceMonths", 11)));
        assertRefused("Điều 13 khoản 5", () -> report(number, newcomer("healthCertificate", false)));
        assertThat(journey.openTasks(number)).extracting("taskDefinitionKey").containsExactly("complete-dossier");
    }

    @Test
    void halfOfTheCouncilDoesNotElectANewcomerAndTooFewDoNotMeet() {
        var number = proposed("add");
        assertRefused(Refusal.Kind.RULE_BROKEN, "votes", () -> report(number, newcomer("votes", 4)));
        assertRefused(Refusal.Kind.RULE_BROKEN, "present", () -> report(number, newcomer("councilMembers", 16)));
        assertRefused(Refusal.Kind.MALFORMED, "present", () -> report(number, newcomer("councilMembers", 7)));
    }

    @Test
    void whoServesAlreadyDoesNotJoinAnotherTeam() {
        var citizenId = Journey.citizenId();
        var first = reported("add", newcomer("citizenId", citizenId));
        var other = samples.team(COMMUNE, 5);
        var second = journey.propose("team-change", DRAFTER, Map.of("team", Long.toString(other), "kind", "add",
                "reason", "Lý do mẫu"));
        report(second, newcomer("citizenId", citizenId));
        sign(first);
        sign(second);
        journey.approve(first, "decide", CHAIR);

        assertRefused(Refusal.Kind.RULE_BROKEN, null, () -> journey.approve(second, "decide", CHAIR));
        assertThat(journey.openTasks(second)).extracting("taskDefinitionKey").containsExactly("decide");
        assertThat(register.show(other, ADMINISTRATOR).members()).hasSize(4);
        var third = proposed("add");
        assertRefused(Refusal.Kind.RULE_BROKEN, "citizenId", () -> report(third, newcomer("citizenId", citizenId)));
    }

    @Test
    void nobodyIsAddedBeyondTheQuota() {
        team = samples.team(COMMUNE, 4);
        var number = proposed("add");
        assertRefused("Điều 14 khoản 4", () -> report(number, newcomer("role", "member")));
    }

    @Test
    void chairDecidesOnWhoIsOverSeventy() {
        var number = reported("add", newcomer("birthDate", "1950-01-01"));
        sign(number);
        assertRefused(Refusal.Kind.RULE_BROKEN, "overAgeAgreed", () -> journey.approve(number, "decide", CHAIR));
        journey.complete(number, "decide", CHAIR, Map.of("outcome", "approve", "overAgeAgreed", true));

        assertThat(shown().members()).hasSize(5);
    }

    @Test
    void whoComesTakesTheRoleOfWhoLeaves() {
        var fields = newcomer("citizenId", Journey.citizenId());
        fields.remove("role");
        fields.putAll(Map.of("member", member(0), "ground", "leave-on-health", "groundOn", "2024-06-28"));
        var number = reported("replace", fields);
        assertThat(findings(number)).allMatch(Finding::fits);
        sign(number);
        journey.approve(number, "decide", CHAIR);

        assertThat(shown().members()).extracting(TeamRegister.MemberEntry::role)
                .containsExactly("leader", "deputy", "member", "member");
        assertThat(shown().members().get(0).name()).isEqualTo("Người mới mẫu");
    }

    @Test
    void leaderAndDeputyChangePlaces() {
        var number = reported("change-role", Map.of("roles", List.of(Map.of("id", member(0), "role", "deputy"),
                Map.of("id", member(1), "role", "leader"), Map.of("id", member(2), "role", "member"))));
        assertThat(findings(number)).allMatch(Finding::fits);
        var leader = shown().members().get(0).name();
        sign(number);
        journey.approve(number, "decide", CHAIR);

        assertThat(shown().members().get(1).name()).isEqualTo(leader);
        assertThat(shown().history()).filteredOn(event -> event.event().equals("role-changed")).hasSize(2);
    }

    @Test
    void changeThatChangesNothingIsRefused() {
        var number = proposed("change-role");
        assertRefused(Refusal.Kind.RULE_BROKEN, "roles", () -> report(number, Map.of("roles",
                List.of(Map.of("id", member(0), "role", "leader")))));
        assertRefused(Refusal.Kind.MALFORMED, "roles[1].id", () -> report(number, Map.of("roles",
                List.of(Map.of("id", member(0), "role", "member"), Map.of("id", member(0), "role", "deputy")))));
        assertRefused(Refusal.Kind.MALFORMED, "roles[0].id", () -> report(number, Map.of("roles",
                List.of(Map.of("id", "999999", "role", "member")))));
    }

    @Test
    void teamKeepsToOneLeaderAndNoRoleIsLeftEmptyByAChangeOfRoles() {
        var added = proposed("add");
        assertRefused(Refusal.Kind.RULE_BROKEN, "role", () -> report(added, newcomer("role", "leader")));
        var changed = proposed("change-role");
        assertRefused(Refusal.Kind.RULE_BROKEN, "roles", () -> report(changed, Map.of("roles",
                List.of(Map.of("id", member(1), "role", "leader")))));
        assertRefused(Refusal.Kind.RULE_BROKEN, "roles", () -> report(changed, Map.of("roles",
                List.of(Map.of("id", member(0), "role", "member")))));
        assertThat(shown().members()).extracting(TeamRegister.MemberEntry::role)
                .containsExactly("leader", "deputy", "member", "member");
    }

    @Test
    void whoeverIsLeaderFirstKeepsAnotherDossierFromMakingASecondOne() {
        var leaving = reported("leave-on-request", Map.of("member", member(0), "groundOn", "2024-06-28"));
        sign(leaving);
        journey.approve(leaving, "decide", CHAIR);
        var first = reported("add", newcomer("role", "leader"));
        var second = reported("change-role", Map.of("roles", List.of(Map.of("id", member(2), "role", "leader"))));
        sign(first);
        sign(second);
        journey.approve(first, "decide", CHAIR);

        assertRefused(Refusal.Kind.RULE_BROKEN, "roles", () -> journey.approve(second, "decide", CHAIR));
        assertThat(shown().members()).extracting(TeamRegister.MemberEntry::role).containsOnlyOnce("leader");
    }

    @Test
    void findingsSayWhatTheTeamWouldLack() {
        var number = reported("leave-on-request", Map.of("member", member(0), "groundOn", "2024-06-28"));
        assertThat(findings(number)).singleElement().satisfies(finding -> {
            assertThat(finding.fits()).isFalse();
            assertThat(finding.message()).isEqualTo("Sau thay đổi: Tổ chưa có Tổ trưởng");
            assertThat(finding.legalBasis()).contains("Điều 16");
        });
    }

    @Test
    void dissolvedTeamKeepsItsHistoryAndChangesNoMore() {
        var number = reported("dissolve", Map.of("consultedOn", "2024-06-28"));
        sign(number);
        journey.approve(number, "decide", CHAIR);

        assertThat(shown().status()).isEqualTo("dissolved");
        assertThat(shown().members()).isEmpty();
        assertThat(shown().history()).filteredOn(event -> event.event().equals("left")).hasSize(4);
        assertRefused(Refusal.Kind.MALFORMED, "team", () -> proposed("add"));
    }

    @Test
    void chiefReturnsTheReportAndItIsCorrected() {
        var number = reported("add", newcomer("role", "member"));
        journey.refuse(number, "sign", CHIEF, "return");
        var masked = (String) journey.show(number).get("citizenId");
        assertThat(masked).contains("********");
        var corrected = newcomer("citizenId", masked);
        corrected.put("name", "Người mẫu đã sửa");
        journey.complete(number, "supplement", DRAFTER, corrected);
        sign(number);
        journey.approve(number, "decide", CHAIR);

        journey.assertPath(number, "sign", "supplement", "sign", "review-approved", "decide", "changed");
        assertThat(shown().members()).extracting(TeamRegister.MemberEntry::name).contains("Người mẫu đã sửa");
    }

    @Test
    void chiefRejects() {
        var number = reported("dissolve", Map.of("consultedOn", "2024-06-28"));
        journey.refuse(number, "sign", CHIEF, "reject");

        assertThat(journey.show(number)).containsEntry("status", "rejected");
        journey.assertPath(number, "sign", "review-rejected", "reject-dossier", "rejected");
        assertThat(shown().status()).isEqualTo("active");
    }

    @Test
    void chairRejects() {
        var number = reported("dissolve", Map.of("consultedOn", "2024-06-28"));
        sign(number);
        journey.refuse(number, "decide", CHAIR, "reject");

        assertThat(journey.show(number)).containsEntry("status", "rejected");
        journey.assertPath(number, "decide", "reject-dossier", "rejected");
        assertThat(shown().status()).isEqualTo("active");
    }

    @Test
    void originatorWithdrawsBeforeTheDecision() {
        var number = reported("dissolve", Map.of("consultedOn", "2024-06-28"));
        handling.withdraw(DossierNumber.of(number), "Tổ tiếp tục hoạt động", DRAFTER);

        assertThat(journey.show(number)).containsEntry("status", "withdrawn");
        journey.assertPath(number, "sign", "withdrawal-requested", "withdraw-dossier", "withdrawn");
        assertThat(journey.ended(number)).isTrue();
    }

    @Test
    void memberWhoLeftInTheMeantimeIsNotDecidedOnAgain() {
        var fields = Map.<String, Object>of("member", member(3), "groundOn", "2024-06-28");
        var first = reported("leave-on-request", fields);
        var second = reported("leave-on-health", fields);
        sign(first);
        sign(second);
        journey.approve(first, "decide", CHAIR);

        assertRefused(Refusal.Kind.RULE_BROKEN, "member", () -> journey.approve(second, "decide", CHAIR));
        assertThat(journey.openTasks(second)).extracting("taskDefinitionKey").containsExactly("decide");
    }

    @Test
    void teamOfAnotherCommuneIsNotOnTheForm() {
        var foreign = samples.team("95/956/31843", 5);
        assertRefused(Refusal.Kind.MALFORMED, "team", () -> journey.propose("team-change", DRAFTER,
                Map.of("team", Long.toString(foreign), "kind", "dissolve", "reason", "Lý do mẫu")));
    }

    @Test
    void fieldsOfAnotherKindOfChangeAreRefused() {
        var number = proposed("dissolve");
        assertRefused(Refusal.Kind.MALFORMED, "member", () -> report(number, Map.of("consultedOn", "2024-06-28",
                "member", member(0))));
        assertRefused(Refusal.Kind.MALFORMED, "consultedOn", () -> report(number, Map.of()));
        assertRefused(Refusal.Kind.RULE_BROKEN, "consultedOn",
                () -> report(number, Map.of("consultedOn", "2030-01-01")));
    }

    private String reported(String kind, Map<String, Object> fields) {
        var number = proposed(kind);
        report(number, fields);
        return number;
    }

    private String proposed(String kind) {
        return journey.propose("team-change", DRAFTER, Map.of("team", Long.toString(team), "kind", kind, "reason",
                "Lý do mẫu"));
    }

    private void report(String number, Map<String, Object> fields) {
        journey.complete(number, "complete-dossier", DRAFTER, fields);
    }

    private void sign(String number) {
        journey.approve(number, "sign", CHIEF);
    }

    /** The id of a member, in the order leader, deputies, members. */
    private String member(int index) {
        return Long.toString(shown().members().get(index).id());
    }

    private TeamRegister.Detail shown() {
        return register.show(team, ADMINISTRATOR);
    }

    @SuppressWarnings("unchecked")
    private List<Finding> findings(String number) {
        return ((List<Finding>) journey.show(number).get("findings")).stream()
                .filter(finding -> finding.message().contains("thay đổi") || finding.message().contains("điều kiện"))
                .toList();
    }

    private static Map<String, Object> newcomer(String key, Object value) {
        var fields = new HashMap<String, Object>(Map.of("name", "Người mới mẫu", "birthDate", "1980-01-01",
                "citizenId", Journey.citizenId(), "education", "lower-secondary", "residenceMonths", 24,
                "legalStatus", "none", "healthCertificate", true, "role", "member", "selectedOn", "2024-06-28",
                "present", 8));
        fields.putAll(Map.of("councilMembers", 9, "votes", 8));
        fields.put(key, value);
        return fields;
    }

    private static void assertRefused(Refusal.Kind kind, String field, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal.field()).isEqualTo(Optional.ofNullable(field));
        });
    }

    private static void assertRefused(String paragraph, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refusal.class, refusal ->
                assertThat(refusal.legalBasis()).get().asString().endsWith(paragraph));
    }
}
