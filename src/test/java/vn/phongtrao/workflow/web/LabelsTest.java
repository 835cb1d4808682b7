package vn.phongtrao.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Tasklist's Vietnamese labels say all that the English ones say. */
class LabelsTest {

    private static final String LOCALES = TasklistPatch.FOLDER.replace("classpath:/", "") + "locales/";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{.*?}}|</?a\\b[^>]*>|<br/>|%d|%s|\\bLTS?\\b");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Map<String, String> english = texts(read("en.json"));
    private final Map<String, String> vietnamese = texts(read("vi.json"));

    @Test
    void everyEnglishTextHasAVietnameseOneAndThereAreNoOthers() {
        assertThat(vietnamese.keySet()).isEqualTo(english.keySet()).hasSizeGreaterThan(412);
    }

    @Test
    void noTextIsLeftEmpty() {
        assertThat(vietnamese).allSatisfy((key, text) ->
                assertThat(text.isBlank()).as(key).isEqualTo(english.get(key).isBlank()));
    }

    @Test
    void placeholdersAreTheSame() {
        assertThat(vietnamese.entrySet()).filteredOn(text -> !text.getKey().startsWith("/dateLocales/longDateFormat"))
                .allSatisfy(text -> assertThat(placeholders(text.getValue())).as(text.getKey())
                        .isEqualTo(placeholders(english.get(text.getKey()))));
    }

    @Test
    void accentsAreComposed() {
        var text = read("vi.json");
        assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    private static String read(String file) {
        try {
            return new ClassPathResource(LOCALES + file).getContentAsString(StandardCharsets.UTF_8)
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
