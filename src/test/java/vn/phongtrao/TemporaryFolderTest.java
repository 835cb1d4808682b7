package vn.phongtrao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program leaves behind, with programs that really end. */
class TemporaryFolderTest {

    @TempDir
    Path shared;

    private final List<Process> started = new ArrayList<>();

    /** A program that has put something down, tells where, and waits. */
    static final class Program {

        public static void main(String[] args) throws Exception {
            TemporaryFolder.take();
            Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "tomcat", "work"));
            var file = Files.createTempFile(Path.of(System.getProperty("java.io.tmpdir")), "document", null);
            Files.writeString(file, "somebody's paper");
            System.out.println(file);
            System.in.read();
        }
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void nobodyElseLooksIntoIt() throws IOException {
        var file = file(start());

        assertThat(file.getParent().getParent()).isEqualTo(shared);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent()))).isEqualTo("rwx------");
    }

    @Test
    void aProgramThatEndsLeavesNothing() throws Exception {
        var program = start();
        file(program);
        program.getOutputStream().close();
        program.waitFor();

        assertThat(shared).isEmptyDirectory();
    }

    @Test
    void whatAKilledProgramLeftGoesWithTheNextStartAndNothingElseDoes() throws Exception {
        var running = start();
        var of = file(running);
        var killed = start();
        var left = file(killed);
        killed.destroyForcibly().waitFor();
        assertThat(left).exists();
        var others = Files.createDirectory(shared.resolve("phongtrao-notes"));
        var elsewhere = Files.writeString(shared.resolve("elsewhere"), "kept");
        Files.createSymbolicLink(shared.resolve("phongtrao-link"), Files.createDirectory(shared.resolve("other")));

        var next = file(start());

        assertThat(left.getParent()).doesNotExist();
        assertThat(List.of(of, next, others, elsewhere, shared.resolve("other"))).allMatch(Files::exists);
    }

    private Process start() throws IOException {
        var program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Djava.io.tmpdir=" + shared, "-cp",
                System.getProperty("java.class.path"), Program.class.getName()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        started.add(program);
        return program;
    }

    private static Path file(Process program) throws IOException {
        return Path.of(new BufferedReader(new InputStreamReader(program.getInputStream())).readLine());
    }
}
