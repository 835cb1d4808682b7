package vn.phongtrao.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes Excel files (.xlsx): a head in bold that stays in view, columns as wide as what is in them, days as days.
 * There is never a formula in it, whatever a text begins with.
 */
public final class SheetWriter {

    private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\\t\\r＝＋－＠].*");
    private static final String DAY = "dd/mm/yyyy";
    private static final String TEXT = "@";
    private static final String GREY = "FF595959";
    private static final int NARROWEST = 10;
    private static final int WIDEST = 60;

    private SheetWriter() {
    }

    /** @param name of the sheet, at most 31 letters */
    public static byte[] write(String name, List<String> head, List<List<Cell>> rows) {
        return workbook(book -> sheet(book, name, List.of(head), rows));
    }

    /**
     * Under the head stands another line of it, for the program that reads the file again.
     *
     * @param ids under each of the head's names
     */
    public static byte[] write(String name, List<String> head, List<String> ids, List<List<Cell>> rows) {
        return workbook(book -> sheet(book, name, List.of(head, ids), rows));
    }

    /**
     * A column of a file to fill in.
     *
     * @param name    in the head
     * @param about   what is to be written in it
     * @param options to choose from; empty where anything may be written
     */
    public record Column(String name, String about, List<String> options) {
    }

    /**
     * A file to fill in, whose cells are text, so that no digit is lost, and offer the options of their column. What is
     * to be written in them stands on a sheet of its own.
     *
     * @param rows how many can be filled in
     */
    public static byte[] template(List<Column> columns, int rows) {
        var head = columns.stream().map(Column::name).toList();
        return workbook(book -> {
            var sheet = sheet(book, "Nhập liệu", List.of(head), List.of());
            sheet(book, "Hướng dẫn", List.of(List.of("Cột", "Cách ghi")), columns.stream()
                    .map(column -> List.of(Cell.text(column.name()), Cell.text(column.about()))).toList());
            var options = sheet(book, "Lựa chọn");
            for (int at = 0; at < columns.size(); at++) {
                var cells = sheet.range(1, at, rows, at);
                cells.style().format(TEXT).set();
                var choices = columns.get(at).options();
                if (!choices.isEmpty()) {
                    for (int row = 0; row < choices.size(); row++) {
                        options.value(row, at, choices.get(row));
                    }
                    cells.validateWithList(options.range(0, at, choices.size() - 1, at));
                }
            }
        });
    }

    private interface Content {

        void write(Workbook book);
    }

    private static byte[] workbook(Content content) {
        var file = new ByteArrayOutputStream();
        try (var book = new Workbook(file, "Phongtrao", null)) {
            content.write(book);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    private static Worksheet sheet(Workbook book, String name, List<List<String>> head, List<List<Cell>> rows) {
        var sheet = sheet(book, name);
        head(sheet, head, rows);
        for (int row = 0; row < rows.size(); row++) {
            for (int at = 0; at < rows.get(row).size(); at++) {
                put(sheet, row + head.size(), at, rows.get(row).get(at));
            }
        }
        return sheet;
    }

    /** An empty one, to be printed on A4 across, never wider than the page. */
    static Worksheet sheet(Workbook book, String name) {
        var sheet = book.newWorksheet(name);
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        return sheet;
    }

    /** Lines that stay in view. @param rows some that stand below, which tell how wide the columns are */
    static void head(Worksheet sheet, List<List<String>> head, List<List<Cell>> rows) {
        for (int row = 0; row < head.size(); row++) {
            for (int at = 0; at < head.get(row).size(); at++) {
                sheet.value(row, at, head.get(row).get(at));
                var style = sheet.style(row, at).wrapText(true).verticalAlignment("top");
                (row == 0 ? style.bold() : style.italic().fontColor(GREY)).set();
            }
        }
        sheet.freezePane(0, head.size());
        sheet.repeatRows(0, head.size() - 1);
        for (int at = 0; at < head.get(0).size(); at++) {
            sheet.width(at, width(at, head, rows));
        }
    }

    static void put(Worksheet sheet, int row, int at, Cell cell) {
        var style = sheet.style(row, at).wrapText(true).verticalAlignment("top");
        switch (cell.kind()) {
            case NUMBER -> sheet.value(row, at, new BigDecimal(cell.text()));
            case TRUTH -> sheet.value(row, at, Boolean.valueOf(cell.text()));
            case DAY -> {
                sheet.value(row, at, LocalDate.parse(cell.text()));
                style.format(DAY);
            }
            default -> {
                if (!cell.text().isEmpty()) {
                    sheet.inlineString(row, at, cell.text());
                }
                if (likeFormula(cell.text())) {
                    style.format(TEXT);
                }
            }
        }
        style.set();
    }

    /** Whether a spreadsheet program might take a text for a formula. */
    static boolean likeFormula(String text) {
        return FORMULA.matcher(text).matches();
    }

    private static int width(int at, List<List<String>> head, List<List<Cell>> rows) {
        var longest = IntStream.concat(head.stream().mapToInt(names -> names.get(at).length()),
                rows.stream().filter(row -> at < row.size()).mapToInt(row -> row.get(at).text().length()))
                .max().orElse(0);
        return Math.min(Math.max(longest + 2, NARROWEST), WIDEST);
    }
}
