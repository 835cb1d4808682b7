package vn.phongtrao.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** One event is one line that begins without a tab, whatever is told in it. */
class LogPatternTest {

    private final LoggerContext context = new LoggerContext();
    private final PatternLayout layout = new PatternLayout();

    @BeforeEach
    void pattern() throws IOException {
        var settings = new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yaml")).get(0);
        context.setMDCAdapter(MDC.getMDCAdapter());
        layout.setContext(context);
        layout.setPattern((String) settings.getProperty("logging.pattern.console"));
        layout.start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r", "\n\n", "\u0085", "\u2028", "\u2029", "\u000B", "\f"})
    void aMessageBeginsNoLine(String broken) {
        assertThat(written("told" + broken + "2031 forged", null)).matches("20\\S+  WARN \\[.{15}] \\[] \\[] a\\.Logger +: told(\\R\t)+2031 forged\\R");
    }

    @Test
    void neitherDoesTheMessageOfAFault() {
        var lines = written("told", new IllegalStateException("a\n2031 forged", new IllegalArgumentException("b\r\n2031 forged"))).split("\n");

        assertThat(lines).hasSizeGreaterThan(5);
        assertThat(lines[0]).endsWith(": told");
        assertThat(lines).filteredOn(line -> !line.startsWith("\t")).hasSize(1);
        assertThat(lines).contains("\tjava.lang.IllegalStateException: a", "\tCaused by: java.lang.IllegalArgumentException: b");
    }

    @Test
    void whatATerminalWouldObeyIsNotWritten() {
        assertThat(written("a\u001B[2Jb\bc", null)).contains("a?[2Jb?c");
    }

    @Test
    void plainWordsStayAsTheyAre() {
        assertThat(written("Hồ sơ “KT-31813-2024-00001”\tđã quá hạn", null)).endsWith(": Hồ sơ “KT-31813-2024-00001”\tđã quá hạn" + System.lineSeparator());
    }

    private String written(String message, Throwable thrown) {
        return layout.doLayout(new LoggingEvent("test", context.getLogger("a.Logger"), Level.WARN, message, thrown, null));
    }
}
