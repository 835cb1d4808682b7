package vn.phongtrao.workflow.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

import vn.phongtrao.BrokenFiles;

/** What is said of a form with one fault. */
class FormCheckTest {

    private static final String FILE = "model-replication/model-replication-proposal.form";
    private static final String DECIDE = "model-replication/model-replication-decide.form";

    private final FormCheck check = new FormCheck(BrokenFiles.DECLARED);

    @Test
    void deliveredFormsAreSound() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.sound())).isEmpty();
    }

    @Test
    void notJson() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.with(FILE, "\"type\": \"default\",", "\"type\": default,")))
                .first().satisfies(found -> {
                    assertThat(found.toList().subList(0, 2)).containsExactly(FILE, "dòng 3, cột 11");
                    assertThat((String) found.toList().get(2)).startsWith("Tệp không phải là JSON đúng dạng");
                });
    }

    @Test
    void jsonThatEndsTooSoon() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.having(FILE, "{\n  \"id\": "))).contains(
                tuple(FILE, "dòng 2, cột 9", "Tệp JSON không đầy đủ: kết thúc giữa chừng"));
    }

    @Test
    void emptyFileOrArchive() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.having(FILE, ""))).contains(tuple(FILE, "", "Tệp trống"));
        assertThat(BrokenFiles.findings(check, BrokenFiles.having(FILE, "PK\3\4"))).contains(
                tuple(FILE, "", "Đây là tệp Excel hoặc tệp nén, không phải biểu mẫu"));
    }

    @Test
    void notAForm() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.having(FILE, "[]"))).contains(
                tuple(FILE, "", "Tệp không phải là biểu mẫu"));
    }

    @Test
    void namedUnlikeItsFile() {
        assertFound("\"id\": \"model-replication-proposal\"", "\"id\": \"proposal\"", "id",
                "Mã biểu mẫu \"proposal\" khác tên tệp");
    }

    @Test
    void anotherVersion() {
        assertFound("\"schemaVersion\": 16", "\"schemaVersion\": 17", "schemaVersion",
                "Biểu mẫu thuộc phiên bản mà Tasklist này không hiển thị được");
    }

    @Test
    void unknownComponent() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.with(FILE, "\"type\": \"textfield\"",
                "\"type\": \"iframe\""))).containsExactly(
                tuple(FILE, "biểu mẫu model-replication-proposal, ô siteName",
                        "Biểu mẫu thiếu ô \"siteName\" mà chương trình cần"),
                tuple(FILE, "ô siteName", "Loại ô \"iframe\" không dùng được"));
    }

    @Test
    void idThatIsNotKebabCase() {
        assertFound("\"id\": \"site-name\"", "\"id\": \"Site_1\"", "ô siteName",
                "Mã ô \"Site_1\" không phải là chữ thường không dấu, chữ số và gạch nối");
    }

    @Test
    void twoFieldsWithOneKey() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.with(FILE, "\"key\": \"hamlet\"", "\"key\": \"siteName\"")))
                .contains(tuple(FILE, "biểu mẫu model-replication-proposal, ô siteName",
                        "Hai ô nhập cùng mã \"siteName\""));
    }

    @Test
    void fieldWithoutLabel() {
        assertFound("\"label\": \"Tên điểm nhân rộng\"", "\"label\": \"\"", "ô siteName", "Ô nhập không có nhãn");
    }

    @Test
    void textWithoutGreatestLength() {
        assertFound("\"maxLength\": 200", "\"minLength\": 2", "ô siteName", "Ô chữ không giới hạn độ dài");
    }

    @Test
    void choiceOfNothing() {
        assertFound("\"valuesExpression\": \"=models\"", "\"valuesKey\": \"models\"", "ô modelId",
                "Ô chọn không nói chọn trong những gì");
    }

    @Test
    void choiceOfWhatTheDossierDoesNotShow() {
        assertFound("\"valuesExpression\": \"=models\"", "\"valuesExpression\": \"=modelList\"",
                "biểu mẫu model-replication-proposal, ô modelId",
                "Biểu mẫu hỏi \"modelList\" mà hồ sơ của quy trình này không có");
    }

    @Test
    void conditionThatIsNotFeel() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.with(FILE, "count(hamlets) > 0", "count(hamlets >")))
                .contains(tuple(FILE, "ô hamlet", "Biểu thức \"count(hamlets >\" sai cú pháp FEEL"));
    }

    @Test
    void patternThatIsNone() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.with(FILE, "\"maxLength\": 200",
                "\"pattern\": \"[a-\", \"maxLength\": 200"))).anySatisfy(found -> {
                    assertThat(found.toList().get(1)).isEqualTo("ô siteName");
                    assertThat((String) found.toList().get(2)).startsWith("Khuôn mẫu \"[a-\" sai cú pháp");
                });
    }

    @Test
    void propertyWithoutEffect() {
        assertFound("\"suggest\": \"true\"", "\"suggests\": \"true\"", "ô modelId",
                "Thuộc tính \"suggests\" không có tác dụng");
    }

    @Test
    void fieldThatTheProgramDoesNotRead() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.with(FILE, "\"key\": \"siteName\"",
                "\"key\": \"pointName\""))).containsExactly(
                tuple(FILE, "biểu mẫu model-replication-proposal, ô pointName",
                        "Chương trình không đọc ô \"pointName\""),
                tuple(FILE, "biểu mẫu model-replication-proposal, ô siteName",
                        "Biểu mẫu thiếu ô \"siteName\" mà chương trình cần"));
    }

    @Test
    void fieldOfATaskThatTheProgramDoesNotRead() {
        var file = "commendation/commendation-council-vote.form";
        assertThat(BrokenFiles.findings(check, BrokenFiles.with(file, "\"key\": \"approvedNominees\"",
                "\"key\": \"nominees\""))).containsExactlyInAnyOrder(
                tuple(file, "biểu mẫu commendation-council-vote, ô nominees",
                        "Chương trình không đọc ô \"nominees\""),
                tuple(file, "biểu mẫu commendation-council-vote, ô approvedNominees",
                        "Biểu mẫu thiếu ô \"approvedNominees\" mà chương trình cần"));
    }

    @Test
    void fieldOfATaskOfWhichTheProgramReadsTheOutcomeAlone() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.with("team-establishment/team-establishment-approve-plan.form",
                "\"components\": [", """
                "components": [{"id": "extra", "key": "extra", "type": "textfield", "label": "Thêm",
                  "validate": {"maxLength": 20}},"""))).singleElement().satisfies(found ->
                assertThat(found.toList().get(2)).isEqualTo("Chương trình không đọc ô \"extra\""));
    }

    @Test
    void fieldThatTheProgramCannotDoWithout() {
        assertFound("\"key\": \"siteName\",", "\"key\": \"siteName\", \"disabled\": true,",
                "biểu mẫu model-replication-proposal, ô siteName", "Biểu mẫu thiếu ô \"siteName\" mà chương trình cần");
    }

    @Test
    void fieldOfAnotherTypeThanTheProgramReads() {
        assertFound("\"type\": \"textfield\"", "\"type\": \"checkbox\"",
                "biểu mẫu model-replication-proposal, ô siteName",
                "Ô \"siteName\" không đúng kiểu mà chương trình cần: ô chữ hoặc ô chọn");
    }

    @Test
    void choiceThatTheProgramDoesNotHave() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.with("model-recognition/model-recognition-proposal.form",
                "\"value\": \"fire-rescue\"", "\"value\": \"fire\""))).anySatisfy(found ->
                assertThat(found.toList().get(2)).isEqualTo("Chương trình không có lựa chọn \"fire\" của ô \"group\""));
    }

    @Test
    void columnOfAListThatTheProgramCannotDoWithout() {
        var file = "team-establishment/team-establishment-register-candidates.form";
        assertThat(BrokenFiles.findings(check, BrokenFiles.with(file, "\"key\": \"birthDate\"",
                "\"key\": \"bornOn\""))).contains(
                tuple(file, "biểu mẫu team-establishment-register-candidates, ô candidates.birthDate",
                        "Biểu mẫu thiếu ô \"birthDate\" mà chương trình cần"),
                tuple(file, "biểu mẫu team-establishment-register-candidates, ô candidates.bornOn",
                        "Chương trình không đọc ô \"bornOn\""));
    }

    @Test
    void processThatLearnsMoreThanTheOutcome() {
        assertFound("\"suggest\": \"true\"", "\"suggest\": \"true\", \"route\": \"true\"", "ô modelId",
                "Chỉ ô outcome được điều khiển đường đi của hồ sơ");
    }

    @Test
    void unknownOutcome() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.with("review/parts/decision.form", "\"value\": \"reject\"",
                "\"value\": \"refuse\""))).isNotEmpty().allSatisfy(found ->
                assertThat(found.toList().get(2)).isEqualTo("Kết quả \"refuse\" không có"));
    }

    @Test
    void unknownPart() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.with(DECIDE, "\"part\": \"review/frames/decide\"",
                "\"part\": \"review/frames/decid\"")))
                .contains(tuple(DECIDE, "", "Không có phần \"review/frames/decid.form\""));
    }

    @Test
    void formThatNoModelUses() {
        var file = "model-replication/model-replication-extra.form";
        assertThat(BrokenFiles.findings(check, BrokenFiles.having(file, BrokenFiles.sound().text(FILE).orElseThrow()
                .replace("\"id\": \"model-replication-proposal\"", "\"id\": \"model-replication-extra\""))))
                .containsExactly(
                tuple(file, "", "Không mô hình nào dùng biểu mẫu \"model-replication-extra\""));
    }

    @Test
    void partThatNoFormUses() {
        var file = "model-replication/parts/extra.form";
        assertThat(BrokenFiles.findings(check, BrokenFiles.having(file, BrokenFiles.sound()
                .text("model-replication/parts/subject.form").orElseThrow()
                .replace("model-replication-parts-subject", "model-replication-parts-extra")))).containsExactly(
                tuple(file, "", "Không biểu mẫu nào dùng phần này"));
    }

    private void assertFound(String right, String wrong, String place, String problem) {
        assertThat(BrokenFiles.findings(check, BrokenFiles.with(FILE, right, wrong))).singleElement()
                .satisfies(found -> {
            assertThat(found.toList().subList(0, 2)).containsExactly(FILE, place);
            assertThat((String) found.toList().get(2)).startsWith(problem);
        });
    }
}
