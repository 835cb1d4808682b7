package vn.phongtrao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import vn.phongtrao.procedure.ProcedureFiles;
import vn.phongtrao.procedure.Procedures;

/** What the program brings in {@code processes/}, for tests without the application. */
public class DeliveredProcedures extends Procedures {

    public DeliveredProcedures() {
        super(onFile());
    }

    public static ProcedureFiles onFile() {
        try {
            return ProcedureFiles.in(Path.of("processes"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
