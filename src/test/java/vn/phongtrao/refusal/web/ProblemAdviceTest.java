package vn.phongtrao.refusal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import vn.phongtrao.refusal.Refusal;

class ProblemAdviceTest {

    record Row(@NotNull Integer birthYear) {
    }

    record Body(@NotBlank String name, LocalDate from, @Valid List<Row> rows) {
    }

    record Name(String value) {

        public static Name of(String value) {
            if (value.isBlank() || value.contains("!")) {
                throw Refusal.notFound("Không có tên \"%s\"".formatted(value));
            }
            return new Name(value);
        }
    }

    /** No static class: the application started from the test class path would take it for a controller of its own. */
    @RestController
    class Probe {

        private RuntimeException failure;

        @GetMapping("/failing")
        void fail() {
            throw failure;
        }

        @GetMapping("/dates")
        void dates(@RequestParam LocalDate from) {
        }

        @GetMapping("/names/{name}")
        void names(@PathVariable Name name, @RequestParam(required = false) Name other) {
        }

        @GetMapping("/shown")
        List<String> shown() {
            return List.of();
        }

        @GetMapping("/flags")
        void flags(@RequestParam boolean set) {
        }

        @GetMapping("/numbers/{number}")
        void numbers(@PathVariable int number, @RequestParam(required = false) @Max(5) Integer limit) {
        }

        @PostMapping("/bodies")
        void bodies(@Valid @RequestBody Body body) {
        }

        @PostMapping("/files")
        void files(@RequestParam MultipartFile file) {
        }
    }

    private final Probe probe = new Probe();
    private final MockMvcTester http = MockMvcTester.create(
            MockMvcBuilders.standaloneSetup(probe).setControllerAdvice(new ProblemAdvice())
                    .setMessageConverters(new MappingJackson2HttpMessageConverter(Jackson2ObjectMapperBuilder.json()
                            .featuresToEnable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                                    JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                            .deserializerByType(String.class, new PlainTexts())
                            .deserializerByType(LocalDate.class, new IsoDays()).build())).build());

    @ParameterizedTest
    @CsvSource({"MALFORMED, 400", "RULE_BROKEN, 422", "FORBIDDEN, 403", "NOT_FOUND, 404", "CONFLICT, 409", "UNAVAILABLE, 503"})
    void aRefusalHasTheStatusOfItsKindAndItsOwnWords(Refusal.Kind kind, int status) {
        var refusal = switch (kind) {
            case MALFORMED -> Refusal.malformed("name", "Sai");
            case RULE_BROKEN -> Refusal.broken("name", "Sai");
            case FORBIDDEN -> Refusal.forbidden("Sai");
            case NOT_FOUND -> Refusal.notFound("Sai");
            case CONFLICT -> Refusal.conflict("Sai");
            case UNAVAILABLE -> Refusal.unavailable("Sai");
        };

        var problem = failingWith(refusal, status);

        assertThat(problem.get("detail").asText()).isEqualTo("Sai");
        assertThat(problem.has("field")).isEqualTo(refusal.field().isPresent());
    }

    @Test
    void whatTheAddressNamesIsNotFoundWhenItCannotBe() {
        var problem = problem(http.get().uri("/names/a!").exchange(), 404);

        assertThat(problem.get("detail").asText()).isEqualTo("Không có tên \"a!\"");
    }

    @Test
    void aParameterThatCannotBeANameIsMalformed() {
        var problem = problem(http.get().uri("/names/a?other=b!").exchange(), 400);

        assertThat(problem.get("field").asText()).isEqualTo("other");
        assertThat(problem.get("detail").asText()).isEqualTo("other: Không có tên \"b!\"");
    }

    @Test
    void aBrokenRuleNamesFieldAndLegalBasis() {
        var problem = failingWith(Refusal.broken("nominees[2].kind", "Không tặng cho hộ gia đình", "Điều 74"), 422);

        assertThat(problem.get("field").asText()).isEqualTo("nominees[2].kind");
        assertThat(problem.get("legalBasis").asText()).isEqualTo("Điều 74");
        assertThat(problem.get("title").asText()).isEqualTo("Trái quy định");
    }

    @Test
    void aRefusalInsideAnotherExceptionCounts() {
        var problem = failingWith(new IllegalStateException(Refusal.forbidden("Không phải việc của bạn")), 403);

        assertThat(problem.get("detail").asText()).isEqualTo("Không phải việc của bạn");
    }

    @Test
    void whoeverComesLaterIsToldSo() {
        failingWith(new OptimisticLockingFailureException("row 7"), 409);
        failingWith(new DuplicateKeyException("row 7"), 409);
    }

    @Test
    void accessDeniedIsForbidden() {
        failingWith(new AccessDeniedException("no"), 403);
    }

    @Test
    void aValueTheDatabaseCannotTakeIsTheCallersFaultAndABrokenConstraintIsNot() {
        failingWith(new DataIntegrityViolationException("x", new SQLException("invalid byte sequence", "22021")), 400);
        failingWith(new DataIntegrityViolationException("x", new SQLException("violates check", "23514")), 500);
    }

    @Test
    void anUnexpectedFailureTellsNothingAboutItself() {
        var problem = failingWith(new IllegalStateException("secret"), 500);

        assertThat(problem.toString()).doesNotContain("secret");
        assertThat(problem.get("detail").asText()).startsWith("Hệ thống gặp lỗi");
    }

    @Test
    void aParameterOfTheWrongTypeIsNamed() {
        assertMalformed(http.get().uri("/dates?from=30/02/2024").exchange(), "from", "phải là ngày");
        assertMalformed(http.get().uri("/flags?set=perhaps").exchange(), "set", "phải là true hoặc false");
        assertMalformed(http.get().uri("/numbers/twelve").exchange(), "number", "phải là số");
        assertMalformed(http.get().uri("/numbers/99999999999").exchange(), "number", "phải là số");
    }

    @Test
    void aMissingParameterOrFileIsNamed() {
        assertMalformed(http.get().uri("/dates").exchange(), "from", "bắt buộc nhập");
        assertMalformed(http.post().uri("/files").multipart().exchange(), "file", "bắt buộc nhập");
    }

    @Test
    void aParameterOutOfRangeIsNamed() {
        assertMalformed(http.get().uri("/numbers/1?limit=6").exchange(), "limit", "không được quá 5");
    }

    @Test
    void aFieldOfTheBodyIsNamed() {
        assertMalformed(post("{\"name\": \" \"}"), "name", "bắt buộc nhập");
        assertMalformed(post("{\"name\": \"A\", \"rows\": [{\"birthYear\": 1}, {}]}"), "rows[1].birthYear",
                "bắt buộc nhập");
        assertMalformed(post("{\"name\": \"A\", \"from\": \"2024-02-30\"}"), "from", "phải là ngày");
        assertMalformed(post("{\"name\": \"A\", \"nickname\": \"B\"}"), "nickname", "không có trường này");
        assertMalformed(post("{\"name\": 17}"), "name", "phải là chữ");
        assertMalformed(post("{\"name\": \"A\", \"from\": 17}"), "from", "phải là ngày");
        assertMalformed(post("{\"name\": \"A\", \"from\": \"1899-12-31\"}"), "from", "từ năm 1900");
        assertMalformed(post("{\"rows\": [{\"birthYear\": \"x\"}]}"), "rows[0].birthYear", "phải là số");
    }

    @Test
    void aFieldThatComesTwiceIsMalformed() {
        for (var body : List.of("{\"name\": \"A\", \"name\": \"B\"}",
                "{\"name\": \"A\", \"rows\": [{\"birthYear\": 1, \"birthYear\": 2}]}")) {
            assertThat(problem(post(body), 400).get("detail").asText()).contains("lặp lại");
        }
    }

    @Test
    void aBodyOfAnotherShapeIsNotCalledBrokenJson() {
        assertThat(problem(post("[]"), 400).get("detail").asText()).contains("không có cấu trúc");
        assertThat(problem(post("{"), 400).get("detail").asText()).contains("không phải là JSON");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{", "''", "[]", "null", "{\"name\": }"})
    void aBodyThatIsNoJsonObjectIsMalformed(String body) {
        assertThat(problem(post(body), 400).get("detail").asText()).isNotBlank();
    }

    @Test
    void whatSpringRefusesIsToldInVietnamese() {
        assertThat(problem(http.post().uri("/bodies").contentType(MediaType.TEXT_PLAIN).content("x").exchange(), 415)
                .get("detail").asText()).contains("định dạng");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "no type", "application/xml;q=2"})
    void whoeverTakesNoJsonIsToldSoInJson(String accepted) {
        assertThat(problem(http.get().uri("/shown").header("Accept", accepted).exchange(), 406).get("detail").asText())
                .contains("định dạng");
        assertThat(problem(http.get().uri("/flags?set=x").header("Accept", accepted).exchange(), 400).get("field")
                .asText()).isEqualTo("set");
    }

    private MvcTestResult post(String json) {
        return http.post().uri("/bodies").contentType(MediaType.APPLICATION_JSON).content(json).exchange();
    }

    private JsonNode failingWith(RuntimeException failure, int status) {
        probe.failure = failure;
        return problem(http.get().uri("/failing").exchange(), status);
    }

    private static void assertMalformed(MvcTestResult result, String field, String text) {
        var problem = problem(result, 400);
        assertThat(problem.path("field").asText()).isEqualTo(field);
        assertThat(problem.path("detail").asText()).contains(field, text);
    }

    private static JsonNode problem(MvcTestResult result, int status) {
        assertThat(result).hasStatus(status).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        try {
            return new ObjectMapper().readTree(result.getResponse().getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
