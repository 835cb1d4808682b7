package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.desk.RegisterPage;
import vn.phongtrao.desk.RegisterShelf;

/** What describes the registers' pages fits the register API that the pages read. */
@HttpTest
class RegisterPagesIT {

    private static final Pattern PROPERTY = Pattern.compile("\\{(\\w+)}");

    private static final String PROVINCE_OFFICER = "police-officer.95";

    @Autowired
    Client client;

    @Autowired
    HttpJourney journey;

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
                .as(register.name()).containsAll(register.filters().stream().map(RegisterPage.Filter::name).toList()));
    }

    @Test
    void columnsAndLinksUsePropertiesOfTheRows() {
        assertThat(shelf.all()).allSatisfy(register -> assertThat(properties(register)).as(register.name())
                .containsAll(register.columns().stream().flatMap(RegisterPagesIT::used).toList()));
    }

    @Test
    void everyOrderOfAPageIsOneOfTheApi() {
        assertThat(shelf.all()).allSatisfy(register -> assertThat(Stream.concat(Stream.of(register.sort()),
                register.columns().stream().map(RegisterPage.Column::sort).filter(sort -> sort != null)))
                .allSatisfy(sort -> reader(register).get(register.api() + "?sort=" + sort)
                        .expectOk()));
    }

    @Test
    void filtersTakeTheirOptions() {
        assertThat(shelf.all()).anyMatch(register -> register.filters().stream().anyMatch(filter -> filter.options() != null))
                .allSatisfy(register -> register.filters().stream().filter(filter -> filter.options() != null)
                        .forEach(filter -> filter.options().forEach(option ->
                                reader(register).get(register.api() + "?" + filter.name() + "=" + option.id()).expectOk())));
    }

    private Client reader(RegisterPage register) {
        return client.as(register.auditors() ? "auditor" : "police-officer.31813");
    }

    @Test
    void everyRegisterLeadsToDossiersAndPapers() {
        var numbers = Stream.of(new CommendationWalks(), new ModelWalks.Recognition(), new TeamEstablishmentWalks(),
                new SafeAreaWalks()).map(walks -> journey.walk(walks.process(), walks.walks().get(0))).toList();
        assertThat(Stream.of("awards", "decisions", "models", "teams", "safe-areas").map(shelf::require))
                .allSatisfy(register -> assertThat(links(register, numbers)).isNotEmpty()
                        .allSatisfy(link -> client.as(PROVINCE_OFFICER).get(link).expectOk()));
    }

    /**
     * Where the rows of these dossiers lead; pages are for sessions, so that the API stands in for a dossier's page.
     */
    private Set<String> links(RegisterPage register, List<String> numbers) {
        var rows = client.as(PROVINCE_OFFICER).get(register.api() + "?size=200&sort=id,desc").expectOk().json();
        return StreamSupport.stream(rows.get("content").spliterator(), false)
                .filter(row -> numbers.contains(row.path("dossierNumber").asText()))
                .flatMap(row -> register.columns().stream().map(RegisterPage.Column::href).filter(Objects::nonNull)
                        .filter(href -> row.hasNonNull(property(href)))
                        .map(href -> PROPERTY.matcher(href).replaceFirst(row.get(property(href)).asText())))
                .map(link -> link.replaceFirst("^/dossiers/", "/api/dossiers/")).collect(Collectors.toSet());
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
        return api.path("paths").path(register.api()).path("get");
    }

    private JsonNode schema(JsonNode reference) {
        return api.at(reference.path("$ref").asText().substring(1));
    }

    private static Stream<String> used(RegisterPage.Column column) {
        return Stream.concat(Stream.of(column.field()),
                Stream.ofNullable(column.href()).map(RegisterPagesIT::property));
    }

    /** Of the row, in the address of a link. */
    private static String property(String href) {
        return PROPERTY.matcher(href).results().map(match -> match.group(1)).findFirst().orElseThrow();
    }
}
