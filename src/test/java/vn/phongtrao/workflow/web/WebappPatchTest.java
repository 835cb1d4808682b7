package vn.phongtrao.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class WebappPatchTest {

    @Test
    void whatIsReplacedInTasklistIsThereExactlyOnce() throws Exception {
        var script = original("tasklist");
        assertThat(WebappPatch.TASKLIST.keySet()).allSatisfy(found ->
                assertThat(script.split(Pattern.quote(found), -1)).as(found).hasSize(2));
    }

    @Test
    void tasklistIsServedWithAllChanges() throws Exception {
        assertThat(patched("tasklist")).contains(WebappPatch.TASKLIST.values())
                .doesNotContain("localStorage.setItem(\"camunda-form:", "localStorage.setItem(\"camForm:");
    }

    @ParameterizedTest
    @CsvSource({"admin, 4", "cockpit, 3", "tasklist, 3", "welcome, 2"})
    void everyWebappWritesTheFamilyNameFirst(String webapp, int places) throws Exception {
        assertThat(WebappPatch.GIVEN_NAME_FIRST.matcher(original(webapp)).results().map(MatchResult::group))
                .hasSize(places);
        assertThat(patched(webapp)).doesNotContainPattern(WebappPatch.GIVEN_NAME_FIRST)
                .containsPattern("\\.lastName(\\+\" \"\\+)\\w+\\.firstName");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "cockpit", "tasklist", "welcome"})
    void everyWebappWaitsForItsScriptsOverASlowLine(String webapp) throws Exception {
        assertThat(original(webapp).split(Pattern.quote(WebappPatch.LOADER), -1)).hasSize(2);
        assertThat(patched(webapp)).contains(WebappPatch.PATIENT_LOADER);
    }

    @Test
    void headingOfTwoLabelsReadsInVietnameseToo() throws Exception {
        assertThat(original("admin").split(Pattern.quote(WebappPatch.HEADING), -1)).hasSize(2);
        assertThat(patched("admin")).contains(WebappPatch.HEADING_IN_ANY_ORDER).doesNotContain(WebappPatch.HEADING);
    }

    @Test
    void whatIsReplacedInTheLibraryOfFormsIsThereExactlyOnce() throws Exception {
        var library = new ClassPathResource("META-INF/resources/webjars/camunda/lib/deps.js");
        var script = library.getContentAsString(StandardCharsets.UTF_8);
        assertThat(WebappPatch.LIBRARY.keySet()).allSatisfy(found ->
                assertThat(script.split(Pattern.quote(found), -1)).as(found).hasSize(2));
    }

    @Test
    void cockpitWritesMomentsAsTheLanguageDoes() throws Exception {
        assertThat(original("cockpit").split(Pattern.quote(WebappPatch.MOMENT), -1)).hasSize(2);
        assertThat(patched("cockpit")).contains(WebappPatch.MOMENT_IN_THE_LANGUAGE).doesNotContain(WebappPatch.MOMENT);
    }

    private static String original(String webapp) throws Exception {
        return new ClassPathResource("META-INF/resources/webjars/camunda/app/%1$s/camunda-%1$s-bootstrap.js"
                .formatted(webapp)).getContentAsString(StandardCharsets.UTF_8);
    }

    private static String patched(String webapp) throws Exception {
        return WebappPatch.patched(original(webapp));
    }
}
