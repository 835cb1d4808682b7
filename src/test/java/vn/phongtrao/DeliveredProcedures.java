package vn.phongtrao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import vn.phongtrao.edition.FileTree;
import vn.phongtrao.procedure.Procedures;

/** What the program brings in {@code processes/}, for tests without the application. */
public class DeliveredProcedures extends Procedures {

    public DeliveredProcedures() {
        super(onFile());
    }

    public static FileTree onFile() {
        try {
            return FileTree.in(Path.of("processes"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
