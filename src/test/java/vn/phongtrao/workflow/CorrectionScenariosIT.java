package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.officer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.commendation.AwardRegister;
import vn.phongtrao.commendation.AwardsGiven;
import vn.phongtrao.commendation.AwardsGiven.Given;
import vn.phongtrao.decision.DecisionRegister;
import vn.phongtrao.decision.Revocation;
import vn.phongtrao.decision.Revocations;
import vn.phongtrao.decision.Verdict.Status;
import vn.phongtrao.decision.Verifier;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Handling;
import vn.phongtrao.press.Papers;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.revocation.CorrectionRegister;
import vn.phongtrao.revocation.ReissueRegister;
import vn.phongtrao.security.Officer;

/** Every outcome of correcting a decision on awards, and of giving certificates again; three tiers, Bạc Liêu 2024. */
@ScenarioTest
@CompleteCoverage
@Import(AwardsGiven.class)
class CorrectionScenariosIT {

    private static final String CORRECTION = "decision-correction";
    private static final String REISSUE = "certificate-reissue";
    private static final String COMMUNE = "95/954/31813";
    private static final String PROVINCE = "95";
    private static final String CHAIR = COMMUNE + "/committee-chair";
    private static final Officer DRAFTER = officer(POLICE_OFFICER, COMMUNE);
    private static final Officer CHIEF = officer(POLICE_CHIEF, COMMUNE);
    private static final Officer COMMUNE_CHAIR = officer(COMMITTEE_CHAIR, COMMUNE);
    private static final Officer NEIGHBOUR = officer(POLICE_OFFICER, "95/956/31843");
    private static final Officer PROVINCE_OFFICER = officer(POLICE_OFFICER, PROVINCE);
    private static final Officer ADMINISTRATOR = new Officer("admin", Set.of(), true);
    private static final LocalDate TODAY = LocalDate.of(2024, 7, 1);

    @Autowired
    Journey journey;
    @Autowired
    AwardsGiven awards;
    @Autowired
    AwardRegister register;
    @Autowired
    DecisionRegister decisions;
    @Autowired
    CorrectionRegister corrections;
    @Autowired
    ReissueRegister reissues;
    @Autowired
    Verifier verifier;
    @Autowired
    Papers papers;
    @Autowired
    Handling handling;
    @Autowired
    Revocations revocations;
    @Autowired
    PlatformTransactionManager transactions;
    @Autowired
    JdbcClient jdbc;

    @Test
    void aMisprintedNameIsPutRightByADecisionAndTheOldCertificateIsSaidToBeReplaced() throws IOException {
        var given = awards.by(CHAIR, COMMUNE, "commune-certificate", "Tổ mọt", "Tổ hai");
        awards.pay(given.awards().get(0));
        var before = award(given, 0);
        var code = code(given.awards().get(0));
        var other = code(given.awards().get(1));
        var number = propose(DRAFTER, given, Map.of("name", "Tổ moot"));
        assertThat(journey.show(number)).containsEntry("status", "in-progress").containsEntry("certificates", true);
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.refuse(number, "sign", CHIEF, "return");
        journey.complete(number, "supplement", DRAFTER, Map.of("corrections",
                List.of(Map.of("id", given.ids().get(0), "name", "Tổ một", "hamlet", "Khóm 1"))));
        journey.approve(number, "sign", CHIEF);
        journey.approve(number, "decide", COMMUNE_CHAIR);

        journey.assertPath(number, "proposed", "complete-dossier", "plan-route", "sign", "supplement", "sign", "decide",
                "issue-correction", "entered", "corrected");
        var corrected = award(given, 0);
        assertThat(corrected.name()).isEqualTo("Tổ một");
        assertThat(corrected.correctedOn()).isEqualTo(TODAY);
        assertThat(corrected.correctedBy()).matches("\\d{2,}/QĐ-UBND").isNotEqualTo(given.decisionNumber());
        assertThat(corrected.print()).isEqualTo(2);
        assertThat(List.of(corrected.bonus(), corrected.form(), corrected.kind(), corrected.decisionNumber(),
                corrected.decidedOn())).isEqualTo(List.of(before.bonus(), before.form(), before.kind(),
                before.decisionNumber(), before.decidedOn()));
        assertThat(award(given, 1)).satisfies(one -> assertThat(one.correctedOn()).isNull());
        assertThat(verifier.check(code)).satisfies(verdict -> {
            assertThat(verdict.status()).isEqualTo(Status.REPLACED);
            assertThat(verdict.recipient()).as("as it was printed").isEqualTo("Tổ mọt");
            assertThat(verdict.replaced().number()).isEqualTo(corrected.correctedBy());
            assertThat(verdict.replaced().on()).isEqualTo(TODAY);
        });
        assertThat(verifier.check(code(given.awards().get(0)))).satisfies(verdict -> {
            assertThat(verdict.status()).isEqualTo(Status.GENUINE);
            assertThat(verdict.recipient()).isEqualTo("Tổ một");
        });
        assertThat(verifier.check(other).status()).as("whose name was right").isEqualTo(Status.GENUINE);
        assertThat(verifier.check(decisionCode(given))).satisfies(verdict -> {
            assertThat(verdict.status()).isEqualTo(Status.GENUINE);
            assertThat(verdict.corrected().number()).isEqualTo(corrected.correctedBy());
        });
        var entry = decisions.show(given.decisionId(), DRAFTER);
        assertThat(entry.correctedBy()).isEqualTo(corrected.correctedBy());
        assertThat(text(papers.printDecision(given.decisionId(), DRAFTER).pdf())).as("what was decided stays as it was")
                .contains("Tổ mọt").doesNotContain("Tổ một");
        assertThat(text(certificates(given))).contains("Tổ một", "Tổ hai", "Bản cấp lại",
                "đính chính theo Quyết định số " + corrected.correctedBy()).doesNotContain("Tổ mọt");
        var paper = keep("correction", papers.printDecision(entry.correctionId(), DRAFTER).pdf());
        assertThat(paper).contains("Về việc đính chính Quyết định số " + given.decisionNumber(), "Tổ mọt", "Tổ một");
        keep("correction-submission", papers.print(DossierNumber.of(number), "submission-1", DRAFTER).pdf());
        keep("corrected-certificates", certificates(given));
        assertThat(corrections.list(new CorrectionRegister.Filter(null, true, number, null), DRAFTER,
                Pageable.ofSize(200)).getContent()).extracting(CorrectionRegister.Entry::field,
                CorrectionRegister.Entry::was, CorrectionRegister.Entry::becomes).containsExactlyInAnyOrder(
                tuple("name", "Tổ mọt", "Tổ một"),
                tuple("hamlet", "", "Khóm 1"));
        assertThat(jdbc.sql("select words from dossier where number = ?").param(given.dossierNumber().value())
                .query(String.class).single()).as("found by both").contains("Tổ mọt", "Tổ một");
    }

    @Test
    void theAchievementIsPutRightOnEveryCertificateAndTheDecisionsOwnWordsOnNone() {
        var given = awards.by(CHAIR, COMMUNE, "commune-certificate", "Tổ một", "Tổ hai");
        decide(CORRECTION, journey.propose(CORRECTION, DRAFTER, Map.of("decisionId", String.valueOf(given.decisionId()),
                "wordings", List.of(Map.of("place", "Điều 1", "was", "Giấy khem", "becomes", "Giấy khen")),
                "reason", "Lỗi đánh máy")));
        assertThat(award(given, 0).print()).isEqualTo(1);
        assertThat(decisions.show(given.decisionId(), DRAFTER).correctedOn()).isEqualTo(TODAY);

        decide(CORRECTION, journey.propose(CORRECTION, DRAFTER, Map.of("decisionId", String.valueOf(given.decisionId()),
                "achievement", "Bắt trộm có tổ chức", "reason", "Lỗi đánh máy")));
        assertThat(List.of(award(given, 0), award(given, 1))).allSatisfy(award -> {
            assertThat(award.achievement()).isEqualTo("Bắt trộm có tổ chức");
            assertThat(award.print()).isEqualTo(2);
        });
    }

    @Test
    void whatIsRevokedIsNotCorrectedAndWhatIsCorrectedIsRevoked() {
        var given = awards.by(CHAIR, COMMUNE, "commune-certificate", "Tổ mọt", "Tổ hai");
        var open = propose(DRAFTER, given, Map.of("name", "Tổ ba"));
        revoke(given, given.ids().get(0));
        journey.complete(open, "complete-dossier", DRAFTER, Map.of());
        journey.approve(open, "sign", CHIEF);
        assertRefused("outcome", () -> journey.approve(open, "decide", COMMUNE_CHAIR));
        journey.refuse(open, "decide", COMMUNE_CHAIR, "reject");
        journey.assertPath(open, "decide", "reject-dossier", "rejected");
        assertRefused("corrections[0].id", () -> propose(DRAFTER, given, Map.of("name", "Tổ ba")));
        assertRefused("nominees", () -> journey.propose(REISSUE, DRAFTER, reissue(given, 0)));

        var code = code(given.awards().get(1));
        decide(CORRECTION, journey.propose(CORRECTION, DRAFTER, fields(given, 1, Map.of("name", "Tổ Hai"))));
        revoke(given, given.ids().get(1));
        assertThat(award(given, 1).revokedOn()).isEqualTo(TODAY);
        assertThat(verifier.check(code).status()).as("the print before").isEqualTo(Status.REVOKED);
        assertThat(verifier.check(code(given.awards().get(1))).status()).isEqualTo(Status.REVOKED);
    }

    @Test
    void aDecisionOfWhichNothingHoldsIsNotCorrected() {
        var given = awards.by(CHAIR, COMMUNE, "commune-certificate", "Tổ tư", "Tổ năm");
        Map<String, Object> achievement = Map.of("decisionId", String.valueOf(given.decisionId()), "achievement", "Thành tích đúng",
                "reason", "Lỗi đánh máy");
        var open = journey.propose(CORRECTION, DRAFTER, achievement);
        given.ids().forEach(id -> revoke(given, id));
        journey.complete(open, "complete-dossier", DRAFTER, Map.of());
        journey.approve(open, "sign", CHIEF);

        assertThat(journey.show(open).get("findings").toString()).contains("đã bị hủy bỏ đối với tất cả các đối tượng");
        assertRefused("outcome", () -> journey.approve(open, "decide", COMMUNE_CHAIR));
        journey.refuse(open, "decide", COMMUNE_CHAIR, "reject");
        assertThatThrownBy(() -> journey.propose(CORRECTION, DRAFTER, achievement)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> journey.propose(CORRECTION, DRAFTER, Map.of("decisionId", String.valueOf(given.decisionId()),
                "wordings", List.of(Map.of("place", "Điều 1", "was", "mọt", "becomes", "một")), "reason", "Lỗi đánh máy")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whatWasRevokedKeepsTheWordsItWasRevokedWith() {
        var given = awards.by(CHAIR, COMMUNE, "commune-certificate", "Tổ sáu", "Tổ bảy");
        revoke(given, given.ids().get(0));
        var before = award(given, 0).achievement();
        decide(CORRECTION, journey.propose(CORRECTION, DRAFTER, Map.of("decisionId", String.valueOf(given.decisionId()),
                "achievement", "Thành tích đúng", "reason", "Lỗi đánh máy")));

        assertThat(award(given, 0).achievement()).isEqualTo(before);
        assertThat(award(given, 1).achievement()).isEqualTo("Thành tích đúng");
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve", "reject"})
    void whatTheMinistryDecidedTheMinistryPutsRight(String answer) {
        var given = awards.byTheMinistry(COMMUNE, "ministry-merit", "Tổ mọt");
        var number = journey.propose(CORRECTION, DRAFTER, Map.of("forwardedDossier", given.dossierNumber().value(),
                "corrections", List.of(Map.of("id", given.ids().get(0), "name", "Tổ " + answer)), "reason", "Lỗi đánh máy"));
        forwarded(number, answer);
        if (answer.equals("reject")) {
            journey.assertPath(number, "forward-dossier", "record-ministry-result", "reject-dossier", "rejected");
            assertThat(award(given, 0).name()).isEqualTo("Tổ mọt");
            return;
        }
        journey.assertPath(number, "forward-dossier", "record-ministry-result", "register-correction", "entered",
                "corrected");
        assertThat(award(given, 0).name()).isEqualTo("Tổ " + answer);
        assertThat(award(given, 0).correctedBy()).isEqualTo("99/QĐ-BCA");
        assertThat(award(given, 0).correctionId()).isNull();
    }

    @Test
    void onlyWordsOfThatDecisionThatDifferArePutRightAndOneDossierAtATime() {
        var given = awards.by(CHAIR, COMMUNE, "commune-certificate", "Tổ một", "Tổ hai");
        var other = awards.by(CHAIR, COMMUNE, "commune-certificate", "Tổ khác");
        assertRefused("decisionId", () -> propose(NEIGHBOUR, given, Map.of("name", "Tổ mới")));
        assertRefused("corrections", () -> journey.propose(CORRECTION, DRAFTER,
                Map.of("decisionId", String.valueOf(given.decisionId()), "reason", "Mẫu")));
        assertRefused("corrections[0].name", () -> propose(DRAFTER, given, Map.of("name", "Tổ một")));
        assertRefused("corrections[0].birthYear", () -> propose(DRAFTER, given, Map.of("birthYear", 1980)));
        assertRefused("corrections[0].id", () -> journey.propose(CORRECTION, DRAFTER, Map.of("decisionId",
                String.valueOf(given.decisionId()), "reason", "Mẫu", "corrections",
                List.of(Map.of("id", other.ids().get(0), "name", "Tổ mới")))));
        assertRefused("corrections[1].id", () -> journey.propose(CORRECTION, DRAFTER, Map.of("decisionId",
                String.valueOf(given.decisionId()), "reason", "Mẫu", "corrections", List.of(
                        Map.of("id", given.ids().get(0), "name", "Một"), Map.of("id", given.ids().get(0), "name", "Hai")))));
        assertRefused("wordings[0].becomes", () -> journey.propose(CORRECTION, DRAFTER, Map.of("decisionId",
                String.valueOf(given.decisionId()), "reason", "Mẫu", "wordings",
                List.of(Map.of("place", "Điều 1", "was", "Khen", "becomes", "Khen")))));

        var number = propose(DRAFTER, given, Map.of("name", "Tổ mới"));
        assertRefused("decisionId", () -> propose(DRAFTER, given, Map.of("name", "Tổ mới")));
        handling.withdraw(DossierNumber.of(number), "Lý do mẫu", DRAFTER);
        journey.assertPath(number, "withdrawal-requested", "withdraw-dossier", "withdrawn");
        var rejected = propose(DRAFTER, given, Map.of("name", "Tổ mới"));
        journey.complete(rejected, "complete-dossier", DRAFTER, Map.of());
        journey.refuse(rejected, "sign", CHIEF, "reject");
        journey.assertPath(rejected, "sign", "reject-dossier", "rejected");
    }

    @Test
    void theDirectorPutsRightWhatHeWroteAfterAnotherOfficerHasAppraised() {
        var given = awards.by("95/police-chief", PROVINCE, "police-director-certificate", "Tổ mọt");
        var appraiser = officer(POLICE_OFFICER, PROVINCE, 2);
        var number = propose(PROVINCE_OFFICER, given, Map.of("name", "Tổ năm"));
        journey.complete(number, "complete-dossier", PROVINCE_OFFICER, Map.of());
        journey.refuse(number, "appraise", appraiser, "return");
        journey.complete(number, "supplement", PROVINCE_OFFICER, Map.of());
        journey.approve(number, "appraise", appraiser);
        journey.approve(number, "decide", officer(POLICE_CHIEF, PROVINCE));
        assertThat(award(given, 0).correctedBy()).endsWith("/QĐ-CAT");

        var again = propose(PROVINCE_OFFICER, given, Map.of("name", "Tổ sáu"));
        journey.complete(again, "complete-dossier", PROVINCE_OFFICER, Map.of());
        journey.refuse(again, "appraise", appraiser, "reject");
        journey.assertPath(again, "appraise", "reject-dossier", "rejected");
    }

    @Test
    void aCollectiveIsKnownByItsRightNameAndNotAwardedTheSameTwice() {
        var first = awards.by(CHAIR, COMMUNE, "commune-certificate", "Tổ mọt");
        decide(CORRECTION, propose(DRAFTER, first, Map.of("name", "Tổ một duy nhất")));
        var second = awards.by(CHAIR, COMMUNE, "commune-certificate", "Tổ môt");
        assertRefused("corrections", () -> propose(DRAFTER, second, Map.of("name", "Tổ một duy nhất")));
    }

    /** Nghị định 152/2025/NĐ-CP, Điều 49 khoản 7: as when they were given. */
    @Test
    void aFlagAndACertificateForTheSameWorkAreBothPutRight() {
        var certificate = awards.by(CHAIR, COMMUNE, "commune-certificate", "Tổ cờ");
        var flag = awards.byTheMinistry(COMMUNE, "ministry-flag", "Tổ cò");
        decide(CORRECTION, propose(DRAFTER, certificate, Map.of("name", "Tổ cờ đầu")));
        forwarded(journey.propose(CORRECTION, DRAFTER, Map.of("forwardedDossier", flag.dossierNumber().value(),
                "corrections", List.of(Map.of("id", flag.ids().get(0), "name", "Tổ cờ đầu")), "reason", "Lỗi đánh máy")),
                "approve");

        assertThat(award(flag, 0).name()).isEqualTo("Tổ cờ đầu");
    }

    @Test
    void aLostCertificateIsGivenAgainByApprovalAndTheEarlierPrintDoesNotCount() throws IOException {
        var given = awards.by(CHAIR, COMMUNE, "commune-certificate", "Tổ một", "Tổ hai");
        var code = code(given.awards().get(0));
        var before = decisions.list(new DecisionRegister.Filter(null, null, null, null, null), ADMINISTRATOR,
                Pageable.ofSize(1)).getTotalElements();
        var number = journey.propose(REISSUE, DRAFTER, reissue(given, 0));
        assertRefused("nominees", () -> journey.propose(REISSUE, DRAFTER, reissue(given, 0)));
        assertRefused("documents", () -> journey.completeById(journey.task(number, "complete-dossier", DRAFTER).getId(),
                DRAFTER, Map.of()));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of("cause", "damaged"));
        journey.refuse(number, "sign", CHIEF, "return");
        journey.complete(number, "supplement", DRAFTER, Map.of("explanation", "Bị ướt khi mưa bão"));
        journey.approve(number, "sign", CHIEF);
        journey.approve(number, "decide", COMMUNE_CHAIR);

        journey.assertPath(number, "proposed", "complete-dossier", "plan-route", "sign", "supplement", "sign", "decide",
                "give-certificates", "entered", "reissued");
        assertThat(award(given, 0)).satisfies(award -> {
            assertThat(award.print()).isEqualTo(2);
            assertThat(award.printedOn()).isEqualTo(TODAY);
            assertThat(award.correctedOn()).isNull();
        });
        assertThat(award(given, 1).print()).isEqualTo(1);
        assertThat(verifier.check(code)).satisfies(verdict -> {
            assertThat(verdict.status()).isEqualTo(Status.REPLACED);
            assertThat(verdict.replaced().number()).isNull();
            assertThat(verdict.replaced().on()).isEqualTo(TODAY);
        });
        assertThat(verifier.check(code(given.awards().get(0))).status()).isEqualTo(Status.GENUINE);
        assertThat(decisions.list(new DecisionRegister.Filter(null, null, null, null, null), ADMINISTRATOR,
                Pageable.ofSize(1)).getTotalElements()).as("no number is taken").isEqualTo(before);
        assertThat(reissues.list(new ReissueRegister.Filter(null, "damaged", true, null), DRAFTER,
                Pageable.ofSize(200)).getContent()).filteredOn(one -> one.dossierNumber().value().equals(number))
                .singleElement().satisfies(one -> {
                    assertThat(one.print()).isEqualTo(2);
                    assertThat(one.reissuedBy()).isNull();
                });
        keep("reissue-submission", papers.print(DossierNumber.of(number), "submission-1", DRAFTER).pdf());
        keep("reissued-certificates", certificates(given));
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve", "reject"})
    void theMinistryGivesItsOwnCertificatesAgain(String answer) {
        var given = awards.byTheMinistry(COMMUNE, "ministry-merit", "Tổ một");
        var number = journey.propose(REISSUE, DRAFTER, Map.of("forwardedDossier", given.dossierNumber().value(),
                "nominees", given.ids(), "cause", "lost", "appliedOn", "2024-07-01", "explanation", "Mẫu"));
        forwarded(number, answer);
        if (answer.equals("reject")) {
            assertThat(award(given, 0).print()).isEqualTo(1);
            return;
        }
        journey.assertPath(number, "record-ministry-result", "register-certificates", "entered", "reissued");
        assertThat(award(given, 0).print()).isEqualTo(2);
    }

    @Test
    void anApplicationIsOfADayBetweenTheDecisionAndToday() {
        var given = awards.by(CHAIR, COMMUNE, "commune-certificate", "Tổ một");
        for (var day : List.of("2024-06-30", "2024-07-02")) {
            var fields = new HashMap<>(reissue(given, 0));
            fields.put("appliedOn", day);
            assertRefused("appliedOn", () -> journey.propose(REISSUE, DRAFTER, fields));
        }
        var number = journey.propose(REISSUE, DRAFTER, reissue(given, 0));
        handling.withdraw(DossierNumber.of(number), "Lý do mẫu", DRAFTER);
        journey.assertPath(number, "withdrawal-requested", "withdraw-dossier", "withdrawn");
        var rejected = journey.propose(REISSUE, DRAFTER, reissue(given, 0));
        journey.complete(rejected, "complete-dossier", DRAFTER, Map.of());
        journey.refuse(rejected, "sign", CHIEF, "reject");
        journey.assertPath(rejected, "sign", "reject-dossier", "rejected");
    }

    private String propose(Officer officer, Given given, Map<String, Object> words) {
        return journey.propose(CORRECTION, officer, fields(given, 0, words));
    }

    private static Map<String, Object> fields(Given given, int award, Map<String, Object> words) {
        var row = new HashMap<>(words);
        row.put("id", given.ids().get(award));
        return Map.of("decisionId", String.valueOf(given.decisionId()), "corrections", List.of(row), "reason",
                "Lỗi đánh máy");
    }

    private static Map<String, Object> reissue(Given given, int award) {
        return Map.of("decisionId", String.valueOf(given.decisionId()), "nominees", List.of(given.ids().get(award)),
                "cause", "lost", "appliedOn", "2024-07-01", "explanation", "Mất khi chuyển nhà");
    }

    private void decide(String process, String number) {
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.approve(number, "sign", CHIEF);
        journey.approve(number, "decide", COMMUNE_CHAIR);
        assertThat(journey.ended(number)).as(process).isTrue();
    }

    private void revoke(Given given, String award) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> revocations.revoke(given.dossierNumber(),
                Set.of(Long.valueOf(award)), false, new Revocation(null, "09/QĐ-UBND", TODAY, null)));
    }

    private void forwarded(String number, String answer) {
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.approve(number, "sign", CHIEF);
        if (answer.equals("reject")) {
            journey.refuse(number, "record-ministry-result", PROVINCE_OFFICER, answer);
            return;
        }
        assertRefused("decidedOn", () -> journey.complete(number, "record-ministry-result", PROVINCE_OFFICER,
                Map.of("outcome", answer, "decisionNumber", "99/QĐ-BCA", "decidedOn", "2024-07-02")));
        journey.complete(number, "record-ministry-result", PROVINCE_OFFICER,
                Map.of("outcome", answer, "decisionNumber", "99/QĐ-BCA", "decidedOn", "2024-07-01"));
    }

    private AwardRegister.Entry award(Given given, int index) {
        return register.list(new AwardRegister.Filter(null, null, null, given.dossierNumber().value(), null, null, null,
                null, null, null, null), ADMINISTRATOR, Pageable.ofSize(50)).getContent().stream()
                .filter(one -> one.id() == given.awards().get(index)).findFirst().orElseThrow();
    }

    private String code(long award) {
        return jdbc.sql("select code from award where id = ?").param(award).query(String.class).single();
    }

    private String decisionCode(Given given) {
        return awards.code(given.decisionId());
    }

    private byte[] certificates(Given given) throws IOException {
        var pdf = new ByteArrayOutputStream();
        papers.certificates(given.decisionId(), true, DRAFTER).content().writeTo(pdf);
        return pdf.toByteArray();
    }

    private static String keep(String name, byte[] pdf) throws IOException {
        Files.write(Files.createDirectories(Path.of("target/papers")).resolve(name + ".pdf"), pdf);
        return text(pdf);
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static void assertRefused(String field, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refusal.class, refusal ->
                assertThat(refusal.field()).isEqualTo(Optional.ofNullable(field)));
    }
}
