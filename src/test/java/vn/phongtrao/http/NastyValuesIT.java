package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
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

import vn.phongtrao.FormsOnFile;
import vn.phongtrao.Sweep;

/** Every field of every form is given values of every kind: accepted, or refused without a trace, but never a fault. */
@HttpTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NastyValuesIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLOSELY = "commendation";
    private static final List<Object> VALUES = Arrays.asList(null, "", "\u0000",
            "\u200b\u202e👮‍♂️", "x".repeat(100_000), -1, 1.5, Long.MAX_VALUE, 1e308, new BigInteger("9".repeat(400)),
            true, "2024-02-30", "9999-12-31", "0********000", "${1/0}'; drop table dossier;-- <script>%s", List.of(),
            List.of(List.of()), Arrays.asList((Object) null), List.of("x", 1, true), Map.of("a", Map.of()));

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;
    @Autowired
    Tables tables;

    private final Map<String, OpenTasks> open = new LinkedHashMap<>();

    @BeforeAll
    void openTasks() {
        Walks.ALL.forEach(walks -> open.put(walks.process(), new OpenTasks(journey, walks)));
    }

    /**
     * @param task null for the start form
     * @param row  the list whose rows have the field, or null
     */
    record Field(String process, String task, String row, String key) {

        @Override
        public String toString() {
            return "%s, %s: %s%s".formatted(process, task == null ? "start" : task, row == null ? "" : row + ".", key);
        }
    }

    @ParameterizedTest
    @MethodSource
    void noValueOfAFieldIsAFault(Field field) {
        if (field.task() != null) {
            open.get(field.process()).goOnTo(field.task());
        }
        var valid = valid(field);
        var row = row(field, valid);
        var before = tables.fingerprints();
        for (var value : values(field)) {
            var answer = submit(field, field.row() == null ? with(valid, field.key(), value)
                    : with(valid, field.row(), List.of(with(row, field.key(), value))));
            assertThat(answer.status()).as("%s = %s: %s", field, value, answer).isIn(200, 204, 400, 422);
            Tables.assertSaysNothingInternal(answer);
            if (answer.ok()) {
                open.get(field.process()).renew();
                valid = valid(field);
                row = row(field, valid);
                before = tables.fingerprints();
            }
        }
        assertThat(tables.fingerprints()).as("what refusals left").isEqualTo(before);
    }

    /**
     * All forms are checked by the same code, so a field of one process meets each eighth value, and of another each
     * twentieth, other ones than its neighbours; all of them every night.
     */
    private static List<Object> values(Field field) {
        return Sweep.every(field.process().equals(CLOSELY) ? 8 : 20, field.hashCode(), VALUES);
    }

    static Stream<Field> noValueOfAFieldIsAFault() throws IOException {
        List<Field> fields = new ArrayList<>();
        for (var walks : Walks.ALL) {
            collect(fields, walks, null, walks.startForm());
            for (var task : walks.tasks().toList()) {
                collect(fields, walks, task, task);
            }
        }
        return fields.stream();
    }

    private static void collect(List<Field> fields, Walks walks, String task, String form) throws IOException {
        var json = FormsOnFile.all().get("%s-%s".formatted(walks.process(), form));
        collect(fields, new Field(walks.process(), task, null, null), JSON.readTree(json).get("components"));
    }

    private static void collect(List<Field> fields, Field parent, JsonNode components) {
        for (var component : components) {
            var list = component.path("type").asText().equals("dynamiclist");
            var key = component.path(list ? "path" : "key").asText();
            if (!key.isEmpty()) {
                fields.add(new Field(parent.process(), parent.task(), parent.row(), key));
            }
            collect(fields, new Field(parent.process(), parent.task(), list ? key : parent.row(), null),
                    component.path("components"));
        }
    }

    private Answer submit(Field field, Map<String, Object> fields) {
        var tasks = open.get(field.process());
        return field.task() == null ? journey.start(field.process(), tasks.starter(), fields)
                : journey.submit(tasks.account(field.task()), tasks.id(field.task()), fields);
    }

    private Map<String, Object> valid(Field field) {
        var tasks = open.get(field.process());
        return field.task() == null ? tasks.proposal() : tasks.valid(field.task());
    }

    /** A row of the field's list, if it is in one; forms that keep the list as it is take one as the start form has it. */
    @SuppressWarnings("unchecked")
    private Map<String, Object> row(Field field, Map<String, Object> valid) {
        if (field.row() == null) {
            return Map.of();
        }
        var fields = valid.containsKey(field.row()) ? valid : open.get(field.process()).proposal();
        return ((List<Map<String, Object>>) fields.get(field.row())).get(0);
    }

    private static Map<String, Object> with(Map<String, Object> fields, String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(fields);
        changed.put(name, value);
        return changed;
    }
}
