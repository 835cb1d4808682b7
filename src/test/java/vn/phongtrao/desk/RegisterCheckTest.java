package vn.phongtrao.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

import vn.phongtrao.BrokenFiles;

/** What is said of a register with one fault. */
class RegisterCheckTest {

    private static final String FILE = "commendation/register.json";

    private final RegisterCheck check = new RegisterCheck();

    @Test
    void deliveredRegistersAreSound() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.sound())).isEmpty();
    }

    @Test
    void notJson() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.with(FILE, "\"order\": 10,", "\"order\": ten,")))
                .singleElement()
                .satisfies(found -> assertThat(found.toList().subList(0, 2)).containsExactly(FILE,
                        "dòng 2, cột 12"));
    }

    @Test
    void notARegister() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.having(FILE, "null"))).containsExactly(
                tuple(FILE, "", "Tệp không mô tả sổ nào"));
        assertThat(BrokenFiles.findings(check, BrokenFiles.having(FILE, ""))).containsExactly(
                tuple(FILE, "", "Tệp trống"));
    }

    @Test
    void unknownProperty() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.with(FILE, "\"as\": \"unit\"", "\"like\": \"unit\"")))
                .singleElement().satisfies(found -> {
                    assertThat(found.toList().subList(0, 2)).containsExactly(FILE, "columns[5].like");
                    assertThat((String) found.toList().get(2)).startsWith("Mục này không phải của một sổ");
                });
    }

    @Test
    void unknownWord() {
        assertFound("\"label\": \"column.bonus\"", "\"label\": \"column.prize\"", "columns[8].label",
                "Không có từ ngữ \"column.prize\"");
    }

    @Test
    void unknownKindOfFilter() {
        assertFound("\"type\": \"unit\"", "\"type\": \"village\"", "filters[4].type", "Ô lọc không có kiểu dùng được");
    }

    @Test
    void unknownKindOfColumn() {
        assertFound("\"as\": \"number\"", "\"as\": \"money\"", "columns[8].as", "Không hiện được kiểu \"money\"");
    }

    @Test
    void listFromElsewhere() {
        assertFound("\"api\": \"/api/awards\"", "\"api\": \"https://elsewhere\"", "api",
                "Sổ không nói lấy danh sách ở đâu");
    }

    @Test
    void linkToElsewhere() {
        assertFound("\"href\": \"/api/decisions/{decisionId}/document\"", "\"href\": \"//elsewhere\"",
                "columns[6].href", "Địa chỉ \"//elsewhere\" không dùng được");
    }

    @Test
    void standsBesideFiguresOfSomethingElse() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.with("commendation/report-register.json",
                "\"figures\": \"unit={unit}&from={from}&to={to}\"", "\"figures\": \"unit={unit}&form={form}\"")))
                .containsExactly(tuple("commendation/report-register.json", "figures",
                        "Không mở được từ trang số liệu theo \"unit={unit}&form={form}\""));
    }

    @Test
    void twoRegistersWithOneName() {
        assertThat(BrokenFiles.findings(check, BrokenFiles.having("team-change/register.json",
                BrokenFiles.sound().text(FILE).orElseThrow())))
                .containsExactly(tuple("team-change/register.json", "name", "Sổ \"awards\" đã có ở " + FILE));
    }

    private void assertFound(String right, String wrong, String place, String problem) {
        assertThat(BrokenFiles.findings(check, BrokenFiles.with(FILE, right, wrong)))
                .containsExactly(tuple(FILE, place, problem));
    }
}
