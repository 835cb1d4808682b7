package vn.phongtrao.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

import vn.phongtrao.ForeignWords;

/** The Vietnamese labels of the webapps say all that the English ones say. */
class LabelsTest {

    private static final String LOCALES = "META-INF/resources/webjars/camunda/app/%s/locales/%s.json";
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{\\{.*?}}|\\{}|</?(?:a|strong)\\b[^>]*>|<br/>|%d|%s|\\bLTS?\\b");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    /** The same in both languages. */
    private static final Set<String> NAMES = Set.of("Camunda", "Optimize", "CSV", "JSON", "YYYY-MM-DDTHH:mm:ss");
    /** Foreign words that Vietnamese texts have: of measures, formats and tools. */
    private static final Set<String> BORROWED = Set.of("mili", "web", "XML", "API", "LDAP", "FNI", "EDE", "Optimize",
            "resolve");
    private static final Pattern FORMAT = Pattern.compile("'?[yY]{4}-MM-[dD]{2}\\S*");
    private static final String ENGLISH_PLURAL = "s";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    @ParameterizedTest
    @CsvSource({"welcome, 172", "tasklist, 412", "admin, 575", "cockpit, 2460"})
    void everyEnglishTextHasAVietnameseOneAndThereAreNoOthers(String webapp, int labels) {
        assertThat(vietnamese(webapp).keySet()).isEqualTo(english(webapp).keySet())
                .filteredOn(place -> place.startsWith("/labels/")).hasSize(labels);
    }

    @ParameterizedTest
    @ValueSource(strings = {"welcome", "tasklist", "admin", "cockpit"})
    void noTextIsLeftEmptyOrInEnglish(String webapp) {
        var english = english(webapp);
        assertThat(vietnamese(webapp)).allSatisfy((place, text) -> {
            var original = english.get(place);
            assertThat(text.isBlank()).as(place).isEqualTo(original.isBlank() || original.equals(ENGLISH_PLURAL));
            if (place.startsWith("/labels/") && LETTER.matcher(original).find() && !NAMES.contains(original)) {
                assertThat(text).as(place).isNotEqualTo(original);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"welcome", "tasklist", "admin", "cockpit"})
    void noEnglishWordIsLeftInside(String webapp) {
        assertThat(vietnamese(webapp).entrySet()).filteredOn(text -> text.getKey().startsWith("/labels/"))
                .allSatisfy(text -> assertThat(ForeignWords.in(words(text.getValue()))).as(text.getKey())
                        .isSubsetOf(BORROWED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"welcome", "tasklist", "admin", "cockpit"})
    void placeholdersAreTheSame(String webapp) {
        var english = english(webapp);
        assertThat(vietnamese(webapp).entrySet())
                .filteredOn(text -> !text.getKey().startsWith("/dateLocales/longDateFormat"))
                .allSatisfy(text -> assertThat(placeholders(text.getValue())).as(text.getKey())
                        .isEqualTo(placeholders(english.get(text.getKey()))));
    }

    /** Sentences are put together from parts, with words and numbers between them. */
    @ParameterizedTest
    @ValueSource(strings = {"welcome", "admin", "cockpit"})
    void spacesAtTheEdgesAreTheSame(String webapp) {
        var english = english(webapp);
        assertThat(vietnamese(webapp).entrySet()).filteredOn(text -> !text.getValue().isBlank())
                .allSatisfy(text -> assertThat(edges(text.getValue())).as(text.getKey())
                        .isEqualTo(edges(english.get(text.getKey()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"welcome", "tasklist", "admin", "cockpit"})
    void accentsAreComposed(String webapp) {
        assertThat(Normalizer.isNormalized(read(webapp, "vi"), Normalizer.Form.NFC)).isTrue();
    }

    private static Map<String, String> english(String webapp) {
        return texts(read(webapp, "en"));
    }

    private static Map<String, String> vietnamese(String webapp) {
        return texts(read(webapp, "vi"));
    }

    private static String words(String text) {
        return PLACEHOLDER.matcher(FORMAT.matcher(text).replaceAll(" ")).replaceAll(" ").replaceAll("&\\w+;", " ");
    }

    private static String edges(String text) {
        return text.replace(text.strip(), "|");
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    private static String read(String webapp, String language) {
        try {
            return new ClassPathResource(LOCALES.formatted(webapp, language)).getContentAsString(StandardCharsets.UTF_8)
                    .replaceFirst("^" + BYTE_ORDER_MARK, "");
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    /** Each text by its place. */
    private static Map<String, String> texts(String json) {
        try {
            Map<String, String> texts = new TreeMap<>();
            collect("", new ObjectMapper().readTree(json), texts);
            return texts;
        } catch (IOException malformed) {
            throw new AssertionError(malformed);
        }
    }

    private static void collect(String place, JsonNode node, Map<String, String> texts) {
        if (node.isObject()) {
            node.fields().forEachRemaining(field -> collect(place + "/" + field.getKey(), field.getValue(), texts));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(place + "/" + i, node.get(i), texts);
            }
        } else {
            texts.put(place, node.asText());
        }
    }
}
