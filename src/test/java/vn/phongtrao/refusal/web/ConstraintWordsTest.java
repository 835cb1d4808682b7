package vn.phongtrao.refusal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

class ConstraintWordsTest {

    private static final Pattern CONSTRAINT = Pattern.compile("import (jakarta\\.validation\\.constraints\\.\\w+);");

    @Test
    void everyConstraintSaysInVietnameseWhatIsWrong() throws IOException {
        var words = ResourceBundle.getBundle("ValidationMessages");
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var constraints = files.filter(file -> file.toString().endsWith(".java")).map(ConstraintWordsTest::read)
                    .flatMap(source -> CONSTRAINT.matcher(source).results()).map(found -> found.group(1)).distinct();

            assertThat(constraints).isNotEmpty().allMatch(name -> words.containsKey(name + ".message"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
