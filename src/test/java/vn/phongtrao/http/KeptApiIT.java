package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What programmers of other systems rely on is kept in {@code docs/api}, so that whoever changes it sees it. */
@HttpTest
class KeptApiIT {

    private static final String RENEW = "./mvnw -Dtest=KeptApiIT -Dapi.renew=true test";
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    @Autowired
    Client client;

    @ParameterizedTest
    @CsvSource({"/v3/api-docs, registers.json", "/v3/api-docs/processes, processes.json"})
    void keptDescriptionIsTheOneServed(String address, String file) throws IOException {
        var kept = Path.of("docs/api", file);
        var served = readable(client.get(address).expectOk().body());
        if (Boolean.getBoolean("api.renew")) {
            Files.createDirectories(kept.getParent());
            Files.writeString(kept, served);
        }
        assertThat(kept).as("when the change is wanted, renew the file: " + RENEW).content().isEqualTo(served);
    }

    /** One value a line, keys in order, and without the server, which is another at each start. */
    private static String readable(String json) throws IOException {
        @SuppressWarnings("unchecked")
        Map<String, Object> description = JSON.readValue(json, Map.class);
        description.remove("servers");
        var printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(LINES);
        printer.indentObjectsWith(LINES);
        return JSON.writer(printer).writeValueAsString(description) + "\n";
    }
}
