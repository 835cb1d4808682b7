package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.COMMITTEE_CLERK;
import static vn.phongtrao.unit.Position.COUNCIL_MEMBER;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.collective;
import static vn.phongtrao.workflow.Journey.household;
import static vn.phongtrao.workflow.Journey.individual;
import static vn.phongtrao.workflow.Journey.officer;
import static vn.phongtrao.workflow.Journey.proposal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.campaign.CampaignAwards;
import vn.phongtrao.campaign.Campaigns;
import vn.phongtrao.commendation.AwardRegister;
import vn.phongtrao.commendation.CertificateHandovers;
import vn.phongtrao.commendation.CertificateRegister;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.dossier.Handling;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;

/** Every outcome of {@code commendation} and {@code review}, three tiers, Bạc Liêu 2024. */
@ScenarioTest
@CompleteCoverage
class CommendationScenariosIT {

    private static final String COMMUNE = "95/954/31813";
    private static final String DISTRICT = "95/954";
    private static final String PROVINCE = "95";

    private static final Officer DRAFTER = officer(POLICE_OFFICER, COMMUNE);
    private static final Officer COMMUNE_CHIEF = officer(POLICE_CHIEF, COMMUNE);
    private static final Officer COMMUNE_CLERK = officer(COMMITTEE_CLERK, COMMUNE);
    private static final Officer COMMUNE_CHAIR = officer(COMMITTEE_CHAIR, COMMUNE);
    private static final Officer PROVINCE_OFFICER = officer(POLICE_OFFICER, PROVINCE);
    private static final Officer ADMINISTRATOR = new Officer("admin", Set.of(), true);

    @Autowired
    Journey journey;

    @Autowired
    Handling handling;

    @Autowired
    Campaigns campaigns;
    @Autowired
    CampaignAwards campaignAwards;

    @Autowired
    AwardRegister awards;

    @Autowired
    CertificateRegister certificates;

    @Autowired
    CertificateHandovers handovers;

    @Test
    void adHocCommuneCertificateIsDecidedWithoutTheCouncil() {
        var number = proposeCommuneCertificate("ad-hoc");
        reviewCommuneCertificate(number);
        journey.approve(number, "decide", COMMUNE_CHAIR);

        assertThat(journey.show(number)).containsEntry("status", "decided");
        journey.assertPath(number, "proposed", "complete-dossier", "plan-route", "review-started", "sign",
                "review-approved", "review-started", "appraise", "review-approved", "decide", "grant-awards",
                "commended");
        assertThat(awardsOf(number)).extracting(AwardRegister.Entry::bonus).containsExactly(360_000L);
    }

    @Test
    void provinceMeritClimbsThreeTiersAndTheCouncilVotes() {
        var number = journey.propose(DRAFTER, proposal("province-merit", "regular", List.of(
                individual("Nguyễn Văn Mẫu"), household("Hộ ông Trần Văn Mẫu"), collective("Tổ mẫu khóm 1"))));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        reviewProvinceMerit(number);
        vote(number, PROVINCE, journey.nomineeIds(number), 3);
        journey.approve(number, "decide", officer(COMMITTEE_CHAIR, PROVINCE));

        journey.assertPath(number, "proposed", "complete-dossier", "plan-route", "sign", "sign", "review-approved",
                "appraise", "sign", "sign", "review-approved", "appraise", "sign", "review-approved", "appraise",
                "review-approved", "council-vote", "tally-votes", "decide", "grant-awards", "commended");
        assertThat(awardsOf(number)).extracting(AwardRegister.Entry::bonus)
                .containsExactly(3_510_000L, 5_270_000L, 7_020_000L);
        assertThat(awardsOf(number)).extracting(AwardRegister.Entry::decisionNumber).hasSize(3)
                .allMatch(decision -> decision.matches("\\d{2,}/QĐ-UBND"));
    }

    /** Luật Thi đua, khen thưởng 2022, Điều 8. */
    @Test
    void aThematicAwardBelongsToACampaignUntilItIsInTheRegister() {
        var may = LocalDate.of(2024, 5, 1);
        var march = launch("21/KH-UBND", COMMUNE, LocalDate.of(2024, 3, 1), may);
        var over = launch("22/KH-UBND", COMMUNE, LocalDate.of(2023, 3, 1), LocalDate.of(2023, 5, 1));
        var other = launch("23/KH-UBND", "95/956/31843", LocalDate.of(2024, 3, 1), may);
        var fields = proposal("commune-certificate", "thematic", List.of(individual("Nguyễn Văn Mẫu")));

        assertRefused(Refusal.Kind.RULE_BROKEN, () -> journey.propose(DRAFTER, fields));
        for (var wrong : List.of(over, other, 999_999_999L)) {
            assertRefused(Refusal.Kind.RULE_BROKEN, () -> journey.propose(DRAFTER, with(fields, "campaign", wrong.toString())));
        }
        for (Object wrong : List.of("chữ", "1.5", "99999999999999999999", true)) {
            assertRefused(Refusal.Kind.MALFORMED, () -> journey.propose(DRAFTER, with(fields, "campaign", wrong)));
        }
        assertRefused(Refusal.Kind.MALFORMED, () -> journey.propose(DRAFTER, with(with(fields, "achievementType", "ad-hoc"),
                "campaign", String.valueOf(march))));

        var number = journey.propose(DRAFTER, with(fields, "campaign", String.valueOf(march)));
        assertThat(journey.show(number)).containsEntry("campaign", String.valueOf(march))
                .containsEntry("campaignName", "Phong trào mẫu (21/KH-UBND)");
        var again = launch("24/KH-UBND", COMMUNE, LocalDate.of(2024, 4, 1), null);
        assertRefused(Refusal.Kind.RULE_BROKEN, () -> journey.complete(number, "complete-dossier", DRAFTER,
                Map.of("campaign", String.valueOf(over))));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of("campaign", String.valueOf(again)));
        reviewCommuneCertificate(number);
        vote(number, COMMUNE, journey.nomineeIds(number), 3);
        journey.approve(number, "decide", COMMUNE_CHAIR);

        assertThat(awardsOf(number)).singleElement().returns(again, AwardRegister.Entry::campaign)
                .returns("Phong trào mẫu", AwardRegister.Entry::campaignName);
        var award = awardsOf(number).get(0);
        assertThat(campaigns.of(again, DRAFTER).awards()).satisfies(figures -> {
            assertThat(figures.dossiers()).isEqualTo(1);
            assertThat(figures.open()).isZero();
            assertThat(figures.forms()).singleElement().satisfies(form -> {
                assertThat(form.form()).isEqualTo(award.form());
                assertThat(form.collectives() + form.households() + form.individuals()).isEqualTo(1);
                assertThat(form.bonus()).isEqualTo(award.bonus());
            });
        });
        assertThat(campaignAwards.of(again, officer(POLICE_OFFICER, "95/956/31843"))).as("another commune").isEqualTo(
                new CampaignAwards.Figures(0, 0, List.of()));
        assertThatThrownBy(() -> campaigns.withdraw(again, "Ghi nhầm", DRAFTER)).isInstanceOf(Refusal.class)
                .hasMessageContaining("Đã có hồ sơ khen thưởng");
        assertThat(awards.list(new AwardRegister.Filter(null, null, null, null, null, null, null, null, null, null, march),
                ADMINISTRATOR, Pageable.ofSize(50))).isEmpty();
    }

    private long launch(String plan, String unit, LocalDate from, LocalDate to) {
        return campaigns.launch(new Campaigns.Launched(UnitPath.of(unit), "Phong trào mẫu", plan, from, "Chủ tịch", from, to,
                "Nội dung mẫu", null), officer(POLICE_OFFICER, unit)).id();
    }

    @Test
    void nomineesBelowTheThresholdFallOutAndTheDecisionCoversTheRest() {
        var number = proposeProvinceMerit("Người đạt", "Người không đạt");
        reviewProvinceMerit(number);
        var ids = journey.nomineeIds(number);
        castVote(number, PROVINCE, 1, ids);
        castVote(number, PROVINCE, 2, List.of(ids.get(0)));
        castVote(number, PROVINCE, 3, List.of(ids.get(0)));
        journey.approve(number, "decide", officer(COMMITTEE_CHAIR, PROVINCE));

        assertThat(awardsOf(number)).extracting(AwardRegister.Entry::name).containsExactly("Người đạt");
        assertThat(journey.show(number).get("nominees").toString()).contains("dropped", "1/3");
    }

    @Test
    void councilThatAgreesToNobodyEndsTheDossier() {
        var number = proposeProvinceMerit("Người mẫu");
        reviewProvinceMerit(number);
        vote(number, PROVINCE, List.of(), 3);

        assertThat(journey.show(number)).containsEntry("status", "rejected");
        journey.assertPath(number, "council-vote", "tally-votes", "reject-dossier", "rejected");
    }

    @Test
    void sessionWithoutQuorumIsHeldAgain() {
        var number = proposeProvinceMerit("Người mẫu");
        reviewProvinceMerit(number);
        castVote(number, PROVINCE, 1, journey.nomineeIds(number));
        journey.closeVoting(number);
        vote(number, PROVINCE, journey.nomineeIds(number), 3);
        journey.approve(number, "decide", officer(COMMITTEE_CHAIR, PROVINCE));

        journey.assertPath(number, "council-vote", "voting-closed", "tally-votes", "council-vote", "tally-votes",
                "decide", "commended");
    }

    @Test
    void deadlineClosesTheSessionWhenTwoThirdsHaveVoted() {
        var number = journey.propose(DRAFTER, proposal("commune-certificate", "regular",
                List.of(individual("Người mẫu"))));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        reviewCommuneCertificate(number);
        castVote(number, COMMUNE, 1, journey.nomineeIds(number));
        castVote(number, COMMUNE, 2, journey.nomineeIds(number));
        journey.closeVoting(number);

        journey.approve(number, "decide", COMMUNE_CHAIR);
        journey.assertPath(number, "voting-closed", "tally-votes", "decide", "commended");
    }

    @Test
    void halfOfThosePresentIsNotEnoughForACertificate() {
        var number = journey.propose(DRAFTER, proposal("commune-certificate", "regular",
                List.of(individual("Người mẫu"))));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        reviewCommuneCertificate(number);
        castVote(number, COMMUNE, 1, journey.nomineeIds(number));
        castVote(number, COMMUNE, 2, List.of());
        journey.closeVoting(number);

        assertThat(journey.show(number)).containsEntry("status", "rejected");
    }

    @Test
    void appraiserReturnsTheDossierAndTheSameStopAppraisesAgain() {
        var number = proposeCommuneCertificate("ad-hoc");
        journey.approve(number, "sign", COMMUNE_CHIEF);
        journey.refuse(number, "appraise", COMMUNE_CLERK, "return");
        assertThat(journey.show(number)).containsEntry("status", "supplementing");
        journey.complete(number, "supplement", DRAFTER, Map.of("achievement", "Thành tích đã bổ sung"));
        journey.approve(number, "appraise", COMMUNE_CLERK);
        journey.approve(number, "decide", COMMUNE_CHAIR);

        journey.assertPath(number, "appraise", "supplement", "appraise", "review-approved", "decide", "commended");
        assertThat(awardsOf(number)).extracting(AwardRegister.Entry::achievement)
                .containsExactly("Thành tích đã bổ sung");
    }

    @Test
    void signerReturnsTheDossierAndTheStopBeginsAgain() {
        var number = proposeCommuneCertificate("ad-hoc");
        journey.refuse(number, "sign", COMMUNE_CHIEF, "return");
        journey.complete(number, "supplement", DRAFTER, Map.of());
        journey.approve(number, "sign", COMMUNE_CHIEF);

        journey.assertPath(number, "sign", "supplement", "sign", "review-approved", "appraise");
    }

    @Test
    void stopReturnsADossierOnce() {
        var number = proposeCommuneCertificate("ad-hoc");
        journey.refuse(number, "sign", COMMUNE_CHIEF, "return");
        journey.complete(number, "supplement", DRAFTER, Map.of());

        assertRefused(Refusal.Kind.RULE_BROKEN, () -> journey.refuse(number, "sign", COMMUNE_CHIEF, "return"));
        assertThat(journey.openTasks(number)).extracting("taskDefinitionKey").containsExactly("sign");
    }

    @Test
    void appraiserRejects() {
        var number = proposeCommuneCertificate("ad-hoc");
        journey.approve(number, "sign", COMMUNE_CHIEF);
        journey.refuse(number, "appraise", COMMUNE_CLERK, "reject");

        assertThat(journey.show(number)).containsEntry("status", "rejected");
        journey.assertPath(number, "appraise", "review-rejected", "reject-dossier", "rejected");
        assertThat(journey.ended(number)).isTrue();
    }

    @Test
    void signerRejects() {
        var number = proposeCommuneCertificate("ad-hoc");
        journey.refuse(number, "sign", COMMUNE_CHIEF, "reject");

        assertThat(journey.show(number)).containsEntry("status", "rejected");
        journey.assertPath(number, "sign", "review-rejected", "reject-dossier", "rejected");
    }

    @Test
    void chairRejects() {
        var number = proposeCommuneCertificate("ad-hoc");
        reviewCommuneCertificate(number);
        journey.refuse(number, "decide", COMMUNE_CHAIR, "reject");

        assertThat(journey.show(number)).containsEntry("status", "rejected");
        journey.assertPath(number, "decide", "reject-dossier", "rejected");
        assertThat(awardsOf(number)).isEmpty();
    }

    @Test
    void ministryMeritIsForwardedAndItsResultRegistered() {
        var number = forwarded("ministry-merit", individual("Người được khen"), individual("Người không được khen"));
        assertThat(journey.show(number)).containsEntry("status", "forwarded");
        assertRefused(Refusal.Kind.RULE_BROKEN, () -> journey.complete(number, "record-ministry-result", PROVINCE_OFFICER, Map.of(
                "outcome", "approve", "decisionNumber", "123/QĐ-BCA", "decidedOn", "2024-06-29")));
        journey.complete(number, "record-ministry-result", PROVINCE_OFFICER, Map.of("outcome", "approve",
                "decisionNumber", "123/QĐ-BCA", "decidedOn", "2024-06-30",
                "approvedNominees", journey.nomineeIds(number).subList(0, 1)));

        journey.assertPath(number, "forward-dossier", "record-ministry-result", "register-awards",
                "result-registered");
        assertThat(awardsOf(number)).singleElement().satisfies(award -> {
            assertThat(award.decisionNumber()).isEqualTo("123/QĐ-BCA");
            assertThat(award.baseSalary()).isEqualTo(1_800_000);
            assertThat(award.bonus()).isEqualTo(2_700_000);
        });
    }

    @Test
    void thePrimeMinistersCommendationIsProposedWithOpinionsAndTheCouncilsVote() {
        var number = forwarded("prime-minister-merit", individual("Người được khen"), individual("Người xin rút"));
        var clerk = officer(COMMITTEE_CLERK, PROVINCE);
        journey.approve(number, "appraise", clerk);
        assertRefused(Refusal.Kind.RULE_BROKEN, () -> opinions(number, clerk, List.of(
                Map.of("answer", "none", "askedOn", "2024-07-01"))));
        assertRefused(Refusal.Kind.MALFORMED, () -> opinions(number, clerk,
                List.of(Map.of("answer", "disagree", "askedOn", "2024-07-01", "answeredOn", "2024-07-01"))));
        opinions(number, clerk, List.of(Map.of("answer", "disagree", "askedOn", "2024-07-01", "answeredOn", "2024-07-01",
                "content", "Chưa đủ thời gian"), Map.of("answer", "agree", "askedOn", "2024-07-01", "answeredOn", "2024-07-01")));

        assertThat(journey.show(number).get("opinions").toString()).contains("Không đồng ý", "Đồng ý");
        assertThat(findings(number)).contains("Ý kiến hiệp y của Cơ quan 1: không đồng ý",
                "Ý kiến hiệp y của Cơ quan 2: đồng ý");
        var nominees = journey.nomineeIds(number);
        vote(number, PROVINCE, nominees, 3);
        var chair = officer(COMMITTEE_CHAIR, PROVINCE);
        assertRefused(Refusal.Kind.RULE_BROKEN, () -> journey.refuse(number, "sign", chair, "return"));
        journey.complete(number, "sign", chair, Map.of("outcome", "approve", "struckNominees", nominees.subList(1, 2),
                "struckReason", "Xin rút"));
        journey.complete(number, "record-ministry-result", PROVINCE_OFFICER, Map.of("outcome", "approve",
                "decisionNumber", "99/QĐ-TTg", "decidedOn", "2024-07-01"));

        journey.assertPath(number, "appraise", "record-opinions", "council-vote", "tally-votes", "sign", "forward-dossier",
                "record-ministry-result", "register-awards", "result-registered");
        assertThat(awardsOf(number)).extracting(AwardRegister.Entry::bonus).containsExactly(8_190_000L);
    }

    @Test
    void nothingOfAVoteIsToldWhileItGoesOn() {
        var number = forwarded("prime-minister-merit", individual("Người mẫu"));
        var clerk = officer(COMMITTEE_CLERK, PROVINCE);
        journey.approve(number, "appraise", clerk);
        opinions(number, clerk, List.of(Map.of("answer", "agree", "askedOn", "2024-07-01", "answeredOn", "2024-07-01")));
        castVote(number, PROVINCE, 1, journey.nomineeIds(number));
        castVote(number, PROVINCE, 2, List.of());
        assertThat((List<?>) journey.show(number).get("tally")).isEmpty();
        assertThat(journey.show(number).toString()).doesNotContain("approvedNominees");

        castVote(number, PROVINCE, 3, journey.nomineeIds(number));
        assertThat((List<?>) journey.show(number).get("tally")).isNotEmpty();
    }

    @Test
    void aSubmissionThatTheChairDoesNotSignEndsTheDossier() {
        var number = forwarded("prime-minister-merit", individual("Người mẫu"));
        var clerk = officer(COMMITTEE_CLERK, PROVINCE);
        journey.approve(number, "appraise", clerk);
        opinions(number, clerk, List.of(Map.of("answer", "agree", "askedOn", "2024-07-01", "answeredOn", "2024-07-01")));
        vote(number, PROVINCE, journey.nomineeIds(number), 3);
        journey.refuse(number, "sign", officer(COMMITTEE_CHAIR, PROVINCE), "reject");

        assertThat(journey.show(number)).containsEntry("status", "rejected");
        journey.assertPath(number, "council-vote", "tally-votes", "sign", "reject-dossier", "rejected");
    }

    private void opinions(String number, Officer clerk, List<Map<String, String>> opinions) {
        journey.complete(number, "record-opinions", clerk, Map.of("opinions", IntStream.range(0, opinions.size())
                .mapToObj(i -> with(Map.copyOf(opinions.get(i)), "body", "Cơ quan " + (i + 1))).toList()));
    }

    private List<String> findings(String number) {
        return ((List<?>) journey.show(number).get("findings")).stream()
                .map(finding -> ((Finding) finding).message()).toList();
    }

    @Test
    void certificatesAreHandedOverInTheOrderOfACeremonyAndThoseOfTheDeadToARelative() {
        var number = journey.propose(DRAFTER, proposal("commune-certificate", "ad-hoc", List.of(
                with(individual("Người đã mất"), "posthumous", true), individual("Người được khen"),
                household("Hộ mẫu"), collective("Tổ mẫu"))));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        reviewCommuneCertificate(number);
        journey.approve(number, "decide", COMMUNE_CHAIR);

        var due = certificates.list(new CertificateRegister.Filter(null, null, null, false, null, number, null),
                COMMUNE_CLERK, PageRequest.of(0, 10, Sort.by("place"))).getContent();
        assertThat(due).extracting(CertificateRegister.Entry::name).containsExactly("Tổ mẫu", "Hộ mẫu",
                "Người được khen", "Người đã mất");
        var occasion = new CertificateHandovers.Occasion(due.get(0).decidedOn(), "office", null, "Lê Văn Mẫu");
        assertRefused(Refusal.Kind.RULE_BROKEN, () -> handovers.enterDecision(occasion, due.get(0).decisionId(),
                COMMUNE_CLERK));
        handovers.enter(occasion, List.of(new CertificateHandovers.Received(due.get(3).id(), "Nguyễn Văn Con")), COMMUNE_CLERK);
        assertThat(handovers.enterDecision(occasion, due.get(0).decisionId(), COMMUNE_CLERK).certificates()).isEqualTo(3);
        assertRefused(Refusal.Kind.CONFLICT, () -> handovers.enterDecision(occasion, due.get(0).decisionId(),
                COMMUNE_CLERK));
    }

    @Test
    void certificatesAreHandedOverByASheet() {
        var number = proposeCommuneCertificate("ad-hoc");
        reviewCommuneCertificate(number);
        journey.approve(number, "decide", COMMUNE_CHAIR);
        var award = awardsOf(number).get(0);
        var head = "decisionNumber;name;handedOn;way;ceremony;receivedBy;handedBy\n";
        var row = "%s;%s;%s;ceremony;Ngày hội 19/8;;Lê Văn Mẫu\n".formatted(award.decisionNumber(), award.name(),
                award.decidedOn());

        assertRefused(Refusal.Kind.RULE_BROKEN, () -> load(head + row.replace(award.name(), "Người khác"), COMMUNE_CLERK));
        assertRefused(Refusal.Kind.RULE_BROKEN, () -> load(head + row + row, COMMUNE_CLERK));
        assertRefused(Refusal.Kind.FORBIDDEN, () -> load(head + row, COMMUNE_CHIEF));
        assertThat(load(head + row, COMMUNE_CLERK)).isEqualTo(1);
    }

    private int load(String sheet, Officer officer) {
        return handovers.load(sheet.getBytes(StandardCharsets.UTF_8), officer);
    }

    @Test
    void ministryRejects() {
        var number = forwarded("ministry-merit", individual("Người mẫu"));
        journey.refuse(number, "record-ministry-result", PROVINCE_OFFICER, "reject");

        assertThat(journey.show(number)).containsEntry("status", "rejected");
        journey.assertPath(number, "record-ministry-result", "reject-dossier", "rejected");
    }

    @Test
    void partyMeritCarriesNoBonus() {
        var number = forwarded("party-merit", individual("Người mẫu"));
        journey.complete(number, "record-ministry-result", PROVINCE_OFFICER, Map.of("outcome", "approve",
                "decisionNumber", "45-QĐ/TU", "decidedOn", "2024-07-01"));

        assertThat(awardsOf(number)).extracting(AwardRegister.Entry::bonus).containsExactly(0L);
    }

    @Test
    void medalIsGivenOnceInALife() {
        var person = individual("Người nhận kỷ niệm chương");
        var first = forwarded("security-medal", person);
        journey.complete(first, "record-ministry-result", PROVINCE_OFFICER, Map.of("outcome", "approve",
                "decisionNumber", "99/QĐ-BCA", "decidedOn", "2024-07-01"));

        assertRefused(Refusal.Kind.RULE_BROKEN, () -> journey.propose(DRAFTER, with(
                proposal("security-medal", "regular", List.of(person)), "achievement", "Quá trình khác")));
    }

    @Test
    void achievementIsNotAwardedTwiceAtAnyLevel() {
        var person = individual("Người đã được khen");
        var first = journey.propose(DRAFTER, proposal("commune-certificate", "ad-hoc", List.of(person)));
        journey.complete(first, "complete-dossier", DRAFTER, Map.of());
        reviewCommuneCertificate(first);
        journey.approve(first, "decide", COMMUNE_CHAIR);

        assertRefused(Refusal.Kind.RULE_BROKEN, () -> journey.propose(DRAFTER, with(
                proposal("province-merit", "ad-hoc", List.of(person)), "achievement",
                " THÀNH TÍCH mẫu, trong phong trào.")));
        assertThat(journey.propose(DRAFTER, with(proposal("province-merit", "ad-hoc", List.of(person)),
                "achievement", "Thành tích khác"))).startsWith("KT-31813-2024-");
    }

    @Test
    void secondDecisionLeavesOutWhoWasAwardedInTheMeantime() {
        var person = individual("Người trong hai hồ sơ");
        var first = journey.propose(DRAFTER, proposal("commune-certificate", "ad-hoc", List.of(person)));
        var second = journey.propose(DRAFTER, proposal("commune-certificate", "ad-hoc",
                List.of(person, individual("Người còn lại"))));
        var third = journey.propose(DRAFTER, proposal("commune-certificate", "ad-hoc", List.of(person)));
        for (var number : List.of(first, second, third)) {
            journey.complete(number, "complete-dossier", DRAFTER, Map.of());
            reviewCommuneCertificate(number);
        }
        journey.approve(first, "decide", COMMUNE_CHAIR);
        journey.approve(second, "decide", COMMUNE_CHAIR);

        assertThat(awardsOf(second)).extracting(AwardRegister.Entry::name).containsExactly("Người còn lại");
        assertRefused(Refusal.Kind.RULE_BROKEN, () -> journey.approve(third, "decide", COMMUNE_CHAIR));
        assertThat(journey.openTasks(third)).extracting("taskDefinitionKey").containsExactly("decide");
    }

    @Test
    void originatorWithdrawsDuringReview() {
        var number = proposeCommuneCertificate("ad-hoc");
        handling.withdraw(DossierNumber.of(number), "Đề nghị lại sau", DRAFTER);

        assertThat(journey.show(number)).containsEntry("status", "withdrawn");
        assertThat(journey.ended(number)).isTrue();
        journey.assertPath(number, "sign", "withdrawal-requested", "withdraw-dossier", "withdrawn");
    }

    @Test
    void nobodyElseWithdraws() {
        var number = proposeCommuneCertificate("ad-hoc");
        assertRefused(Refusal.Kind.FORBIDDEN, () -> handling.withdraw(DossierNumber.of(number), "Không thích",
                COMMUNE_CHIEF));
        assertRefused(Refusal.Kind.FORBIDDEN, () -> handling.withdraw(DossierNumber.of(number), "Không thích",
                PROVINCE_OFFICER));
    }

    @Test
    void suspendedDossierWaitsAndItsDeadlineMoves() {
        var number = proposeCommuneCertificate("ad-hoc");
        assertRefused(Refusal.Kind.FORBIDDEN, () -> handling.suspend(DossierNumber.of(number), "Đang xác minh đơn",
                PROVINCE_OFFICER));
        handling.suspend(DossierNumber.of(number), "Đang xác minh đơn", COMMUNE_CHIEF);

        assertThat(journey.show(number)).containsEntry("status", "suspended");
        assertRefused(Refusal.Kind.RULE_BROKEN, () -> journey.approve(number, "sign", COMMUNE_CHIEF));

        handling.resume(DossierNumber.of(number), "Đã xác minh", COMMUNE_CHIEF);
        journey.approve(number, "sign", COMMUNE_CHIEF);
        assertThat(journey.show(number)).containsEntry("status", "in-progress");
    }

    @Test
    void whoDraftedNeitherAppraisesNorSignsNorDecides() {
        var both = Officer.of(DRAFTER.id(), List.of(COMMUNE + "/police-officer", COMMUNE + "/police-chief"));
        var number = proposeCommuneCertificate("ad-hoc");

        assertRefused(Refusal.Kind.RULE_BROKEN, () -> journey.approve(number, "sign", both));
    }

    @Test
    void whoDraftedRecordsWhatTheMinistryDecided() {
        var number = journey.propose(PROVINCE_OFFICER, proposal("ministry-merit", "regular",
                List.of(individual("Người được Bộ khen"))));
        journey.complete(number, "complete-dossier", PROVINCE_OFFICER, Map.of());
        assertRefused(Refusal.Kind.RULE_BROKEN, () -> journey.approve(number, "appraise", PROVINCE_OFFICER));
        journey.approve(number, "appraise", officer(POLICE_OFFICER, PROVINCE, 2));
        journey.approve(number, "sign", officer(POLICE_CHIEF, PROVINCE));
        journey.refuse(number, "record-ministry-result", PROVINCE_OFFICER, "reject");

        assertThat(journey.show(number)).containsEntry("status", "rejected");
    }

    @Test
    void districtOfficerProposesFromHisOwnTier() {
        var drafter = officer(POLICE_OFFICER, DISTRICT);
        var number = journey.propose(drafter, proposal("province-merit", "ad-hoc", List.of(individual("Người mẫu"))));
        journey.complete(number, "complete-dossier", drafter, Map.of());

        assertThat(number).startsWith("KT-954-2024-");
        assertRefused(Refusal.Kind.RULE_BROKEN, () -> journey.approve(number, "appraise", drafter));
        journey.approve(number, "appraise", officer(POLICE_OFFICER, DISTRICT, 2));
        assertThat(journey.openTasks(number)).extracting("taskDefinitionKey").containsExactly("sign");
    }

    private String proposeCommuneCertificate(String type) {
        var number = journey.propose(DRAFTER, proposal("commune-certificate", type,
                List.of(individual("Nguyễn Văn Mẫu"))));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        return number;
    }

    private String proposeProvinceMerit(String... names) {
        var number = journey.propose(DRAFTER, proposal("province-merit", "regular",
                Arrays.stream(names).map(Journey::individual).toList()));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        return number;
    }

    private void reviewCommuneCertificate(String number) {
        journey.approve(number, "sign", COMMUNE_CHIEF);
        journey.approve(number, "appraise", COMMUNE_CLERK);
    }

    private void reviewProvinceMerit(String number) {
        journey.approve(number, "sign", COMMUNE_CHIEF);
        journey.approve(number, "sign", COMMUNE_CHAIR);
        reviewDistrictAndProvincePolice(number);
        journey.approve(number, "appraise", officer(COMMITTEE_CLERK, PROVINCE));
    }

    private void reviewDistrictAndProvincePolice(String number) {
        journey.approve(number, "appraise", officer(POLICE_OFFICER, DISTRICT));
        journey.approve(number, "sign", officer(POLICE_CHIEF, DISTRICT));
        journey.approve(number, "sign", officer(COMMITTEE_CHAIR, DISTRICT));
        journey.approve(number, "appraise", PROVINCE_OFFICER);
        journey.approve(number, "sign", officer(POLICE_CHIEF, PROVINCE));
    }

    private String forwarded(String form, Map<?, ?>... nominees) {
        var number = journey.propose(DRAFTER, proposal(form, "regular", List.of(nominees)));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.approve(number, "sign", COMMUNE_CHIEF);
        journey.approve(number, "sign", COMMUNE_CHAIR);
        reviewDistrictAndProvincePolice(number);
        return number;
    }

    private void vote(String number, String unit, List<String> approved, int members) {
        for (int member = 1; member <= members; member++) {
            castVote(number, unit, member, approved);
        }
    }

    private void castVote(String number, String unit, int member, List<String> approved) {
        journey.complete(number, "council-vote", officer(COUNCIL_MEMBER, unit, member),
                Map.of("approvedNominees", approved));
    }

    private List<AwardRegister.Entry> awardsOf(String number) {
        return awards.list(new AwardRegister.Filter(null, null, null, number, null, null, null, null, null, null, null), ADMINISTRATOR,
                Pageable.ofSize(50)).getContent();
    }

    private static Map<String, Object> with(Map<String, Object> fields, String key, Object value) {
        var changed = new HashMap<>(fields);
        changed.put(key, value);
        return changed;
    }

    private static void assertRefused(Refusal.Kind kind, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }
}
