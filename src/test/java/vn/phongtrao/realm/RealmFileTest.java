package vn.phongtrao.realm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import vn.phongtrao.command.Environment;
import vn.phongtrao.command.MissingSettings;

class RealmFileTest {

    @Test
    void variablesAreFilledInAndKeycloaksOwnTextsAreNot() throws JsonProcessingException {
        var filled = RealmFile.filledIn(json("""
                {"name": "${client_account}", "secret": "${A_SECRET}", "list": ["${A_URL}/x"], "few": 5}"""),
                new Environment(Map.of("A_SECRET", "a$1\\b/", "A_URL", "https://example.vn/")));
        assertThat(filled).isEqualTo(json("""
                {"name": "${client_account}", "secret": "a$1\\\\b/", "list": ["https://example.vn/x"], "few": 5}"""));
    }

    @Test
    void allThatIsMissingIsSaidAtOnce() throws JsonProcessingException {
        var file = json("{\"a\": \"${B_URL}\", \"b\": \"${A_SECRET}\"}");
        assertThatThrownBy(() -> RealmFile.filledIn(file, new Environment(Map.of("B_URL", " ")))).isInstanceOf(MissingSettings.class)
                .hasMessage("Thiếu biến môi trường: A_SECRET, B_URL");
    }

    private static ObjectNode json(String text) throws JsonProcessingException {
        return (ObjectNode) new ObjectMapper().readTree(text);
    }
}
