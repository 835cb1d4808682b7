package vn.phongtrao.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.phongtrao.BrokenFiles.DECLARED;
import static vn.phongtrao.BrokenFiles.findings;
import static vn.phongtrao.BrokenFiles.sound;

import java.util.Map;

import org.junit.jupiter.api.Test;

import vn.phongtrao.edition.FileTree;
import vn.phongtrao.procedure.ProcedureCheck;
import vn.phongtrao.workflow.FormFieldsOnFile;

class PlainCheckTest {

    private static final ProcedureCheck CHECK = new PlainCheck(FormFieldsOnFile.reader(), DECLARED);
    private static final String MODEL = "flood-watch-post/flood-watch-post.bpmn";
    private static final String POST = "parts/post.form";

    private static org.assertj.core.api.ListAssert<org.assertj.core.groups.Tuple> found(FileTree brought) {
        return assertThat(findings(CHECK, sound().under(brought)));
    }

    @Test
    void whatIsBroughtIsSound() {
        found(BroughtFiles.all()).isEmpty();
    }

    @Test
    void aBrokenFormOfAnotherProcedureIsNotHeldAgainstThis() {
        found(BroughtFiles.all().under(FileTree.of(Map.of("commendation/commendation-council-vote.form",
                new byte[0])))).isEmpty();
    }

    @Test
    void aFieldIsNotCalledAsSomethingThatADossierHas() {
        found(BroughtFiles.with(POST, "\"key\": \"note\"", "\"key\": \"status\""))
                .contains(tuple(MODEL, "ô status", "Mã này hồ sơ đã dùng cho việc khác"));
        found(BroughtFiles.with(POST, "\"key\": \"note\"", "\"key\": \"kindName\""))
                .contains(tuple(MODEL, "ô kindName", "Mã này hồ sơ đã dùng cho việc khác"));
    }

    @Test
    void aFieldIsCalledAsListsCanCallIt() {
        found(BroughtFiles.with(POST, "\"key\": \"note\"", "\"key\": \"no'te\""))
                .contains(tuple(MODEL, "ô no'te", "Mã của ô không dùng được trong sổ và mẫu"));
    }

    @Test
    void aTitleNamesFieldsOfTheFormThatAreNotPersonal() {
        found(BroughtFiles.with("flood-watch-post.bpmn", "{name}", "{head}"))
                .containsExactly(tuple(MODEL, "thuộc tính title",
                        "\"{head}\" không phải là ô của biểu mẫu, hoặc là ô personal"));
        found(BroughtFiles.with("flood-watch-post.bpmn", "{name}", "{nothing}")).hasSize(1);
    }

    @Test
    void whatADossierIsKnownByIsNotPersonal() {
        found(BroughtFiles.with("flood-watch-post.bpmn", "name=\"prefix\" value=\"CL\"",
                "name=\"unique\" value=\"name, head\"")).containsExactly(tuple(MODEL, "thuộc tính unique",
                        "\"head\" không phải là ô của biểu mẫu, hoặc là ô personal"));
    }

    @Test
    void theBeginningOfNumbersIsOfCapitals() {
        found(BroughtFiles.with("flood-watch-post.bpmn", "value=\"CL\"", "value=\"chốt\"")).containsExactly(tuple(MODEL,
                "thuộc tính prefix", "Chữ đầu của số hồ sơ không dùng được"));
    }

    @Test
    void tablesAskForFieldsThatAreNotPersonal() {
        found(BroughtFiles.with("flood-watch-post-findings.dmn", "<text>households</text>", "<text>headId</text>"))
                .containsExactly(tuple("flood-watch-post/flood-watch-post-findings.dmn", "cột headId",
                        "Cột hỏi \"headId\": không phải là ô của biểu mẫu, hoặc là ô personal"));
    }

    @Test
    void theRegisterShowsFieldsThatAreNotPersonal() {
        found(BroughtFiles.with("register.json", "\"field\": \"households\"", "\"field\": \"head\""))
                .containsExactly(tuple("flood-watch-post/register.json", "head", "Sổ của thủ tục không có mục này"));
        found(BroughtFiles.with("register.json", "\"sort\": \"households\"", "\"sort\": \"watchers\"")).hasSize(1);
        found(BroughtFiles.with("register.json", "{\"name\": \"name\"", "{\"name\": \"headId\"")).hasSize(1);
    }
}
