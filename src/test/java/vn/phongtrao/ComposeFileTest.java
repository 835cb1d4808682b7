package vn.phongtrao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The application in {@code docker-compose.yml} can be told all that {@code application.yaml} says it may be told. */
class ComposeFileTest {

    private static final Pattern SETTING = Pattern.compile("\\b(?:PHONGTRAO|KEYCLOAK)(?:_[A-Z]+)+\\b");

    private static String settings;
    private static Map<String, Object> passedOn;

    @BeforeAll
    static void read() throws IOException {
        settings = Files.readString(Path.of("src/main/resources/application.yaml"));
        Map<String, Map<String, Map<String, Map<String, Object>>>> compose =
                new Yaml().load(Files.readString(Path.of("docker-compose.yml")));
        passedOn = compose.get("services").get("app").get("environment");
    }

    @Test
    void everySettingIsPassedOn() {
        assertThat(SETTING.matcher(settings).results().map(found -> found.group()).distinct()).hasSizeGreaterThan(12)
                .allSatisfy(name -> assertThat(passedOn).containsKey(name));
    }

    @Test
    void whatIsNotSetIsNotPassedOnAsEmpty() {
        assertThat(passedOn.values()).doesNotContain("")
                .noneMatch(value -> value != null && value.toString().contains(":-}"));
        assertThat(passedOn).containsEntry("PHONGTRAO_BUSINESS_DATE", null);
    }
}
