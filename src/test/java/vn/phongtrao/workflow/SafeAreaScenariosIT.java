package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.COMMITTEE_CLERK;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.officer;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.decision.DecisionRegister;
import vn.phongtrao.decision.Verdict;
import vn.phongtrao.decision.Verifier;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Handling;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.safearea.SafeAreaBodies;
import vn.phongtrao.safearea.SafeAreaRegister;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.UnitPath;

/** Every outcome of {@code safe-area-recognition}, three tiers, Bạc Liêu 2024. */
@ScenarioTest
@CompleteCoverage
class SafeAreaScenariosIT {

    private static final String COMMUNE = "95/954/31813";
    private static final String DISTRICT = "95/954";
    static final List<String> HAMLET_CRITERIA = List.of("plan-registered", "policies-implemented",
            "no-serious-incident", "crime-limited", "local-force-effective");
    private static final List<String> COMMUNE_CRITERIA = List.of("plan-registered", "policies-implemented",
            "no-serious-incident", "crime-limited", "police-effective");
    private static final List<String> BODY_CRITERIA = List.of("plan-registered", "policies-implemented",
            "no-serious-incident", "no-offence", "protection-effective");
    private static final Officer ADMINISTRATOR = new Officer("admin", Set.of(), true);

    @Autowired
    Journey journey;

    @Autowired
    Handling handling;

    @Autowired
    SafeAreaRegister register;

    @Autowired
    SafeAreaBodies bodies;

    @Autowired
    DecisionRegister decisions;

    @Autowired
    Verifier verifier;

    @Autowired
    JdbcClient jdbc;

    @Test
    void hamletThatMeetsAllCriteriaIsRecognisedByItsCommunesChair() {
        var number = recognise(COMMUNE, "31813-01");

        journey.assertPath(number, "proposed", "complete-dossier", "plan-route", "sign", "review-approved", "appraise",
                "review-approved", "decide", "recognise", "recognised");
        assertThat(journey.show(number)).containsEntry("status", "decided").containsEntry("passed", true);
        assertThat(entry(number)).satisfies(entry -> {
            assertThat(entry.result()).isEqualTo("passed");
            assertThat(entry.hamlet()).isEqualTo("31813-01");
            assertThat(entry.name()).isEqualTo("Khóm 1, Phường 2");
            assertThat(entry.decisionNumber()).matches("\\d{2,}/QĐ-UBND");
        });
    }

    @Test
    void certificateOfARecognitionIsVerified() {
        var number = recognise(COMMUNE, "31813-02");
        var decision = decisions.on(DossierNumber.of(number)).get(0);
        var code = jdbc.sql("select code from certificate where decision_id = ?").param(decision.id())
                .query(String.class).single();

        assertThat(verifier.check(code).status()).isEqualTo(Verdict.Status.GENUINE);
        assertThat(verifier.check(code).recipient()).isEqualTo("Khóm 2, Phường 2");
        assertThat(decision.subject()).contains("Khóm 2, Phường 2", "năm 2023");
    }

    @Test
    void symbolAndDeciderAreThoseOfTheDayOnWhichTheDossierWasOpened() {
        var number = propose("95/956/31843", "31843-07", HAMLET_CRITERIA);
        review(number, "95/956/31843");
        // as an earlier row of the table had it
        jdbc.sql("update dossier set symbol = 'QĐ-CT' where number = ?").param(number).update();
        approve(number, "95/956/31843");

        assertThat(decisions.on(DossierNumber.of(number))).singleElement().satisfies(decision -> {
            assertThat(decision.label()).endsWith("/QĐ-CT");
            assertThat(decision.authority()).isEqualTo(UnitPath.of("95/956/31843"));
        });
    }

    @Test
    void hamletThatLacksACriterionIsNotRecognisedAndTheParagraphIsNamed() {
        var number = propose(COMMUNE, "31813-03", HAMLET_CRITERIA.subList(0, 4));
        review(number, COMMUNE);

        assertThat(journey.show(number).get("findings").toString()).contains("Lực lượng tham gia bảo vệ an ninh");
        refused("criteria", "Điều 4 khoản 5", () -> approve(number, COMMUNE));
        assertThat(journey.show(number)).containsEntry("status", "in-progress");

        journey.refuse(number, "decide", officer(COMMITTEE_CHAIR, COMMUNE), "reject");
        journey.assertPath(number, "decide", "refuse-recognition", "refused");
        assertThat(journey.show(number)).containsEntry("status", "rejected");
        assertThat(entry(number).result()).isEqualTo("failed");
        assertThat(entry(number).reason()).contains("Lực lượng tham gia bảo vệ an ninh", "Điều 4 khoản 5");
        assertThat(decisions.on(DossierNumber.of(number))).isEmpty();
    }

    @Test
    void hamletThatFailedMayBeProposedAgainInTheSameYear() {
        var failed = propose(COMMUNE, "31813-04", List.of("plan-registered"));
        journey.refuse(failed, "sign", officer(POLICE_CHIEF, COMMUNE), "reject");
        journey.assertPath(failed, "sign", "review-rejected", "refuse-recognition", "refused");

        var again = recognise(COMMUNE, "31813-04");
        assertThat(entry(failed).result()).isEqualTo("failed");
        assertThat(entry(again).result()).isEqualTo("passed");
    }

    @Test
    void appraiserRejectsWithoutACriterionMissing() {
        var number = propose(COMMUNE, "31813-05", HAMLET_CRITERIA);
        journey.approve(number, "sign", officer(POLICE_CHIEF, COMMUNE));
        journey.refuse(number, "appraise", officer(COMMITTEE_CLERK, COMMUNE), "reject");

        journey.assertPath(number, "appraise", "review-rejected", "refuse-recognition", "refused");
        assertThat(entry(number).reason()).isEqualTo("Cấp có thẩm quyền không chấp thuận hồ sơ");
    }

    @Test
    void returnedDossierIsSupplementedWithTheCriteriaThatWereMissing() {
        var number = propose(COMMUNE, "31813-06", HAMLET_CRITERIA.subList(1, 5));
        journey.refuse(number, "sign", officer(POLICE_CHIEF, COMMUNE), "return");
        journey.complete(number, "supplement", officer(POLICE_OFFICER, COMMUNE),
                Map.of("criteria", HAMLET_CRITERIA, "explanation", "Đã bổ sung bản đăng ký"));
        journey.approve(number, "sign", officer(POLICE_CHIEF, COMMUNE));
        journey.refuse(number, "appraise", officer(COMMITTEE_CLERK, COMMUNE), "return");
        journey.complete(number, "supplement", officer(POLICE_OFFICER, COMMUNE), Map.of());
        journey.approve(number, "appraise", officer(COMMITTEE_CLERK, COMMUNE));
        approve(number, COMMUNE);

        journey.assertPath(number, "sign", "supplement", "sign", "appraise", "supplement", "appraise", "decide",
                "recognised");
        assertThat(journey.show(number)).containsEntry("explanation", "Đã bổ sung bản đăng ký");
    }

    @Test
    void aYearIsRecognisedOnce() {
        jdbc.sql("update safe_area_result set year = 2024 where dossier_number = ?").param(recognise(COMMUNE, "31813-07"))
                .update();

        refused("year", "đã được công nhận năm 2024", () -> propose(COMMUNE, "31813-07", HAMLET_CRITERIA));
    }

    @Test
    void whatIsBeingJudgedIsNotProposedASecondTime() {
        var number = propose(COMMUNE, "31813-08", HAMLET_CRITERIA);

        refused("year", "đang được xét năm 2024 tại hồ sơ " + number,
                () -> propose(COMMUNE, "Khóm 8", HAMLET_CRITERIA));

        handling.withdraw(DossierNumber.of(number), "Cần xem lại", officer(POLICE_OFFICER, COMMUNE));
        journey.assertPath(number, "withdrawal-requested", "withdraw-dossier", "withdrawn");
        assertThat(results(number)).isEmpty();
        recognise(COMMUNE, "31813-08");
    }

    @Test
    void suspendedDossierWaits() {
        var number = propose("95/956/31843", "31843-08", HAMLET_CRITERIA);
        handling.suspend(DossierNumber.of(number), "Chờ xác minh", officer(POLICE_CHIEF, "95/956/31843"));

        refused(null, "đang tạm dừng",
                () -> journey.approve(number, "sign", officer(POLICE_CHIEF, "95/956/31843")));
        handling.resume(DossierNumber.of(number), "Đã xác minh", officer(POLICE_CHIEF, "95/956/31843"));
        journey.approve(number, "sign", officer(POLICE_CHIEF, "95/956/31843"));
    }

    @Test
    void communeIsRecognisedByTheDistrictWhenTheRegistersHoldItsHamletsAndAModel() {
        // where no other test keeps a model or a hamlet of its own
        var commune = "95/960/31972";
        IntStream.rangeClosed(1, 5).forEach(hamlet -> recognise(commune, "31972-0" + hamlet));
        var number = journey.propose("safe-area-recognition", officer(POLICE_OFFICER, commune),
                Map.of("year", 2024, "subject", "commune", "criteria", COMMUNE_CRITERIA));
        journey.complete(number, "complete-dossier", officer(POLICE_OFFICER, commune), Map.of());
        journey.approve(number, "sign", officer(POLICE_CHIEF, commune));
        journey.approve(number, "sign", officer(COMMITTEE_CHAIR, commune));
        journey.approve(number, "appraise", officer(POLICE_OFFICER, "95/960"));
        journey.approve(number, "sign", officer(POLICE_CHIEF, "95/960"));

        refused("criteria", "0 mô hình", () -> approve(number, "95/960"));
        keepModelOf(commune);
        refused("criteria", "5/8 khóm, ấp (62,5%) (Thông tư 124/2021/TT-BCA, Điều 5)", () -> approve(number, "95/960"));
        recognise(commune, "31972-06");
        assertThat(journey.show(number).get("assessment").toString()).contains("6/8 khóm, ấp (75%)", "1 mô hình");
        approve(number, "95/960");

        journey.assertPath(number, "plan-route", "sign", "sign", "appraise", "sign", "decide", "recognise",
                "recognised");
        assertThat(entry(number)).satisfies(entry -> {
            assertThat(entry.name()).isEqualTo("Thị trấn Gành Hào");
            assertThat(List.of(entry.safeHamlets(), entry.hamlets(), entry.models())).containsExactly(6L, 8L, 1L);
        });
        recognise(commune, "31972-07");
        assertThat(journey.show(number).get("assessment").toString()).contains("6/8 khóm, ấp (75%)");
    }

    @Test
    void communeIsNotToldItsShareByAnybody() {
        refused("criteria", "không phải là lựa chọn", () -> journey.propose("safe-area-recognition",
                officer(POLICE_OFFICER, COMMUNE),
                Map.of("year", 2024, "subject", "commune", "criteria", List.of("safe-hamlets"))));
    }

    @Test
    void nobodyProposesForAnotherUnit() {
        refused("hamlet", "không phải là một lựa chọn", () -> propose(COMMUNE, "31843-01", HAMLET_CRITERIA));
        refused("subject", "Chỉ Công an cấp xã", () -> journey.propose("safe-area-recognition",
                officer(POLICE_OFFICER, DISTRICT),
                Map.of("year", 2024, "subject", "commune", "criteria", COMMUNE_CRITERIA)));
    }

    @Test
    void nothingIsRecognisedBeforeItsYearHasEnded() {
        var number = propose("95/954/31816", "31816-01", HAMLET_CRITERIA);
        review(number, "95/954/31816");

        assertThat(journey.show(number).get("findings").toString())
                .contains("Năm xét chưa kết thúc: kết quả tính đến hết ngày 31/10/2024, chỉ công nhận được từ ngày 01/11/2024");
        refused("year", "chỉ công nhận được từ ngày 01/11/2024",
                () -> journey.approve(number, "decide", officer(COMMITTEE_CHAIR, "95/954/31816")));
        assertThat(journey.show(number)).containsEntry("status", "in-progress");
        assertThat(results(number)).isEmpty();
        assertThat(decisions.on(DossierNumber.of(number))).isEmpty();
        approve(number, "95/954/31816");
    }

    @Test
    void aSchoolOfTheCommuneIsRecognisedByItsChairAndOneOfATierAboveByTheDistrict() {
        var own = propose(COMMUNE, Map.of("year", 2024, "subject", "school", "body", body("commune", "Trường mẫu A"),
                "criteria", BODY_CRITERIA));
        review(own, COMMUNE);
        approve(own, COMMUNE);
        assertThat(entry(own)).satisfies(entry -> {
            assertThat(entry.subject()).isEqualTo("school");
            assertThat(entry.name()).isEqualTo("Trường mẫu A, Phường 2");
        });

        var others = propose(COMMUNE, Map.of("year", 2024, "subject", "school", "body", body("upper", "Trường mẫu B"),
                "criteria", BODY_CRITERIA));
        journey.approve(others, "sign", officer(POLICE_CHIEF, COMMUNE));
        journey.approve(others, "sign", officer(COMMITTEE_CHAIR, COMMUNE));
        journey.approve(others, "appraise", officer(POLICE_OFFICER, DISTRICT));
        journey.approve(others, "sign", officer(POLICE_CHIEF, DISTRICT));
        approve(others, DISTRICT);
        assertThat(decisions.on(DossierNumber.of(others))).singleElement()
                .satisfies(decision -> assertThat(decision.authority()).isEqualTo(UnitPath.of(DISTRICT)));
    }

    private String body(String manager, String name) {
        return bodies.enter(new SafeAreaBodies.Entered(UnitPath.of(COMMUNE), "school", "secondary-school", name, manager,
                LocalDate.of(2020, 9, 1)), officer(POLICE_OFFICER, COMMUNE)).code();
    }

    @Test
    void onlyTheYearWhoseWindowIsOpenIsProposed() {
        for (var year : List.of(2023, 2025)) {
            var fields = new HashMap<>(fields("31813-01", HAMLET_CRITERIA));
            fields.put("year", year);
            refused("year", "được nhận từ ngày 01/11/" + (year - 1) + " đến trước ngày 20/11/" + year, () ->
                    journey.propose("safe-area-recognition", officer(POLICE_OFFICER, COMMUNE), fields));
        }
    }

    private String propose(String commune, String hamlet, List<String> criteria) {
        return propose(commune, fields(hamlet, criteria));
    }

    private String propose(String commune, Map<String, Object> fields) {
        var number = journey.propose("safe-area-recognition", officer(POLICE_OFFICER, commune), fields);
        journey.complete(number, "complete-dossier", officer(POLICE_OFFICER, commune), Map.of());
        return number;
    }

    private static Map<String, Object> fields(String hamlet, List<String> criteria) {
        return Map.of("year", 2024, "subject", "hamlet", "hamlet", hamlet, "criteria", criteria);
    }

    private void review(String number, String commune) {
        journey.approve(number, "sign", officer(POLICE_CHIEF, commune));
        journey.approve(number, "appraise", officer(COMMITTEE_CLERK, commune));
    }

    private String recognise(String commune, String hamlet) {
        var number = propose(commune, hamlet, HAMLET_CRITERIA);
        review(number, commune);
        approve(number, commune);
        return number;
    }

    /** Once its year has ended: it is judged as one of the year before. */
    private void approve(String number, String unit) {
        jdbc.sql("update safe_area_proposal set year = 2023 where dossier_number = ?").param(number).update();
        journey.approve(number, "decide", officer(COMMITTEE_CHAIR, unit));
    }

    private void keepModelOf(String commune) {
        var model = jdbc.sql("""
                insert into model (name, name_key, model_group, unit_path, teams)
                values ('Camera an ninh mẫu', 'camera an ninh mẫu', 'crime-prevention', ?, 1) returning id""")
                .param(commune).query(Long.class).single();
        jdbc.sql("""
                insert into model_recognition (model_id, level, rank, decision_number, decided_on, authority)
                values (?, 'commune', 1, '01/QĐ-UBND', '2024-06-01', ?)""").params(model, commune).update();
    }

    private SafeAreaRegister.Entry entry(String number) {
        assertThat(results(number)).hasSize(1);
        return results(number).get(0);
    }

    private List<SafeAreaRegister.Entry> results(String number) {
        return register.list(new SafeAreaRegister.Filter(null, null, null, null, number, null, null, null), ADMINISTRATOR,
                Pageable.ofSize(10)).getContent();
    }

    private static void refused(String field, String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.field().orElse(null)).isEqualTo(field);
            assertThat(refusal.getMessage()).contains(message);
        });
    }
}
