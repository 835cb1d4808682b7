package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import phongtrao.client.ApiClient;
import phongtrao.client.ApiException;
import phongtrao.client.ProcessDefinitionApi;
import phongtrao.client.TaskApi;
import phongtrao.client.model.CommendationAppraise;
import phongtrao.client.model.CommendationAppraiseOutcome;
import phongtrao.client.model.CommendationCompleteDossier;
import phongtrao.client.model.CommendationCouncilVote;
import phongtrao.client.model.CommendationCouncilVoteApprovedNominees;
import phongtrao.client.model.CommendationDecide;
import phongtrao.client.model.CommendationDecideOutcome;
import phongtrao.client.model.CommendationProposal;
import phongtrao.client.model.CommendationProposalAchievedFrom;
import phongtrao.client.model.CommendationProposalAchievedTo;
import phongtrao.client.model.CommendationProposalAchievement;
import phongtrao.client.model.CommendationProposalAchievementType;
import phongtrao.client.model.CommendationProposalAwardForm;
import phongtrao.client.model.CommendationProposalNominees;
import phongtrao.client.model.CommendationProposalNomineesRow;
import phongtrao.client.model.CommendationSign;
import phongtrao.client.model.CommendationSignOutcome;
import phongtrao.client.model.Refusal;
import phongtrao.client.model.StartCommendation;
import phongtrao.client.model.TaskQueryDto;
import phongtrao.client.model.TaskSubmission;
import phongtrao.client.model.TaskVariables;
import phongtrao.client.model.TaskWithAttachmentAndCommentDto;

/**
 * A program whose author knows the kept description and nothing else takes a dossier from its start to its decision.
 */
@HttpTest
class GeneratedClientIT {

    private static final ObjectMapper JSON = ApiClient.createDefaultObjectMapper();
    private static final String DRAFTER = "police-officer.31813";

    @Autowired
    Client client;

    @Autowired
    HttpJourney journey;

    @Test
    void aCommendationIsTakenFromItsProposalToItsDecision() throws Exception {
        var number = start(proposal());

        journey.bringPapers(number, DRAFTER);
        submit(number, "complete-dossier", DRAFTER, new TaskVariables(new CommendationCompleteDossier()));
        submit(number, "sign", "police-chief.31813", new TaskVariables(new CommendationSign()
                .outcome(new CommendationSignOutcome().value(CommendationSignOutcome.ValueEnum.APPROVE))));
        submit(number, "appraise", "committee-clerk.31813", new TaskVariables(new CommendationAppraise()
                .outcome(new CommendationAppraiseOutcome().value(CommendationAppraiseOutcome.ValueEnum.APPROVE))));
        for (var member : List.of("council-member.31813", "council-member-2.31813", "council-member-3.31813")) {
            submit(number, "council-vote", member, new TaskVariables(ballot(number, member)));
        }
        submit(number, "decide", "committee-chair.31813", new TaskVariables(new CommendationDecide()
                .outcome(new CommendationDecideOutcome().value(CommendationDecideOutcome.ValueEnum.APPROVE))));

        assertThat(journey.show(number).get("status").asText()).isEqualTo("decided");
        assertThat(journey.bonuses(number)).containsExactly(360_000L, 530_000L);
    }

    @Test
    void aProgramIsToldWhichFieldIsWrong() {
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> start(proposal().achievement(
                new CommendationProposalAchievement().value("a".repeat(301))))).satisfies(refused -> {
            assertThat(refused.getCode()).isEqualTo(400);
            assertThat(JSON.readValue(refused.getResponseBody(), Refusal.class).getField())
                    .isEqualTo("achievement");
        });
    }

    private static CommendationProposal proposal() throws Exception {
        return new CommendationProposal()
                .awardForm(new CommendationProposalAwardForm()
                        .value(CommendationProposalAwardForm.ValueEnum.COMMUNE_CERTIFICATE))
                .achievementType(new CommendationProposalAchievementType()
                        .value(CommendationProposalAchievementType.ValueEnum.REGULAR))
                .achievement(new CommendationProposalAchievement().value("Thành tích mẫu qua chương trình"))
                .achievedFrom(new CommendationProposalAchievedFrom().value(LocalDate.of(2024, 1, 1)))
                .achievedTo(new CommendationProposalAchievedTo().value(LocalDate.of(2024, 6, 30)))
                .nominees(new CommendationProposalNominees().value(JSON.writeValueAsString(List.of(
                        new CommendationProposalNomineesRow().kind(CommendationProposalNomineesRow.KindEnum.INDIVIDUAL)
                                .name("Nguyễn Văn Mẫu").birthYear(1980L).citizenId(HttpJourney.citizenId()),
                        new CommendationProposalNomineesRow().kind(CommendationProposalNomineesRow.KindEnum.HOUSEHOLD)
                                .name("Hộ mẫu qua chương trình")))));
    }

    /** Yes to everybody whom the form shows. */
    private CommendationCouncilVote ballot(String number, String member) throws Exception {
        var shown = tasks(member).getFormVariables(task(number, "council-vote", member), "nominees", null);
        var nominees = JSON.readValue((String) shown.get("nominees").getValue(),
                new TypeReference<List<Nominee>>() { });
        return new CommendationCouncilVote().approvedNominees(new CommendationCouncilVoteApprovedNominees()
                .value(JSON.writeValueAsString(nominees.stream().map(Nominee::id).toList())));
    }

    /** What the program reads of a nominee that a form shows. */
    private record Nominee(String id) {
    }

    private String start(CommendationProposal proposal) throws ApiException {
        return new ProcessDefinitionApi(as(DRAFTER)).startCommendation(new StartCommendation().variables(proposal))
                .getBusinessKey();
    }

    private void submit(String number, String key, String account, TaskVariables variables) throws ApiException {
        tasks(account).submit(task(number, key, account), new TaskSubmission().variables(variables));
    }

    /** The id of the account's open task. */
    private String task(String number, String key, String account) throws ApiException {
        return tasks(account).queryTasks(null, null, new TaskQueryDto().processInstanceBusinessKey(number)
                        .taskDefinitionKey(key)).stream().map(TaskWithAttachmentAndCommentDto::getId).findFirst()
                .orElseThrow(() -> new AssertionError("%s has no task %s of %s".formatted(account, key, number)));
    }

    private TaskApi tasks(String account) {
        return new TaskApi(as(account));
    }

    private ApiClient as(String account) {
        var program = new ApiClient();
        program.updateBaseUri(client.address());
        return program.setRequestInterceptor(request ->
                request.header("Authorization", client.as(account).header("Authorization")));
    }
}
