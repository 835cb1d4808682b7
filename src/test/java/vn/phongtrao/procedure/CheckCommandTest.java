package vn.phongtrao.procedure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import vn.phongtrao.BrokenFiles;
import vn.phongtrao.edition.FileTree;

/** The checks as a command. */
class CheckCommandTest {

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Also that all checks of all modules together find nothing wrong with what the program brings. */
    @Test
    void whatTheProgramBringsIsSound() {
        assertThat(run(List.of())).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo("Không có lỗi.\n");
    }

    @Test
    void findingsArePrintedOneALine() throws IOException {
        write("commendation/bonus.dmn", text("commendation/bonus.dmn").replaceFirst("2025-06-30", "2025-07-01"));
        write("commendation/commendation-route.dmn", text("commendation/commendation-route.dmn")
                .replaceFirst("\"police-officer\"", "\"police-captain\""));

        assertThat(run(List.of(folder.toString()))).isEqualTo(1);
        assertThat(out.toString(UTF_8).lines()).hasSize(3).contains("2 lỗi.",
                "commendation/bonus.dmn, dòng 4 (bonus-rule-4): Dòng 1 và dòng 4 cùng áp dụng cho một trường hợp, một "
                + "ngày. "
                        + "Ghi ngày cuối cho dòng cũ, hoặc sửa điều kiện của một dòng.")
                .anySatisfy(line -> assertThat(line).contains("commendation-route.dmn",
                        "Không có chức danh \"police-captain\""));
    }

    @Test
    void aSheetIsCheckedAsTheTableThatItBecomes() throws IOException {
        var table = Table.find(FileTree.of(Map.of("commendation/bonus.dmn", text("commendation/bonus.dmn")
                .replaceFirst("2025-06-30", "2025-07-01").getBytes(UTF_8))), "commendation/bonus.dmn").orElseThrow();
        Files.write(folder.resolve("bonus.xlsx"), TableSheet.write(table));

        assertThat(run(List.of(folder.toString()))).isEqualTo(1);
        assertThat(out.toString(UTF_8)).startsWith("commendation/bonus.dmn, dòng 4 (bonus-rule-4): Dòng 1 và dòng 4 cùng");

        out.reset();
        Files.writeString(folder.resolve("bonus.xlsx"), "x");
        assertThat(run(List.of(folder.toString()))).isEqualTo(1);
        assertThat(out.toString(UTF_8)).startsWith("bonus.xlsx: ");
    }

    /** As the handbook says it is done. */
    @Test
    void aCopyOfAProcedureWithoutJavaIsSoundUnderAnotherName() throws IOException {
        var shipped = Path.of("processes/festival-plan");
        try (var files = Files.walk(shipped).filter(Files::isRegularFile)) {
            for (var file : files.toList()) {
                write("flood-watch-post/" + renamed(shipped.relativize(file).toString()), renamed(Files.readString(file))
                        .replace("name=\"prefix\" value=\"NH\"", "name=\"prefix\" value=\"CL\"")
                        .replaceAll("(?m)^field\\..*\\R", ""));
            }
        }

        assertThat(run(List.of(folder.toString()))).as(out.toString(UTF_8)).isZero();
    }

    private static String renamed(String text) {
        return text.replace("festival-plan", "flood-watch-post");
    }

    @Test
    void aFolderThatIsNotThereIsToldApart() {
        assertThat(run(List.of(folder.resolve("none").toString()))).isEqualTo(2);
        assertThat(run(List.of(folder.toString(), folder.toString()))).isEqualTo(2);
        assertThat(out.toString(UTF_8)).startsWith("Cách dùng: java -jar phongtrao.jar check THƯ-MỤC");
    }

    /** Files of every kind that are nothing of the kind. */
    @ParameterizedTest
    @ValueSource(strings = {"", "<", "{", "\u0000", "<a/>", "{}", "[]", "null", "{\"components\": [1, {\"type\": 2}]}"})
    void noFileIsSoBrokenThatACheckFails(String content) {
        var files = new TreeMap<>(BrokenFiles.in(BrokenFiles.sound(), "review", "model-replication").all());
        files.replaceAll((path, sound) -> path.startsWith("model-replication/") ? content.getBytes(UTF_8) : sound);

        try (var context = CheckCommand.checks()) {
            assertThat(context.getBean(Checks.class).of(FileTree.of(files))).isNotEmpty().allSatisfy(finding ->
                    assertThat(finding.problem()).doesNotStartWith("Không kiểm tra được"));
        }
    }

    private int run(List<String> arguments) {
        return CheckCommand.run(arguments, new PrintStream(out, true, UTF_8));
    }

    private static String text(String file) {
        return BrokenFiles.sound().text(file).orElseThrow();
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }
}
