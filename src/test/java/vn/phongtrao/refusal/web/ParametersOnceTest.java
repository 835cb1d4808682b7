package vn.phongtrao.refusal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

import vn.phongtrao.refusal.Refusal;

class ParametersOnceTest {

    private static class Calls {

        void one(@RequestParam(defaultValue = "true") boolean trial) {
        }

        void named(@RequestParam("trial") boolean carriesNothingOut) {
        }

        void several(@RequestParam List<String> trial) {
        }

        void array(@RequestParam String[] trial) {
        }

        void any(@RequestParam Map<String, String> fields) {
        }
    }

    private static boolean asks(String method, String name, String... values) {
        var request = new MockHttpServletRequest();
        request.addParameter(name, values);
        return new ParametersOnce().preHandle(request, new MockHttpServletResponse(), new HandlerMethod(new Calls(),
                Arrays.stream(Calls.class.getDeclaredMethods()).filter(one -> one.getName().equals(method)).findFirst().orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource({"one", "named", "any"})
    void whatIsTakenOnceIsRefusedTwice(String method) {
        assertThat(asks(method, "trial", "false")).isTrue();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> asks(method, "trial", "false", "true"))
                .withMessage("trial: chỉ ghi một lần");
    }

    @ParameterizedTest
    @CsvSource({"several, trial", "array, trial", "any, sort", "one, other"})
    void whatIsTakenSeveralTimesOrNotAtAllIsLetBe(String method, String name) {
        assertThat(asks(method, name, "a", "b")).isTrue();
    }
}
