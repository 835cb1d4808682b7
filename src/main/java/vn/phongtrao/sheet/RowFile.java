package vn.phongtrao.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A file that is written row by row to where it goes, and keeps none of them: see {@link RowFormat}. */
public interface RowFile {

    /** @param cells of one row, as many as the head has */
    void write(List<Cell> cells) throws IOException;

    /** Writes what is still to be written. Until then the file is not whole. */
    void finish() throws IOException;

    /** How such a file begins. */
    interface Opening {

        RowFile open(OutputStream out, String title, List<String> head) throws IOException;
    }
}
