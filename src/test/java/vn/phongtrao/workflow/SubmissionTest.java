package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import vn.phongtrao.refusal.Refusal;

class SubmissionTest {

    @ParameterizedTest
    @ValueSource(ints = {11, 500, 990})
    void listsWithinListsWithoutEndAreRefusedByTheNameOfTheirField(int levels) {
        var json = "[".repeat(levels) + "]".repeat(levels);
        Object value = List.of();
        for (int level = 1; level < levels; level++) {
            value = level % 2 == 0 ? List.of(value) : Map.of("within", value);
        }
        for (var sent : List.of(value, SpinValues.jsonValue(json).create())) {
            assertThatThrownBy(() -> Submission.plain(Map.of("nominees", sent))).isInstanceOfSatisfying(Refusal.class,
                    refusal -> assertThat(refusal.field()).contains("nominees"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{\"name\": \"An\", \"tags\": [\"a\", {\"b\": [1]}]}]", "[[[[[[[[[[]]]]]]]]]]"})
    void rowsOfListsAreTaken(String json) {
        assertThat(Submission.plain(Map.of("nominees", SpinValues.jsonValue(json).create())))
                .extractingByKey("nominees").isInstanceOf(List.class);
    }
}
