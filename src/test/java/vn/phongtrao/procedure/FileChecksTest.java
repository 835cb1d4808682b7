package vn.phongtrao.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import vn.phongtrao.BrokenFiles;
import vn.phongtrao.edition.FileTree;

/** What is said of templates, words and the places of files with one fault. */
class FileChecksTest {

    @Nested
    class Templates {

        private static final String PAPER = "commendation/papers/decision.html";
        private static final String PAGE = "commendation/page.html";

        private final TemplateCheck check = new TemplateCheck(BrokenFiles.DECLARED);

        @Test
        void deliveredTemplatesAreSound() {
            assertThat(BrokenFiles.findings(check, BrokenFiles.sound())).isEmpty();
        }

        @Test
        void notXml() {
            assertThat(BrokenFiles.findings(check, BrokenFiles.with(PAPER, "</table>", ""))).first()
                    .satisfies(found -> {
                assertThat((String) found.toList().get(1)).startsWith("dòng ");
                assertThat((String) found.toList().get(2)).startsWith("Tệp không phải là XML đúng dạng");
            });
        }

        @Test
        void brokenXmlIsMendedInATextEditor() {
            assertThat(check.check(BrokenFiles.having(PAPER, "<html>\n<p>a</b></html>"))).first().satisfies(found ->
                    assertThat(found).hasToString(PAPER + ", dòng 2: Tệp không phải là XML đúng dạng: thẻ <p> chưa "
                            + "đóng đúng chỗ. Sửa chỗ này bằng trình soạn thảo văn bản."));
        }

        @Test
        void entitiesAreNotExpanded() {
            assertThat(BrokenFiles.findings(check, BrokenFiles.having(PAGE,
                    "<!DOCTYPE html [<!ENTITY a \"b\">]><html>&a;</html>")))
                    .anySatisfy(found -> assertThat((String) found.toList().get(2))
                            .startsWith("Tệp không phải là XML"));
        }

        @Test
        void unknownVariableOfAPaper() {
            assertFound(PAPER, "${bonusBasis}", "${bonusBase}", "dòng 6",
                    "Mẫu dùng trường \"bonusBase\" mà chương trình không điền");
        }

        @Test
        void unknownFieldWithinALoop() {
            assertFound(PAPER, "${row.birthYear}", "${row.bornIn}", "dòng 25",
                    "Biểu thức \"row.bornIn\" dùng trường \"bornIn\" mà chương trình không điền");
        }

        @Test
        void unknownFieldOfAPage() {
            assertFound(PAGE, "${nominee.occupation}", "${nominee.job}", "dòng 36",
                    "Biểu thức \"nominee.job\" dùng trường \"job\" mà chương trình không điền");
        }

        @Test
        void expressionThatIsNone() {
            assertFound(PAPER, "${#strings.isEmpty(total)}", "${#strings.isEmpty(total}", "dòng 5",
                    "Biểu thức \"#strings.isEmpty(total\" sai cú pháp");
        }

        @ParameterizedTest
        @ValueSource(strings = {"${T(java.lang.Runtime).getRuntime()}", "${@environment.systemProperties}",
            "${new java.io.File('x')}", "${total.getClass()}", "${total.class.classLoader}", "${#ctx.x}",
            "${total.isEmpty()}", "${#strings.getClass()}", "${#strings.emptyToAll(total)}", "__${total}__",
            "@{|/awards/${total}|}"})
        void expressionThatReachesForCode(String attack) {
            assertThat(BrokenFiles.findings(check, BrokenFiles.with(PAPER, "${total}\"", attack + "\""))).isNotEmpty()
                    .allSatisfy(found -> assertThat((String) found.toList().get(2))
                            .containsAnyOf("là thứ không được dùng", "Mẫu tính biểu thức hai lần"));
        }

        @Test
        void textThatIsNotEscaped() {
            assertFound(PAPER, "th:text=\"${row.name}\"", "th:utext=\"${row.name}\"", "dòng 24",
                    "Mẫu dùng \"th:utext\" là thứ không được dùng");
            assertFound(PAPER, ">Địa chỉ<", ">[(${total})]<", "dòng 16",
                    "Mẫu chèn nội dung không qua kiểm soát: [(…)]");
        }

        @Test
        void missingPartOfAFrame() {
            assertFound(PAPER, "th:fragment=\"annex\"", "th:fragment=\"appendix\"", "", "Mẫu thiếu phần \"annex\"");
        }

        @Test
        void unknownPartOfAnotherTemplate() {
            assertFound(PAPER, "parts :: annexHead", "parts :: annexTop", "dòng 10",
                    "Không có phần \"annexTop\" trong mẫu \"parts\"");
        }

        @Test
        void missingPaper() {
            assertThat(BrokenFiles.findings(check, BrokenFiles.without("commendation/papers/minutes.html")))
                    .containsExactly(
                    tuple("commendation/papers/minutes.html", "", "Thiếu mẫu văn bản mà chương trình in"));
        }

        private void assertFound(String file, String right, String wrong, String place, String problem) {
            assertThat(BrokenFiles.findings(check, BrokenFiles.with(file, right, wrong)))
                    .containsExactly(tuple(file, place, problem));
        }
    }

    @Nested
    class Words {

        private static final String VIETNAMESE = "model-replication/words.properties";
        private static final String ENGLISH = "model-replication/words_en.properties";
        private static final String LINE = "model.site-place = Nơi áp dụng";

        private final WordsCheck check = new WordsCheck();

        @Test
        void deliveredWordsAreSound() {
            assertThat(BrokenFiles.findings(check, BrokenFiles.sound())).isEmpty();
        }

        @Test
        void missingInOneLanguage() {
            assertThat(BrokenFiles.findings(check, BrokenFiles.with(VIETNAMESE, LINE, LINE + "\noath.sworn = Đã thề")))
                    .containsExactly(tuple(ENGLISH, "oath.sworn", "Thiếu lời tiếng Anh"));
        }

        @Test
        void missingWhereAPageAsks() {
            assertThat(BrokenFiles.findings(check, BrokenFiles.with("model-replication/page.html", "#{model.new-site}",
                    "#{model.old-site}"))).containsExactly(
                    tuple("model-replication/page.html", "dòng 11", "Không có từ ngữ \"model.old-site\""));
        }

        @Test
        void missingForAKindOfValue() {
            assertThat(BrokenFiles.findings(check, BrokenFiles.with("model-replication/page.html", "#{|model-group.",
                    "#{|model-sort."))).containsExactly(
                    tuple("model-replication/page.html", "dòng 9", "Không có từ ngữ \"model-sort.\""));
        }

        @Test
        void otherPlaceholders() {
            assertThat(BrokenFiles.findings(check, BrokenFiles.with(VIETNAMESE, LINE, LINE + " {0}"))).containsExactly(
                    tuple(ENGLISH, "model.site-place", "Chỗ điền khác với lời tiếng Việt: Nơi áp dụng {0}"));
        }

        @Test
        void empty() {
            assertThat(BrokenFiles.findings(check, BrokenFiles.with(VIETNAMESE, LINE, "model.site-place =")))
                    .containsExactly(
                    tuple(VIETNAMESE, "model.site-place", "Lời để trống"));
        }

        @Test
        void quoteThatHidesAPlaceholder() {
            assertThat(BrokenFiles.findings(check, BrokenFiles.with(VIETNAMESE, LINE, LINE + " 'cũ'"))).containsExactly(
                    tuple(VIETNAMESE, "model.site-place", "Dấu ' hoặc dấu { } làm hỏng chỗ điền"));
        }

        @Test
        void twice() {
            assertThat(BrokenFiles.findings(check, BrokenFiles.having("team-change/words.properties",
                    BrokenFiles.sound()
                    .text("team-change/words.properties").orElseThrow() + "\n" + LINE))).contains(
                    tuple("team-change/words.properties", "model.site-place", "Khóa đã có ở model-replication"));
        }

        @Test
        void malformed() {
            assertThat(BrokenFiles.findings(check, BrokenFiles.with(VIETNAMESE, LINE, "model.site-place = \\u12")))
                    .anySatisfy(
                    found -> assertThat((String) found.toList().get(2)).startsWith("Tệp từ ngữ sai dạng"));
        }
    }

    @Nested
    class Places {

        private final FolderCheck check = new FolderCheck();

        @Test
        void deliveredFilesLieInTheirPlaces() {
            assertThat(BrokenFiles.findings(check, BrokenFiles.sound())).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"commendation/Bonus.DMN", "commendation/tables/bonus.dmn", "commendation/bonus.dmn.bak",
            "Khen_thuong/bonus.dmn", "commendation/frames/sign.form"})
        void fileThatNobodyReads(String file) {
            assertThat(BrokenFiles.findings(check, BrokenFiles.having(file, "x"))).containsExactly(
                    tuple(file, "", "Chương trình không dùng tệp này"));
        }

        @Test
        void fileOutsideOfEveryFolder() {
            assertThat(BrokenFiles.findings(check, BrokenFiles.having("bonus.dmn", "x"))).containsExactly(
                    tuple("bonus.dmn", "", "Tệp nằm ngoài thư mục quy trình"));
        }

        @Test
        void textThatIsNotComposed() {
            assertThat(BrokenFiles.findings(check, BrokenFiles.having("commendation/page.html",
                    "x\n" + Normalizer.normalize("Hồ sơ", Normalizer.Form.NFD)))).containsExactly(
                    tuple("commendation/page.html", "dòng 2", "Dấu tiếng Việt viết rời (Unicode tổ hợp)"));
        }

        @Test
        void archiveIsNotTakenForText() {
            assertThat(BrokenFiles.findings(check, BrokenFiles.having("commendation/bonus.dmn", "PK\3\4")))
                    .containsExactly(tuple("commendation/bonus.dmn", "",
                            "Đây là tệp Excel hoặc tệp nén, không phải bảng DMN"));
        }

        @Test
        void textThatIsNotUtf8() {
            var files = BrokenFiles.sound()
                    .under(FileTree.of(Map.of("commendation/page.html", new byte[] {'x', (byte) 0xe9})));
            assertThat(BrokenFiles.findings(check, files)).containsExactly(
                    tuple("commendation/page.html", "dòng 1", "Tệp không ghi bằng UTF-8"));
        }
    }

    @Test
    void aCheckThatFailsIsAFinding() {
        var checks = new Checks(List.of(files -> {
            throw new IllegalStateException("nobody thought of this");
        }));

        assertThat(checks.of(BrokenFiles.sound())).singleElement().satisfies(finding ->
                assertThat(finding.problem()).startsWith("Không kiểm tra được"));
    }
}
