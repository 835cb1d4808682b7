package vn.phongtrao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code docs/law.md} names tests that there are, and leaves no rule without an answer. */
class LawTableTest {

    private static final Pattern CLASS = Pattern.compile("^ *(?:[a-z]+ )*class (\\w+)", Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("@(?:Test|ParameterizedTest|RepeatedTest)\\b.*?\\bvoid (\\w+)\\(",
            Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile("`(\\w+\\.\\w+)`");
    private static final Pattern ANSWER = Pattern.compile("(?:`\\w+\\.\\w+`|(?:In work|Not shown|Left out): \\S).*");

    private static List<List<String>> rules;

    @BeforeAll
    static void read() throws IOException {
        rules = Files.readAllLines(Path.of("docs/law.md")).stream().filter(line -> line.startsWith("|"))
                .filter(line -> !line.matches("\\| rule \\|.*|[|-]+"))
                .map(line -> Stream.of(line.substring(1).split("\\|")).map(String::strip).toList()).toList();
    }

    @Test
    void everyRuleHasItsParagraphAndAnAnswer() {
        assertThat(rules).hasSizeGreaterThan(150).allSatisfy(cells -> {
            assertThat(cells).hasSize(3).doesNotContain("");
            assertThat(cells.get(2)).matches(ANSWER);
        });
    }

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        var tests = tests();

        assertThat(rules.stream().flatMap(cells -> names(NAMED, cells.get(2))).filter(name -> !tests.contains(name)))
                .isEmpty();
    }

    /** Tests as {@code Class.method}; those of a nested class also under the names of the classes around it. */
    private static Set<String> tests() throws IOException {
        Set<String> tests = new HashSet<>();
        try (var files = Files.walk(Path.of("src/test/java"))) {
            for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var source = Files.readString(file);
                var methods = names(TEST, source).toList();
                names(CLASS, source).forEach(type -> methods.forEach(method -> tests.add(type + "." + method)));
            }
        }
        return tests;
    }

    private static Stream<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1));
    }
}
