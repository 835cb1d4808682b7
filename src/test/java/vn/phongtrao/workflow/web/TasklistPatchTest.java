package vn.phongtrao.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class TasklistPatchTest {

    private static final ClassPathResource SCRIPT = new ClassPathResource(
            "META-INF/resources/webjars/camunda/app/tasklist/" + TasklistPatch.SCRIPT);

    @Test
    void expressionToReplaceIsInTheScriptExactlyOnce() throws Exception {
        assertThat(SCRIPT.getContentAsString(StandardCharsets.UTF_8).split(Pattern.quote(
                TasklistPatch.ANY_KEY), -1)).hasSize(2);
    }

    @Test
    void patchedScriptLooksForMessages() throws Exception {
        assertThat(TasklistPatch.patched(SCRIPT)).contains(TasklistPatch.ANY_MESSAGE)
                .doesNotContain(TasklistPatch.ANY_KEY);
    }
}
