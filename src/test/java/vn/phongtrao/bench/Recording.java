package vn.phongtrao.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A flight recording of a server, begun and ended from outside by the JDK's {@code jcmd}. */
final class Recording {

    private Recording() {
    }

    static void begin(Server server) throws IOException, InterruptedException {
        command(server, "JFR.start", "name=bench", "settings=profile");
    }

    static void end(Server server, Path file) throws IOException, InterruptedException {
        command(server, "JFR.stop", "name=bench", "filename=" + file);
    }

    private static void command(Server server, String command, String... options) throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(server.pid()), command));
        line.addAll(List.of(options));
        if (new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() != 0) {
            throw new IllegalStateException("%s of %s failed".formatted(command, server.name()));
        }
    }
}
