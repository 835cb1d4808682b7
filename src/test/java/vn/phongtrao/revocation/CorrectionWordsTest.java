package vn.phongtrao.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said in several places of corrections and re-issues is said alike. */
class CorrectionWordsTest {

    private static final Path FOLDERS = Path.of("processes");

    @ParameterizedTest
    @CsvSource({"column.corrected-field, correction.where", "column.was, correction.was", "column.becomes, correction.becomes",
            "column.whose, correction.whose"})
    void theRegisterHeadsItsColumnsAsPageAndPapersDo(String register, String page) throws IOException {
        for (var file : new String[] {"words.properties", "words_en.properties"}) {
            var words = words("decision-correction/" + file);
            assertThat(words.getProperty(register)).isEqualTo(words.getProperty(page));
        }
        for (var paper : new String[] {"decision.html", "submission.html"}) {
            assertThat(Files.readString(FOLDERS.resolve("decision-correction/papers").resolve(paper)))
                    .contains("<th>" + words("decision-correction/words.properties").getProperty(page) + "</th>");
        }
    }

    /** It stands behind "Lý do: ". */
    @ParameterizedTest
    @ValueSource(strings = {"lost", "damaged"})
    void aCauseHasNoColonOfItsOwn(String cause) throws IOException {
        assertThat(words("certificate-reissue/words.properties").getProperty("reissue-cause." + cause)).isNotBlank().doesNotContain(":");
    }

    private static Properties words(String file) throws IOException {
        var words = new Properties();
        try (var text = Files.newBufferedReader(FOLDERS.resolve(file), StandardCharsets.UTF_8)) {
            words.load(text);
        }
        return words;
    }
}
