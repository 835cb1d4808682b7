package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.officer;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Handling;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.UnitPath;

/** Every outcome of {@code team-establishment}, three tiers, Bạc Liêu 2024. Each scenario has a commune of its own. */
@ScenarioTest
@CompleteCoverage
class TeamEstablishmentScenariosIT {

    private static final AtomicInteger COMMUNES = new AtomicInteger();

    @Autowired
    Journey journey;

    @Autowired
    Handling handling;

    @Autowired
    JdbcClient jdbc;

    private String commune;
    private String hamlet;
    private Officer police;
    private Officer chair;

    @BeforeEach
    void takeACommune() {
        commune = jdbc.sql("select path from unit where tier = 'commune' and path like '95/%' order by path offset ? "
                + "limit 1")
                .param(COMMUNES.getAndIncrement()).query(String.class).single();
        hamlet = UnitPath.of(commune).code() + "-05";
        police = officer(POLICE_OFFICER, commune);
        chair = officer(COMMITTEE_CHAIR, commune);
    }

    @Test
    void planWithinTheQuotaLeadsToATeamThatIsLaunched() {
        var number = selected();
        proposeRoles(number, "leader", "deputy", "member");
        journey.approve(number, "decide", chair);

        assertThat(journey.show(number)).containsEntry("status", "decided");
        assertThat(roles(number)).containsExactly("LEADER", "DEPUTY", "MEMBER");
        journey.complete(number, "record-launch", police, Map.of("place", "Nhà văn hóa khóm mẫu"));

        assertThat(journey.ended(number)).isTrue();
        assertThat(journey.show(number)).containsEntry("place", "Nhà văn hóa khóm mẫu").extracting("launchedOn")
                .isNotNull();
        journey.assertPath(number, "planned", "complete-dossier", "quota-checked", "approve-plan", "post-plan",
                "register-candidates", "approve-candidates", "post-candidates", "record-selection",
                "propose-recognition", "decide", "establish-team", "record-launch", "launched");
    }

    @Test
    void establishmentAndRecognitionAreTwoDecisionsInARow() {
        var number = established();

        assertThat(jdbc.sql("select subject from decision where dossier_number = ? order by number").param(number)
                .query(String.class).list()).containsExactly("Về việc thành lập Tổ bảo vệ an ninh, trật tự " + place(),
                "Về việc công nhận Tổ trưởng, Tổ phó, Tổ viên Tổ bảo vệ an ninh, trật tự " + place());
        assertThat(jdbc.sql("select max(number) - min(number) from decision where dossier_number = ?").param(number)
                .query(Integer.class).single()).isEqualTo(1);
        assertThat(jdbc.sql("""
                        select count(*) from team_member join team on team.id = team_id
                        where hamlet_path = ? and joined_by <> established_by""").param(commune + "/" + hamlet)
                .query(Integer.class).single()).isEqualTo(3);
    }

    @Test
    void planAboveTheQuotaGoesUpAndTheProvinceAllowsIt() {
        var number = aboveQuota(9);
        journey.approve(number, "decide-quota", officer(COMMITTEE_CHAIR, "95"));
        journey.approve(number, "approve-plan", chair);

        journey.assertPath(number, "quota-checked", "plan-route", "review-stops", "sign", "sign", "review-approved",
                "appraise", "sign", "sign", "review-approved", "appraise", "sign", "review-approved", "decide-quota",
                "raise-quota", "approve-plan", "post-plan", "register-candidates");
        assertThat(journey.show(number)).containsEntry("seatsFree", 9);
        assertThat(jdbc.sql("select authority from decision where dossier_number = ?").param(number)
                .query(String.class).list()).containsExactly("95");
    }

    @Test
    void provinceRefusesAQuotaAndTheDossierEnds() {
        var number = aboveQuota(9);
        journey.refuse(number, "decide-quota", officer(COMMITTEE_CHAIR, "95"), "reject");

        assertThat(journey.show(number)).containsEntry("status", "rejected").containsEntry("seatsFree", 3);
        journey.assertPath(number, "decide-quota", "reject-dossier", "rejected");
    }

    @Test
    void signerOfTheRouteRejectsAndTheDossierEnds() {
        var number = planned(9);
        journey.refuse(number, "sign", officer(POLICE_CHIEF, commune), "reject");

        assertThat(journey.show(number)).containsEntry("status", "rejected");
        journey.assertPath(number, "sign", "review-rejected", "reject-dossier", "rejected");
    }

    @Test
    void appraiserOfTheRouteReturnsAndThenRejects() {
        var number = planned(9);
        journey.refuse(number, "sign", officer(POLICE_CHIEF, commune), "return");
        journey.complete(number, "supplement", police, Map.of("seats", 8));
        signAtCommune(number);
        journey.refuse(number, "appraise", officer(POLICE_OFFICER, district()), "return");
        journey.complete(number, "supplement", police, Map.of("reason", "Lý do đã bổ sung"));
        journey.refuse(number, "appraise", officer(POLICE_OFFICER, district()), "reject");

        assertThat(journey.show(number)).containsEntry("seats", 8).containsEntry("reason", "Lý do đã bổ sung")
                .containsEntry("status", "rejected");
        journey.assertPath(number, "sign", "supplement", "sign", "sign", "appraise", "supplement", "appraise",
                "review-rejected", "rejected");
    }

    @Test
    void chairReturnsThePlanAndItIsJudgedAnew() {
        var number = planned(3);
        journey.refuse(number, "approve-plan", chair, "return");
        assertThat(journey.show(number)).containsEntry("status", "supplementing");
        journey.complete(number, "complete-dossier", police, Map.of("seats", 9));

        assertThat(journey.show(number)).containsEntry("status", "in-progress");
        journey.assertPath(number, "approve-plan", "complete-dossier", "quota-checked", "plan-route", "sign");
    }

    @Test
    void dossierGoesUpToTheProvinceOnce() {
        var number = aboveQuota(9);
        journey.approve(number, "decide-quota", officer(COMMITTEE_CHAIR, "95"));
        journey.refuse(number, "approve-plan", chair, "return");

        assertRefused(Refusal.Kind.RULE_BROKEN, "seats", () -> journey.complete(number, "complete-dossier", police,
                Map.of("seats", 10)));
        journey.complete(number, "complete-dossier", police, Map.of("seats", 8));
        journey.assertPath(number, "raise-quota", "approve-plan", "complete-dossier", "quota-checked", "approve-plan");
    }

    @Test
    void chairRejectsThePlan() {
        var number = planned(3);
        journey.refuse(number, "approve-plan", chair, "reject");

        assertThat(journey.show(number)).containsEntry("status", "rejected");
        journey.assertPath(number, "approve-plan", "reject-dossier", "rejected");
    }

    @Test
    void chairReturnsTheListAndItIsRegisteredAnew() {
        var number = registered(candidate("Người một"), candidate("Người hai"));
        journey.refuse(number, "approve-candidates", chair, "return");
        register(number, known(number, "Người một"), candidate("Người ba"));

        assertThat(names(number)).containsExactly("Người một", "Người ba");
        journey.assertPath(number, "approve-candidates", "register-candidates", "approve-candidates");
    }

    @Test
    void chairRejectsTheList() {
        var number = registered(candidate("Người mẫu"));
        journey.refuse(number, "approve-candidates", chair, "reject");

        assertThat(journey.show(number)).containsEntry("status", "rejected");
        journey.assertPath(number, "approve-candidates", "reject-dossier", "rejected");
    }

    @Test
    void listThatIsMadeWhileThePlanIsPostedIsKeptAndClosedAfterwards() {
        var number = open(3);
        posted(number, "plan_posted_on", 3);
        register(number, candidate("Người một"));

        assertThat(journey.openTasks(number)).isEmpty();
        assertThat(names(number)).containsExactly("Người một");
        posted(number, "plan_posted_on", -3);
        journey.passTime(number);
        register(number, known(number, "Người một"), candidate("Người hai"));

        assertThat(names(number)).containsExactly("Người một", "Người hai");
        journey.assertPath(number, "post-plan", "register-candidates", "plan-posting", "plan-posting-ended",
                "register-candidates", "plan-posting", "approve-candidates");
    }

    @Test
    void whileItWaitsForTheEndOfAPostingTheDossierIsDueOnThatDayAndNotLate() {
        var number = open(3);
        posted(number, "plan_posted_on", 3);
        var before = dueOn(number);
        register(number, candidate("Người một"));

        assertThat(journey.openTasks(number)).isEmpty();
        assertThat(dueOn(number)).isEqualTo(jdbc.sql("select plan_posted_on from team_plan where dossier_number = ?")
                .param(number).query(LocalDate.class).single()).isNotEqualTo(before);
        assertThat(jdbc.sql("select due_basis from dossier_last_day where number = ?").param(number).query(String.class)
                .single()).contains("Thông tư 14/2024/TT-BCA");
    }

    private Object dueOn(String number) {
        return journey.show(number).get("dueOn");
    }

    @Test
    void selectionWaitsWhileTheListIsPosted() {
        var number = registered(candidate("Người một"), candidate("Người hai"), candidate("Người ba"));
        jdbc.sql("""
                create function posted_later() returns trigger language plpgsql as $$
                begin new.list_posted_on := new.list_posted_on + 3; return new; end $$""").update();
        jdbc.sql("""
                create trigger posted_later before update of list_posted_on on team_plan
                for each row execute function posted_later()""").update();
        try {
            journey.approve(number, "approve-candidates", chair);
        } finally {
            jdbc.sql("drop function posted_later cascade").update();
        }
        assertThat(journey.openTasks(number)).isEmpty();
        handling.suspend(DossierNumber.of(number), "Đang xác minh đơn", chair);
        handling.resume(DossierNumber.of(number), "Đã xác minh", chair);
        posted(number, "list_posted_on", -3);
        journey.passTime(number);
        vote(number, 10, 10, 9, 8);

        journey.assertPath(number, "post-candidates", "list-posting", "list-posting-ended", "record-selection",
                "propose-recognition");
    }

    @Test
    void tooFewElectedOpenTheRegistrationAgainForTheSeatsLeft() {
        var number = admitted(candidate("Người một"), candidate("Người hai"), candidate("Người ba"));
        vote(number, 10, 10, 9, 5);
        assertThat(journey.openTasks(number)).extracting("taskDefinitionKey").containsExactly("register-candidates");
        register(number, candidate("Người bốn"), candidate("Người năm"));
        journey.approve(number, "approve-candidates", chair);
        vote(number, 10, 6, 7);
        proposeRoles(number, "leader", "deputy", "member");
        journey.approve(number, "decide", chair);

        assertThat(results(number)).containsEntry("Người một", "elected").containsEntry("Người hai", "elected")
                .containsEntry("Người ba", "not-elected").containsEntry("Người bốn", "not-elected")
                .containsEntry("Người năm", "elected");
        journey.assertPath(number, "record-selection", "selected", "register-candidates", "approve-candidates",
                "record-selection", "propose-recognition", "decide", "establish-team");
    }

    @Test
    void whoWasNotElectedMayStandAgainUnderTheSameNumber() {
        var third = candidate("Người ba");
        var number = admitted(candidate("Người một"), candidate("Người hai"), third);
        vote(number, 10, 10, 9, 5);
        register(number, third);
        journey.approve(number, "approve-candidates", chair);
        vote(number, 10, 6);

        assertThat(results(number)).hasSize(3).containsEntry("Người ba", "elected");
        assertThat(journey.openTasks(number)).extracting("taskDefinitionKey").containsExactly("propose-recognition");
    }

    @Test
    void chairReturnsTheProposalAndItIsMadeAnew() {
        var number = selected();
        proposeRoles(number, "leader", "deputy", "member");
        journey.refuse(number, "decide", chair, "return");
        proposeRoles(number, "deputy", "leader", "member");
        journey.approve(number, "decide", chair);

        assertThat(roles(number)).containsExactly("DEPUTY", "LEADER", "MEMBER");
        journey.assertPath(number, "decide", "propose-recognition", "decide", "establish-team");
    }

    @Test
    void chairRejectsTheTeam() {
        var number = selected();
        proposeRoles(number, "leader", "deputy", "member");
        journey.refuse(number, "decide", chair, "reject");

        assertThat(journey.show(number)).containsEntry("status", "rejected").containsEntry("teamId", null);
        journey.assertPath(number, "decide", "reject-dossier", "rejected");
    }

    @Test
    void policeWithdrawsBeforeTheDecisionAndNotAfterIt() {
        var number = registered(candidate("Người mẫu"));
        handling.withdraw(DossierNumber.of(number), "Lập lại kế hoạch", police);
        assertThat(journey.show(number)).containsEntry("status", "withdrawn");
        journey.assertPath(number, "approve-candidates", "withdrawal-requested", "withdraw-dossier", "withdrawn");

        var founded = established();
        assertRefused(Refusal.Kind.RULE_BROKEN, null,
                () -> handling.withdraw(DossierNumber.of(founded), "Muộn rồi", police));
    }

    @Test
    void suspendedDossierWaits() {
        var number = planned(3);
        handling.suspend(DossierNumber.of(number), "Đang xác minh đơn", chair);
        assertRefused(Refusal.Kind.RULE_BROKEN, null, () -> journey.approve(number, "approve-plan", chair));
        handling.resume(DossierNumber.of(number), "Đã xác minh", chair);
        journey.approve(number, "approve-plan", chair);

        assertThat(journey.show(number)).containsEntry("status", "in-progress");
    }

    @ParameterizedTest
    @CsvSource({"10,5,not-elected", "10,6,elected", "11,5,not-elected", "11,6,elected"})
    void halfOfThosePresentIsNotEnough(int present, int votes, String result) {
        var number = admitted(candidate("Người mẫu"));
        vote(number, present, votes);

        assertThat(results(number)).containsEntry("Người mẫu", result);
    }

    @Test
    void tieForTheLastSeatIsSettledByTheChairOfTheMeeting() {
        var number = admitted(candidate("Người một"), candidate("Người hai"), candidate("Người ba"),
                candidate("Người bốn"));
        var ids = admittedIds(number);
        var votes = votes(ids, 10, 9, 8, 8);
        assertRefused(Refusal.Kind.RULE_BROKEN, "tieChoice", () -> journey.complete(number, "record-selection", police,
                Map.of("present", 10, "results", votes)));
        assertRefused(Refusal.Kind.RULE_BROKEN, "tieReason", () -> journey.complete(number, "record-selection", police,
                Map.of("present", 10, "results", votes, "tieChoice", List.of(ids.get(3)))));
        journey.complete(number, "record-selection", police, Map.of("present", 10, "results", votes,
                "tieChoice", List.of(ids.get(3)), "tieReason", "Có kinh nghiệm hơn"));

        assertThat(results(number)).containsEntry("Người ba", "not-elected").containsEntry("Người bốn", "elected");
        assertThat(journey.show(number).get("meeting").toString()).contains("Có kinh nghiệm hơn");
    }

    @Test
    void highestVotesComeFirstUpToTheSeats() {
        var number = admitted(candidate("Người một"), candidate("Người hai"), candidate("Người ba"),
                candidate("Người bốn"));
        vote(number, 10, 7, 10, 8, 9);

        assertThat(results(number)).containsEntry("Người một", "not-elected").containsEntry("Người hai", "elected")
                .containsEntry("Người ba", "elected").containsEntry("Người bốn", "elected");
    }

    @Test
    void personOverSeventyNeedsTheChairsOwnYes() {
        var old = with(candidate("Người cao tuổi"), "birthDate", "1950-01-01");
        var refused = with(candidate("Người cao tuổi khác"), "birthDate", "1950-01-01");
        var number = registered(candidate("Người một"), old, refused);
        assertThat(eligibility(number)).containsEntry("Người cao tuổi", "chair-decides");
        journey.complete(number, "approve-candidates", chair, Map.of("outcome", "approve",
                "approvedOverAge", List.of(id(number, "Người cao tuổi"))));

        assertThat(results(number)).containsEntry("Người một", "admitted").containsEntry("Người cao tuổi", "admitted")
                .containsEntry("Người cao tuổi khác", "not-admitted");
    }

    @Test
    void whoTheLawExcludesIsNotApprovedAndTheClauseIsShown() {
        var number = registered(candidate("Người một"),
                with(candidate("Người chưa đủ tuổi"), "birthDate", "2010-01-01"),
                with(candidate("Người bị xử lý"), "legalStatus", "measure"));
        journey.approve(number, "approve-candidates", chair);

        assertThat(results(number)).containsEntry("Người một", "admitted")
                .containsEntry("Người chưa đủ tuổi", "not-admitted").containsEntry("Người bị xử lý", "not-admitted");
        assertThat(journey.show(number).get("candidates").toString()).contains("Điều 13 khoản 1", "Điều 13 khoản 2")
                .as("which legal status it was is not kept").doesNotContain("measure", "biện pháp");
        assertThat(jdbc.sql("select legal_clear from team_candidate where dossier_number = ? order by id").param(number)
                .query(Boolean.class).list()).containsExactly(true, true, false);
    }

    @Test
    void listWithoutAnybodyWhoMayJoinIsNotApproved() {
        var number = registered(with(candidate("Người chưa đủ tuổi"), "birthDate", "2010-01-01"));

        assertRefused(Refusal.Kind.RULE_BROKEN, "outcome", () -> journey.approve(number, "approve-candidates", chair));
    }

    @ParameterizedTest
    @CsvSource({"application,đơn đề nghị", "curriculumVitae,sơ yếu lý lịch", "educationProof,trình độ văn hóa"})
    void missingPaperIsNamedAtOnce(String paper, String name) {
        var number = open(3);

        assertThatThrownBy(() -> register(number, candidate("Người một"), with(candidate("Người hai"), paper, false)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.field()).hasValue("candidates[1]." + paper);
                    assertThat(refusal).hasMessageContaining(name);
                    assertThat(refusal.legalBasis()).hasValueSatisfying(basis -> assertThat(basis).contains("14/2024"));
                });
        assertThat(names(number)).isEmpty();
    }

    @Test
    void onePersonIsOnTheListOnce() {
        var number = open(3);
        var one = candidate("Người một");

        assertRefused(Refusal.Kind.RULE_BROKEN, "candidates[1].citizenId", () -> register(number, one,
                with(candidate("Tên khác"), "citizenId", one.get("citizenId"))));
    }

    @Test
    void memberOfATeamDoesNotApplyForAnother() {
        var member = candidate("Người đã tham gia");
        var first = admitted(member, candidate("Người hai"), candidate("Người ba"));
        vote(first, 10, 10, 9, 8);
        proposeRoles(first, "leader", "deputy", "member");
        journey.approve(first, "decide", chair);
        hamlet = UnitPath.of(commune).code() + "-06";
        var second = open(3);

        assertRefused(Refusal.Kind.RULE_BROKEN, "candidates[0].citizenId", () -> register(second, member));
    }

    @Test
    void secondPlanForAHamletFailsWhenTheTeamIsThere() {
        var late = selected();
        established();
        proposeRoles(late, "leader", "deputy", "member");

        assertRefused(Refusal.Kind.RULE_BROKEN, "hamlet", () -> journey.approve(late, "decide", chair));
        assertThat(journey.openTasks(late)).extracting("taskDefinitionKey").containsExactly("decide");
        assertRefused(Refusal.Kind.RULE_BROKEN, "hamlet", () -> planned(3));
    }

    @ParameterizedTest
    @CsvSource({"leader;leader;member,Tổ trưởng", "leader;member;member,Tổ phó", "member;deputy;member,Tổ trưởng"})
    void rolesAreGivenAsTheLawWantsThem(String roles, String message) {
        var number = selected();

        assertThatThrownBy(() -> proposeRoles(number, roles.split(";"))).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal).hasMessageContaining(message));
    }

    @Test
    void everybodyElectedHasOneRole() {
        var number = selected();
        var ids = ids(number);
        assertRefused(Refusal.Kind.RULE_BROKEN, "roles", () -> journey.complete(number, "propose-recognition", police,
                Map.of("roles", List.of(Map.of("id", ids.get(0), "role", "leader")))));
        assertRefused(Refusal.Kind.RULE_BROKEN, "roles[1].id", () -> journey.complete(number, "propose-recognition",
                police, Map.of("roles", List.of(Map.of("id", ids.get(0), "role", "leader"),
                        Map.of("id", ids.get(0), "role", "deputy")))));
        assertRefused(Refusal.Kind.MALFORMED, "roles[0].id", () -> journey.complete(number, "propose-recognition",
                police, Map.of("roles", List.of(Map.of("id", "999999999", "role", "leader")))));
    }

    @Test
    void minutesThatCannotBeRightAreRefused() {
        var number = admitted(candidate("Người một"), candidate("Người hai"));
        var ids = admittedIds(number);
        assertRefused(Refusal.Kind.RULE_BROKEN, "results", () -> record(number, Map.of("present", 10,
                "results", votes(ids.subList(0, 1), 6))));
        assertRefused(Refusal.Kind.MALFORMED, "results[0].votes", () -> record(number, Map.of("present", 10,
                "results", votes(ids, 11, 6))));
        assertRefused(Refusal.Kind.MALFORMED, "present", () -> record(number, Map.of("present", 0,
                "results", votes(ids, 0, 0))));
        assertRefused(Refusal.Kind.RULE_BROKEN, "present", () -> record(number, Map.of("present", 5,
                "councilMembers", 10, "results", votes(ids, 3, 3))));
        assertRefused(Refusal.Kind.RULE_BROKEN, "heldOn", () -> record(number, Map.of("present", 10,
                "heldOn", "2099-01-01", "results", votes(ids, 6, 6))));
        assertRefused(Refusal.Kind.RULE_BROKEN, null, () -> record(number, Map.of("present", 10,
                "heldOn", "2024-01-01", "results", votes(ids, 6, 6))));
        assertThat(results(number)).containsEntry("Người một", "admitted");
    }

    @ParameterizedTest
    @CsvSource({"seats,2,seats", "meetingDate,2024-01-01,meetingDate",
            "applicationsUntil,2099-01-01,applicationsUntil"})
    void planThatBreaksARuleIsNotOpened(String field, String value, String refused) {
        assertRefused(Refusal.Kind.RULE_BROKEN, refused, () -> journey.propose("team-establishment", police,
                with(plan(3), field, field.equals("seats") ? (Object) Integer.valueOf(value) : value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"95", "95/954"})
    void onlyACommuneEstablishesTeams(String unit) {
        assertThatThrownBy(() -> journey.propose("team-establishment", officer(POLICE_OFFICER, unit), plan(3)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void hamletMayBeNamedByItsName() {
        var number = journey.propose("team-establishment", police, with(plan(3), "hamlet", place()));

        assertThat(journey.show(number)).containsEntry("hamlet", hamlet).containsEntry("hamletName", place());
    }

    @Test
    void launchIsNeitherBeforeTheDecisionNorInTheFuture() {
        var number = established();
        assertRefused(Refusal.Kind.RULE_BROKEN, "launchedOn", () -> journey.complete(number, "record-launch", police,
                Map.of("launchedOn", "2024-06-30")));
        assertRefused(Refusal.Kind.RULE_BROKEN, "launchedOn", () -> journey.complete(number, "record-launch", police,
                Map.of("launchedOn", LocalDate.now().plusYears(50).toString())));
    }

    @Test
    void twoWhoDecideAtOnceFoundOneTeam() throws Exception {
        var number = selected();
        proposeRoles(number, "leader", "deputy", "member");
        var task = journey.task(number, "decide", chair).getId();
        var threads = Executors.newFixedThreadPool(2);
        try {
            var done = threads.invokeAll(Collections.nCopies(2, () -> {
                journey.completeById(task, chair, Map.of("outcome", "approve"));
                return true;
            })).stream().filter(TeamEstablishmentScenariosIT::succeeded).count();
            assertThat(done).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
        assertThat(jdbc.sql("select count(*) from team where hamlet_path = ?").param(commune + "/" + hamlet)
                .query(Integer.class).single()).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from decision where dossier_number = ?").param(number)
                .query(Integer.class).single()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"team", "team_member", "team_role", "dossier_step"})
    void faultInTheMiddleOfTheDecisionLeavesNothing(String table) {
        var number = selected();
        proposeRoles(number, "leader", "deputy", "member");
        jdbc.sql("create function team_fault() returns trigger language plpgsql as $$ begin raise exception 'fault'; "
                + "end $$")
                .update();
        jdbc.sql("create trigger team_fault before insert on %s for each row execute function team_fault()"
                .formatted(table)).update();
        try {
            assertThatThrownBy(() -> journey.approve(number, "decide", chair)).isNotInstanceOf(Refusal.class);
        } finally {
            jdbc.sql("drop function team_fault cascade").update();
        }
        assertThat(jdbc.sql("select count(*) from team where hamlet_path = ?").param(commune + "/" + hamlet)
                .query(Integer.class).single()).isZero();
        assertThat(jdbc.sql("select count(*) from decision where dossier_number = ?").param(number)
                .query(Integer.class).single()).isZero();
        journey.approve(number, "decide", chair);
        assertThat(roles(number)).hasSize(3);
    }

    private static boolean succeeded(Future<?> one) {
        try {
            one.get();
            return true;
        } catch (ExecutionException refused) {
            return false;
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private Map<String, Object> plan(int seats) {
        return Map.of("hamlet", hamlet, "seats", seats, "reason", "Địa bàn chưa có Tổ", "meetingDate", "2026-12-31");
    }

    private String planned(int seats) {
        var number = journey.propose("team-establishment", police, plan(seats));
        journey.complete(number, "complete-dossier", police, Map.of());
        return number;
    }

    private String open(int seats) {
        var number = planned(seats);
        journey.approve(number, "approve-plan", chair);
        return number;
    }

    private String aboveQuota(int seats) {
        var number = planned(seats);
        signAtCommune(number);
        journey.approve(number, "appraise", officer(POLICE_OFFICER, district()));
        journey.approve(number, "sign", officer(POLICE_CHIEF, district()));
        journey.approve(number, "sign", officer(COMMITTEE_CHAIR, district()));
        journey.approve(number, "appraise", officer(POLICE_OFFICER, "95"));
        journey.approve(number, "sign", officer(POLICE_CHIEF, "95"));
        return number;
    }

    private void signAtCommune(String number) {
        journey.approve(number, "sign", officer(POLICE_CHIEF, commune));
        journey.approve(number, "sign", chair);
    }

    /** As if something had been posted so many days later: the table of this province lets nobody wait. */
    private void posted(String number, String column, int days) {
        jdbc.sql("update team_plan set %1$s = %1$s + :days where dossier_number = :number".formatted(column))
                .param("days", days).param("number", number).update();
    }

    @SafeVarargs
    private String registered(Map<String, Object>... candidates) {
        var number = open(3);
        register(number, candidates);
        return number;
    }

    @SafeVarargs
    private String admitted(Map<String, Object>... candidates) {
        var number = registered(candidates);
        journey.approve(number, "approve-candidates", chair);
        return number;
    }

    private String selected() {
        var number = admitted(candidate("Người một"), candidate("Người hai"), candidate("Người ba"));
        vote(number, 10, 10, 9, 8);
        return number;
    }

    private String established() {
        var number = selected();
        proposeRoles(number, "leader", "deputy", "member");
        journey.approve(number, "decide", chair);
        return number;
    }

    @SafeVarargs
    private void register(String number, Map<String, Object>... candidates) {
        journey.complete(number, "register-candidates", police, Map.of("candidates", List.of(candidates)));
    }

    private void vote(String number, int present, int... votes) {
        record(number, Map.of("present", present, "results", votes(admittedIds(number), votes)));
    }

    private void record(String number, Map<String, Object> fields) {
        journey.complete(number, "record-selection", police, fields);
    }

    private void proposeRoles(String number, String... roles) {
        var elected = rows(number).stream().filter(row -> "elected".equals(row.get("result")))
                .map(row -> (String) row.get("id")).toList();
        var proposed = IntStream.range(0, roles.length)
                .mapToObj(i -> Map.of("id", elected.get(i), "role", roles[i])).toList();
        journey.complete(number, "propose-recognition", police, Map.of("roles", proposed));
    }

    private static List<Map<String, Object>> votes(List<String> ids, int... votes) {
        return IntStream.range(0, ids.size())
                .mapToObj(i -> Map.<String, Object>of("id", ids.get(i), "votes", votes[i])).toList();
    }

    private static Map<String, Object> candidate(String name) {
        return Map.of("name", name, "birthDate", "1985-05-20", "citizenId", Journey.citizenId(), "gender", "male",
                "education", "upper-secondary", "residenceMonths", 24, "legalStatus", "none",
                "healthCertificate", true);
    }

    /** A candidate as the form shows it again: with its id, the citizen number masked. */
    private Map<String, Object> known(String number, String name) {
        var row = rows(number).stream().filter(one -> name.equals(one.get("name"))).findFirst().orElseThrow();
        var known = new HashMap<>(candidate(name));
        known.putAll(Map.of("id", row.get("id"), "citizenId", row.get("citizenId")));
        return known;
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> rows(String number) {
        return (List<Map<String, Object>>) journey.show(number).get("candidates");
    }

    private List<String> ids(String number) {
        return rows(number).stream().map(row -> (String) row.get("id")).toList();
    }

    private List<String> admittedIds(String number) {
        return rows(number).stream().filter(row -> "admitted".equals(row.get("result")))
                .map(row -> (String) row.get("id")).toList();
    }

    private String id(String number, String name) {
        return (String) rows(number).stream().filter(row -> name.equals(row.get("name"))).findFirst().orElseThrow()
                .get("id");
    }

    private List<String> names(String number) {
        return rows(number).stream().map(row -> (String) row.get("name")).toList();
    }

    private Map<String, Object> results(String number) {
        return column(number, "result");
    }

    private Map<String, Object> eligibility(String number) {
        return column(number, "eligibility");
    }

    private Map<String, Object> column(String number, String column) {
        Map<String, Object> values = new HashMap<>();
        rows(number).forEach(row -> values.put((String) row.get("name"), row.get(column)));
        return values;
    }

    private List<String> roles(String number) {
        return jdbc.sql("""
                        select role from team_role join team_member on team_member.id = member_id
                        where team_id = ? order by team_role.id""").param(journey.show(number).get("teamId"))
                .query(String.class).list();
    }

    private String place() {
        return jdbc.sql("select name from hamlet where path = ?").param(commune + "/" + hamlet).query(String.class)
                .single();
    }

    private String district() {
        return commune.substring(0, commune.lastIndexOf('/'));
    }

    private static Map<String, Object> with(Map<String, Object> fields, String key, Object value) {
        var changed = new HashMap<>(fields);
        changed.put(key, value);
        return changed;
    }

    private static void assertRefused(Refusal.Kind kind, String field, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).as(refusal.getMessage()).isEqualTo(kind);
            if (field != null) {
                assertThat(refusal.field()).hasValue(field);
            }
        });
    }
}
