package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.desk.RegisterPage;
import vn.phongtrao.desk.RegisterShelf;

/** What describes the registers' pages fits the register API that the pages read. */
@HttpTest
class RegisterPagesTest {

    private static final Pattern PROPERTY = Pattern.compile("\\{(\\w+)}");

    private static final String COMMUNE = "95/954/31813";

    @Autowired
    Client client;

    @Autowired
    RegisterShelf shelf;

    private JsonNode api;

    @BeforeEach
    void readTheDescriptionOfTheApi() {
        api = client.get("/v3/api-docs").json();
    }

    @Test
    void filtersAreParametersOfTheApi() {
        assertThat(shelf.all()).isNotEmpty().allSatisfy(register -> assertThat(parameters(register))
                .as(register.name()).containsAll(register.filters().stream().map(RegisterPage.Filter::name)
                        .filter(name -> !register.byCommune() || !name.equals("unit")).toList()));
    }

    @Test
    void columnsAndLinksUsePropertiesOfTheRows() {
        assertThat(shelf.all()).allSatisfy(register -> assertThat(properties(register)).as(register.name())
                .containsAll(register.columns().stream().flatMap(RegisterPagesTest::used).toList()));
    }

    @Test
    void everyOrderOfAPageIsOneOfTheApi() {
        assertThat(shelf.all()).allSatisfy(register -> assertThat(Stream.concat(Stream.of(register.sort()),
                register.columns().stream().map(RegisterPage.Column::sort).filter(sort -> sort != null)))
                .allSatisfy(sort -> client.as("police-officer.31813").get(register.apiOf(COMMUNE) + "?sort=" + sort).expectOk()));
    }

    @Test
    void filtersTakeTheirOptions() {
        assertThat(shelf.all()).flatExtracting(register -> register.filters().stream()
                        .filter(filter -> filter.options() != null).flatMap(filter -> filter.options().keySet().stream()
                                .map(option -> register.apiOf(COMMUNE) + "?" + filter.name() + "=" + option)).toList())
                .isNotEmpty().allSatisfy(call -> client.as("police-officer.31813").get((String) call).expectOk());
    }

    private List<String> parameters(RegisterPage register) {
        return list(register).path("parameters").findValuesAsText("name");
    }

    private List<String> properties(RegisterPage register) {
        var page = schema(list(register).at("/responses/200/content").elements().next().path("schema"));
        var row = schema(page.at("/properties/content/items"));
        List<String> names = new ArrayList<>();
        row.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private JsonNode list(RegisterPage register) {
        return api.path("paths").path(register.apiOf("{province}/{district}/{commune}")).path("get");
    }

    private JsonNode schema(JsonNode reference) {
        return api.at(reference.path("$ref").asText().substring(1));
    }

    private static Stream<String> used(RegisterPage.Column column) {
        return Stream.concat(Stream.of(column.field()), column.href() == null ? Stream.empty()
                : PROPERTY.matcher(column.href()).results().map(match -> match.group(1)));
    }
}
