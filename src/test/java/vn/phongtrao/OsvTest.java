package vn.phongtrao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import vn.phongtrao.Advisories.Advisory;
import vn.phongtrao.Advisories.Library;

/**
 * Compares the libraries with osv.dev, for whoever has the internet: {@code ./mvnw test -Dtest=OsvTest -Dosv.ask=true} names what
 * {@code advisories.csv} lacks.
 */
class OsvTest {

    private static final String OSV = "https://api.osv.dev/v1/";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param ids what it is called, here and elsewhere */
    private record Known(List<String> ids, String summary) {
    }

    @Test
    void aQuestionNamesEachLibraryAndAnAnswerWhatIsKnown() throws IOException {
        var libraries = List.of(new Library("Maven", "org.apache.tomcat.embed:tomcat-embed-core", "10.1.55"),
                new Library("npm", "qs", "6.13.0"), new Library("Maven", "org.slf4j:slf4j-api", "2.0.18"));

        assertThat(JSON.writeValueAsString(question(libraries))).startsWith("{\"queries\":[").contains("\"package\":{",
                "\"ecosystem\":\"Maven\"", "\"name\":\"org.apache.tomcat.embed:tomcat-embed-core\"", "\"version\":\"6.13.0\"");
        assertThat(ids(kept("batch"))).containsExactly(List.of("GHSA-9xv2-5v5q-p794", "GHSA-gcx9-497g-6cp6"),
                List.of("GHSA-6rw7-vpxm-498p"), List.of());
        assertThat(known(kept("one"))).satisfies(one -> {
            assertThat(one.ids()).containsExactly("GHSA-6rw7-vpxm-498p", "CVE-2025-15284");
            assertThat(one.summary()).startsWith("qs's arrayLimit bypass");
        });
    }

    @Test
    @EnabledIfSystemProperty(named = "osv.ask", matches = "true", disabledReason = "needs the internet")
    void nothingIsKnownThatTheListLacks() throws Exception {
        var libraries = List.copyOf(Advisories.libraries().values());
        var listed = Advisories.list().stream().map(Advisory::id).toList();
        var found = ids(ask(HttpRequest.newBuilder(URI.create(OSV + "querybatch"))
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(question(libraries))))));
        var missing = new ArrayList<String>();
        for (int i = 0; i < found.size(); i++) {
            for (var id : found.get(i)) {
                var known = known(ask(HttpRequest.newBuilder(URI.create(OSV + "vulns/" + id))));
                if (known.ids().stream().noneMatch(listed::contains)) {
                    missing.add("%s %s: %s %s".formatted(libraries.get(i).name(), libraries.get(i).version(), known.ids(), known.summary()));
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    private static Map<String, List<?>> question(List<Library> libraries) {
        return Map.of("queries", libraries.stream().map(one -> Map.of("version", one.version(),
                "package", Map.of("ecosystem", one.ecosystem(), "name", one.name()))).toList());
    }

    /** In the order of the question. */
    private static List<List<String>> ids(JsonNode answer) {
        return StreamSupport.stream(answer.get("results").spliterator(), false)
                .map(one -> one.path("vulns").findValuesAsText("id")).toList();
    }

    private static Known known(JsonNode answer) {
        var ids = new ArrayList<>(List.of(answer.get("id").asText()));
        answer.path("aliases").forEach(alias -> ids.add(alias.asText()));
        return new Known(ids, answer.path("summary").asText());
    }

    private static JsonNode ask(HttpRequest.Builder question) throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient().send(question.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static JsonNode kept(String name) throws IOException {
        try (var answer = OsvTest.class.getResourceAsStream("/osv/" + name + ".json")) {
            return JSON.readTree(answer);
        }
    }
}
