package vn.phongtrao.refusal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PagedModel;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

import vn.phongtrao.refusal.Refusal;

class KnownCriteriaTest {

    private static class Lists {

        @GetMapping
        PagedModel<String> known(@RequestParam(required = false) String unit,
                                 @RequestParam(required = false) String name, Pageable pageable) {
            return null;
        }

        @GetMapping
        PagedModel<String> any(@RequestParam Map<String, String> fields, Pageable pageable) {
            return null;
        }

        @GetMapping
        String one() {
            return null;
        }
    }

    private static boolean asks(String method, String name) throws NoSuchMethodException {
        return asks(method, name, Set.of("page", "size").contains(name) ? "1" : "x");
    }

    private static boolean asks(String method, String name, String value) throws NoSuchMethodException {
        var request = new MockHttpServletRequest();
        request.addParameter(name, value);
        return new KnownCriteria().preHandle(request, new MockHttpServletResponse(), new HandlerMethod(new Lists(),
                switch (method) {
                    case "known" -> Lists.class.getDeclaredMethod(method, String.class, String.class, Pageable.class);
                    case "any" -> Lists.class.getDeclaredMethod(method, Map.class, Pageable.class);
                    default -> Lists.class.getDeclaredMethod(method);
                }));
    }

    @Test
    void aCriterionThatAListDoesNotHaveIsRefusedByName() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> asks("known", "q"))
                .withMessage("Danh sách này không lọc được theo \"q\"; các điều kiện: name, unit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unit", "name", "page", "size", "sort", "format", "purpose", "language"})
    void whatItHasIsTaken(String name) throws NoSuchMethodException {
        assertThat(asks("known", name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"page, x", "size, x", "size, 1e400", "page, 1.5"})
    void pagesAreNumbers(String name, String value) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> asks("known", name, value))
                .withMessage(name + ": phải là số");
    }

    @ParameterizedTest
    @CsvSource({"page, -1, 0", "page, 2147483648, 0", "page, 99999999999, 0", "size, 0, 1", "size, -5, 1", "size, 99999999999999999999, 1"})
    void aPageThatThereCannotBeIsNotTakenForTheFirst(String name, String value, int least) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> asks("known", name, value))
                .withMessage("%s: phải từ %d đến 2147483647".formatted(name, least));
    }

    @ParameterizedTest
    @CsvSource({"page, ''", "page, 0", "page, 2147483647", "size, 1000000", "size, ''"})
    void aPageBehindTheLastAndOneThatIsTooLargeAreAsked(String name, String value) throws NoSuchMethodException {
        assertThat(asks("known", name, value)).isTrue();
    }

    @Test
    void whatTakesFieldsOfItsOwnJudgesThemItself() throws NoSuchMethodException {
        assertThat(asks("any", "q")).isTrue();
        assertThat(asks("one", "q")).isTrue();
    }
}
