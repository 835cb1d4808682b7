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

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.dossier.Handling;
import vn.phongtrao.model.Figure;
import vn.phongtrao.model.ModelRegister;
import vn.phongtrao.model.Models;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.UnitPath;

/** Every outcome of the three processes about models, three tiers, Bạc Liêu 2024. */
@ScenarioTest
@CompleteCoverage
class ModelScenariosIT {

    private static final String COMMUNE = "95/954/31813";
    private static final String NEIGHBOUR = "95/956/31843";
    private static final String DISTRICT = "95/954";
    private static final String PROVINCE = "95";
    private static final Officer DRAFTER = officer(POLICE_OFFICER, COMMUNE);
    private static final Officer COMMUNE_CHIEF = officer(POLICE_CHIEF, COMMUNE);
    private static final Officer COMMUNE_CLERK = officer(COMMITTEE_CLERK, COMMUNE);
    private static final Officer COMMUNE_CHAIR = officer(COMMITTEE_CHAIR, COMMUNE);
    private static final Officer PROVINCE_OFFICER = officer(POLICE_OFFICER, PROVINCE);
    private static final Officer NEIGHBOUR_DRAFTER = officer(POLICE_OFFICER, NEIGHBOUR);
    private static final Officer ADMINISTRATOR = new Officer("admin", Set.of(), true);
    private static final LocalDate TODAY = LocalDate.of(2024, 7, 1);

    @Autowired
    Journey journey;
    @Autowired
    Handling handling;
    @Autowired
    ModelRegister register;
    @Autowired
    Models models;

    @Test
    void communeRecognisesAModel() {
        var number = journey.propose("model-recognition", DRAFTER, model("Camera an ninh", "commune"));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.approve(number, "sign", COMMUNE_CHIEF);
        journey.complete(number, "appraise", COMMUNE_CLERK, Map.of("outcome", "approve", "grade", "good"));
        journey.approve(number, "decide", COMMUNE_CHAIR);

        journey.assertPath(number, "proposed", "complete-dossier", "plan-route", "review-started", "sign",
                "review-approved", "review-started", "appraise", "review-approved", "decide", "recognise-model",
                "recognised");
        assertThat(journey.show(number)).containsEntry("status", "decided");
        assertThat(register.show(modelOf(number), DRAFTER).levels()).singleElement().satisfies(level -> {
            assertThat(level.level()).isEqualTo("commune");
            assertThat(level.grade()).isEqualTo("good");
            assertThat(level.decisionNumber()).matches("\\d{2,}/QĐ-UBND");
            assertThat(level.authority()).isEqualTo("Chủ tịch Ủy ban nhân dân Phường 2");
            assertThat(level.decidedOn()).isEqualTo(TODAY);
            assertThat(level.dossierNumber()).hasToString(number);
        });
    }

    @Test
    void districtRecognisesAModelOfItsCommune() {
        var number = journey.propose("model-recognition", DRAFTER, model("Dân cư an toàn", "district"));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.approve(number, "sign", COMMUNE_CHIEF);
        journey.approve(number, "sign", COMMUNE_CHAIR);
        journey.approve(number, "appraise", officer(POLICE_OFFICER, DISTRICT));
        journey.approve(number, "sign", officer(POLICE_CHIEF, DISTRICT));
        journey.approve(number, "decide", officer(COMMITTEE_CHAIR, DISTRICT));

        assertThat(register.show(modelOf(number), DRAFTER).model().level()).isEqualTo("district");
    }

    @Test
    void modelClimbsFromTheCommuneToTheMinistryWithItsHistory() {
        var id = recognised("Tiếng loa an ninh");
        var province = journey.propose("model-recognition", DRAFTER,
                Map.of("modelId", id, "level", "province", "results", "Kết quả ở cấp tỉnh"));
        reviewUpToTheProvince(province);
        journey.approve(province, "decide", officer(COMMITTEE_CHAIR, PROVINCE));
        var ministry = journey.propose("model-recognition", DRAFTER, Map.of("modelId", id, "level", "ministry"));
        reviewUpToTheProvince(ministry);
        assertThat(journey.show(ministry)).containsEntry("status", "forwarded");
        long before = figure(COMMUNE).levels().getOrDefault("ministry", 0L);
        journey.complete(ministry, "record-ministry-result", PROVINCE_OFFICER, Map.of("outcome", "approve",
                "decisionNumber", "510/QĐ-BCA-V05", "decidedOn", "2024-06-28"));

        journey.assertPath(ministry, "forward-dossier", "record-ministry-result", "register-recognition",
                "result-registered");
        var model = register.show(Long.parseLong(id), DRAFTER);
        assertThat(model.levels()).extracting(ModelRegister.LevelReached::level)
                .containsExactly("commune", "province", "ministry");
        assertThat(model.levels().get(2).decisionNumber()).isEqualTo("510/QĐ-BCA-V05");
        assertThat(model.levels().get(2).authority()).isEqualTo("Bộ Công an");
        assertThat(model.history()).extracting(ModelRegister.Event::event).containsOnly("recognised");
        assertThat(figure(COMMUNE).levels()).containsEntry("ministry", before + 1);
    }

    @Test
    void ministryDoesNotRecognise() {
        var number = journey.propose("model-recognition", DRAFTER, model("Mô hình trình Bộ", "ministry"));
        reviewUpToTheProvince(number);
        journey.refuse(number, "record-ministry-result", PROVINCE_OFFICER, "reject");

        assertThat(journey.show(number)).containsEntry("status", "rejected").containsEntry("modelId", null);
        journey.assertPath(number, "record-ministry-result", "reject-dossier", "rejected");
    }

    @Test
    void dayOfTheMinistrysDecisionHasCome() {
        var number = journey.propose("model-recognition", DRAFTER, model("Mô hình chờ Bộ", "ministry"));
        reviewUpToTheProvince(number);
        assertRefused("decidedOn", () -> journey.complete(number, "record-ministry-result", PROVINCE_OFFICER,
                Map.of("outcome", "approve", "decisionNumber", "1/QĐ-BCA", "decidedOn", "2024-07-02")));
    }

    @Test
    void sameModelIsNotRecognisedTwiceAtALevel() {
        var id = recognised("Ánh sáng an ninh");
        assertRefused("level", () -> journey.propose("model-recognition", DRAFTER,
                Map.of("modelId", id, "level", "commune")));
        assertRefused("level", () -> journey.propose("model-recognition", DRAFTER,
                with(model("ÁNH SÁNG - AN NINH", "commune"), "hamlet", "Khóm 1")));
        assertThat(journey.propose("model-recognition", DRAFTER,
                with(model("Ánh sáng an ninh", "commune"), "hamlet", "Khóm 2"))).isNotNull();
    }

    @Test
    void ofTwoDossiersOnOneModelTheSecondIsNotDecided() {
        var first = toTheDecision("Hai hồ sơ một mô hình");
        var second = toTheDecision("Hai hồ sơ một mô hình");
        journey.approve(first, "decide", COMMUNE_CHAIR);

        assertRefused("level", () -> journey.approve(second, "decide", COMMUNE_CHAIR));
        assertThat(journey.openTasks(second)).extracting("taskDefinitionKey").containsExactly("decide");
    }

    @Test
    void modelDoesNotClimbDown() {
        var number = journey.propose("model-recognition", DRAFTER, model("Mô hình cấp tỉnh", "province"));
        reviewUpToTheProvince(number);
        journey.approve(number, "decide", officer(COMMITTEE_CHAIR, PROVINCE));

        assertRefused("level", () -> journey.propose("model-recognition", DRAFTER,
                Map.of("modelId", String.valueOf(modelOf(number)), "level", "commune")));
    }

    @Test
    void whatTheRegisterSaysOfAModelStays() {
        var id = recognised("Tổ tự quản");
        assertRefused("name", () -> journey.propose("model-recognition", DRAFTER,
                Map.of("modelId", id, "level", "district", "name", "Tên khác")));
        assertThat(journey.propose("model-recognition", DRAFTER,
                with(model("Tổ tự quản", "district"), "modelId", id))).isNotNull();
    }

    @Test
    void modelOfAnotherUnitIsNotProposed() {
        var id = recognised("Mô hình của phường");
        assertRefused("modelId", () -> journey.propose("model-recognition", NEIGHBOUR_DRAFTER,
                Map.of("modelId", id, "level", "district")));
        assertRefused("modelId", () -> journey.propose("model-retirement", NEIGHBOUR_DRAFTER,
                Map.of("modelId", id, "reason", "Lý do mẫu")));
    }

    @ParameterizedTest
    @CsvSource({"hamlet, Khóm 99", "hamlet, 31843-01", "group, other", "level, world", "startedOn, 2024-13-01"})
    void proposalNamesWhatExists(String field, String value) {
        assertThatThrownBy(() -> journey.propose("model-recognition", DRAFTER,
                with(model("Mô hình sai", "commune"), field, value))).isInstanceOf(Refusal.class);
    }

    @Test
    void modelHasBegunBeforeItIsProposed() {
        assertRefused("startedOn", () -> journey.propose("model-recognition", DRAFTER,
                with(model("Mô hình tương lai", "commune"), "startedOn", "2024-07-02")));
    }

    @Test
    void appraiserReturnsAndGradesAgain() {
        var number = journey.propose("model-recognition", DRAFTER, model("Mô hình bổ sung", "commune"));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.approve(number, "sign", COMMUNE_CHIEF);
        journey.complete(number, "appraise", COMMUNE_CLERK,
                Map.of("outcome", "return", "grade", "weak", "comment", "Nêu rõ kết quả"));
        journey.complete(number, "supplement", DRAFTER, Map.of("results", "Kết quả đã bổ sung", "teams", 3));
        journey.complete(number, "appraise", COMMUNE_CLERK, Map.of("outcome", "approve", "grade", "excellent"));
        journey.approve(number, "decide", COMMUNE_CHAIR);

        journey.assertPath(number, "appraise", "supplement", "appraise", "review-approved", "decide", "recognised");
        assertThat(journey.show(number)).containsEntry("results", "Kết quả đã bổ sung");
        assertThat(register.show(modelOf(number), DRAFTER)).satisfies(model -> {
            assertThat(model.ownTeams()).isEqualTo(3);
            assertThat(model.levels().get(0).grade()).isEqualTo("excellent");
        });
    }

    @Test
    void appraiserDoesNotAgreeToAGradeBelowTheLeast() {
        var number = journey.propose("model-recognition", DRAFTER, model("Mô hình yếu", "commune"));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.approve(number, "sign", COMMUNE_CHIEF);
        assertRefused("grade", () -> journey.complete(number, "appraise", COMMUNE_CLERK,
                Map.of("outcome", "approve", "grade", "weak")));
        journey.complete(number, "appraise", COMMUNE_CLERK,
                Map.of("outcome", "reject", "grade", "weak", "comment", "Không hiệu quả"));

        assertThat(journey.show(number)).containsEntry("status", "rejected");
        journey.assertPath(number, "appraise", "review-rejected", "reject-dossier", "rejected");
    }

    @Test
    void signerReturnsAndThenRejects() {
        var number = journey.propose("model-recognition", DRAFTER, model("Mô hình bị từ chối", "commune"));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.refuse(number, "sign", COMMUNE_CHIEF, "return");
        journey.complete(number, "supplement", DRAFTER, Map.of());
        journey.refuse(number, "sign", COMMUNE_CHIEF, "reject");

        journey.assertPath(number, "sign", "supplement", "sign", "review-rejected", "reject-dossier", "rejected");
    }

    @Test
    void chairRejectsAModel() {
        var number = toTheDecision("Mô hình Chủ tịch không đồng ý");
        journey.refuse(number, "decide", COMMUNE_CHAIR, "reject");

        journey.assertPath(number, "decide", "reject-dossier", "rejected");
        assertThat(register.list(new ModelRegister.Filter(null, null, null, null, null, "Chủ tịch không đồng ý", null),
                ADMINISTRATOR, PageRequest.ofSize(5))).isEmpty();
    }

    @Test
    void communeDoesNotDecideOnAModelOfTheProvince() {
        var number = journey.propose("model-recognition", DRAFTER, model("Mô hình vượt cấp", "province"));
        reviewUpToTheProvince(number);
        var task = journey.task(number, "decide", COMMUNE_CHAIR).getId();

        assertThatThrownBy(() -> journey.completeById(task, COMMUNE_CHAIR, Map.of("outcome", "approve")))
                .isInstanceOfSatisfying(Refusal.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
    }

    @Test
    void originatorWithdraws() {
        var recognition = toTheDecision("Mô hình rút hồ sơ");
        var id = recognised("Mô hình còn lại");
        var replication = journey.propose("model-replication", NEIGHBOUR_DRAFTER, site(id, "Điểm rút"));
        var retirement = journey.propose("model-retirement", DRAFTER, Map.of("modelId", id, "reason", "Lý do mẫu"));
        handling.withdraw(DossierNumber.of(recognition), "Lý do mẫu", DRAFTER);
        handling.withdraw(DossierNumber.of(replication), "Lý do mẫu", NEIGHBOUR_DRAFTER);
        handling.withdraw(DossierNumber.of(retirement), "Lý do mẫu", DRAFTER);

        assertThat(List.of(recognition, replication, retirement)).allSatisfy(number -> {
            assertThat(journey.show(number)).containsEntry("status", "withdrawn");
            journey.assertPath(number, "withdrawal-requested", "withdraw-dossier", "withdrawn");
        });
    }

    @Test
    void anotherCommuneTakesTheModelOverWithItsTeams() {
        var id = recognised("Mô hình nhân rộng");
        var number = journey.propose("model-replication", NEIGHBOUR_DRAFTER, site(id, "Điểm thị trấn"));
        journey.complete(number, "complete-dossier", NEIGHBOUR_DRAFTER, Map.of("teams", 5));
        journey.approve(number, "sign", officer(POLICE_CHIEF, NEIGHBOUR));
        journey.approve(number, "appraise", officer(COMMITTEE_CLERK, NEIGHBOUR));
        journey.approve(number, "decide", officer(COMMITTEE_CHAIR, NEIGHBOUR));

        journey.assertPath(number, "proposed", "complete-dossier", "plan-route", "sign", "appraise", "decide",
                "adopt-model", "replicated");
        var model = register.show(Long.parseLong(id), NEIGHBOUR_DRAFTER);
        assertThat(model.model().sites()).isOne();
        assertThat(model.model().teams()).isEqualTo(6);
        assertThat(model.sites()).singleElement().satisfies(site -> {
            assertThat(site.unitPath()).isEqualTo(UnitPath.of(NEIGHBOUR));
            assertThat(site.teams()).isEqualTo(5);
            assertThat(site.dossierNumber()).hasToString(number);
        });
        assertRefused("siteName", () -> journey.propose("model-replication", NEIGHBOUR_DRAFTER,
                site(id, "điểm thị trấn")));
    }

    @Test
    void replicationIsRejectedOnItsWayAndByTheChair() {
        var id = recognised("Mô hình không nhân rộng");
        var first = journey.propose("model-replication", NEIGHBOUR_DRAFTER, site(id, "Điểm một"));
        journey.complete(first, "complete-dossier", NEIGHBOUR_DRAFTER, Map.of());
        journey.refuse(first, "sign", officer(POLICE_CHIEF, NEIGHBOUR), "reject");
        journey.assertPath(first, "sign", "review-rejected", "reject-dossier", "rejected");

        var second = journey.propose("model-replication", NEIGHBOUR_DRAFTER, site(id, "Điểm hai"));
        reviewInTheNeighbour(second);
        journey.refuse(second, "decide", officer(COMMITTEE_CHAIR, NEIGHBOUR), "reject");
        journey.assertPath(second, "decide", "reject-dossier", "rejected");
        assertThat(register.show(Long.parseLong(id), ADMINISTRATOR).sites()).isEmpty();
    }

    @Test
    void modelThatIsNotRecognisedIsNotReplicated() {
        var proposed = journey.propose("model-recognition", DRAFTER, model("Mô hình đang xét", "commune"));
        assertThat(journey.show(proposed)).containsEntry("modelId", null);
        for (var id : List.of("0", "999999999", "Mô hình đang xét", "-1", "1e3", "9".repeat(30))) {
            assertRefused("modelId", () -> journey.propose("model-replication", NEIGHBOUR_DRAFTER,
                    site(id, "Điểm mẫu")));
        }
    }

    @Test
    void districtTakesNoModelOver() {
        var id = recognised("Mô hình không lên huyện");
        assertThatThrownBy(() -> journey.propose("model-replication", officer(POLICE_OFFICER, DISTRICT),
                Map.of("modelId", id, "siteName", "Điểm mẫu", "teams", 1))).isInstanceOf(Refusal.class);
    }

    @Test
    void communeRetiresItsModelAndTheEntryStays() {
        var id = recognised("Mô hình cũ");
        var site = adopted(id, "Điểm của mô hình cũ");
        var waiting = journey.propose("model-replication", NEIGHBOUR_DRAFTER, site(id, "Điểm đến sau"));
        reviewInTheNeighbour(waiting);
        var number = journey.propose("model-retirement", DRAFTER,
                Map.of("modelId", id, "reason", "Không còn hiệu quả"));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of("reason", "Không còn hiệu quả thực tế"));
        journey.approve(number, "sign", COMMUNE_CHIEF);
        journey.approve(number, "appraise", COMMUNE_CLERK);
        assertThat(models.effectiveIn(UnitPath.of(NEIGHBOUR), TODAY)).isPositive();
        var before = figure(NEIGHBOUR).sites();
        journey.approve(number, "decide", COMMUNE_CHAIR);

        journey.assertPath(number, "proposed", "complete-dossier", "plan-route", "sign", "appraise", "decide",
                "retire-model", "retired");
        var model = register.show(Long.parseLong(id), DRAFTER);
        assertThat(model.model().status()).isEqualTo("retired");
        assertThat(model.retirementReason()).isEqualTo("Không còn hiệu quả thực tế");
        assertThat(model.sites()).singleElement().satisfies(line -> {
            assertThat(line.id()).isEqualTo(site);
            assertThat(line.status()).isEqualTo("retired");
        });
        assertThat(model.history()).extracting(ModelRegister.Event::event)
                .containsExactly("recognised", "replicated", "retired");
        assertThat(figure(NEIGHBOUR).sites()).isEqualTo(before - 1);
        assertRefused("modelId", () -> journey.approve(waiting, "decide", officer(COMMITTEE_CHAIR, NEIGHBOUR)));
        assertRefused("modelId", () -> journey.propose("model-replication", NEIGHBOUR_DRAFTER, site(id, "Điểm mới")));
        assertRefused("modelId", () -> journey.propose("model-recognition", DRAFTER,
                Map.of("modelId", id, "level", "province")));
        assertRefused("modelId", () -> journey.propose("model-retirement", DRAFTER,
                Map.of("modelId", id, "reason", "Lần hai")));
    }

    @Test
    void communeRetiresItsSiteAndTheModelGoesOn() {
        var id = recognised("Mô hình còn hoạt động");
        var site = adopted(id, "Điểm ngừng hoạt động");
        var number = journey.propose("model-retirement", NEIGHBOUR_DRAFTER,
                Map.of("siteId", String.valueOf(site), "reason", "Không còn người tham gia"));
        reviewInTheNeighbour(number);
        journey.approve(number, "decide", officer(COMMITTEE_CHAIR, NEIGHBOUR));

        var model = register.show(Long.parseLong(id), DRAFTER);
        assertThat(model.model().status()).isEqualTo("recognised");
        assertThat(model.model().sites()).isZero();
        assertThat(model.sites()).extracting(ModelRegister.SiteLine::status).containsExactly("retired");
        assertRefused("siteId", () -> journey.propose("model-retirement", NEIGHBOUR_DRAFTER,
                Map.of("siteId", String.valueOf(site), "reason", "Lần hai")));
        adopted(id, "Điểm ngừng hoạt động");
    }

    @Test
    void siteIsRetiredByItsOwnUnitAndNamedRightly() {
        var id = recognised("Mô hình có điểm");
        var other = recognised("Mô hình khác");
        var site = String.valueOf(adopted(id, "Điểm có chủ"));
        assertRefused("siteId", () -> journey.propose("model-retirement", DRAFTER,
                Map.of("siteId", site, "reason", "Lý do mẫu")));
        assertRefused("siteId", () -> journey.propose("model-retirement", NEIGHBOUR_DRAFTER,
                Map.of("siteId", site, "modelId", other, "reason", "Lý do mẫu")));
        assertRefused("siteId", () -> journey.propose("model-retirement", NEIGHBOUR_DRAFTER,
                Map.of("siteId", "0", "reason", "Lý do mẫu")));
    }

    @Test
    void modelThatClimbedSinceIsNotRetiredByTheLowerLevel() {
        var id = recognised("Mô hình vừa lên tỉnh");
        var retirement = journey.propose("model-retirement", DRAFTER, Map.of("modelId", id, "reason", "Lý do mẫu"));
        journey.complete(retirement, "complete-dossier", DRAFTER, Map.of());
        journey.approve(retirement, "sign", COMMUNE_CHIEF);
        journey.approve(retirement, "appraise", COMMUNE_CLERK);
        var climbing = journey.propose("model-recognition", DRAFTER, Map.of("modelId", id, "level", "province"));
        reviewUpToTheProvince(climbing);
        journey.approve(climbing, "decide", officer(COMMITTEE_CHAIR, PROVINCE));

        assertRefused("modelId", () -> journey.approve(retirement, "decide", COMMUNE_CHAIR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve", "reject"})
    void ministrysModelIsRetiredByTheMinistry(String answer) {
        var number = journey.propose("model-recognition", DRAFTER, model("Mô hình của Bộ " + answer, "ministry"));
        reviewUpToTheProvince(number);
        journey.complete(number, "record-ministry-result", PROVINCE_OFFICER, Map.of("outcome", "approve",
                "decisionNumber", "1/QĐ-BCA", "decidedOn", "2024-06-28"));
        var retirement = journey.propose("model-retirement", DRAFTER,
                Map.of("modelId", String.valueOf(modelOf(number)), "reason", "Lý do mẫu"));
        reviewUpToTheProvince(retirement);
        journey.complete(retirement, "record-ministry-result", PROVINCE_OFFICER, answer.equals("approve")
                ? Map.of("outcome", "approve", "decisionNumber", "2/QĐ-BCA", "decidedOn", "2024-06-30")
                : Map.of("outcome", "reject", "comment", "Mô hình còn hiệu quả"));

        var retired = answer.equals("approve");
        journey.assertPath(retirement, "forward-dossier", "record-ministry-result",
                retired ? "register-retirement" : "reject-dossier", retired ? "result-registered" : "rejected");
        assertThat(register.show(modelOf(number), DRAFTER).model().retiredOn())
                .isEqualTo(retired ? LocalDate.of(2024, 6, 30) : null);
    }

    @Test
    void retirementIsRejectedOnItsWayAndByTheChair() {
        var id = recognised("Mô hình không thanh loại");
        var first = journey.propose("model-retirement", DRAFTER, Map.of("modelId", id, "reason", "Lý do mẫu"));
        journey.complete(first, "complete-dossier", DRAFTER, Map.of());
        journey.refuse(first, "sign", COMMUNE_CHIEF, "reject");
        journey.assertPath(first, "review-rejected", "reject-dossier", "rejected");

        var second = journey.propose("model-retirement", DRAFTER, Map.of("modelId", id, "reason", "Lý do mẫu"));
        journey.complete(second, "complete-dossier", DRAFTER, Map.of());
        journey.approve(second, "sign", COMMUNE_CHIEF);
        journey.approve(second, "appraise", COMMUNE_CLERK);
        journey.refuse(second, "decide", COMMUNE_CHAIR, "reject");
        journey.assertPath(second, "decide", "reject-dossier", "rejected");
        assertThat(register.show(Long.parseLong(id), DRAFTER).model().status()).isEqualTo("recognised");
    }

    @Test
    void dossierSaysWhatFitsTheRules() {
        var number = journey.propose("model-recognition", DRAFTER, model("Mô hình có sơ kết", "commune"));
        assertThat(findings(number)).contains("false Chưa có: Sơ kết", "false Chưa được xếp loại, tối thiểu trung bình",
                "false Thiếu Báo cáo sơ kết", "true Cấp xã quyết định công nhận");
        assertRefused("reviewedOn", () -> journey.complete(number, "complete-dossier", DRAFTER,
                Map.of("reviewedOn", "2024-07-02")));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of("planNumber", "05/KH-UBND", "planApprovedOn",
                "2023-01-05", "establishmentNumber", "10/QĐ-UBND", "establishedOn", "2023-02-01", "reviewedOn",
                "2023-09-01"));
        journey.approve(number, "sign", COMMUNE_CHIEF);
        journey.complete(number, "appraise", COMMUNE_CLERK, Map.of("outcome", "approve", "grade", "average"));

        assertThat(findings(number)).contains(
                "true Sơ kết ngày 01/09/2023, cần trong khoảng 6 đến 12 tháng kể từ ngày hoạt động",
                "true Quyết định thành lập ngày 01/02/2023", "true Xếp loại trung bình, tối thiểu trung bình");
    }

    private Map<String, Object> model(String name, String level) {
        return Map.of("name", name, "group", "crime-prevention", "description", "Nội dung mẫu", "hamlet", "Khóm 1",
                "startedOn", "2023-02-01", "level", level, "results", "Kết quả mẫu");
    }

    private static Map<String, Object> site(String modelId, String name) {
        return Map.of("modelId", modelId, "siteName", name, "hamlet", "31843-01", "teams", 2);
    }

    private static Map<String, Object> with(Map<String, Object> fields, String field, Object value) {
        var changed = new HashMap<>(fields);
        changed.put(field, value);
        return changed;
    }

    private String toTheDecision(String name) {
        var number = journey.propose("model-recognition", DRAFTER, model(name, "commune"));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.approve(number, "sign", COMMUNE_CHIEF);
        journey.approve(number, "appraise", COMMUNE_CLERK);
        return number;
    }

    /** @return the id of a model that the commune has recognised */
    private String recognised(String name) {
        var number = toTheDecision(name);
        journey.approve(number, "decide", COMMUNE_CHAIR);
        return String.valueOf(modelOf(number));
    }

    /** @return the id of a new site in the neighbouring commune */
    private long adopted(String modelId, String name) {
        var number = journey.propose("model-replication", NEIGHBOUR_DRAFTER, site(modelId, name));
        reviewInTheNeighbour(number);
        journey.approve(number, "decide", officer(COMMITTEE_CHAIR, NEIGHBOUR));
        return register.show(Long.parseLong(modelId), ADMINISTRATOR).sites().stream()
                .filter(site -> site.dossierNumber().value().equals(number)).findFirst().orElseThrow().id();
    }

    private void reviewInTheNeighbour(String number) {
        journey.complete(number, "complete-dossier", NEIGHBOUR_DRAFTER, Map.of());
        journey.approve(number, "sign", officer(POLICE_CHIEF, NEIGHBOUR));
        journey.approve(number, "appraise", officer(COMMITTEE_CLERK, NEIGHBOUR));
    }

    private void reviewUpToTheProvince(String number) {
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.approve(number, "sign", COMMUNE_CHIEF);
        journey.approve(number, "sign", COMMUNE_CHAIR);
        journey.approve(number, "appraise", officer(POLICE_OFFICER, DISTRICT));
        journey.approve(number, "sign", officer(POLICE_CHIEF, DISTRICT));
        journey.approve(number, "sign", officer(COMMITTEE_CHAIR, DISTRICT));
        journey.approve(number, "appraise", PROVINCE_OFFICER);
        journey.approve(number, "sign", officer(POLICE_CHIEF, PROVINCE));
    }

    private long modelOf(String number) {
        return Long.parseLong((String) journey.show(number).get("modelId"));
    }

    private Figure figure(String unit) {
        return models.figures(List.of(UnitPath.of(unit)), TODAY).get(0);
    }

    @SuppressWarnings("unchecked")
    private List<String> findings(String number) {
        return ((List<Finding>) journey.show(number).get("findings")).stream()
                .map(finding -> finding.fits() + " " + finding.message()).toList();
    }

    private static void assertRefused(String field, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.RULE_BROKEN);
            assertThat(refusal.field()).hasValue(field);
        });
    }
}
