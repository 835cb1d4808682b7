package vn.phongtrao.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

import vn.phongtrao.refusal.Refusal;

/** PDF files made to keep the program busy, to bring it down, or to be read by it otherwise than by viewers. */
class HostilePdfTest {

    private static final String REASON = ".*(không đọc được|bất thường|quá lớn|quá sâu|mã lệnh).*";
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();
    private static final Duration MOST = Duration.ofSeconds(10);
    private static final String SCRIPT = "/S/JavaScript/JS(app.alert\\(1\\))";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"500, obj<</A ", "60000, obj<</A ", "100000, obj<</A(", "100000, obj<</A <41", "60000, trailer<</A ", "60000, obj<</A[",
            "200000, 1 0 obj(", "100000, 1 0 obj<</First 1/N 0>>stream ",
            "100000, 1 0 obj<<>>stream ",
            "100000, 1 0 obj<</Length 0>>stream endstream "})
    void whatIsReadOnFromEachOfItsPlacesIsRefusedSoon(int times, String repeated) {
        refused(page("", repeated.repeat(times)));
    }

    @Test
    void whatEachObjectOfAListReadsAnewIsRefusedSoon() {
        for (var object : List.of("(", "<</Length 0>>stream endstream ", "<<>>stream ")) {
            refused(page("", IntStream.range(10, 50_000).mapToObj(number -> number + " 0 obj" + object)
                    .collect(Collectors.joining())));
        }
    }

    /** A list of objects says they are packed in a stream, which holds none of them. */
    @Test
    void whatIsPackedIsNotReadAnewForEachThatIsMissing() {
        var content = "4 0 <</A(" + "x".repeat(2_000_000) + ")>>";
        var rows = new StringBuilder("0000000000");
        var stream = "5 0 obj<</Type/ObjStm/N 1/First 4/Length " + content.length() + ">>stream\n" + content
                + "\nendstream endobj ";
        var pdf = "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
                + "3 0 obj<</Type/Page>>endobj " + stream;
        for (int number = 1; number < 2_000; number++) {
            var at = number == 5 || number < 4 ? pdf.indexOf(number + " 0 obj") : -1;
            rows.append(at < 0 ? "020000000500" : "01%08x00".formatted(at));
        }
        var list = ("00".repeat(6) + rows.substring(10)) + ">";
        pdf += "9999 0 obj<</Type/XRef/W[1 4 1]/Index[0 2000]/Size 10000/Root 1 0 R/Filter/ASCIIHexDecode/Length "
                + list.length() + ">>stream\n" + list + "\nendstream endobj\nstartxref\n" + pdf.length() + "\n%%EOF";

        refused(pdf);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 240, 250, 300, 480, 501, 3_000, 20_000})
    void whatRunsIsRefusedHoweverDeeplyWhatStandsBesideItIsNested(int deep) {
        var nested = "[".repeat(deep) + "]".repeat(deep);
        for (var active : List.of(SCRIPT, "/S/Launch/F(calc.exe)", "/EF<</F 9 0 R>>", "/XFA 9 0 R")) {
            refused(page("/OpenAction 4 0 R", "4 0 obj<<" + active + "/X " + nested + ">>endobj"));
            refused(page("/OpenAction 4 0 R", "4 0 obj<</X " + nested + active + ">>endobj"));
            refused(page("/OpenAction[4 0 R]", "4 0 obj[<<" + active + ">>" + nested + "]endobj"));
            refused(page("", "4 0 obj<<" + active + "/X " + nested + ">>endobj"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/X 1 2 Q", "/X ]", "/X>/Y 1", "/X endobj", "/X nul", "/X )"})
    void whatRunsIsRefusedBehindWhatCannotBeRead(String unreadable) {
        refused(page("/OpenAction 4 0 R", "4 0 obj<<" + unreadable + SCRIPT + ">>endobj"));
        refused(page("/OpenAction 4 0 R", "4 0 obj[<<" + unreadable + SCRIPT + ">>]endobj"));
    }

    @Test
    void pagesThatLieTooDeepAreRefused() {
        refused("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n" + IntStream.range(2, 30_000)
                .mapToObj(number -> "%d 0 obj<</Type/Pages/Kids[%d 0 R]/Count 1>>endobj\n".formatted(number, number + 1))
                .collect(Collectors.joining()) + "30000 0 obj<</Type/Page>>endobj\ntrailer<</Size 30001/Root 1 0 R>>\n%%EOF");
    }

    @Test
    void lengthsThatLeadToEachOtherWithoutEndAreRefused() {
        refused(page("/X 10 0 R", IntStream.range(10, 30_000)
                .mapToObj(number -> "%d 0 obj<</Length %d 0 R>>stream\n\nendstream endobj\n".formatted(number, number + 1))
                .collect(Collectors.joining())));
    }

    @Test
    void pagesThatLieInEachOtherEndSomewhere() {
        var pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\n"
                + "trailer<</Size 3/Root 1 0 R>>\n%%EOF";

        assertThat(accept(pdf).type()).isEqualTo(FileType.PDF);
    }

    /** Each step of the parser that a file makes it warn of would be a line. */
    @Test
    void noFileWritesIntoTheLog() throws IOException {
        var logback = (LoggerContext) LoggerFactory.getILoggerFactory();
        var settings = new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yaml")).get(0);
        var told = new ListAppender<ILoggingEvent>();
        told.start();
        var parsers = List.of("pdfparser", "cos", "filter", "pdmodel").stream()
                .map(part -> "org.apache.pdfbox." + part).toList();
        try {
            for (var parser : parsers) {
                var level = settings.getProperty("logging.level." + parser);
                logback.getLogger(parser).setLevel(level == null ? null : Level.valueOf(level.toString()));
            }
            logback.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(told);
            for (var odd : List.of("9 0 obj<</A 1 /B", "9 0 obj<</A ]>>", "9 0 obj<</Length 3/Filter/FlateDecode>>stream\nxyz endstream",
                    "9 0 obj<<x>> endobj 10 0 obj[R x] endobj", "9 0 obj[" + "[".repeat(600), "obj<</A ".repeat(100))) {
                try {
                    accept(page("/X 9 0 R", odd));
                } catch (Refusal refused) {
                    // whether it is taken is not asked here
                }
            }
        } finally {
            logback.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(told);
            // silent by what is above them in tests
            parsers.forEach(parser -> logback.getLogger(parser).setLevel(null));
        }

        assertThat(told.list).extracting(ILoggingEvent::getLoggerName).isEmpty();
    }

    private Inspection.Accepted accept(String pdf) {
        try {
            return Inspection.of(new Upload("a.pdf", Files.write(folder.resolve("upload"),
                    pdf.getBytes(StandardCharsets.ISO_8859_1))));
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Soon by the processor's time: others may be busy beside. */
    private void refused(String pdf) {
        assertTimeoutPreemptively(Duration.ofMinutes(3), () -> {
            var begun = PROCESSOR.getCurrentThreadCpuTime();
            assertThatThrownBy(() -> accept(pdf)).isInstanceOf(Refusal.class).hasMessageMatching(REASON);
            assertThat(Duration.ofNanos(PROCESSOR.getCurrentThreadCpuTime() - begun)).isLessThan(MOST);
        });
    }

    /** One page, and what the catalogue has beside it. */
    private static String page(String catalogue, String objects) {
        return "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R" + catalogue + ">>endobj "
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj " + objects
                + "\ntrailer<</Root 1 0 R/Size 100000>>\n%%EOF";
    }
}
