package vn.phongtrao;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Parts of libraries that are known to be weak and have no mended version for us are not used. Whoever needs one of them finds here why
 * not: {@code advisories.csv}.
 */
class UnusedPartsTest {

    private static final JavaClasses PROGRAM = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.phongtrao");
    private static final Path RESOURCES = Path.of("src/main/resources");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "CVE-2026-47883 | org.springframework.web.filter.UrlHandlerFilter",
            "CVE-2026-47884 | org.springframework.web.servlet.view.xslt",
            "CVE-2026-47887 | org.springframework.web.servlet.mvc.UrlFilenameViewController",
            "CVE-2026-47890 | org.springframework.web.servlet.mvc.method.annotation.SseEmitter",
            "CVE-2026-47890 | org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter",
            "CVE-2026-47890 | org.springframework.web.servlet.view.FragmentsRendering",
            "CVE-2026-59313 | org.springframework.web.servlet.function",
            "CVE-2026-59281 | org.springframework.web.bind.EscapedErrors",
            "CVE-2026-59281 | org.springframework.web.servlet.support.BindStatus", "CVE-2026-59281 | org.springframework.web.servlet.support.RequestContext",
            "CVE-2026-47841 | org.springframework.security.web.webauthn",
            "CVE-2026-59276 | org.springframework.security.web.authentication.www.DigestAuthenticationFilter",
            "CVE-2026-59276 | org.springframework.security.core.token.KeyBasedPersistenceTokenService",
            "CVE-2026-59276 | org.springframework.security.crypto.password4j",
            "CVE-2026-59295 | io.micrometer.core.instrument.binder.httpcomponents",
            "CVE-2026-59296 | io.micrometer.core.instrument.logging",
            "CVE-2026-19880 | ch.qos.logback.classic.sift"})
    void isNotUsed(String advisory, String part) {
        noClasses().should().dependOnClassesThat().haveNameMatching(part.replace(".", "\\.") + "(\\..*|\\$.*)?").check(PROGRAM);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "CVE-2026-47885 47889 47891 47892 47893 | spring-webflux", "CVE-2026-47888 | rsocket-core", "CVE-2026-47888 | spring-messaging",
            "CVE-2026-59280 | freemarker", "CVE-2026-59270 | spring-security-ldap", "CVE-2026-59270 | unboundid-ldapsdk",
            "CVE-2026-59276 | spring-security-oauth2-authorization-server", "CVE-2026-59296 | micrometer-registry-statsd"})
    void isNotThere(String advisory, String artifact) throws IOException {
        assertThat(Advisories.libraries()).doesNotContainKey(artifact);
    }

    /** CVE-2026-59281: errors of a form are written by Spring's tags or not at all. */
    @Test
    void templatesWriteNoErrorsOfForms() throws IOException {
        assertThat(texts(RESOURCES, ".html")).isNotEmpty().noneMatch(text -> text.contains("th:errors") || text.contains("#fields"));
        assertThat(texts(Path.of("processes"), ".html")).isNotEmpty().noneMatch(text -> text.contains("th:errors") || text.contains("#fields"));
    }

    /** CVE-2026-19880: no appender goes by what is in a line. */
    @ParameterizedTest
    @ValueSource(strings = {"logback.xml", "logback-spring.xml", "logback-test.xml"})
    void linesAreNotSorted(String file) throws IOException {
        assertThat(Files.notExists(RESOURCES.resolve(file)) || !Files.readString(RESOURCES.resolve(file)).contains("Sift")).isTrue();
    }

    /** CVE-2026-4633, 12388, 14781, 19608: no other identity providers, no organisations, no authorisation services. */
    @Test
    void theRealmTrustsNobodyElse() throws IOException {
        assertThat(texts(Path.of("keycloak"), ".json")).isNotEmpty().allSatisfy(text -> {
            var realm = new ObjectMapper().readTree(text);
            assertThat(realm.path("identityProviders")).isEmpty();
            assertThat(realm.path("organizationsEnabled").asBoolean()).isFalse();
            assertThat(realm.findValues("authorizationServicesEnabled")).noneMatch(JsonNode::asBoolean);
        });
    }

    /** CVE-2026-45249: what a chart of lines says about itself is not escaped. */
    @Test
    void chartsAreBars() throws IOException {
        var drawing = texts(RESOURCES.resolve("static"), ".js").stream().filter(text -> text.contains("echarts.")).toList();

        assertThat(drawing).isNotEmpty().allMatch(text -> text.contains("type: 'bar'")).noneMatch(text -> text.contains("'lines'"));
    }

    private static List<String> texts(Path folder, String end) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).map(file -> {
                try {
                    return Files.readString(file);
                } catch (IOException unreadable) {
                    throw new IllegalStateException(unreadable);
                }
            }).toList();
        }
    }
}
