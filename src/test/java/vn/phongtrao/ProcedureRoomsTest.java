package vn.phongtrao;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * Each procedure has one folder, {@code processes/<key>}, and shares a package with others of its kind. Nothing outside
 * names it, so that whoever adds or changes one touches nothing else. What other modules wrote into the database before
 * this rule is history.
 */
class ProcedureRoomsTest {

    private static final Path PROCESSES = Path.of("processes");
    private static final Path SHARED = PROCESSES.resolve("review");
    private static final Path JAVA = Path.of("src/main/java/vn/phongtrao");
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path MIGRATIONS = RESOURCES.resolve("db/migration");
    private static final Pattern TEXT =
            Pattern.compile(".*\\.(java|html|json|js|css|properties|yaml|sql|bpmn|dmn|form)");
    private static final Pattern HISTORY = Pattern.compile("V(0\\d\\d|10[01])__.*");

    private static final List<String> KEYS = folders(PROCESSES).filter(folder -> !folder.equals(SHARED))
            .map(folder -> folder.getFileName().toString()).toList();
    private static final Set<String> PACKAGES = ProcedurePackages.all();

    private static final Pattern KEY = Pattern.compile("(?<![\\w-])(" + String.join("|", KEYS) + ")(?![\\w-])");
    private static final Pattern IDENTIFIER = Pattern.compile("(?i)\\w*(" + KEYS.stream()
            .map(key -> key.replace("-", "_?")).collect(joining("|")) + ")\\w*");
    private static final Pattern IMPORT = Pattern.compile("vn\\.phongtrao\\.(" + String.join("|", PACKAGES) + ")\\b");
    /** Texts for people may use the words that keys are made of. */
    private static final Pattern CODE = Pattern.compile(".*\\.(java|js|sql)");
    private static final Pattern COMMENT = Pattern.compile("(?m)(?s:/\\*.*?\\*/|<!--.*?-->)|(?<!:)//.*$|^\\s*#.*$");

    @Test
    void namesAreSeenInCodeAndNotInComments() {
        assertThat(names("A.java", "var x = \"team-change\";")).containsExactly("team-change");
        assertThat(names("A.java", "import vn.phongtrao.team.Teams;")).containsExactly("vn.phongtrao.team");
        assertThat(names("A.java", "class TeamChangePapers {")).containsExactly("TeamChangePapers");
        assertThat(names("A.sql", "alter table team_change add")).containsExactly("team_change");
        assertThat(names("a.html", "<p th:text=\"${commendation}\">")).containsExactly("commendation");
        assertThat(names("A.java", "// a commendation\nvar reviews = \"review\"; /* team-change */")).isEmpty();
        assertThat(names("A.java", "// reviews\nvar x = \"team-change\";")).containsExactly("team-change");
    }

    @Test
    void nothingOutsideItsRoomNamesAProcedure() {
        assertThat(KEYS).contains("commendation", "team-change");
        assertThat(PACKAGES).contains("commendation", "team").doesNotContain("dossier", "press");
        assertThat(outside()).hasSizeGreaterThan(200).allSatisfy(file ->
                assertThat(names(file.getFileName().toString(), text(file))).as(file.toString()).isEmpty());
    }

    private static List<Path> outside() {
        return Stream.of(others(JAVA), files(RESOURCES).filter(file -> !file.startsWith(MIGRATIONS)),
                others(MIGRATIONS).filter(file -> !HISTORY.matcher(file.getFileName().toString()).matches()),
                files(SHARED)).flatMap(files -> files).filter(file -> TEXT.matcher(file.toString()).matches()).toList();
    }

    /** What lies in a folder of modules and belongs to no procedure. */
    private static Stream<Path> others(Path modules) {
        return files(modules).filter(file -> !PACKAGES.contains(modules.relativize(file).getName(0).toString()));
    }

    /** What a file says of procedures, comments apart. */
    private static Set<String> names(String file, String text) {
        var patterns = CODE.matcher(file).matches() ? List.of(KEY, IMPORT, IDENTIFIER) : List.of(KEY, IMPORT);
        var said = COMMENT.matcher(text).replaceAll("");
        return patterns.stream().flatMap(pattern -> pattern.matcher(said).results()).map(MatchResult::group)
                .collect(toSet());
    }

    private static Stream<Path> folders(Path parent) {
        try (var children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList().stream();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
