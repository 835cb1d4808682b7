package vn.phongtrao.workflow.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

import vn.phongtrao.BrokenFiles;
import vn.phongtrao.edition.FileTree;

/** What is said of a model with one fault. */
class ModelCheckTest {

    private static final String FILE = "model-replication/model-replication.bpmn";
    private static final String CALL = "calledElement=\"review\"";

    private final ModelCheck check = new ModelCheck(BrokenFiles.DECLARED);

    @Test
    void deliveredModelsAreSound() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.sound())).isEmpty();
    }

    @Test
    void notXml() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.with(FILE, "</bpmn:process>", ""))).first()
                .satisfies(found -> {
            assertThat(found.toList().get(0)).isEqualTo(FILE);
            assertThat((String) found.toList().get(1)).startsWith("dòng ");
            assertThat((String) found.toList().get(2)).startsWith("Tệp không phải là XML đúng dạng");
        });
    }

    @Test
    void notBpmn() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.with(FILE, "<bpmn:endEvent id=\"replicated\"",
                "<bpmn:lastEvent id=\"x\"/><bpmn:endEvent id=\"replicated\""))).anySatisfy(found ->
                assertThat((String) found.toList().get(2)).startsWith("Tệp không phải là mô hình BPMN đúng chuẩn"));
    }

    @Test
    void externalEntitiesAreNotLookedFor() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.with(FILE, "<bpmn:definitions",
                "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><bpmn:definitions"))).anySatisfy(found ->
                assertThat((String) found.toList().get(2)).contains("DOCTYPE"));
    }

    @Test
    void processNamedUnlikeItsFile() {
        assertFound("<bpmn:process id=\"model-replication\"", "<bpmn:process id=\"replication\"", "replication",
                "Mã của quy trình khác tên tệp");
    }

    @Test
    void twoModelsInAFolder() {
        var copy = BrokenFiles.sound().text(FILE).orElseThrow().replace("<bpmn:process id=\"model-replication\"",
                "<bpmn:process id=\"copy\"").replace("processRef=\"model-replication\"", "processRef=\"copy\"")
                .replace("${'model-replication'}", "${'copy'}");
        assertThat(BrokenFiles.findings(check, BrokenFiles.having("model-replication/copy.bpmn", copy)))
                .contains(tuple("model-replication/copy.bpmn", "copy", "Thư mục \"model-replication\" có hai mô hình"));
    }

    @Test
    void folderWithoutItsModel() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.without(FILE))).contains(
                tuple(FILE, "", "Thư mục quy trình không có mô hình mang tên của nó"));
    }

    @Test
    void processWithoutJurisdiction() {
        assertThat(BrokenFiles.findings(check,
                BrokenFiles.without("model-replication/model-replication-jurisdiction.dmn")))
                .containsExactly(tuple("model-replication/model-replication-jurisdiction.dmn", "",
                        "Quy trình không có bảng thẩm quyền quyết định"));
    }

    @Test
    void idThatIsNotKebabCase() {
        assertFound("id=\"model-replication-lanes\"", "id=\"lanes_1\"", "lanes_1",
                "Mã chỉ gồm chữ thường không dấu, chữ số và gạch nối");
    }

    @Test
    void twoStarts() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.with(FILE, "<bpmn:endEvent id=\"replicated\"",
                "<bpmn:startEvent id=\"again\" name=\"Lại\"/><bpmn:endEvent id=\"replicated\""))).contains(
                tuple(FILE, "model-replication", "Quy trình có 2 điểm bắt đầu, phải có đúng một"),
                tuple(FILE, "again", "Bước không nằm trong đúng một làn"),
                tuple(FILE, "again", "Không có trên hình vẽ"));
    }

    @Test
    void historyKeptForAnUnknownTime() {
        assertFound("camunda:historyTimeToLive=\"P1825D\"", "camunda:historyTimeToLive=\"long\"", "model-replication",
                "Không ghi lịch sử được giữ bao lâu");
    }

    @Test
    void notStartableThoughItHasAStartForm() {
        assertFound("isStartableInTasklist=\"true\"", "isStartableInTasklist=\"false\"", "model-replication",
                "Quy trình có biểu mẫu bắt đầu nhưng không cho lập hồ sơ từ Tasklist");
    }

    @Test
    void classInsteadOfAnExpression() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.with(FILE,
                "camunda:expression=\"${route.plan(dossierNumber)}\"", "camunda:class=\"java.lang.Runtime\"")))
                .contains(
                tuple(FILE, "plan-route", "Mô hình không được dùng camunda:class=\"java.lang.Runtime\""),
                tuple(FILE, "plan-route", "Bước tự động không nói làm gì"));
    }

    @Test
    void scriptTask() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.with(FILE, "<bpmn:endEvent id=\"replicated\"",
                "<bpmn:scriptTask id=\"run\" scriptFormat=\"groovy\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>"
                        + "<bpmn:endEvent id=\"replicated\""))).contains(
                tuple(FILE, "run", "Mô hình không được dùng scriptTask"),
                tuple(FILE, "run", "Mô hình không được dùng script"));
    }

    @Test
    void listener() {
        assertFound("<camunda:in businessKey", "<camunda:executionListener event=\"start\" expression=\"${stops}\" />"
                + "<camunda:in businessKey", "review-stops", "Mô hình không được dùng executionListener");
    }

    @Test
    void elementThatTheEngineWouldNotRead() {
        assertFound("<camunda:in businessKey", "<camunda:inputOutput />" + "<camunda:in businessKey", "review-stops",
                "Mô hình không được dùng inputOutput");
    }

    @Test
    void conditionInAnotherLanguage() {
        assertFound("<bpmn:conditionExpression xsi", "<bpmn:conditionExpression language=\"javascript\" xsi",
                "review-approved", "Mô hình không được dùng language=\"javascript\"");
    }

    @Test
    void unknownBean() {
        assertFound("${route.plan(dossierNumber)}", "${router.plan(dossierNumber)}", "plan-route",
                "Biểu thức \"${router.plan(dossierNumber)}\" gọi \"router\" là tên chương trình không có");
    }

    @Test
    void unknownMethod() {
        assertFound("${route.plan(dossierNumber)}", "${route.planned(dossierNumber)}", "plan-route",
                "Biểu thức \"${route.planned(dossierNumber)}\" gọi route.planned với 1 giá trị là việc chương trình "
                + "không có");
    }

    @Test
    void oneArgumentTooMany() {
        assertFound("${dossiers.reject(dossierNumber)}", "${dossiers.reject(dossierNumber, 1)}", "reject-dossier",
                "Biểu thức \"${dossiers.reject(dossierNumber, 1)}\" gọi dossiers.reject với 2 giá trị là việc chương "
                + "trình "
                        + "không có");
    }

    @Test
    void unknownVariableInACondition() {
        assertFound("${outcome == 'approve'}", "${result == 'approve'}", "decision-approved",
                "Biểu thức \"${result == 'approve'}\" dùng biến \"result\" mà quy trình không có");
    }

    @Test
    void expressionThatReachesForCode() {
        assertFound("${stops}", "${''.getClass().forName('x')}", "review-stops",
                "Biểu thức \"${''.getClass().forName('x')}\" dùng \"''.getClass().forName('x')\" là thứ không được dùng");
        assertFound("${stops}", "${execution.processEngineServices}", "review-stops",
                "Biểu thức \"${execution.processEngineServices}\" dùng \"execution.processEngineServices\" là thứ "
                + "không được "
                        + "dùng");
    }

    @Test
    void expressionThatDoesNotEnd() {
        assertFound("${reviewOutcome == 'reject'}", "${reviewOutcome == 'reject'", "review-stops",
                "Biểu thức \"${reviewOutcome == 'reject'\" sai cú pháp");
    }

    @Test
    void unknownForm() {
        assertFound("formRef=\"model-replication-decide\"", "formRef=\"model-replication-dicide\"", "decide",
                "Không có biểu mẫu \"model-replication-dicide\"");
    }

    @Test
    void formThatIsNotOfTheSameDeployment() {
        assertFound("camunda:formRef=\"model-replication-decide\" camunda:formRefBinding=\"deployment\"",
                "camunda:formRef=\"model-replication-decide\" camunda:formRefBinding=\"latest\"", "decide",
                "Biểu mẫu không đi cùng mô hình");
    }

    @Test
    void unknownCalledProcess() {
        assertFound(CALL, "calledElement=\"revue\"", "review-stops", "Không có quy trình \"revue\"");
    }

    @Test
    void cyclicCall() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.with("review/review.bpmn",
                "<bpmn:endEvent id=\"review-approved\"",
                        "<bpmn:callActivity id=\"round\" name=\"Lại\" calledElement=\"model-replication\" "
                        + "camunda:calledElementBinding=\"deployment\"/><bpmn:endEvent id=\"review-approved\"")))
                        .contains(
                tuple(FILE, "review-stops", "Quy trình gọi \"review\" là quy trình gọi lại nó, không bao giờ xong"));
    }

    @Test
    void calledProcessWithoutTheDossier() {
        assertFound("<camunda:in source=\"dossierNumber\" target=\"dossierNumber\" />", "", "review-stops",
                "Quy trình được gọi không nhận đủ hồ sơ");
    }

    @Test
    void unknownTable() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.with(FILE, "<bpmn:endEvent id=\"replicated\"",
                "<bpmn:businessRuleTask id=\"ask\" camunda:decisionRef=\"bonuses\"/><bpmn:endEvent id=\"replicated\"")))
                .contains(tuple(FILE, "ask", "Không có bảng quy định \"bonuses\""));
    }

    @Test
    void groupThatIsNoPost() {
        assertFound("camunda:candidateGroups=\"${originator}\"", "camunda:candidateGroups=\"95/954/31813/captain\"",
                "complete-dossier", "Không có nhóm \"95/954/31813/captain\"");
    }

    @Test
    void taskForNobody() {
        assertFound("camunda:candidateGroups=\"${originator}\"", "", "complete-dossier", "Nhiệm vụ không nói ai làm");
    }

    @Test
    void taskWithoutDueDate() {
        assertFound(" camunda:dueDate=\"${deadlines.due(dossierNumber, 'decide')}\"", "", "decide",
                "Nhiệm vụ không có hạn");
    }

    @Test
    void taskWithoutLegalBasis() {
        assertFound("nội dung áp dụng mô hình. Căn cứ:", "nội dung áp dụng mô hình. Theo:", "complete-dossier",
                "Nhiệm vụ không nêu căn cứ pháp lý");
    }

    @Test
    void timerThatCannotBeRead() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.with("commendation/commendation.bpmn",
                "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${council.votingEnds(dossierNumber)}",
                "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">ngày mai"))).hasSize(1).first().satisfies(found ->
                assertThat(found.toList().get(2)).isEqualTo("Hẹn giờ \"ngày mai\" không đọc được"));
    }

    @Test
    void unknownMessage() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.with(FILE, "messageRef=\"withdrawal-message\"",
                "messageRef=\"retreat-message\""))).contains(tuple(FILE, "withdrawal-requested-definition",
                "Không có thông điệp hoặc tín hiệu \"retreat-message\""));
    }

    @Test
    void gatewayWithoutDefault() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.with(FILE, " default=\"decision-rejected\"", "")))
                .containsExactly(
                tuple(FILE, "decided", "Chỗ rẽ không có nhánh mặc định"),
                tuple(FILE, "decision-rejected", "Nhánh không có điều kiện"));
    }

    @Test
    void stepInNoLane() {
        assertFound("<bpmn:flowNodeRef>plan-route</bpmn:flowNodeRef>", "", "plan-route",
                "Bước không nằm trong đúng một làn");
    }

    @Test
    void stepThatIsNotDrawn() {
        assertFound("<bpmndi:BPMNShape id=\"plan-route-shape\" bpmnElement=\"plan-route\"",
                "<bpmndi:BPMNShape id=\"plan-route-shape\" bpmnElement=\"decide\"", "plan-route",
                "Không có trên hình vẽ");
    }

    @Test
    void taskWithoutName() {
        assertFound("name=\"Lập tuyến xét duyệt\"", "name=\"\"", "plan-route", "Không có tên");
    }

    private void assertFound(String right, String wrong, String place, String problem) {
        FileTree files = BrokenFiles.with(FILE, right, wrong);
        assertThat(BrokenFiles.findings(check, files)).singleElement().satisfies(found -> {
            assertThat(found.toList().subList(0, 2)).containsExactly(FILE, place);
            assertThat((String) found.toList().get(2)).startsWith(problem);
        });
    }
}
