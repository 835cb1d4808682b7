package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Of several who do the same at the same moment one succeeds, and the others are told that somebody was faster. */
@HttpTest
class TwoAtOnceIT {

    private static final String OFFICER = "police-officer.31813";
    private static final String SECOND_OFFICER = "police-officer-2.31813";
    private static final String CHIEF = "police-chief.31813";
    private static final String CLERK = "committee-clerk.31813";
    private static final String CHAIR = "committee-chair.31813";
    private static final int CROWD = 16;

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transactions;

    @RepeatedTest(5)
    void twoOfficersOfAGroupCompleteATaskOnce() throws Exception {
        var number = propose();
        var task = journey.task(number, "complete-dossier", OFFICER).id();
        journey.bringPapers(number, OFFICER);

        assertOneSucceeds(atOnce(() -> journey.submit(OFFICER, task, Map.of()),
                () -> journey.submit(SECOND_OFFICER, task, Map.of())));
        assertThat(steps(number, "complete-dossier")).isEqualTo(1);
        assertThat(journey.tasks(CHIEF, number)).extracting(HttpJourney.Task::key).containsExactly("sign");
    }

    @RepeatedTest(5)
    void anOfficerWhoClicksTwiceCompletesOnce() throws Exception {
        var number = signing();
        var task = journey.task(number, "sign", CHIEF).id();
        Map<String, Object> approval = Map.of("outcome", "approve");

        assertOneSucceeds(atOnce(() -> journey.submit(CHIEF, task, approval),
                () -> journey.submit(CHIEF, task, approval), () -> client.as(CHIEF)
                .post("/engine-rest/task/" + task + "/complete", HttpJourney.variables(approval))));
        assertThat(steps(number, "sign")).isEqualTo(1);
    }

    @RepeatedTest(5)
    void aTaskIsClaimedByOneOfTwo() throws Exception {
        var number = propose();
        var task = journey.task(number, "complete-dossier", OFFICER).id();

        assertOneSucceeds(atOnce(() -> claim(OFFICER, task), () -> claim(SECOND_OFFICER, task)));
    }

    @RepeatedTest(5)
    void claimingDoesNotDisturbWhatAnotherCompletes() throws Exception {
        var number = propose();
        var task = journey.task(number, "complete-dossier", OFFICER).id();
        journey.bringPapers(number, OFFICER);
        var answers = atOnce(() -> claim(OFFICER, task), () -> journey.submit(SECOND_OFFICER, task, Map.of()));

        assertThat(answers).allSatisfy(TwoAtOnceIT::assertDoneOrTooLate).anyMatch(Answer::ok);
        assertThat(steps(number, "complete-dossier")).isEqualTo(answers.get(1).ok() ? 1 : 0);
    }

    @RepeatedTest(3)
    void aMemberWhoVotesTwiceHasOneBallot() throws Exception {
        var number = appraising("commune-certificate", "regular");
        journey.approve(number, "appraise", CLERK);
        var member = "council-member.31813";
        var task = journey.task(number, "council-vote", member).id();
        var own = journey.nomineeIds(number);

        assertOneSucceeds(atOnce(() -> journey.submit(member, task, Map.of("approvedNominees", own)),
                () -> journey.submit(member, task, Map.of("approvedNominees", List.of()))));
        assertThat(jdbc.sql("select count(*) from ballot where dossier_number = ?").param(number).query(Long.class)
                .single()).isEqualTo(1);
    }

    @Test
    void whoeverWaitsTooLongForADossierIsToldSo() {
        var number = signing();
        var task = journey.task(number, "sign", CHIEF).id();
        patience("100ms");
        try {
            transactions.executeWithoutResult(busy -> {
                jdbc.sql("select 1 from dossier where number = ? for update").param(number).query().singleValue();
                for (var answer : List.of(journey.submit(CHIEF, task, Map.of("outcome", "approve")),
                        handle(OFFICER, number, "withdrawal"))) {
                    assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
                    assertThat(answer.body()).contains("đang được người khác xử lý");
                    Tables.assertSaysNothingInternal(answer);
                }
            });
        } finally {
            patience("5s");
        }
        assertThat(steps(number, "sign") + steps(number, "withdraw")).isZero();
    }

    @Test
    void aStrangerIsRefusedWithoutWaitingForTheDossier() {
        var number = signing();
        var task = journey.task(number, "sign", CHIEF).id();
        patience("100ms");
        try {
            transactions.executeWithoutResult(busy -> {
                jdbc.sql("select 1 from dossier where number = ? for update").param(number).query().singleValue();
                for (var answer : List.of(journey.submit("police-chief.31843", task, Map.of("outcome", "approve")),
                        journey.submit(OFFICER, task, Map.of("outcome", "approve")),
                        handle("police-officer.31843", number, "withdrawal"), handle(CHIEF, number, "withdrawal"),
                        handle("committee-clerk.31843", number, "suspension"))) {
                    assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
                }
            });
        } finally {
            patience("5s");
        }
    }

    private void patience(String time) {
        jdbc.sql("alter function lock_dossier set lock_timeout = '%s'".formatted(time)).update();
    }

    @Test
    void aWholeCouncilVotesAtOnce() throws Exception {
        var number = appraising("commune-certificate", "regular");
        journey.approve(number, "appraise", CLERK);
        var approved = journey.nomineeIds(number);
        List<Callable<Answer>> votes = Stream.of("council-member.", "council-member-2.", "council-member-3.")
                .map(name -> name + "31813").<Callable<Answer>>map(member -> {
                    var task = journey.task(number, "council-vote", member).id();
                    return () -> untilDone(() -> journey.submit(member, task, Map.of("approvedNominees", approved)));
                }).toList();

        assertThat(atOnce(votes)).allMatch(Answer::ok);
        journey.approve(number, "decide", CHAIR);
        assertThat(awards(number)).isEqualTo(1);
    }

    @RepeatedTest(5)
    void aDossierIsWithdrawnOrSigned() throws Exception {
        var number = signing();
        var task = journey.task(number, "sign", CHIEF).id();
        var answers = atOnce(() -> handle(OFFICER, number, "withdrawal"),
                () -> journey.submit(CHIEF, task, Map.of("outcome", "approve")));
        var withdrawn = answers.get(0).ok();

        assertThat(answers).allSatisfy(TwoAtOnceIT::assertDoneOrTooLate).anyMatch(Answer::ok);
        assertThat(steps(number, "withdraw")).isEqualTo(withdrawn ? 1 : 0);
        assertThat(steps(number, "sign")).isEqualTo(answers.get(1).ok() ? 1 : 0);
        assertThat(journey.show(number).get("status").asText()).isEqualTo(withdrawn ? "withdrawn" : "in-progress");
        assertThat(jdbc.sql("select count(*) from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_ "
                + "where e.business_key_ = ?").param(number).query(Long.class).single()).isEqualTo(withdrawn ? 0 : 1);
    }

    @RepeatedTest(5)
    void aDossierIsSuspendedBeforeOrAfterItIsSigned() throws Exception {
        var number = signing();
        var task = journey.task(number, "sign", CHIEF).id();
        var answers = atOnce(() -> handle(CHAIR, number, "suspension"),
                () -> journey.submit(CHIEF, task, Map.of("outcome", "approve")));
        var suspended = answers.get(0).ok();

        assertThat(answers).allSatisfy(TwoAtOnceIT::assertDoneOrTooLate).anyMatch(Answer::ok);
        assertThat(steps(number, "sign")).isEqualTo(answers.get(1).ok() ? 1 : 0);
        assertThat(journey.show(number).get("status").asText()).isEqualTo(suspended ? "suspended" : "in-progress");
        assertThat(jdbc.sql("select count(*) from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_ "
                + "where e.business_key_ = ? and t.suspension_state_ = ?").params(number, suspended ? 2 : 1)
                .query(Long.class).single()).as("open tasks agree with the dossier").isEqualTo(1);
    }

    @Test
    void dossierNumbersHaveNoGapAndNoDuplicate() throws Exception {
        var unit = "police-officer.31843";
        List<Callable<Answer>> proposals = IntStream.range(0,
                CROWD).<Callable<Answer>>mapToObj(i -> () -> client.as(unit)
                .post("/engine-rest/process-definition/key/commendation/submit-form", HttpJourney.variables(
                        proposal("commune-certificate", "ad-hoc", List.of(individual("Người mẫu")))))).toList();
        var last = lastDossier("31843");
        var answers = atOnce(proposals);

        assertThat(answers).allMatch(Answer::ok);
        assertThat(answers.stream().map(answer -> answer.text("/businessKey")).sorted()).containsExactlyElementsOf(
                IntStream.rangeClosed(last + 1, last + CROWD).mapToObj("KT-31843-2024-%05d"::formatted).toList());
    }

    @Test
    void decisionNumbersHaveNoGapAndNoDuplicate() throws Exception {
        List<Callable<Answer>> decisions = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            var number = deciding();
            var task = journey.task(number, "decide", CHAIR).id();
            numbers.add(number);
            decisions.add(() -> journey.submit(CHAIR, task, Map.of("outcome", "approve")));
        }
        var last = lastDecision("95/954/31813");

        assertThat(atOnce(decisions)).allMatch(Answer::ok);
        assertThat(jdbc.sql("select number from decision where dossier_number in (:numbers) order by number")
                .param("numbers", numbers).query(Integer.class).list())
                .containsExactlyElementsOf(IntStream.rangeClosed(last + 1, last + CROWD).boxed().toList());
    }

    @RepeatedTest(3)
    void aPersonInTwoDossiersIsAwardedOnce() throws Exception {
        var person = individual("Người trong hai hồ sơ");
        var first = deciding(person);
        var second = deciding(person);
        var firstTask = journey.task(first, "decide", CHAIR).id();
        var secondTask = journey.task(second, "decide", CHAIR).id();
        var answers = atOnce(() -> journey.submit(CHAIR, firstTask, Map.of("outcome", "approve")),
                () -> journey.submit(CHAIR, secondTask, Map.of("outcome", "approve")));

        assertThat(answers).filteredOn(Answer::ok).hasSize(1);
        assertThat(answers).filteredOn(answer -> !answer.ok()).singleElement().satisfies(answer -> {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
            assertThat(answer.body()).contains("đã được khen thưởng");
        });
        assertThat(awards(first) + awards(second)).isEqualTo(1);
    }

    private static void assertOneSucceeds(List<Answer> answers) {
        assertThat(answers).filteredOn(Answer::ok).as(answers.toString()).hasSize(1);
        assertThat(answers).allSatisfy(TwoAtOnceIT::assertDoneOrTooLate);
    }

    /** Too late: refused because somebody was faster, or because the task or the dossier is past that. */
    private static void assertDoneOrTooLate(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isIn(200, 204, 403, 404, 409, 422);
        Tables.assertSaysNothingInternal(answer);
    }

    @SafeVarargs
    private static List<Answer> atOnce(Callable<Answer>... calls) throws Exception {
        return atOnce(List.of(calls));
    }

    private static List<Answer> atOnce(List<Callable<Answer>> calls) throws Exception {
        var start = new CyclicBarrier(calls.size());
        var threads = Executors.newFixedThreadPool(calls.size());
        try {
            var running = calls.stream().map(call -> threads.submit(() -> {
                start.await(30, TimeUnit.SECONDS);
                return call.call();
            })).toList();
            List<Answer> answers = new ArrayList<>();
            for (var call : running) {
                answers.add(call.get(2, TimeUnit.MINUTES));
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Tries again, as an officer does who is told that somebody was faster. */
    private static Answer untilDone(Callable<Answer> call) throws Exception {
        var answer = call.call();
        for (int i = 0; i < 5 && answer.status() == 409; i++) {
            answer = call.call();
        }
        return answer;
    }

    private Answer claim(String account, String task) {
        return client.as(account).post("/engine-rest/task/" + task + "/claim", Map.of("userId", account));
    }

    private Answer handle(String account, String number, String what) {
        return client.as(account).post("/api/dossiers/" + number + "/" + what, Map.of("reason", "Lý do mẫu"));
    }

    private String propose() {
        return propose("commune-certificate", "ad-hoc", individual("Người mẫu"));
    }

    private String propose(String form, String type, Map<String, Object> nominee) {
        return journey.propose(OFFICER, proposal(form, type, List.of(nominee)));
    }

    private String signing() {
        var number = propose();
        journey.complete(number, "complete-dossier", OFFICER, Map.of());
        return number;
    }

    private String appraising(String form, String type) {
        return appraising(form, type, individual("Người mẫu"));
    }

    private String appraising(String form, String type, Map<String, Object> nominee) {
        var number = propose(form, type, nominee);
        journey.complete(number, "complete-dossier", OFFICER, Map.of());
        journey.approve(number, "sign", CHIEF);
        return number;
    }

    private String deciding() {
        return deciding(individual("Người mẫu"));
    }

    private String deciding(Map<String, Object> nominee) {
        var number = appraising("commune-certificate", "ad-hoc", nominee);
        journey.approve(number, "appraise", CLERK);
        return number;
    }

    private long steps(String number, String task) {
        return jdbc.sql("select count(*) from dossier_step where dossier_number = ? and task = ?")
                .params(number, task).query(Long.class).single();
    }

    private long awards(String number) {
        return jdbc.sql("select count(*) from award where dossier_number = ?").param(number).query(Long.class).single();
    }

    private int lastDossier(String unitCode) {
        return jdbc.sql("select last_number from dossier_series where prefix = 'KT' and unit_code = ?").param(unitCode)
                .query(Integer.class).optional().orElse(0);
    }

    private int lastDecision(String authority) {
        return jdbc.sql("select last_number from decision_series where authority = ? and symbol = 'QĐ-UBND'")
                .param(authority).query(Integer.class).optional().orElse(0);
    }
}
