package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What programmers of other systems read of the register API. */
@HttpTest
class ApiDescriptionIT {

    private static final Pattern PART = Pattern.compile("\\{(\\w+)}");

    @Autowired
    Client client;

    @Test
    void everyPartOfAnAddressIsDescribedAndNothingElseIsTakenForOne() {
        assertThat(client.get("/v3/api-docs").json().get("paths").properties()).isNotEmpty().allSatisfy(path ->
                assertThat(path.getValue().properties()).extracting(Map.Entry::getValue).allSatisfy(operation ->
                        assertThat(named(operation, "path")).as(path.getKey()).containsExactlyInAnyOrderElementsOf(
                                PART.matcher(path.getKey()).results().map(found -> found.group(1)).toList())));
    }

    @Test
    void aCommunesHamletsAreAskedForByItsAddressAlone() {
        var hamlets = client.get("/v3/api-docs").json().get("paths")
                .get("/api/units/{province}/{district}/{commune}/hamlets").get("get");

        assertThat(named(hamlets, "query")).containsExactlyInAnyOrder("closed", "name", "q", "page", "size",
                "sort");
    }

    @Test
    void filesAreSentInTheBody() {
        var add = client.get("/v3/api-docs").json().get("paths").get("/api/dossiers/{number}/documents").get("post");

        assertThat(named(add, "query")).containsExactlyInAnyOrder("kind", "replaces");
        assertThat(add.at("/requestBody/content").has("multipart/form-data")).isTrue();
    }

    /** Whoever writes the other end has no account here; the schema says nothing of anybody. */
    @Test
    void theSchemaOfAwardsIsReadWithoutSigningIn() {
        var schema = client.get("/awards/exchange.schema.json").expectOk().json();

        assertThat(schema.get("$id").asText()).isEqualTo("/awards/exchange.schema.json");
        assertThat(schema.get("properties").has("documentNumber")).isTrue();
        assertThat(client.get("/api/award-exchange").status()).isEqualTo(401);
    }

    private static Iterable<String> named(JsonNode operation, String where) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .filter(parameter -> parameter.get("in").asText().equals(where))
                .map(parameter -> parameter.get("name").asText()).toList();
    }
}
