package vn.phongtrao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The application in {@code docker-compose.yml} can be told all that {@code application.yaml} says it may be told. */
class ComposeFileTest {

    private static final Pattern SETTING = Pattern.compile("\\b(?:PHONGTRAO|KEYCLOAK)(?:_[A-Z]+)+\\b");

    private static String settings;
    private static Map<String, Map<String, Object>> services;
    private static Map<String, Object> passedOn;
    private static Map<String, Object> passedOnToRealm;

    @BeforeAll
    static void read() throws IOException {
        settings = Files.readString(Path.of("src/main/resources/application.yaml"));
        Map<String, Map<String, Map<String, Object>>> compose = new Yaml().load(Files.readString(Path.of("docker-compose.yml")));
        services = compose.get("services");
        passedOn = environment("app");
        passedOnToRealm = environment("realm");
    }

    @Test
    void everySettingIsPassedOn() {
        assertThat(SETTING.matcher(settings).results().map(found -> found.group()).distinct()).hasSizeGreaterThan(12)
                .allSatisfy(name -> assertThat(passedOn).containsKey(name));
    }

    @Test
    void theRealmIsToldWhatItsFileNames() throws IOException {
        assertThat(SETTING.matcher(Files.readString(Path.of("provinces/realm.json"))).results().map(found -> found.group()).distinct())
                .isNotEmpty().allSatisfy(name -> assertThat(passedOnToRealm).containsKey(name));
        assertThat(passedOnToRealm).containsKeys("PHONGTRAO_PROVINCE", "PHONGTRAO_PROVINCES", "PHONGTRAO_MFA", "PHONGTRAO_CLIENTS",
                "KEYCLOAK_INTERNAL_URL", "KEYCLOAK_ADMIN_SECRET", "KEYCLOAK_ADMIN_CLIENT");
    }

    /** In {@code .env.example}, whose other lines are comments. */
    @Test
    void whatMustBeSetIsSaidInTheExample() throws IOException {
        var compose = Files.readString(Path.of("docker-compose.yml"));
        var example = Files.readAllLines(Path.of(".env.example"));

        assertThat(names("^([A-Z_]+)=", example)).containsExactlyInAnyOrderElementsOf(names("\\$\\{([A-Z_]+):\\?", compose.lines().toList()));
        assertThat(names("^#([A-Z_]+)=", example)).hasSizeGreaterThan(10)
                .allSatisfy(name -> assertThat(services.keySet()).anyMatch(service -> environment(service) != null && environment(service).containsKey(name)));
    }

    private static Set<String> names(String pattern, List<String> lines) {
        return lines.stream().flatMap(line -> Pattern.compile(pattern).matcher(line).results()).map(found -> found.group(1)).collect(Collectors.toSet());
    }

    @Test
    void whatIsNotSetIsNotPassedOnAsEmpty() {
        assertThat(passedOn.values()).doesNotContain("")
                .noneMatch(value -> value != null && value.toString().contains(":-}"));
        assertThat(passedOn).containsEntry("PHONGTRAO_BUSINESS_DATE", null);
    }

    /** {@code pg_dump} is of the server's version. */
    @Test
    void backupsAreTakenByTheServersOwnPrograms() throws IOException {
        var image = services.get("postgres").get("image").toString();

        assertThat(Path.of("Dockerfile")).content().contains("FROM " + image + " AS backup\n");
        assertThat(services.entrySet()).filteredOn(service -> Map.of("context", ".", "target", "backup").equals(service.getValue().get("build")))
                .extracting(Map.Entry::getKey).containsExactly("backup", "restore");
        assertThat(environment("backup")).containsEntry("PHONGTRAO_DB_USERNAME", "phongtrao_app");
    }

    @Test
    void containersHaveNoRightsAndLimits() {
        assertThat(services.values()).isNotEmpty().allSatisfy(service -> assertThat(service).containsEntry("read_only", true)
                .containsEntry("cap_drop", List.of("ALL")).containsEntry("security_opt", List.of("no-new-privileges:true"))
                .containsKeys("mem_limit", "pids_limit"));
        assertThat(services.entrySet()).filteredOn(service -> service.getValue().containsKey("restart"))
                .allSatisfy(service -> assertThat(service.getValue()).containsKey("healthcheck"));
    }

    @Test
    void onlyWhatMigratesIsTheOwnerOfTables() {
        assertThat(environment("migrate")).containsEntry("PHONGTRAO_DB_USERNAME", "phongtrao_owner");
        assertThat(passedOn).containsEntry("PHONGTRAO_DB_USERNAME", "phongtrao_app");
        assertThat(services.entrySet()).filteredOn(service -> service.getValue().toString().contains("${PHONGTRAO_DB_OWNER_PASSWORD"))
                .extracting(Map.Entry::getKey).as("the database itself, and what ends").containsExactly("postgres", "migrate", "join", "restore");
        assertThat(passedOn.toString()).doesNotContain("OWNER", "KEYCLOAK_DB");
        assertThat(environment("keycloak").toString()).doesNotContain("OWNER", "${PHONGTRAO_DB_PASSWORD");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> environment(String service) {
        return (Map<String, Object>) services.get(service).get("environment");
    }
}
