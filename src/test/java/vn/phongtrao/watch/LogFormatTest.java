package vn.phongtrao.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program with these settings logs, without those of tests. */
class LogFormatTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void textIsTheDefault() throws Exception {
        assertThat(log(null)).isNotEmpty().allMatch(line -> line.matches("(\\d{4}-\\S+ +[A-Z]+ \\[.{15}] \\[] \\[] \\S+ +: .*|\t.*)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecs", "logstash", "gelf"})
    void anotherFormatIsOneObjectALine(String format) throws Exception {
        var lines = log(format);

        assertThat(lines).isNotEmpty();
        for (var line : lines) {
            assertThat(JSON.readTree(line).isObject()).as(line).isTrue();
        }
    }

    @Test
    void aFormatThatThereIsNotIsNamedAtTheStart() throws Exception {
        assertThat(String.join("\n", log("yaml"))).contains("phongtrao.log.formats.yaml");
    }

    /** The lines of a program that starts with nothing to do. */
    private static List<String> log(String format) throws IOException, InterruptedException {
        var path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).filter(part -> !part.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        var program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", path,
                "org.springframework.boot.SpringApplication", "--spring.main.sources=java.lang.Object", "--spring.main.web-application-type=none",
                "--spring.main.banner-mode=off");
        if (format != null) {
            program.environment().put("PHONGTRAO_LOG_FORMAT", format);
        }
        var process = program.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.lines().filter(line -> !line.contains("warning: ")).toList();
    }
}
