package vn.phongtrao.workflow.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import vn.phongtrao.BrokenFiles;
import vn.phongtrao.edition.FileTree;

/** What is said of a decision table with one fault. */
class TableCheckTest {

    private static final String FILE = "commendation/bonus.dmn";
    private static final String FIRST = "dòng 1 (bonus-rule-1)";
    private static final String OLD = "[date(\"2024-01-01\")..date(\"2025-06-30\")]";

    private final TableCheck check = new TableCheck(BrokenFiles.DECLARED);

    @Test
    void deliveredTablesAreSound() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.sound())).isEmpty();
    }

    @Test
    void notXml() {
        assertThat(BrokenFiles.findings(check, with("</decisionTable>", ""))).singleElement()
                .satisfies(found -> assertThat((String) found.toList().get(2)).startsWith("Tệp không phải là XML"));
    }

    @Test
    void emptyFileOrArchive() {
        assertWhole("", "", "Tệp trống");
        assertWhole("PK\3\4", "", "Đây là tệp Excel hoặc tệp nén, không phải bảng DMN");
        assertWhole("\n<definitions>\n", "dòng 3", "Tệp không phải là XML đúng dạng: tệp kết thúc giữa chừng");
        assertWhole("bonus", "dòng 1", "Tệp không phải là XML đúng dạng: trước thẻ đầu tiên có chữ thừa");
    }

    private void assertWhole(String text, String place, String problem) {
        assertThat(BrokenFiles.findings(check, BrokenFiles.in(BrokenFiles.having(FILE, text), "commendation",
                "review"))).containsExactly(tuple(FILE, place, problem));
    }

    @Test
    void notDmn() {
        assertThat(BrokenFiles.findings(check, with("hitPolicy=\"UNIQUE\"", "hitPolicy=\"LAST\"")))
                .anySatisfy(found -> assertThat((String) found.toList().get(2))
                        .startsWith("Tệp không phải là bảng quy định đúng chuẩn DMN"));
    }

    @Test
    void namedUnlikeItsFile() {
        assertFound("decision id=\"bonus\"", "decision id=\"bonuses\"", "bonuses", "Mã của bảng khác tên tệp");
    }

    @Test
    void historyKeptForAnUnknownTime() {
        assertFound(" camunda:historyTimeToLive=\"P1825D\"", "", "bonus", "Không ghi lịch sử được giữ bao lâu");
    }

    @Test
    void anotherHitPolicy() {
        assertFound("hitPolicy=\"UNIQUE\"", "hitPolicy=\"ANY\"", "", "Cách chọn dòng \"ANY\" không dùng được");
    }

    @Test
    void manyRowsWhereOneIsWanted() {
        assertFound("hitPolicy=\"UNIQUE\"", "hitPolicy=\"COLLECT\"", "",
                "Chương trình cần một dòng nhưng cách chọn dòng \"COLLECT\" cho nhiều dòng");
    }

    @Test
    void anotherLanguage() {
        assertFound("<inputEntry id=\"bonus-rule-1-form\">",
                "<inputEntry id=\"bonus-rule-1-form\" expressionLanguage=\"juel\">", "bonus-rule-1-form",
                "Ô viết bằng ngôn ngữ \"juel\"");
    }

    @Test
    void textWithoutQuotationMarks() {
        assertFound("<text>\"commune-certificate\"</text>", "<text>commune certificate</text>", FIRST,
                "Ô \"commune certificate\" của cột \"Hình thức khen thưởng\" sai cú pháp FEEL");
        assertFound("<text>\"individual\"</text>", "<text>individual</text>", FIRST,
                "Ô \"individual\" của cột \"Đối tượng\" hỏi \"individual\" là điều không có");
    }

    @Test
    void functionThatFeelDoesNotHave() {
        assertFound("..date(\"2025-06-30\")", "..dat(\"2025-06-30\")", FIRST,
                "Ô \"[date(\"2024-01-01\")..dat(\"2025-06-30\")]\" của cột \"Ngày tiếp nhận hồ sơ\" hỏi \"dat\" là điều "
                + "không có");
    }

    @Test
    void numberBelowZero() {
        assertFound("<text>0.15</text>", "<text>-0.15</text>", FIRST, "Ô kết quả \"-0.15\" của cột \"Hệ số\" nhỏ hơn 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/0", "&gt; 5", "[1..2] and 3"})
    void numberThatIsNone(String cell) {
        assertFound("<text>0.15</text>", "<text>" + cell + "</text>", FIRST, "Ô kết quả \"%s\" của cột \"Hệ số\" không phải"
                .formatted(cell.replace("&gt;", ">")));
    }

    @Test
    void numberThatIsMissing() {
        assertFound("<text>0.15</text>", "<text>null</text>", FIRST, "Có ô kết quả mà chương trình không hiểu");
    }

    @Test
    void numberWithThousandsApart() {
        assertFound("<text>10000</text>", "<text>10.000</text>", FIRST,
                "Ô kết quả \"10.000\" của cột \"Làm tròn lên (đồng)\" đọc là 10");
    }

    @Test
    void numberInAConditionThatIsReadOtherwise() {
        var file = "commendation/nominee-age.dmn";
        assertThat(check.check(BrokenFiles.in(BrokenFiles.with(file, "<text>&lt; 16</text>", "<text>&lt; 16,5</text>"),
                "commendation", "review"))).singleElement().satisfies(found -> {
                    assertThat(found.problem()).endsWith("đọc là \"16 hoặc 5\"");
                    assertThat(found.advice()).startsWith("Viết 16.5 ");
                });
    }

    @Test
    void quotationMarksAsWordProcessorsWriteThem() {
        assertThat(check.check(with("<text>\"individual\"</text>", "<text>“individual”</text>"))).singleElement()
                .satisfies(found -> assertThat(found.advice())
                        .isEqualTo("Dùng dấu ngoặc kép thẳng: \"individual\""));
    }

    @Test
    void textThatIsNoTruthValueInATableOfFindings() {
        var file = "festival-plan/festival-plan-findings.dmn";
        assertThat(BrokenFiles.findings(check, BrokenFiles.in(BrokenFiles.with(file, "<text>true</text>",
                "<text>\"true\"</text>"), "festival-plan", "review"))).singleElement().satisfies(found ->
                assertThat((String) found.toList().get(2)).endsWith("không phải là true hay false"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"for i in 1..1000000000 return i", "some i in 1..1000000000 satisfies i = 0", "10**1000000000"})
    void whatWouldTakeForEver(String cell) {
        assertFound("<text>0.15</text>", "<text>" + cell + "</text>", FIRST,
                "Ô \"%s\" của cột \"Hệ số\" tính vòng lặp hoặc lũy thừa".formatted(cell));
    }

    @Test
    void absurdLength() {
        assertFound("<text>0.15</text>", "<text>" + "(".repeat(20_000) + "</text>", FIRST, "Ô của cột \"Hệ số\" dài quá");
    }

    @Test
    void moreRowsThanCanBeCompared() {
        assertThat(BrokenFiles.findings(check, with("</decisionTable>", rows(1_000) + "</decisionTable>")))
                .contains(tuple(FILE, "", "Bảng có quá 1000 dòng")).hasSizeLessThan(5);
    }

    @Test
    void ofManyRowsThatAllSayTheSameEachIsNamedOnce() {
        assertThat(check.check(with("</decisionTable>", rows(500) + "</decisionTable>"))
                .filter(found -> found.problem().contains("cùng áp dụng"))).hasSize(500);
    }

    private static String rows(int count) {
        return IntStream.rangeClosed(1, count).mapToObj("<rule id=\"more-%d\"/>"::formatted).collect(Collectors.joining());
    }

    @Test
    void elementsInElementsWithoutEnd() {
        assertThat(BrokenFiles.findings(check, with("<text>\"individual\"</text>", "<text>" + "<b>".repeat(20_000)
                + "</b>".repeat(20_000) + "</text>"))).singleElement().satisfies(found ->
                assertThat((String) found.toList().get(2)).startsWith("Tệp không phải là XML đúng dạng"));
    }

    @Test
    void idWithoutEnd() {
        assertThat(BrokenFiles.findings(check, with("id=\"bonus-rule-1\"", "id=\"a" + "-1".repeat(100_000) + "\"")))
                .isEmpty();
    }

    @Test
    void noRowAtAll() {
        var table = BrokenFiles.sound().text(FILE).orElseThrow().replaceAll("(?s)<rule .*</rule>", "");
        assertThat(BrokenFiles.findings(check, BrokenFiles.in(BrokenFiles.having(FILE, table), "commendation", "review")))
                .contains(tuple(FILE, "", "Bảng không có dòng nào"));
    }

    @Test
    void valueOfAnotherType() {
        assertFound("<text>0.15</text>", "<text>\"mười lăm\"</text>", FIRST,
                "Có ô kết quả mà chương trình không hiểu");
    }

    @Test
    void valueThatTheColumnDoesNotHave() {
        assertThreshold("\"more-than\"", "\"atleast\"",
                "cột \"Cách so sánh\" không có giá trị \"atleast\"; có: \"at-least\", \"more-than\"",
                "Ghi một trong các giá trị đó, trong dấu ngoặc kép");
        assertThreshold("\"2/3\"", "\"hai phần ba\"",
                "cột \"Tỷ lệ dự họp tối thiểu\" có \"hai phần ba\" không phải là tỷ lệ; viết như \"2/3\"", "Viết như");
        assertThreshold("\"2/3\"", "\"5/4\"", "cột \"Tỷ lệ dự họp tối thiểu\" có tỷ lệ \"5/4\" lớn hơn 1", "Viết như");
    }

    private void assertThreshold(String right, String wrong, String problem, String advice) {
        assertThat(check.check(BrokenFiles.in(BrokenFiles.with("commendation/vote-threshold.dmn", "<text>" + right,
                "<text>" + wrong), "commendation", "review"))).singleElement().satisfies(found -> {
                    assertThat(found.problem()).isEqualTo("Có ô kết quả mà chương trình không hiểu: " + problem);
                    assertThat(found.advice()).startsWith(advice);
                });
    }

    @Test
    void numberWrittenAsInVietnam() {
        assertNumber("0,225", "0.225");
        assertNumber("2.340.000", "2340000");
        assertNumber("\"1.234,5\"", "1234.5");
    }

    private void assertNumber(String written, String advised) {
        assertThat(check.check(with("<text>0.15</text>", "<text>%s</text>".formatted(written)))).singleElement()
                .satisfies(found -> assertThat(found.advice()).startsWith("Viết %s: ".formatted(advised)));
    }

    @Test
    void valueThatIsNone() {
        assertFound("<text>0.15</text>", "<text></text>", FIRST, "Ô kết quả của cột \"Hệ số\" để trống");
        assertFound("<text>0.15</text>", "<text>0,15 +</text>", FIRST,
                "Ô kết quả \"0,15 +\" của cột \"Hệ số\" sai cú pháp FEEL");
        assertFound("<text>0.15</text>", "<text>rate</text>", FIRST,
                "Ô kết quả \"rate\" của cột \"Hệ số\" không phải là một giá trị");
    }

    @Test
    void missingColumn() {
        assertFound("name=\"coefficient\"", "name=\"factor\"", "cột coefficient",
                "Bảng thiếu cột kết quả \"Hệ số\" (coefficient) mà chương trình cần");
    }

    @Test
    void missingCondition() {
        var without = BrokenFiles.sound().text(FILE).orElseThrow()
                .replaceAll("(?s)<input id=\"[^\"]*\" label=\"Đối tượng\".*?</input>", "")
                .replaceAll("(?s)<inputEntry id=\"[^\"]*-kind\">.*?</inputEntry>", "");
        assertThat(BrokenFiles.findings(check, BrokenFiles.in(BrokenFiles.having(FILE, without), "commendation",
                "review"))).contains(tuple(FILE, "cột kind",
                "Bảng thiếu cột điều kiện \"Đối tượng\" (kind) của bảng có sẵn"));
    }

    @Test
    void missingResultThatOnlyTheBuiltInTableTellsOf() {
        var file = "festival-plan/festival-plan-bases.dmn";
        assertThat(BrokenFiles.findings(check, BrokenFiles.in(BrokenFiles.with(file, "name=\"basis\"",
                "name=\"base\""), "festival-plan", "review"))).singleElement().satisfies(found ->
                assertThat(found.toList().get(1)).isEqualTo("cột basis"));
    }

    @Test
    void columnThatIsNotAskedWith() {
        assertThat(BrokenFiles.findings(check, with("<text>kind</text>", "<text>category</text>"))).containsExactly(
                tuple(FILE, "cột category", "Chương trình không cho biết \"category\" khi hỏi bảng này"),
                tuple(FILE, "cột kind", "Bảng thiếu cột điều kiện \"Đối tượng\" (kind) của bảng có sẵn"));
    }

    @Test
    void noDateColumn() {
        assertFound("<text>receivedOn</text>", "<text>form</text>", "", "Bảng phải có đúng một cột ngày");
    }

    @Test
    void columnWithoutName() {
        assertFound("label=\"Hệ số\"", "label=\"\"", "cột coefficient", "Cột không có tên để đọc");
    }

    @Test
    void rowWithoutDay() {
        assertThat(BrokenFiles.findings(check, with(OLD, ""))).contains(
                tuple(FILE, FIRST, "Dòng không nói áp dụng từ ngày nào"));
    }

    @Test
    void dayThatDoesNotExist() {
        assertFound(OLD, OLD.replace("06-30", "06-31"), FIRST, "Ngày \"2025-06-31\" không có trong lịch");
    }

    @Test
    void endBeforeTheBeginning() {
        assertThat(BrokenFiles.findings(check, with(OLD, OLD.replace("2024-01-01", "2026-01-01"))))
                .contains(tuple(FILE, FIRST, "Ngày cuối trước ngày đầu"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"&gt;= 01/07/2024", "\"2024-07-01\"", "&gt;= date(\"2024-07-01\"), &lt;= date(\"2025-06-30\")",
        "date(2024, 7, 1)", "date and time(\"2024-07-01T00:00:00\")"})
    void daysThatAreNoPeriod(String cell) {
        assertThat(check.check(with(OLD, cell))).anySatisfy(found -> {
            assertThat(found.place()).isEqualTo(FIRST);
            assertThat(found.problem()).startsWith("Ô ngày ").endsWith("không phải là một khoảng ngày");
        });
    }

    @Test
    void dayWrittenAsPeopleDo() {
        assertThat(check.check(with(OLD, "&gt;= date(\"01/07/2024\")"))).singleElement().satisfies(found -> {
            assertThat(found.problem()).isEqualTo("Ngày \"01/07/2024\" không có trong lịch");
            assertThat(found.advice()).isEqualTo("Viết date(\"2024-07-01\")");
        });
    }

    @Test
    void oneDayWhereTheFollowingAreMeantToo() {
        assertThat(check.check(with(OLD, "date(\"2025-06-30\")"))).singleElement().satisfies(found -> {
            assertThat(found.problem()).isEqualTo("Dòng chỉ áp dụng trong đúng ngày 30/06/2025");
            assertThat(found.advice()).startsWith("Áp dụng từ ngày đó thì viết >= date(\"2025-06-30\"); ");
        });
    }

    @Test
    void nothingInForceAfterADay() {
        var file = "commendation/base-salary.dmn";
        var ended = BrokenFiles.sound().text(file).orElseThrow().replaceAll("(?:>|&gt;)= date\\(\"([^\"]*)\"\\)",
                "[date(\"$1\")..date(\"2099-12-31\")]");
        assertThat(check.check(BrokenFiles.in(BrokenFiles.having(file, ended), "commendation", "review")))
                .singleElement().satisfies(found -> {
                    assertThat(found.problem())
                            .isEqualTo("Sau ngày 31/12/2099 không còn dòng nào của bảng áp dụng");
                    assertThat(found.advice()).startsWith("Thêm dòng áp dụng từ ngày 01/01/2100");
                });
    }

    @Test
    void rulesThatMayCease() {
        var file = "commendation/nominee-age.dmn";
        var ended = BrokenFiles.sound().text(file).orElseThrow().replaceAll("(?:>|&gt;)= date\\(\"([^\"]*)\"\\)",
                "[date(\"$1\")..date(\"2099-12-31\")]");
        assertThat(check.check(BrokenFiles.in(BrokenFiles.having(file, ended), "commendation", "review"))).isEmpty();
    }

    @Test
    void rowWithoutLegalBasis() {
        assertFound("<text>\"Nghị định 98/2023/NĐ-CP, Điều 58 khoản 1 điểm g\"</text>", "<text>\"\"</text>", FIRST,
                "Dòng không có căn cứ pháp lý");
    }

    @Test
    void overlappingDays() {
        assertFound(OLD, OLD.replace("2025-06-30", "2025-07-01"), "dòng 4 (bonus-rule-4)",
                "Dòng 1 và dòng 4 cùng áp dụng cho một trường hợp, một ngày");
    }

    @Test
    void daysWithoutARow() {
        assertFound(OLD, OLD.replace("2025-06-30", "2025-05-31"), "dòng 4 (bonus-rule-4)",
                "Từ ngày 01/06/2025 đến ngày 30/06/2025 không có dòng nào áp dụng cho trường hợp của dòng này");
    }

    @Test
    void overlappingCasesOfDifferentRows() {
        assertFound("<text>\"commune-certificate\"</text>",
                "<text>\"commune-certificate\", \"district-certificate\"</text>", "dòng 7 (bonus-rule-7)",
                "Dòng 1 và dòng 7 cùng áp dụng cho một trường hợp, một ngày");
    }

    @Test
    void sameRowTwiceWhereAllCount() {
        var file = "model-replication/model-replication-route.dmn";
        var text = BrokenFiles.sound().text(file).orElseThrow();
        var row = text.substring(text.indexOf("<rule "), text.indexOf("</rule>") + "</rule>".length());
        assertThat(BrokenFiles.findings(check, BrokenFiles.with(file, row, row + row.replace("rule-15", "rule-99"))))
                .containsExactly(tuple(file, "dòng 2 (review-route-rule-99)",
                        "Dòng 1 và dòng 2 cùng áp dụng cho một trường hợp, một ngày"));
    }

    @Test
    void taskThatNoModelHas() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.with("review/deadline.dmn", "<text>\"", "<text>\"x")))
                .singleElement().satisfies(found -> assertThat((String) found.toList().get(2))
                        .startsWith("Không có nhiệm vụ \"x"));
    }

    @Test
    void tableThatNobodyAsks() {
        var file = "commendation/award-route.dmn";
        assertThat(BrokenFiles.findings(check, BrokenFiles.having(file, BrokenFiles.sound()
                .text("commendation/commendation-route.dmn").orElseThrow().replace("decision id=\"commendation-route\"",
                        "decision id=\"award-route\"")))).containsExactly(
                tuple(file, "award-route", "Không quy trình nào hỏi bảng này"));
    }

    @Test
    void twoTablesWithOneKey() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.having("team-change/bonus.dmn",
                BrokenFiles.sound().text(FILE).orElseThrow()))).containsExactly(
                tuple("team-change/bonus.dmn", "bonus", "Hai bảng cùng mã"));
    }

    private void assertFound(String right, String wrong, String place, String problem) {
        assertThat(BrokenFiles.findings(check, with(right, wrong))).singleElement().satisfies(found -> {
            assertThat(found.toList().subList(0, 2)).containsExactly(FILE, place);
            assertThat((String) found.toList().get(2)).startsWith(problem);
        });
    }

    /** Tables are asked for the tasks of these folders. */
    private static FileTree with(String right, String wrong) {
        return BrokenFiles.in(BrokenFiles.with(FILE, right, wrong), "commendation", "review");
    }
}
