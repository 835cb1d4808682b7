package vn.phongtrao.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import vn.phongtrao.edition.Area;
import vn.phongtrao.edition.BuiltInFiles;
import vn.phongtrao.edition.FileTree;

class ProceduresTest {

    @TempDir
    private Path first;
    @TempDir
    private Path second;

    @Test
    void everyFolderIsAProcedureWithTheFilesInIt() throws IOException {
        write(first, "oath/oath.bpmn", "model");
        write(first, "oath/papers/decision.html", "paper");
        write(first, "review/review.bpmn", "review");
        write(first, "README.md", "no procedure");

        var procedures = procedures(first);

        assertThat(procedures.all()).extracting(ProcedureFolder::key).containsExactly("oath", "review");
        assertThat(procedures.find("oath", "papers/decision.html")).hasValueSatisfying(
                file -> assertThat(text(file)).isEqualTo("paper"));
        assertThat(procedures.files().endingWith(".bpmn", ".form"))
                .containsOnlyKeys("oath/oath.bpmn", "review/review.bpmn");
    }

    @Test
    void filesLieOverOthersAtTheSamePath() throws IOException {
        write(first, "oath/page.html", "built in");
        write(first, "oath/oath.bpmn", "built in");
        write(second, "oath/page.html", "our own");

        var procedures = procedures(first, second);

        assertThat(procedures.find("oath", "page.html").map(ProceduresTest::text)).hasValue("our own");
        assertThat(procedures.find("oath", "oath.bpmn").map(ProceduresTest::text)).hasValue("built in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside.txt", "papers/../../outside.txt", "papers", ""})
    void aNameLeadsToNoFileOutsideTheFolder(String path) throws IOException {
        write(first, "outside.txt", "secret");
        write(first, "oath/papers/decision.html", "paper");

        assertThat(procedures(first).find("oath", path)).isEmpty();
        assertThat(procedures(first).find("..", "outside.txt")).isEmpty();
    }

    @Test
    void whatIsDeliveredHasAFolderForEachModel() throws IOException {
        var procedures = new Procedures(BuiltInFiles.read(Area.PROCESSES, new PathMatchingResourcePatternResolver()));

        assertThat(procedures.all()).hasSizeGreaterThan(7).allSatisfy(folder ->
                assertThat(folder.find(folder.key() + ".bpmn")).isPresent());
    }

    @Test
    void foldersAreFoundInAJar() throws IOException {
        var jar = first.resolve("program.jar");
        try (var entries = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var name : List.of("processes/", "processes/oath/", "processes/oath/papers/decision.html")) {
                entries.putNextEntry(new JarEntry(name));
                entries.write(name.getBytes(StandardCharsets.UTF_8));
            }
        }
        try (var program = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            var procedures = new Procedures(BuiltInFiles.read(Area.PROCESSES,
                    new PathMatchingResourcePatternResolver(program)));

            assertThat(procedures.all()).extracting(ProcedureFolder::key).containsExactly("oath");
            assertThat(procedures.find("oath", "papers/decision.html").map(ProceduresTest::text))
                    .hasValue("processes/oath/papers/decision.html");
        }
    }

    @Test
    void templatesOfAProcedureAreNamedAfterIt() throws IOException {
        write(first, "oath/papers/decision.html", "<p>paper</p>");
        write(first, "review/papers/decision.html", "<p>frame</p>");
        var papers = new ClosedTemplates(procedures(first), "papers/", new StaticMessageSource());

        assertThat(papers.fill("oath/decision", Map.of(), Locale.ROOT)).isEqualTo("<p>paper</p>");
        assertThat(papers.fill("decision", Map.of(), Locale.ROOT)).isEqualTo("<p>frame</p>");
        assertThatThrownBy(() -> papers.fill("oath/page", Map.of(), Locale.ROOT)).isInstanceOf(RuntimeException.class);
    }

    private static Procedures procedures(Path... folders) throws IOException {
        var files = FileTree.of(Map.of());
        for (var folder : folders) {
            files = files.under(FileTree.in(folder));
        }
        return new Procedures(files);
    }

    private static void write(Path folder, String path, String text) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
