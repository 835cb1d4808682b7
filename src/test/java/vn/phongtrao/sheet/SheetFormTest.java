package vn.phongtrao.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import vn.phongtrao.refusal.Refusal;

/** A file with a unit, a kind of area, a number and a day that may be blank. */
class SheetFormTest {

    private static final SheetForm FORM = SheetForm.of("mau", SheetColumn.unit("unitPath", "column.unit"),
            SheetColumn.choice("kind", "column.area-class", "area-class"),
            SheetColumn.number("members", "column.members", 9_000),
            SheetColumn.day("validTo", "column.in-force-until").optional().told("Bỏ trống khi còn hiệu lực."));

    @ParameterizedTest
    @ValueSource(strings = {"unitPath,kind,members,validTo\n31813,border,1,\n", "kind,members,unitPath\nborder,1,31813\n",
            "Đơn vị;Loại địa bàn;Số thành viên;Đến hết ngày\n31813;Biên giới;1;\n",
            "ĐƠN VỊ\tLoại  địa bàn\tSố thành viên\n31813\tbiên giới\t1\n"})
    void columnsAndValuesAreReadByTheirWordsAndByTheirIds(String file) {
        assertThat(read(file)).containsExactly("31813 border 1 Optional.empty");
    }

    @Test
    void whatIsWrongIsToldByTheNamesOfTheFile() {
        refused("Đơn vị;Loại địa bàn;Số thành viên\n31813;Sa mạc;1\n31813;Biên giới;x\n;Hải đảo;1\n",
                "Dòng 2, cột Loại địa bàn: không có lựa chọn \"Sa mạc\"\nDòng 3, cột Số thành viên: phải là số từ 0 đến 9.000\n"
                        + "Dòng 4, cột Đơn vị: bắt buộc nhập");
        refused("unitPath,kind,members\n31813,desert,1\n", "Dòng 2, cột kind: không có lựa chọn \"desert\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Phường 1 | Dòng 2, cột Đơn vị: có nhiều đơn vị tên "Phường 1"
            Phường 9 | Dòng 2, cột Đơn vị: không có đơn vị "Phường 9\"""")
    void aUnitIsOneAlone(String unit, String why) {
        refused("Đơn vị;Loại địa bàn;Số thành viên\n" + unit + ";Biên giới;1\n", why);
    }

    @Test
    void everyWrongCellOfARowIsTold() {
        refused("Đơn vị;Loại địa bàn;Số thành viên;Đến hết ngày\nPhường 9;Núi;nhiều;31/02/2023\n",
                "Dòng 2, cột Đơn vị: không có đơn vị \"Phường 9\"; cột Loại địa bàn: không có lựa chọn \"Núi\"; "
                        + "cột Số thành viên: phải là số từ 0 đến 9.000; cột Đến hết ngày: ngày không có trong lịch");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Đơn vị;Loại địa bàn               | còn thiếu Số thành viên
            Đơn vị;Loại địa bàn;Ghi chú       | không có cột "Ghi chú"
            Đơn vị;unitPath;Số thành viên     | hai cột cùng tên""")
    void aHeadThatIsNotThatOfTheFormIsRefused(String head, String why) {
        assertThatThrownBy(() -> read(head + "\n;;\n")).isInstanceOf(Refusal.class).hasMessageContaining(why);
    }

    @Test
    void theFileToFillInIsReadAgainAndSaysWhatIsToBeWritten() {
        var lines = SheetFile.lines(FORM.template());

        assertThat(lines).singleElement().satisfies(head -> assertThat(head.cells().subList(0, 4)).extracting(Cell::text)
                .containsExactly("Đơn vị", "Loại địa bàn", "Số thành viên", "Đến hết ngày"));
        assertThat(FORM.columns().get(1).guide()).startsWith("Bắt buộc. Một trong: Biên giới; ");
        assertThat(FORM.columns().get(3).guide())
                .isEqualTo("Có thể bỏ trống. Ngày, ví dụ 30/06/2024. Bỏ trống khi còn hiệu lực.");
    }

    private static void refused(String file, String why) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(Refusal.class).hasMessageContaining(why);
    }

    private static List<String> read(String file) {
        return FORM.read(file.getBytes(UTF_8), row -> row.only("unitPath", SheetFormTest::called) + " "
                + row.option("kind", id -> Optional.of(id).filter(List.of("border", "island")::contains)) + " "
                + row.number("members", 0, 9_000) + " " + row.optionalDate("validTo"));
    }

    private static List<String> called(String text) {
        return text.equals("Phường 1") ? List.of("31810", "31900") : text.equals("31813") ? List.of(text) : List.of();
    }
}
