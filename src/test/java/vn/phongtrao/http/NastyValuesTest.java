package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every field of every form is given values of every kind: accepted or refused, but never a fault. */
@HttpTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NastyValuesTest {

    private static final Path FORMS = Path.of("processes", "commendation");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Object> VALUES = Arrays.asList(null, "", "\u0000",
            "\u200b\u202e👮‍♂️", "x".repeat(100_000), -1, 1.5, Long.MAX_VALUE, 1e308, new BigInteger("9".repeat(400)), true,
            "2024-02-30", "9999-12-31", "0********000", "${1/0}'; drop table dossier;-- <script>%s", List.of(),
            List.of(List.of()), Arrays.asList((Object) null), List.of("x", 1, true), Map.of("a", Map.of()));

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;

    private OpenTasks open;

    @BeforeAll
    void openTasks() {
        open = new OpenTasks(journey);
    }

    /** @param row the list whose rows have the field, or null */
    record Field(String task, String row, String key) {

        @Override
        public String toString() {
            return task + ": " + (row == null ? "" : row + ".") + key;
        }
    }

    @ParameterizedTest
    @MethodSource
    void noValueOfAFieldIsAFault(Field field) {
        for (var value : VALUES) {
            var answer = submit(field.task(), field.row() == null ? with(valid(field.task()), field.key(), value)
                    : with(valid(field.task()), field.row(), List.of(with(individual("Người mẫu"), field.key(), value))));
            assertThat(answer.status()).as("%s = %s: %s", field, value, answer).isIn(200, 204, 400, 422);
            Stored.assertSaysNothingInternal(answer);
        }
    }

    static Stream<Field> noValueOfAFieldIsAFault() throws IOException {
        List<Field> fields = new ArrayList<>();
        try (var forms = Files.list(FORMS)) {
            for (var form : forms.filter(path -> path.toString().endsWith(".form")).sorted().toList()) {
                var task = form.getFileName().toString().replaceAll("^commendation-|\\.form$", "");
                collect(fields, task, null, JSON.readTree(form.toFile()).get("components"));
            }
        }
        return fields.stream();
    }

    private static void collect(List<Field> fields, String task, String row, JsonNode components) {
        for (var component : components) {
            var list = component.path("type").asText().equals("dynamiclist");
            var key = component.path(list ? "path" : "key").asText();
            if (!key.isEmpty()) {
                fields.add(new Field(task, row, key));
            }
            collect(fields, task, list ? key : row, component.path("components"));
        }
    }

    private Answer submit(String task, Map<String, Object> fields) {
        var variables = HttpJourney.variables(fields);
        if (task.equals("proposal")) {
            return client.as("police-officer.31813")
                    .post("/engine-rest/process-definition/key/commendation/submit-form", variables);
        }
        var answer = client.as(open.account(task)).post("/engine-rest/task/" + open.id(task) + "/submit-form", variables);
        if (answer.ok()) {
            open.renew(task);
        }
        return answer;
    }

    private Map<String, Object> valid(String task) {
        return task.equals("proposal") ? proposal("commune-certificate", "ad-hoc", List.of(individual("Người mẫu")))
                : open.valid(task);
    }

    private static Map<String, Object> with(Map<String, Object> fields, String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(fields);
        changed.put(name, value);
        return changed;
    }
}
