package vn.phongtrao.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

import vn.phongtrao.refusal.Needed;
import vn.phongtrao.refusal.Refusal;

/** What is wrong with a field is said in the same words before a form is sent and after. */
class OneWordingTest {

    private static final String TEXTS = "META-INF/resources/webjars/camunda/app/tasklist/scripts/form-texts.js";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Field is required.             | "required": true   |
            Field must match pattern       | "pattern": "[0-9]" | x
            Field must have maximum length | "maxLength": 1     | xx
            Field must have minimum length | "minLength": 3     | xx
            """)
    void theBrowserSaysWhatTheServerSays(String english, String validate, String typed) throws IOException {
        var form = Form.read(new ByteArrayInputStream("""
                {"components": [{"type": "textfield", "key": "a", "label": "Ô", "validate": {%s}}]}"""
                .formatted(validate).getBytes(StandardCharsets.UTF_8)));
        var refused = catchThrowableOfType(Refusal.class, () -> form.accept(typed == null ? Map.of() : Map.of("a", typed),
                Map.of()));

        var said = refused.getMessage().substring("Ô: ".length());
        var words = said.substring(0, 1).toUpperCase() + said.substring(1).replaceAll("\\d", "\\$1");
        assertThat(new ClassPathResource(TEXTS).getContentAsString(StandardCharsets.UTF_8).lines()
                .filter(line -> line.contains(english))).singleElement().asString().contains("'%s'".formatted(words));
    }

    @Test
    void ourOwnPagesSayItToo() {
        assertThat(ResourceBundle.getBundle("messages", Locale.ROOT).getString("frame.needed"))
                .isEqualToIgnoringCase(Needed.REQUIRED);
    }
}
