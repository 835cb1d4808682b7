package vn.phongtrao.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/**
 * How a list is written to be taken away. Neither has a formula in it, whatever a text begins with, and
 * {@link SheetFile} reads both.
 */
public enum RowFormat {

    XLSX(SheetFile.XLSX, XlsxRows::new),
    /** UTF-8 with a byte order mark and semicolons, as Excel takes it where numbers have a comma; days as ISO dates. */
    CSV("text/csv;charset=UTF-8", CsvRows::new);

    private final String mediaType;
    private final RowFile.Opening opening;

    RowFormat(String mediaType, RowFile.Opening opening) {
        this.mediaType = mediaType;
        this.opening = opening;
    }

    /** As it is asked for, and the ending of a file's name. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String mediaType() {
        return mediaType;
    }

    /**
     * Begins a file; {@code out} is left open.
     *
     * @param title of the sheet, where the format has one
     * @param head  names of the columns
     */
    public RowFile open(OutputStream out, String title, List<String> head) throws IOException {
        return opening.open(out, title, head);
    }
}
