package vn.phongtrao.commendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.TestDatabase;
import vn.phongtrao.citizen.PersonDocument;
import vn.phongtrao.commendation.AwardExchange.Filter;
import vn.phongtrao.commendation.AwardExchange.Row;
import vn.phongtrao.commendation.SampleAwards.Sample;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.UnitPath;

/** Four awards: of June 2024, of July 2024 and revoked, of another commune, and of August 2024 to a foreigner and corrected. */
class AwardExchangeTest {

    private static final String COMMUNE = "95/954/31813";
    private static final LocalDate JUNE = LocalDate.of(2024, 6, 30);
    private static final LocalDate JULY = LocalDate.of(2024, 7, 1);
    private static final LocalDate AUGUST = LocalDate.of(2024, 8, 15);
    private static final Officer PROVINCE = Officer.of("x", List.of("95/committee-clerk"));
    private static final Officer CLERK = Officer.of("y", List.of(COMMUNE + "/committee-clerk"));

    private static AwardExchange exchange;
    private static long june;
    private static long july;
    private static long elsewhere;
    private static long august;

    @BeforeAll
    static void awards() {
        var jdbc = JdbcClient.create(TestDatabase.create());
        var samples = new SampleAwards(jdbc);
        june = samples.add(new Sample(JUNE, COMMUNE, "commune-certificate", "individual", "female", true, false, 351_000,
                "commune", COMMUNE));
        july = samples.add(new Sample(JULY, COMMUNE, "commune-certificate", "collective", null, null, null, 702_000,
                "commune", COMMUNE));
        elsewhere = samples.add(new Sample(JULY, "95/956/31843", "ministry-merit", "household", null, null, null, 0, null, null));
        august = samples.add(new Sample(AUGUST, "95/956/31843", "province-merit", "individual", "male", null, null, 0, null, null));
        jdbc.sql("delete from agency_code").update();
        jdbc.sql("insert into agency_code values ('95', 'H04', '2020-07-22', '2024-06-30', 'Mẫu'), "
                + "('95', 'H12', '2024-07-01', null, 'Mẫu')").update();
        jdbc.sql("""
                with one as (insert into decision (authority, position, matter, symbol, year, number, signed_on,
                                                   subject, dossier_number, unit_path, signer)
                             select :commune, 'committee-chair', 'decision', 'QĐ-UBND', 2024, id, decided_on, 'Mẫu',
                                    dossier_number, unit_path, 'x'
                             from award where unit_path = :commune returning id, dossier_number)
                update award set decision_id = one.id from one where one.dossier_number = award.dossier_number""")
                .param("commune", COMMUNE).update();
        jdbc.sql("update award set revoked_on = '2024-08-01', revoked_by = '9/QĐ-UBND' where id = ?").param(july).update();
        jdbc.sql("update award set corrected_on = '2024-09-01', corrected_by = '12/QĐ-UBND' where id = ?").param(august).update();
        jdbc.sql("""
                update nominee set citizen_cipher = 'x', citizen_digest = 'x', citizen_mask = :mask, document = :document,
                       nationality = :state
                where id = (select nominee_id from award where id = :award)""").param("mask", "******567")
                .param("document", "travel").param("state", "LAO").param("award", august).update();
        jdbc.sql("""
                update nominee set citizen_cipher = 'y', citizen_digest = 'y', citizen_mask = '0********123'
                where id = (select nominee_id from award where id = ?)""").param(june).update();
        exchange = new AwardExchange(jdbc);
    }

    @Test
    void anAwardIsGivenWithTheCodeThatWhoDecidedHadOnItsDay() {
        assertThat(list(PROVINCE, new Filter(null, null, null, null))).extracting(Row::id, Row::agencyCode, Row::state,
                Row::revokedBy, row -> row.authority() == null).containsExactly(
                tuple(june, "H04", "in-force", null, false),
                tuple(july, "H12", "revoked", "9/QĐ-UBND", false),
                tuple(elsewhere, null, "in-force", null, true),
                tuple(august, null, "corrected", null, true));
    }

    @Test
    void aPersonIsGivenWithThePaperThatIsKnown() {
        assertThat(list(PROVINCE, new Filter(null, null, null, null))).extracting(Row::id, Row::document, Row::citizenId,
                Row::documentNumber, Row::number, Row::nationality, Row::nationalityName).containsExactly(
                tuple(june, "citizen", "0********123", null, "0********123", null, null),
                tuple(july, null, null, null, null, null, null),
                tuple(elsewhere, null, null, null, null, null, null),
                tuple(august, "travel", null, "******567", "******567", "LAO", "Lào"));
    }

    @Test
    void theListSaysByWhichPaperAPersonIsKnownAndTheStateByName() throws IOException {
        var columns = new ObjectMapper().readTree(Path.of("processes/commendation/exchange-register.json").toFile()).get("columns");

        assertThat(columns.findValuesAsText("field")).contains("document", "number", "nationalityName")
                .doesNotContain("nationality");
        assertThat(columns.findValues("values")).extracting(JsonNode::toString).anyMatch(values ->
                Stream.of(PersonDocument.Kind.values()).allMatch(kind -> values.contains("\"person-document." + kind.id() + '"')));
    }

    @Test
    void whatWasCorrectedIsAskedForAndSaysByWhatUntilItIsRevoked() {
        assertThat(list(PROVINCE, new Filter(null, null, null, "corrected"))).extracting(Row::id, Row::correctedOn,
                Row::correctedBy, Row::revokedOn).containsExactly(tuple(august, LocalDate.of(2024, 9, 1), "12/QĐ-UBND", null));
        assertThat(list(PROVINCE, new Filter(null, null, null, "in-force"))).extracting(Row::id)
                .containsExactly(june, elsewhere);
    }

    @Test
    void onlyAwardsOfTheOfficersUnitsAreGiven() {
        assertThat(list(CLERK, new Filter(null, null, null, null))).extracting(Row::id).containsExactly(june, july);
        assertThat(list(CLERK, new Filter(UnitPath.of("95/956/31843"), null, null, null))).isEmpty();
    }

    @Test
    void aPeriodAndAStateAreAskedFor() {
        assertThat(list(PROVINCE, new Filter(null, JULY, JULY, null))).extracting(Row::id).containsExactly(july, elsewhere);
        assertThat(list(PROVINCE, new Filter(null, null, JUNE, null))).extracting(Row::id).containsExactly(june);
        assertThat(list(PROVINCE, new Filter(null, null, null, "revoked"))).extracting(Row::id).containsExactly(july);
    }

    @Test
    void theSchemaDescribesEveryFieldOfARowAsItIs() throws IOException {
        var schema = new ObjectMapper().readTree(new ClassPathResource("static" + AwardExchange.SCHEMA).getInputStream());
        var properties = schema.get("properties");

        assertThat(properties.fieldNames()).toIterable().containsExactlyElementsOf(
                Stream.of(Row.class.getRecordComponents()).map(RecordComponent::getName).toList());
        assertThat(schema.get("required")).hasSameSizeAs(properties);
        assertThat(Row.class.getRecordComponents()).allSatisfy(component ->
                assertThat(types(properties.get(component.getName()))).as(component.getName())
                        .contains(type(component.getType())));
    }

    private static Set<String> types(JsonNode property) {
        var type = property.path("type");
        return property.has("enum") ? Set.of("string") : type.isArray()
                ? Set.of(type.get(0).asText(), type.get(1).asText()) : Set.of(type.asText());
    }

    private static String type(Class<?> component) {
        return component == boolean.class ? "boolean"
                : component == long.class || component == Integer.class ? "integer" : "string";
    }

    private static List<Row> list(Officer officer, Filter filter) {
        return exchange.list(filter, officer, PageRequest.of(0, 20, Sort.by("id"))).getContent();
    }
}
