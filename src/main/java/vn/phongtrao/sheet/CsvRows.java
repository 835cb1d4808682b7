package vn.phongtrao.sheet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes CSV. What a spreadsheet program would take for a formula gets an apostrophe before it. */
final class CsvRows implements RowFile {

    private static final char MARK = '\uFEFF';
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setDelimiter(';').get();

    private final CSVPrinter rows;

    CsvRows(OutputStream out, String title, List<String> head) throws IOException {
        var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write(MARK);
        rows = new CSVPrinter(text, FORMAT);
        write(head.stream().map(Cell::text).toList());
    }

    @Override
    public void write(List<Cell> cells) throws IOException {
        for (var cell : cells) {
            rows.print(cell.kind() == Cell.Kind.TEXT && SheetWriter.likeFormula(cell.text()) ? "'" + cell.text()
                    : cell.text());
        }
        rows.println();
    }

    @Override
    public void finish() throws IOException {
        rows.flush();
    }
}
