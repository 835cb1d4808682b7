package vn.example.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Whoever adds a procedure touches its folder and its package (and its migration), and no file outside. */
class ExampleRoomTest {

    private static final List<Path> ROOMS = Stream.of("java/vn/example", "resources/example",
            "resources/example-migrations").map(Path.of("src/test")::resolve).toList();
    private static final List<Path> REST = Stream.of("src", "processes", "docs", "keycloak", "pom.xml",
            "docker-compose.yml").map(Path::of).toList();
    private static final Pattern NAME = Pattern.compile("(?i)self[-_]?managed[-_]?roads?|vn[./]example|tự quản về an");

    @Test
    void noFileOutsideItsRoomsKnowsTheExample() throws IOException {
        try (var files = files()) {
            assertThat(files.filter(file -> ROOMS.stream().noneMatch(file::startsWith)).toList())
                    .hasSizeGreaterThan(800).filteredOn(ExampleRoomTest::namesIt).isEmpty();
        }
    }

    @Test
    void theRoomsThemselvesNameIt() throws IOException {
        try (var files = files()) {
            assertThat(files.filter(file -> ROOMS.stream().anyMatch(file::startsWith)).filter(ExampleRoomTest::namesIt))
                    .hasSizeGreaterThan(20);
        }
    }

    private static Stream<Path> files() {
        return REST.stream().flatMap(ExampleRoomTest::walk).filter(Files::isRegularFile);
    }

    private static Stream<Path> walk(Path root) {
        try {
            return Files.walk(root);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Whatever the file is: bytes read as letters match no name by accident. */
    private static boolean namesIt(Path file) {
        try {
            return NAME.matcher(file.toString()).find()
                    || NAME.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)).find();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
