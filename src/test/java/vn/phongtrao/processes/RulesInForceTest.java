package vn.phongtrao.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import vn.phongtrao.BrokenFiles;
import vn.phongtrao.RulesOnFile;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.procedure.Components;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.ProcedureRules;
import vn.phongtrao.procedure.ProcedureRules.About;

/** What the decision tables say, evaluated as the engine evaluates them. */
class RulesInForceTest {

    private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final Map<String, DmnDecision> TABLES = new HashMap<>();
    private static final ProcedureRules COMMON = RulesOnFile.ofProcedures();
    private static final List<String> FORMS = List.of("commune-certificate", "district-certificate",
            "police-director-certificate", "province-merit", "party-merit", "ministry-merit", "security-medal",
            "commendation-letter", "province-flag", "ministry-flag", "prime-minister-merit");
    private static final List<String> TYPES = List.of("regular", "ad-hoc", "thematic");
    private static final LocalDate THREE_TIERS = LocalDate.of(2024, 7, 1);
    private static final LocalDate TWO_TIERS = LocalDate.of(2025, 7, 1);

    private record Origin(String form, String tier) {
    }

    private record Stop(String stopTier, String appraiser, String signers) {
    }

    private record Matter(String form, String achievementType, boolean simple) {
    }

    private record Required(String kind, boolean enforced) {
    }

    private record Waiting(String task, String form, String tier, String achievementType) {
    }

    private record Deadline(int days) {
    }

    @Test
    void provinceMeritClimbsFourStopsInThreeTiers() {
        assertThat(route("province-merit", "commune", THREE_TIERS)).containsExactly(
                "commune:  > police-chief,committee-chair",
                "district: police-officer > police-chief,committee-chair",
                "province: police-officer > police-chief",
                "province: committee-clerk > ");
    }

    @Test
    void provinceMeritClimbsThreeStopsInTwoTiers() {
        assertThat(route("province-merit", "commune", TWO_TIERS)).containsExactly(
                "commune:  > police-chief,committee-chair",
                "province: police-officer > police-chief",
                "province: committee-clerk > ");
    }

    @Test
    void routeBeginsAtTheTierOfTheOriginator() {
        assertThat(route("ministry-merit", "district", THREE_TIERS)).containsExactly(
                "district: police-officer > police-chief,committee-chair",
                "province: police-officer > police-chief");
        assertThat(route("ministry-merit", "province", THREE_TIERS))
                .containsExactly("province: police-officer > police-chief");
    }

    @Test
    void districtClerkAppraisesAfterTheEndOfDistrictPolice() {
        assertThat(route("province-merit", "commune", LocalDate.of(2025, 3, 1)))
                .contains("district: committee-clerk > committee-chair");
        assertThat(route("district-certificate", "commune", LocalDate.of(2025, 3, 1))).containsExactly(
                "commune:  > police-chief,committee-chair", "district: committee-clerk > ");
    }

    @ParameterizedTest
    @CsvSource({"2023-07-01, 1800000", "2024-06-30, 1800000", "2024-07-01, 2340000", "2026-06-30, 2340000",
            "2026-07-01, 2530000"})
    void baseSalaryIsThatOfTheDay(LocalDate day, int amount) {
        assertThat(row("base-salary", day)).get().extracting("amount").isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({"commune-certificate, 2025-06-30, 0.15, 0.225, 0.3", "commune-certificate, 2025-07-01, 0.3, 0.45, 0.6",
            "district-certificate, 2025-06-30, 0.3, 0.45, 0.6",
            "police-director-certificate, 2024-01-01, 0.3, 0.45, 0.6", "province-merit, 2024-01-01, 1.5, 2.25, 3.0",
            "ministry-merit, 2025-07-01, 1.5, 2.25, 3.0", "party-merit, 2024-07-01, 0, 0, 0",
            "commendation-letter, 2024-07-01, 0, 0, 0", "prime-minister-merit, 2024-07-01, 3.5, 5.25, 7.0",
            "prime-minister-merit, 2025-07-01, 3.5, 5.25, 7.0"})
    void bonusIsHigherForHouseholdsAndDoubleForCollectives(String form, LocalDate day, double individual,
                                                           double household, double collective) {
        assertThat(Stream.of("individual", "household", "collective").map(kind ->
                row("bonus", day, "form", form, "kind", kind).orElseThrow().get("coefficient")))
                .containsExactly(individual, household, collective);
    }

    @ParameterizedTest
    @CsvSource({"commune-certificate, e", "police-director-certificate, e", "province-merit, b", "prime-minister-merit, a"})
    void theBonusOfAHouseholdCitesThePointOfItsFormAndTheParagraphOfHouseholds(String form, String point) {
        assertThat(row("bonus", TWO_TIERS, "form", form, "kind", "household")).get().extracting("legalBasis")
                .isEqualTo("Nghị định 152/2025/NĐ-CP, Điều 54 khoản 1 điểm %s và khoản 3".formatted(point));
    }

    @ParameterizedTest
    @CsvSource({"2025-06-30, 'Nghị định 98/2023/NĐ-CP, Điều 53'", "2025-07-01, 'Nghị định 152/2025/NĐ-CP, Điều 49 khoản 7'"})
    void aFlagIsATitleByTheDecreeOfTheDay(LocalDate day, String decree) {
        assertThat(row("emulation-title", day, "form", "province-flag")).get().extracting("legalBasis").asString()
                .endsWith("; " + decree);
    }

    @Test
    void bonusIsRoundedUpToTenThousand() {
        assertThat(row("bonus", THREE_TIERS, "form", "commune-certificate", "kind", "individual")).get()
                .extracting("roundUpTo").isEqualTo(10_000);
    }

    @Test
    void districtCertificateEndsWithTheDistricts() {
        assertThat(awardForm("district-certificate", "regular", LocalDate.of(2025, 6, 30))).isPresent();
        assertThat(awardForm("district-certificate", "regular", TWO_TIERS)).isEmpty();
        assertThat(row("bonus", TWO_TIERS, "form", "district-certificate", "kind", "individual")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"commune-certificate", "district-certificate", "province-merit", "prime-minister-merit"})
    void councilVotesUnlessTheAchievementIsAdHoc(String form) {
        assertThat(awardForm(form, "regular", THREE_TIERS)).get().extracting("council").isEqualTo(true);
        assertThat(awardForm(form, "thematic", THREE_TIERS)).get().extracting("council").isEqualTo(true);
        assertThat(awardForm(form, "ad-hoc", THREE_TIERS)).get().extracting("council").isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"party-merit", "ministry-merit", "security-medal", "ministry-flag", "prime-minister-merit"})
    void higherAuthoritysFormsAreForwardedWithoutADecisionNumber(String form) {
        assertThat(row("commendation-jurisdiction", THREE_TIERS, "form", form)).get()
                .extracting("ending", "symbol", "tier").containsExactly(
                        form.equals("prime-minister-merit") ? "submit" : "forward", "", "province");
    }

    @ParameterizedTest
    @ValueSource(strings = {"province-flag", "ministry-flag"})
    void flagsAreForCollectivesAndNotForAdHocAchievements(String form) {
        assertThat(awardForm(form, "regular", TWO_TIERS)).get().extracting("kinds").isEqualTo("collective");
        assertThat(awardForm(form, "ad-hoc", TWO_TIERS)).isEmpty();
        assertThat(row("bonus", TWO_TIERS, "form", form, "kind", "collective")).get().extracting("coefficient")
                .isEqualTo(8.0);
    }

    @ParameterizedTest
    @CsvSource({"commune, 2025-05-09, true", "commune, 2025-05-10, false", "district, 2025-05-09, false"})
    void communesProposeForTheMinistrysFlagFromTheDayItHasOneForThem(String tier, LocalDate day, boolean refused) {
        assertThat(row("award-proposer", day, "form", "ministry-flag", "tier", tier).isPresent()).isEqualTo(refused);
    }

    @Test
    void thePrimeMinistersDossierIsSignedByTheChairOfTheProvince() {
        assertThat(route("prime-minister-merit", "province", TWO_TIERS)).containsExactly(
                "province: police-officer > police-chief", "province: committee-clerk > committee-chair");
    }

    @Test
    void medalIsForIndividualsOnceInALife() {
        assertThat(awardForm("security-medal", "regular", THREE_TIERS)).get().extracting("kinds", "oncePerLife")
                .containsExactly("individual", true);
        assertThat(row("bonus", THREE_TIERS, "form", "security-medal", "kind", "household")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"commune-certificate, 1/2, more-than, present", "province-merit, 4/5, at-least, all",
            "province-flag, 4/5, at-least, all", "prime-minister-merit, 4/5, at-least, all"})
    void thresholdDependsOnTheForm(String form, String ratio, String comparison, String denominator) {
        assertThat(row("vote-threshold", THREE_TIERS, "form", form)).get()
                .extracting("quorum", "ratio", "comparison", "denominator")
                .containsExactly("2/3", ratio, comparison, denominator);
    }

    @Test
    void kindsOfDocumentDependOnTheAchievement() {
        assertThat(documents("province-merit", "regular"))
                .containsExactly("submission", "achievement-report", "minutes", "discipline-statement");
        assertThat(documents("commune-certificate", "ad-hoc"))
                .containsExactly("submission", "achievement-report", "confirmation", "discipline-statement");
        assertThat(documents("security-medal", "regular")).containsExactly("submission", "discipline-statement", "service-proof");
        assertThat(documents("commendation-letter", "regular")).isEmpty();
    }

    @Test
    void reportAndMinutesOrAConfirmationAreEnforced() {
        assertThat(required("province-merit", "regular", false)).filteredOn(Required::enforced)
                .extracting(Required::kind).containsExactly("achievement-report", "minutes");
        assertThat(required("commune-certificate", "ad-hoc", false)).filteredOn(Required::enforced)
                .extracting(Required::kind).containsExactly("confirmation");
    }

    @Test
    void aSimpleDossierNeedsNeitherReportNorMinutes() {
        assertThat(required("province-merit", "regular", true)).extracting(Required::kind)
                .containsExactly("submission", "discipline-statement");
    }

    @Test
    void supplementIsAskedForOnceAtMost() {
        assertThat(row("return-limit", THREE_TIERS, "process", "commendation")).get().extracting("most").isEqualTo(1);
    }

    @Test
    void communeCertificateTakesTenWorkingDays() {
        assertThat(Stream.of("sign", "appraise", "council-vote", "decide").mapToInt(task ->
                days(task, "commune-certificate", "commune", "regular")).sum()).isEqualTo(10);
    }

    @Test
    void adHocAchievementsTakeTheFastLane() {
        assertThat(days("appraise", "province-merit", "province", "regular")).isEqualTo(15);
        assertThat(days("appraise", "province-merit", "province", "ad-hoc")).isEqualTo(3);
        assertThat(days("decide", "province-merit", "province", "ad-hoc")).isEqualTo(2);
    }

    @Test
    void bodiesThatAreAskedForTheirOpinionHaveTenWorkingDaysAndTheMinistryTwenty() {
        var waiting = new Waiting("record-opinions", "prime-minister-merit", "province", "regular");
        assertThat(Stream.of(THREE_TIERS, TWO_TIERS).map(day -> COMMON.row("commendation", About.DEADLINE, Days.on(day),
                waiting, Deadline.class).days())).containsOnly(10);
        assertThat(row("opinion", TWO_TIERS, "form", "prime-minister-merit")).get().extracting("days", "silenceAgrees")
                .containsExactly(10, true);
        assertThat(row("opinion", TWO_TIERS, "form", "province-merit")).isEmpty();
        assertThat(COMMON.row("commendation", About.DEADLINE, Days.on(TWO_TIERS), new Waiting("record-ministry-result",
                "prime-minister-merit", "province", "regular"), Deadline.class).days()).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({"complete-dossier, leave-on-request, 3", "sign, leave-on-request, 2", "decide, leave-on-request, 5", "decide, dissolve, 5"})
    void aChangeOfATeamIsReportedInFiveWorkingDaysAndDecidedInFive(String task, String form, int days) {
        assertThat(row("team-change-deadline", THREE_TIERS, "task", task, "form", form)).get().extracting("days").isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({"appraise, district, 10", "appraise, province, 15", "decide, province, 5"})
    void tiersAppraiseAndDecideWithinTheirDays(String task, String tier, int days) {
        assertThat(row("deadline", THREE_TIERS, "task", task, "tier", tier)).get().extracting("days").isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({"II, 2025-12-31, 4410000", "I, 2026-01-01, 5310000", "II, 2026-01-01, 4730000", "III, 2026-01-01, 4140000",
            "IV, 2026-01-01, 3700000"})
    void theMinimumWageOfARegionIsThatOfTheDay(String region, LocalDate day, int amount) {
        assertThat(row("regional-wage", day, "region", region)).get().extracting("amount").isEqualTo(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-07-01", "2025-07-01"})
    void theMedalOfAMinistryIsWorthSixTenthsOfTheBaseSalaryAtMost(LocalDate day) {
        assertThat(row("bonus", day, "form", "security-medal", "kind", "individual")).get().extracting("coefficient")
                .satisfies(coefficient -> assertThat(((Number) coefficient).doubleValue()).isBetween(0.0, 0.6));
    }

    @Test
    void nothingIsAwardedBeforeTheLawIsInForce() {
        assertThat(FORMS).allSatisfy(form ->
                assertThat(awardForm(form, "regular", LocalDate.of(2023, 12, 31))).isEmpty());
    }

    /** An award form that the tables admit must not get stuck later for want of a row. */
    @ParameterizedTest
    @ValueSource(strings = {"2024-01-01", "2025-06-30", "2025-07-01"})
    void everyAwardFormInForceHasAllTheRowsItNeeds(LocalDate day) {
        for (var form : FORMS) {
            for (var type : TYPES) {
                awardForm(form, type, day).ifPresent(award -> {
                    var tier = (String) row("commendation-jurisdiction", day, "form", form, "matter", Decision.MATTER).orElseThrow().get("tier");
                    assertThat(route(form, tier, day)).as("route of %s", form).isNotEmpty();
                    assertThat(days("decide", form, tier, type)).as("deadline of %s", form).isPositive();
                    for (var kind : ((String) award.get("kinds")).split(",")) {
                        assertThat(row("bonus", day, "form", form, "kind", kind)).as("bonus of %s", form).isPresent();
                    }
                    if ((Boolean) award.get("council")) {
                        assertThat(row("vote-threshold", day, "form", form)).as("vote on %s", form).isPresent();
                    }
                });
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete-dossier", "appraise", "sign", "supplement", "council-vote", "decide",
            "record-ministry-result", "record-opinions"})
    void everyTaskOfCommendationHasADeadlineAtEveryTier(String task) {
        assertThat(Stream.of("commune", "district", "province")).allSatisfy(tier -> {
            assertThat(days(task, "province-merit", tier, "regular")).isPositive();
            assertThat(days(task, "province-merit", tier, "ad-hoc")).isPositive();
        });
    }

    private static List<String> route(String form, String tier, LocalDate day) {
        return COMMON.rows("commendation", About.ROUTE, Days.on(day), new Origin(form, tier), Stop.class).stream()
                .map(stop -> "%s: %s > %s".formatted(stop.stopTier(), stop.appraiser(), stop.signers())).toList();
    }

    private static List<String> documents(String form, String type) {
        return required(form, type, false).stream().map(Required::kind).toList();
    }

    private static List<Required> required(String form, String type, boolean simple) {
        return COMMON.rows("commendation", About.DOCUMENTS, Days.on(THREE_TIERS), new Matter(form, type, simple),
                Required.class);
    }

    private static Optional<Map<String, Object>> awardForm(String form, String type, LocalDate day) {
        return row("award-form", day, "form", form, "achievementType", type);
    }

    private static int days(String task, String form, String tier, String type) {
        return COMMON.row("commendation", About.DEADLINE, Days.on(THREE_TIERS), new Waiting(task, form, tier, type),
                Deadline.class).days();
    }

    @ParameterizedTest
    @CsvSource({"II, 2025-12-31, 4410000", "II, 2026-01-01, 4730000", "III, 2026-01-01, 4140000", "IV, 2026-01-01, 3700000",
            "I, 2026-01-01, 5310000"})
    void regionalWagesRiseIn2026(String region, LocalDate day, int amount) {
        assertThat(row("regional-wage", day, "region", region)).get().extracting("amount").isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({"fraud, a", "false-papers, b", "unlawful-appraisal, c", "violation, d"})
    void eachGroundOfARevocationHasItsPoint(String ground, String point) {
        assertThat(row("decision-revocation-ground", THREE_TIERS, "ground", ground)).get().extracting("legalBasis")
                .isEqualTo("Luật Thi đua, khen thưởng 2022, Điều 93 khoản 2 điểm " + point);
    }

    private static Optional<Map<String, Object>> row(String table, LocalDate day, String... facts) {
        return rows(table, day, facts).stream().findFirst();
    }

    private static List<Map<String, Object>> rows(String table, LocalDate day, String... facts) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.putAll(Components.of(Days.on(day)));
        for (int i = 0; i < facts.length; i += 2) {
            inputs.put(facts[i], facts[i + 1]);
        }
        return ENGINE.evaluateDecisionTable(TABLES.computeIfAbsent(table, RulesInForceTest::parse), inputs)
                .getResultList();
    }

    private static DmnDecision parse(String table) {
        var file = BrokenFiles.sound().endingWith("/" + table + ".dmn");
        return ENGINE.parseDecision(table, new ByteArrayInputStream(file.get(file.firstKey())));
    }
}
