package vn.phongtrao.realm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

class ValuesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "300 | 300 | true", "300 | 600 | false", "true | \"true\" | true", "[\"a\",\"b\"] | [\"b\",\"a\"] | true", "[\"a\"] | [\"a\",\"b\"] | false",
            "[] | null | true", "{\"a\":\"1\"} | {\"a\":\"1\",\"b\":\"2\"} | true", "{\"a\":\"1\"} | {\"b\":\"2\"} | false",
            "\"x\" | \"**********\" | true", "\"\" | {} | false"})
    void keycloakHasWhatTheFileSays(String told, String found, boolean same) throws JsonProcessingException {
        assertThat(Values.has(json(told), json(found))).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "600 | 300 | đang là 600, theo tệp là 300", "false | true | đang là tắt, theo tệp là bật", "null | \"x\" | đang là trống, theo tệp là x",
            "[\"b\",\"c\"] | [\"a\",\"b\"] | thêm a; bỏ c", "{\"a\":\"1\",\"b\":\"2\"} | {\"a\":\"3\",\"b\":\"2\"} | a: đang là 1, theo tệp là 3"})
    void aDifferenceReadsAsWhatIsAndWhatWillBe(String found, String told, String words) throws JsonProcessingException {
        assertThat(Values.change(json(found), json(told))).isEqualTo(words);
    }

    @Test
    void whatTheFileDoesNotSayStays() throws JsonProcessingException {
        var found = (ObjectNode) json("{\"a\":{\"x\":\"1\",\"y\":\"2\"},\"b\":\"3\"}");
        Values.merge(json("{\"a\":{\"x\":\"4\"}}"), found);
        assertThat(found).isEqualTo(json("{\"a\":{\"x\":\"4\",\"y\":\"2\"},\"b\":\"3\"}"));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
