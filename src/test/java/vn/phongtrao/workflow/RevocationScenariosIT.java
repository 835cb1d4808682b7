package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.COMMITTEE_CLERK;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.officer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.commendation.AwardRegister;
import vn.phongtrao.commendation.AwardsGiven;
import vn.phongtrao.commendation.AwardsGiven.Given;
import vn.phongtrao.commendation.FundBook;
import vn.phongtrao.commendation.FundRegister;
import vn.phongtrao.decision.DecisionRegister;
import vn.phongtrao.decision.Verdict;
import vn.phongtrao.decision.Verifier;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Handling;
import vn.phongtrao.press.Papers;
import vn.phongtrao.press.Pdf;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.revocation.RevocationRegister;
import vn.phongtrao.security.Officer;
import vn.phongtrao.team.SampleTeams;
import vn.phongtrao.unit.UnitPath;

/** Every outcome of revoking what was decided, three tiers, Bạc Liêu 2024. */
@ScenarioTest
@CompleteCoverage
@Import(AwardsGiven.class)
class RevocationScenariosIT {

    private static final String PROCESS = "decision-revocation";
    private static final String COMMUNE = "95/954/31813";
    private static final String PROVINCE = "95";
    private static final String CHAIR = COMMUNE + "/committee-chair";
    private static final Officer DRAFTER = officer(POLICE_OFFICER, COMMUNE);
    private static final Officer CHIEF = officer(POLICE_CHIEF, COMMUNE);
    private static final Officer COMMUNE_CHAIR = officer(COMMITTEE_CHAIR, COMMUNE);
    private static final Officer CLERK = officer(COMMITTEE_CLERK, COMMUNE);
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
    RevocationRegister revocations;
    @Autowired
    FundBook funds;
    @Autowired
    FundRegister fundRegister;
    @Autowired
    Verifier verifier;
    @Autowired
    Papers papers;
    @Autowired
    Handling handling;
    @Autowired
    SampleTeams teams;
    @Autowired
    JdbcClient jdbc;

    @Test
    void anAwardIsRevokedForOneAndWhatWasGivenIsFollowedToTheEnd() {
        var given = awards.by(CHAIR, COMMUNE, "commune-certificate", "Tổ một", "Tổ hai");
        awards.pay(given.awards().get(0));
        var before = fund();
        var number = propose(DRAFTER, given, List.of(given.ids().get(0)));
        assertRefused("documents", () -> journey.completeById(journey.task(number, "complete-dossier", DRAFTER).getId(),
                DRAFTER, Map.of()));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of("reason", "Kết luận số 05/KL-TTr"));
        journey.refuse(number, "sign", CHIEF, "return");
        journey.complete(number, "supplement", DRAFTER, Map.of("ground", "false-papers"));
        journey.approve(number, "sign", CHIEF);
        journey.approve(number, "decide", COMMUNE_CHAIR);

        journey.assertPath(number, "proposed", "complete-dossier", "plan-route", "sign", "supplement", "sign", "decide",
                "issue-revocation", "recovery-begins", "record-recovery");
        var revoked = award(given, 0);
        assertThat(revoked.revokedOn()).isEqualTo(TODAY);
        assertThat(revoked.revokedBy()).matches("\\d{2,}/QĐ-UBND").isNotEqualTo(given.decisionNumber());
        assertThat(revoked.toRecover()).isEqualTo(710_000);
        assertThat(award(given, 1).revokedOn()).isNull();
        assertThat(decisions.show(given.decisionId(), DRAFTER)).satisfies(entry -> {
            assertThat(entry.revokedOn()).as("it still holds for another").isNull();
            assertThat(entry.partlyRevokedBy()).isEqualTo(revoked.revokedBy());
            assertThat(entry.revocationName()).isEqualTo("Bị hủy bỏ một phần ngày 01/07/2024");
            assertThat(Pdf.text(papers.printDecision(entry.revocationId(), DRAFTER).pdf())).contains(
                    "Hủy bỏ một phần Quyết định số " + given.decisionNumber(),
                    "Các nội dung khác của Quyết định số " + given.decisionNumber() + " giữ nguyên hiệu lực.");
        });
        assertThat(verifier.check(code("award", given.awards().get(0)))).satisfies(verdict -> {
            assertThat(verdict.status()).isEqualTo(Verdict.Status.REVOKED);
            assertThat(verdict.revoked().number()).isEqualTo(revoked.revokedBy());
            assertThat(verdict.revoked().on()).isEqualTo(TODAY);
        });
        assertThat(verifier.check(code("award", given.awards().get(1))).status()).isEqualTo(Verdict.Status.GENUINE);
        assertThat(verifier.check(code("decision", given.decisionId()))).satisfies(verdict -> {
            assertThat(verdict.status()).isEqualTo(Verdict.Status.GENUINE);
            assertThat(verdict.partlyRevoked().number()).isEqualTo(revoked.revokedBy());
        });
        assertThat(fund().spent()).isEqualTo(before.spent() - 710_000);
        assertThat(fund().toRecover()).isEqualTo(before.toRecover() + 710_000);
        assertThat(journey.show(number)).containsEntry("status", "decided").containsEntry("recoverBy", "2024-07-22")
                .containsEntry("ground", "false-papers").containsEntry("reason", "Kết luận số 05/KL-TTr");

        recover(number, CLERK, Map.of("id", given.ids().get(0), "money", "partly", "moneyBack", 300_000));
        assertThat(journey.openTasks(number)).extracting("taskDefinitionKey").containsExactly("record-recovery");
        assertThat(award(given, 0).toRecover()).isEqualTo(410_000);
        assertThat(line(number)).satisfies(line -> {
            assertThat(line.settled()).isFalse();
            assertThat(line.toRecover()).isEqualTo(410_000);
            assertThat(line.recovered()).isEqualTo(300_000);
            assertThat(line.recoverBy()).isEqualTo("2024-07-22");
        });
        recover(number, CLERK, Map.of("id", given.ids().get(0), "money", "returned", "object", "returned"));

        journey.assertPath(number, "record-recovery", "recovered", "recovery-begins", "record-recovery", "recovered",
                "revoked");
        assertThat(journey.ended(number)).isTrue();
        assertThat(line(number).settled()).isTrue();
        assertThat(fund().recovered()).isEqualTo(before.recovered() + 710_000);
        assertThat(fund().toRecover()).isEqualTo(before.toRecover());
    }

    @Test
    void aWholeDecisionIsRevokedWithItsNumberKept() throws IOException {
        var given = awards.by(CHAIR, COMMUNE, "commune-certificate", "Tổ một", "Tổ hai");
        var number = propose(DRAFTER, given, null);
        decide(number);

        var entry = decisions.show(given.decisionId(), DRAFTER);
        assertThat(entry.decisionNumber()).isEqualTo(given.decisionNumber());
        assertThat(entry.revokedOn()).isEqualTo(TODAY);
        assertThat(entry.revokedBy()).isEqualTo(award(given, 0).revokedBy()).isEqualTo(award(given, 1).revokedBy());
        assertThat(entry.partlyRevokedBy()).isNull();
        assertThat(Stream.of(code("decision", given.decisionId()), code("award", given.awards().get(0))))
                .allSatisfy(code -> assertThat(verifier.check(code).status()).isEqualTo(Verdict.Status.REVOKED));
        assertThat(award(given, 0).toRecover()).as("nobody had been paid").isZero();
        keep("revocation", papers.printDecision(entry.revocationId(), DRAFTER).pdf());
        keep("submission", papers.print(DossierNumber.of(number), "submission-1", DRAFTER).pdf());
        keep("revoked-decision", papers.printDecision(given.decisionId(), DRAFTER).pdf());
        var sheets = papers.certificates(given.decisionId(), true, DRAFTER);
        try (var out = Files.newOutputStream(Files.createDirectories(Path.of("target/papers"))
                .resolve("revoked-certificates.pdf"))) {
            sheets.content().writeTo(out);
        }
        assertRefused("awards", () -> funds.pay(given.awards(), TODAY, CLERK));
        assertThat(fundRegister.awards(new FundRegister.Filter(null, null, null), false, null, CLERK,
                PageRequest.of(0, 200)).getContent()).extracting(FundRegister.Due::id)
                .doesNotContainAnyElementsOf(given.awards());
        assertRefused("decisionId", () -> propose(DRAFTER, given, null));
        assertRefused("decisionId", () -> journey.propose(PROCESS, DRAFTER,
                Map.of("decisionId", String.valueOf(entry.revocationId()), "ground", "fraud", "reason", "Lý do mẫu")));
    }

    @Test
    void aDecisionThatHoldsForNobodyAfterSeveralRevocationsIsRevokedByTheLast() {
        var given = awards.by(CHAIR, COMMUNE, "commune-certificate", "Tổ một", "Tổ hai");
        decide(propose(DRAFTER, given, List.of(given.ids().get(0))));
        assertRefused("nominees", () -> propose(DRAFTER, given, given.ids()));
        decide(propose(DRAFTER, given, null));

        assertThat(award(given, 0).revokedBy()).isNotEqualTo(award(given, 1).revokedBy());
        assertThat(decisions.show(given.decisionId(), DRAFTER).revokedBy()).isEqualTo(award(given, 1).revokedBy());
    }

    @Test
    void theDirectorRevokesWhatHeGaveAfterAnotherOfficerHasAppraised() {
        var given = awards.by("95/police-chief", PROVINCE, "police-director-certificate", "Tổ một");
        var number = propose(PROVINCE_OFFICER, given, null);
        journey.complete(number, "complete-dossier", PROVINCE_OFFICER, Map.of());
        assertThatThrownBy(() -> journey.approve(number, "appraise", PROVINCE_OFFICER)).hasMessageContaining("lập hồ sơ");
        journey.refuse(number, "appraise", officer(POLICE_OFFICER, PROVINCE, 2), "return");
        journey.complete(number, "supplement", PROVINCE_OFFICER, Map.of());
        journey.approve(number, "appraise", officer(POLICE_OFFICER, PROVINCE, 2));
        journey.approve(number, "decide", officer(POLICE_CHIEF, PROVINCE));

        assertThat(award(given, 0).revokedBy()).endsWith("/QĐ-CAT");
        assertThat(journey.task(number, "record-recovery", PROVINCE_OFFICER)).isNotNull();
        recover(number, PROVINCE_OFFICER, Map.of("id", given.ids().get(0), "money", "nothing", "object",
                "not-recoverable", "note", "Đã thất lạc"));
        assertThat(journey.ended(number)).isTrue();
    }

    @Test
    void aUnitAboveProposesAndWhoDecidedRevokes() {
        var given = awards.by(CHAIR, COMMUNE, "commune-certificate", "Tổ một");
        var number = propose(PROVINCE_OFFICER, given, null);
        journey.complete(number, "complete-dossier", PROVINCE_OFFICER, Map.of());
        journey.approve(number, "sign", officer(POLICE_CHIEF, PROVINCE));
        journey.approve(number, "decide", COMMUNE_CHAIR);
        assertThat(award(given, 0).revokedOn()).isEqualTo(TODAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve", "reject"})
    void whatTheMinistryDecidedIsRevokedByTheMinistry(String answer) {
        var given = awards.byTheMinistry(COMMUNE, "ministry-merit", "Tổ một");
        assertRefused("decisionId", () -> journey.propose(PROCESS, DRAFTER, Map.of("ground", "fraud", "reason", "Mẫu")));
        var number = journey.propose(PROCESS, DRAFTER, Map.of("forwardedDossier", given.dossierNumber().value(),
                "ground", "violation", "reason", "Lý do mẫu"));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.approve(number, "sign", CHIEF);
        assertThat(journey.show(number)).containsEntry("status", "forwarded")
                .containsEntry("authorityName", "Bộ trưởng Bộ Công an");
        if (answer.equals("reject")) {
            journey.refuse(number, "record-ministry-result", PROVINCE_OFFICER, answer);
            journey.assertPath(number, "forward-dossier", "record-ministry-result", "reject-dossier", "rejected");
            assertThat(award(given, 0).revokedOn()).isNull();
            return;
        }
        assertRefused("decidedOn", () -> journey.complete(number, "record-ministry-result", PROVINCE_OFFICER,
                Map.of("outcome", answer, "decisionNumber", "99/QĐ-BCA", "decidedOn", "2024-06-30")));
        journey.complete(number, "record-ministry-result", PROVINCE_OFFICER,
                Map.of("outcome", answer, "decisionNumber", "99/QĐ-BCA", "decidedOn", "2024-07-01"));

        journey.assertPath(number, "forward-dossier", "record-ministry-result", "register-revocation", "record-recovery");
        assertThat(award(given, 0).revokedBy()).isEqualTo("99/QĐ-BCA");
        assertThat(award(given, 0).revocationId()).isNull();
        recover(number, PROVINCE_OFFICER, Map.of("id", given.ids().get(0), "money", "nothing", "object", "returned"));
        assertThat(journey.ended(number)).isTrue();
    }

    @Test
    void aRevocationIsRejectedOnItsWayAndByWhoDecides() {
        var given = awards.by(CHAIR, COMMUNE, "commune-certificate", "Tổ một");
        var first = propose(DRAFTER, given, null);
        journey.complete(first, "complete-dossier", DRAFTER, Map.of());
        journey.refuse(first, "sign", CHIEF, "reject");
        journey.assertPath(first, "sign", "reject-dossier", "rejected");
        var second = propose(DRAFTER, given, null);
        journey.complete(second, "complete-dossier", DRAFTER, Map.of());
        journey.approve(second, "sign", CHIEF);
        journey.refuse(second, "decide", COMMUNE_CHAIR, "reject");

        journey.assertPath(second, "decide", "reject-dossier", "rejected");
        assertThat(award(given, 0).revokedOn()).isNull();
    }

    @Test
    void theAppraiserOfTheDirectorRejects() {
        var given = awards.by("95/police-chief", PROVINCE, "police-director-certificate", "Tổ một");
        var number = propose(PROVINCE_OFFICER, given, null);
        journey.complete(number, "complete-dossier", PROVINCE_OFFICER, Map.of());
        journey.refuse(number, "appraise", officer(POLICE_OFFICER, PROVINCE, 2), "reject");

        journey.assertPath(number, "appraise", "reject-dossier", "rejected");
    }

    @Test
    void aRevocationIsWithdrawnBeforeItIsDecidedAndThenNoMore() {
        var given = awards.by(CHAIR, COMMUNE, "commune-certificate", "Tổ một");
        var number = propose(DRAFTER, given, null);
        handling.withdraw(DossierNumber.of(number), "Lý do mẫu", DRAFTER);
        journey.assertPath(number, "withdrawal-requested", "withdraw-dossier", "withdrawn");

        var again = propose(DRAFTER, given, null);
        decide(again);
        assertRefused(null, () -> handling.withdraw(DossierNumber.of(again), "Lý do mẫu", DRAFTER));
    }

    @Test
    void onlyWhoHadProposedOrAUnitAboveProposesAndOnlyAwardsAreRevoked() {
        var given = awards.by(CHAIR, COMMUNE, "commune-certificate", "Tổ một");
        assertRefused("decisionId", () -> propose(NEIGHBOUR, given, null));
        var other = awards.by(CHAIR, COMMUNE, "commune-certificate", "Tổ khác");
        assertRefused("nominees", () -> propose(DRAFTER, given, other.ids()));
        assertRefused("forwardedDossier", () -> journey.propose(PROCESS, DRAFTER, Map.of("forwardedDossier",
                given.dossierNumber().value(), "ground", "fraud", "reason", "Mẫu")));
        teams.team(COMMUNE, 5);
        var team = jdbc.sql("select max(id) from decision where dossier_number = 'TTL-MAU'").query(Long.class).single();
        for (var bad : List.of(String.valueOf(team), "0", "x", "999999999999999999999", "KT-1")) {
            assertRefused("decisionId", () -> journey.propose(PROCESS, DRAFTER,
                    Map.of("decisionId", bad, "ground", "fraud", "reason", "Mẫu")));
        }
    }

    @Test
    void ofTwoWhoProposeTheSameAtOnceOneIsRefused() {
        var given = awards.by(CHAIR, COMMUNE, "commune-certificate", "Tổ một", "Tổ hai");
        var attempts = Stream.of(given.ids(), given.ids().subList(0, 1)).map(chosen -> CompletableFuture.supplyAsync(
                () -> propose(DRAFTER, given, chosen))).toList();
        var refused = attempts.stream().filter(attempt -> {
            try {
                attempt.join();
                return false;
            } catch (CompletionException failed) {
                assertThat(failed).hasRootCauseInstanceOf(Refusal.class);
                return true;
            }
        }).count();
        assertThat(refused).isEqualTo(1);
    }

    @Test
    void whatIsPaidWhileItIsRevokedIsToBeGivenBackAndWhatIsRevokedIsNotPaid() {
        for (int attempt = 0; attempt < 4; attempt++) {
            var given = awards.by(CHAIR, COMMUNE, "commune-certificate", "Tổ một");
            var number = propose(DRAFTER, given, null);
            journey.complete(number, "complete-dossier", DRAFTER, Map.of());
            journey.approve(number, "sign", CHIEF);
            var pay = CompletableFuture.supplyAsync(() -> {
                try {
                    return funds.pay(given.awards(), TODAY, CLERK).awards();
                } catch (Refusal refused) {
                    return 0;
                }
            });
            journey.approve(number, "decide", COMMUNE_CHAIR);
            assertThat(award(given, 0).toRecover()).isEqualTo(pay.join() * 710_000L);
        }
    }

    private String propose(Officer officer, Given given, List<String> nominees) {
        Map<String, Object> fields = new HashMap<>(Map.of("decisionId", String.valueOf(given.decisionId()),
                "ground", "fraud", "reason", "Lý do mẫu"));
        if (nominees != null) {
            fields.put("nominees", nominees);
        }
        return journey.propose(PROCESS, officer, fields);
    }

    private void decide(String number) {
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.approve(number, "sign", CHIEF);
        journey.approve(number, "decide", COMMUNE_CHAIR);
    }

    private void recover(String number, Officer officer, Map<String, Object> row) {
        journey.complete(number, "record-recovery", officer, Map.of("recoveries", List.of(row)));
    }

    private AwardRegister.Entry award(Given given, int index) {
        return register.list(new AwardRegister.Filter(null, null, null, given.dossierNumber().value(), null, null, null,
                null, null, null, null), ADMINISTRATOR, Pageable.ofSize(50)).getContent().stream()
                .filter(one -> one.id() == given.awards().get(index)).findFirst().orElseThrow();
    }

    private RevocationRegister.Entry line(String number) {
        return revocations.list(new RevocationRegister.Filter(UnitPath.of(COMMUNE), null, null, null), DRAFTER,
                Pageable.ofSize(200)).getContent().stream()
                .filter(one -> one.dossierNumber().value().equals(number)).findFirst().orElseThrow();
    }

    private FundRegister.Entry fund() {
        return fundRegister.funds(new FundRegister.Filter(UnitPath.of(COMMUNE), "commune", 2024), ADMINISTRATOR,
                Pageable.ofSize(1)).getContent().get(0);
    }

    private String code(String table, long id) {
        return jdbc.sql("select code from %s where id = ?".formatted(table)).param(id).query(String.class).single();
    }

    private static void keep(String name, byte[] pdf) throws IOException {
        Files.write(Files.createDirectories(Path.of("target/papers")).resolve(name + ".pdf"), pdf);
    }

    private static void assertRefused(String field, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refusal.class, refusal ->
                assertThat(refusal.field()).isEqualTo(Optional.ofNullable(field)));
    }
}
