package vn.phongtrao.press;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP of papers. Each is made while the archive is written, so that one at a time is in memory. */
final class Archive {

    private Archive() {
    }

    /** Numbers the files in the order of the sheets: {@code 001-Quyet-dinh-05-QD-UBND.pdf}. @param made when they are */
    static void write(List<Sheet> sheets, Function<Sheet, byte[]> pdf, LocalDateTime made, OutputStream out)
            throws IOException {
        var zip = new ZipOutputStream(out);
        int number = 0;
        for (var sheet : sheets) {
            var content = pdf.apply(sheet);
            var entry = new ZipEntry("%03d-%s".formatted(++number, sheet.fileName()));
            entry.setTimeLocal(made);
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
        }
        zip.finish();
    }
}
