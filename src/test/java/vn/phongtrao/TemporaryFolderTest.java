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
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** What a program leaves behind, with programs that really end. */
class TemporaryFolderTest {

    private static final String FINISHED = "finished";

    @TempDir
    Path shared;

    private final List<Process> started = new ArrayList<>();

    /** A program that has put something down, tells where, and waits; told to end it finishes what it has begun. */
    static final class Program implements DisposableBean {

        public static void main(String[] args) throws Exception {
            TemporaryFolder.take();
            new SpringApplicationBuilder(Program.class).web(WebApplicationType.NONE).bannerMode(Banner.Mode.OFF).logStartupInfo(false)
                    .run("--spring.config.name=none", "--logging.level.root=error");
            Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "tomcat", "work"));
            var file = Files.createTempFile(Path.of(System.getProperty("java.io.tmpdir")), "document", null);
            Files.writeString(file, "somebody's paper");
            System.out.println(file);
            System.in.read();
        }

        @Override
        public void destroy() throws Exception {
            Thread.sleep(500);
            Files.createTempFile(Path.of(System.getProperty("java.io.tmpdir")), "document", null);
            System.out.println(FINISHED);
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
    void whatIsUnderWayWhenTheProgramIsToldToEndIsFinishedFirst() throws Exception {
        var program = start();
        var said = said(program);
        said.readLine();
        // a signal alone: the process itself would close what it says
        program.toHandle().destroy();

        assertThat(said.readLine()).isEqualTo(FINISHED);
        program.waitFor();
        assertThat(shared).isEmptyDirectory();
    }

    @Test
    void programsThatStartTogetherClearTheSameFolders() throws Exception {
        var own = Files.createDirectory(shared.resolve("own"));
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < 100; i++) {
                Files.createFile(Files.createDirectory(shared.resolve("phongtrao-%d".formatted(i))).resolve(".held"));
            }
            CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(() -> TemporaryFolder.clear(shared, own))).limit(4)
                    .toArray(CompletableFuture[]::new)).get();
            TemporaryFolder.clear(shared, own);
            assertThat(shared).isDirectoryNotContaining("glob:**/phongtrao-*");
        }
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
        return Path.of(said(program).readLine());
    }

    private static BufferedReader said(Process program) {
        return new BufferedReader(new InputStreamReader(program.getInputStream()));
    }
}
