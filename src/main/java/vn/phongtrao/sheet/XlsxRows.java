package vn.phongtrao.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes an Excel file of one sheet. Texts stand in their cells and not in the table of texts that Excel shares among
 * them, which would be kept to the end; columns are as wide as their first rows need.
 */
final class XlsxRows implements RowFile {

    /** Rows that are kept before they are written, and those that tell how wide columns are. */
    private static final int AT_ONCE = 200;
    private static final int LONGEST_TITLE = 31;

    private final Workbook book;
    private final Worksheet sheet;
    private final List<String> head;
    private final List<List<Cell>> waiting = new ArrayList<>();
    private int written;

    XlsxRows(OutputStream out, String title, List<String> head) {
        this.book = new Workbook(out, "Phongtrao", null);
        this.sheet = SheetWriter.sheet(book, title.substring(0, Math.min(title.length(), LONGEST_TITLE)));
        this.head = head;
    }

    @Override
    public void write(List<Cell> cells) throws IOException {
        waiting.add(cells);
        if (waiting.size() == AT_ONCE) {
            flush();
        }
    }

    private void flush() throws IOException {
        if (written == 0) {
            SheetWriter.head(sheet, List.of(head), waiting);
            written = 1;
        }
        for (var row : waiting) {
            for (int at = 0; at < row.size(); at++) {
                SheetWriter.put(sheet, written, at, row.get(at));
            }
            written++;
        }
        waiting.clear();
        sheet.flush();
    }

    @Override
    public void finish() throws IOException {
        flush();
        book.finish();
    }
}
