package vn.phongtrao.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import vn.phongtrao.FormsOnFile;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.sheet.Cell;
import vn.phongtrao.sheet.SheetFile;
import vn.phongtrao.sheet.SheetWriter;

/** Lists of forms as sheets: what people write in spreadsheet programs becomes rows, and what is wrong is told by line. */
class ListSheetTest {

    private static final String HEAD = "Đối tượng;Họ và tên;Giới tính;Năm sinh;Số CCCD;Ấp, khóm;Chức vụ;Thành tích\n";

    private final ListSheet nominees = list("commendation-proposal", "nominees", Map.of());
    private final ListSheet candidates = list("team-establishment-register-candidates", "candidates", Map.of());

    @Test
    void rowsAreReadByTheNamesThatPeopleGiveColumnsAndOptions() {
        var read = nominees.read(bytes("DANH SÁCH ĐỀ NGHỊ;;;;;;;\n" + HEAD
                + "cá nhân; Lê  Thị Mẫu ;Nữ;1980;095180000124;Khóm 1;Nông dân;Bắt trộm\n;;;;;;;\n"
                + "Hộ gia đình;Hộ ông Mẫu;;;;Khóm 2;;\n"));

        assertThat(read.problems()).isEmpty();
        assertThat(read.notes()).isEmpty();
        assertThat(read.rows()).containsExactly(
                Map.of("kind", "individual", "name", "Lê Thị Mẫu", "gender", "female", "birthYear", 1980L,
                        "citizenId", "095180000124", "hamlet", "Khóm 1", "occupation", "Nông dân", "summary", "Bắt trộm"),
                Map.of("kind", "household", "name", "Hộ ông Mẫu", "hamlet", "Khóm 2"));
    }

    @Test
    void peopleWithoutACitizenNumberAreReadByTheColumnsOfTheirPapers() {
        var read = nominees.read(bytes("Đối tượng;Họ và tên;Năm sinh;Số CCCD;Loại giấy tờ;Số hộ chiếu;Nước cấp\n"
                + "Cá nhân;Lê Thị Mẫu;1980;095180000124;;;\nCá nhân;Trần Văn Cụ;1930;;CMND;380123456;\n"
                + "Cá nhân;Kham Phai Mẫu;1981;;Hộ chiếu;PA 1234567;Lào\nCá nhân;Mẫu;1981;;Hộ chiếu;PA1234568;Atlantis\n"));

        assertThat(read.problems()).extracting(ListSheet.Problem::line, ListSheet.Problem::key)
                .containsExactly(tuple(5, "nationality"));
        assertThat(read.rows().subList(0, 3)).containsExactly(
                Map.of("kind", "individual", "name", "Lê Thị Mẫu", "birthYear", 1980L, "citizenId", "095180000124"),
                Map.of("kind", "individual", "name", "Trần Văn Cụ", "birthYear", 1930L, "document", "old-card",
                        "documentNumber", "380123456"),
                Map.of("kind", "individual", "name", "Kham Phai Mẫu", "birthYear", 1981L, "document", "travel",
                        "documentNumber", "PA 1234567", "nationality", "LAO"));
    }

    @Test
    void howIndividualsWorkIsReadAsYesOrNoAndMayBeLeftOut() {
        var read = nominees.read(bytes("Đối tượng;Họ và tên;Năm sinh;Số CCCD;Trực tiếp lao động;Nông dân\n"
                + "Cá nhân;Lê Thị Mẫu;1980;095180000124;Có;Không\nCá nhân;Trần Văn Mẫu;1981;095081000125;;\n"));

        assertThat(read.problems()).isEmpty();
        assertThat(read.rows()).containsExactly(
                Map.of("kind", "individual", "name", "Lê Thị Mẫu", "birthYear", 1980L, "citizenId", "095180000124",
                        "directWorker", true, "farmer", false),
                Map.of("kind", "individual", "name", "Trần Văn Mẫu", "birthYear", 1981L,
                        "citizenId", "095081000125"));
    }

    @Test
    void whatIsWrongIsToldByLineAndColumnAndTheRowStandsAllTheSame() {
        var read = nominees.read(bytes(HEAD + "Cá nhân;Lê Thị Mẫu;Nữ;1980;095180000124;;;\n"
                + "Cá nhan;Trần Văn Mẫu;?;năm 1980;09518;;;\nTập thể;Tổ 1;;1990;;;;\nCá nhân;;;2300;;;;\n"));

        assertThat(read.problems()).extracting(ListSheet.Problem::line, ListSheet.Problem::row, ListSheet.Problem::key)
                .containsExactly(tuple(3, 1, "kind"), tuple(3, 1, "gender"), tuple(3, 1, "birthYear"),
                        tuple(4, 2, "birthYear"), tuple(5, 3, "name"), tuple(5, 3, "birthYear"),
                        tuple(5, 3, "citizenId"));
        assertThat(read.problems().get(0).message()).isEqualTo("không có lựa chọn \"Cá nhan\"");
        assertThat(read.problems().get(3).message()).isEqualTo("không áp dụng cho dòng này, đã bỏ");
        assertThat(read.rows()).hasSize(4);
        assertThat(read.rows().get(1)).containsEntry("citizenId", "09518").doesNotContainKey("kind");
        assertThat(read.rows().get(2)).doesNotContainKey("birthYear");
        assertThat(read.rows().get(3)).containsEntry("birthYear", 2300L);
    }

    @Test
    void zerosThatSpreadsheetProgramsDropAreGivenBackAndThatIsTold() {
        var row = List.of(Cell.text("Cá nhân"), Cell.text("Lê Thị Mẫu"), Cell.BLANK,
                Cell.number(new BigDecimal(1980)), Cell.number(new BigDecimal("95180000124")));
        var read = nominees.read(SheetWriter.write("Danh sách", List.of("Đối tượng", "Họ tên", "Giới tính", "Năm sinh",
                "Số căn cước"), List.of(row)));

        assertThat(read.rows().get(0)).containsEntry("citizenId", "095180000124");
        assertThat(read.notes()).singleElement().asString().contains("Số căn cước", "dòng 2");
        assertThat(nominees.read(bytes(HEAD + "Cá nhân;Lê Thị Mẫu;;1980;123456789;;;\n")).problems())
                .extracting(ListSheet.Problem::key).containsExactly("citizenId");
    }

    @Test
    void pastedRowsWithoutAHeadHaveTheColumnsOfTheTemplate() {
        var read = nominees.read(bytes("Cá nhân\tLê Thị Mẫu\tBà\t1980\t095180000124\tKhóm 1\nTập thể\tTổ 1\n"));

        assertThat(read.rows()).extracting(row -> row.get("name")).containsExactly("Lê Thị Mẫu", "Tổ 1");
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void columnsThatTheListDoesNotHaveAreToldAndLeft() {
        var read = nominees.read(bytes("STT;Đối tượng;Họ tên;Ghi chú\n1;Tập thể;Tổ 1;xem lại\n2;;;\n"));

        assertThat(read.rows()).containsExactly(Map.of("kind", "collective", "name", "Tổ 1"));
        assertThat(read.notes()).containsExactly("Không nhập cột: STT, Ghi chú");
    }

    @Test
    void aColumnThatIsNotThereIsKnownFromTheRestOfARow() {
        var read = nominees.read(bytes("STT;Họ tên;Năm sinh;CCCD\n1;Lê Thị Mẫu;1980;095180000124\n2;Trần Văn Mẫu;1981;\n"
                + "3;Lý Văn Mẫu;năm 80;\n"));

        assertThat(read.rows()).extracting(row -> row.get("kind")).containsOnly("individual");
        assertThat(read.problems()).extracting(ListSheet.Problem::line, ListSheet.Problem::key)
                .containsExactly(tuple(3, "citizenId"), tuple(4, "birthYear"), tuple(4, "citizenId"));
        assertThat(read.notes()).containsExactly("Không nhập cột: STT",
                "Tệp không có cột \"Đối tượng\": đã lấy \"Cá nhân\" cho 3 dòng, theo các cột khác");
    }

    @Test
    void aColumnThatIsNotThereIsNamedOnceAndNotAtEachRow() {
        var read = nominees.read(bytes("Họ tên;Địa chỉ\nTổ 1;Khóm 1\nTổ 2;Khóm 2\nTổ 3;\n"));

        assertThat(read.rows()).hasSize(3).noneMatch(row -> row.containsKey("kind"));
        assertThat(read.problems()).isEmpty();
        assertThat(read.notes()).singleElement().asString().contains("không có cột \"Đối tượng\"", "3 dòng");

        var numberless = nominees.read(bytes("Đối tượng;Họ tên;Năm sinh\nCá nhân;Lê Thị Mẫu;1980\nTập thể;Tổ 1;\n"));
        assertThat(numberless.problems()).isEmpty();
        assertThat(numberless.notes()).singleElement().asString().contains("\"Số căn cước\"", "1 dòng");
    }

    @Test
    void daysAndAnswersAreReadAsPeopleWriteThem() {
        var read = candidates.read(bytes("Họ và tên;Giới tính;Ngày sinh;Số căn cước;Có đơn đề nghị tham gia;"
                + "Có bản khai sơ yếu lý lịch\nLê Thị Mẫu;nữ;5/6/1990;095190000124;x;không\nA;Nam;31/02/1990;;có lẽ;\n"));

        assertThat(read.rows().get(0)).containsEntry("birthDate", "1990-06-05").containsEntry("application", true)
                .containsEntry("curriculumVitae", false);
        assertThat(read.problems().stream().filter(problem -> problem.line() == 3).map(ListSheet.Problem::key))
                .contains("birthDate", "application");
    }

    @Test
    void theTemplateIsReadBackAndHasNoIds() {
        for (var list : List.of(nominees, candidates)) {
            var lines = SheetFile.lines(list.template());
            assertThat(lines).hasSize(1);
            assertThat(lines.get(0).cells()).extracting(Cell::text).doesNotContain("Mã");
        }
        assertThat(SheetFile.lines(nominees.template()).get(0).cells()).extracting(Cell::text)
                .startsWith("Đối tượng", "Họ và tên, tên tập thể, hộ gia đình", "Ông, bà", "Năm sinh", "Số căn cước");
    }

    @Test
    void whatIsNoSheetOfTheListIsRefused() {
        var tooMany = HEAD + IntStream.rangeClosed(1, 501).mapToObj(i -> "Tập thể;Tổ " + i + ";;;;;;")
                .collect(Collectors.joining("\n"));
        for (var file : List.of("", HEAD, "a;b;c;d;e;f;g;h;i;j;k;l;m;n;o;p;q;r;s;t;u;v\n1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16;17;18;19;20;21;22\n", tooMany,
                "Họ tên;Họ và tên;Đối tượng\nA;B;Tập thể\n", "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n")) {
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> nominees.read(bytes(file)))
                    .satisfies(refusal -> assertThat(refusal.field()).contains("file"));
        }
        assertThat(nominees.read(bytes(tooMany.substring(0, tooMany.lastIndexOf('\n')))).rows()).hasSize(500);
    }

    @Test
    void anotherDossierBeginsWithoutWhatBelongsToOneAlone() {
        var content = Map.of("awardForm", "commune-certificate", "achievement", "Bắt trộm", "achievedFrom", "2024-01-01",
                "resultNumber", "1/QĐ", "nominees", List.of(Map.of("id", "7", "kind", "individual", "name", "Lê Thị Mẫu",
                        "birthYear", 1980, "citizenId", "0********124", "result", "awarded", "summary", "Bắt trộm")));

        assertThat(form("commendation-proposal").repeatable(content)).isEqualTo(Map.of("awardForm",
                "commune-certificate", "nominees", List.of(Map.of("kind", "individual", "name", "Lê Thị Mẫu", "birthYear",
                        1980L))));
    }

    private static ListSheet list(String form, String list, Map<String, Object> content) {
        return ListSheet.of(form(form), list, content).orElseThrow();
    }

    private static Form form(String id) {
        return Form.read(new ByteArrayInputStream(FormsOnFile.all().get(id)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
