package vn.phongtrao.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import vn.phongtrao.HttpSlice;
import vn.phongtrao.MovableClock;
import vn.phongtrao.TestDatabase;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;

/** How an administrator keeps the register of legal documents, and what everybody reads in it. */
@SpringJUnitWebConfig(LegalDocumentApiTest.Slice.class)
class LegalDocumentApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DOCUMENTS = "/api/legal-documents";
    private static final String DECREE = DOCUMENTS + "/nd-152-2025";
    private static final Officer ADMINISTRATOR = Officer.of("admin", List.of(Officer.ADMINISTRATORS));
    private static final Map<String, Object> SUCCESSOR = Map.of("kind", "decree", "number", "999/2027/NĐ-CP", "issuer",
            "Chính phủ", "signedOn", "2027-02-01", "title", "quy định mẫu", "inForceFrom", "2027-03-01");

    private static Officer asking;

    @HttpSlice
    @ComponentScan("vn.phongtrao.law.web")
    @Import(LegalDocuments.class)
    static class Slice {

        @Bean
        JdbcClient jdbcClient() {
            return JdbcClient.create(TestDatabase.create());
        }

        @Bean
        CurrentOfficer officer() {
            return () -> asking;
        }

        @Bean
        Clock clock() {
            return new MovableClock("2027-02-10");
        }
    }

    @Autowired
    private LegalDocuments documents;
    private MockMvcTester http;

    @BeforeEach
    void open(@Autowired WebApplicationContext context, @Autowired JdbcClient jdbc) {
        http = MockMvcTester.from(context);
        jdbc.sql("delete from legal_change where entered_on = '2027-02-10'").update();
        jdbc.sql("delete from legal_document where entered_by = 'admin'").update();
        asking = ADMINISTRATOR;
    }

    @Test
    void everybodyReadsAndFindsDocuments() {
        asking = Officer.of("officer", List.of("95/954/31813/police-officer"));

        assertThat(http.get().uri(DOCUMENTS + "?q=152/2025")).bodyJson().extractingPath("$.content[0].id").isEqualTo("nd-152-2025");
        assertThat(http.get().uri(DECREE)).bodyJson().extractingPath("$.cited").asString().startsWith("Nghị định số 152/2025/NĐ-CP ngày");
        assertThat(http.get().uri(DOCUMENTS + "?kind=decree&on=2025-06-30&q=thi dua")).bodyJson()
                .extractingPath("$.content[*].id").isEqualTo(List.of("nd-98-2023"));
        assertThat(http.get().uri(DOCUMENTS + "/none")).hasStatus(404);
    }

    @Test
    void theCircularOnEmulationIsReplacedFrom5August2025() {
        assertThat(documents.of("tt-01-2024-bnv").changes()).singleElement().satisfies(told -> {
            assertThat(told.change().act()).isEqualTo(LegalChange.Act.REPLACED);
            assertThat(told.change().day()).isEqualTo("2025-08-05");
            assertThat(told.change().by()).isEqualTo("tt-15-2025-bnv");
        });
        assertThat(http.get().uri(DOCUMENTS + "?q=01/2024/TT-BNV")).bodyJson()
                .extractingPath("$.content[0].replacedByName").isEqualTo("Thông tư 15/2025/TT-BNV");
    }

    @Test
    void onlyAnAdministratorWrites() {
        asking = Officer.of("officer", List.of("95/committee-chair"));

        assertThat(post(DOCUMENTS, SUCCESSOR)).hasStatus(403);
        assertThat(post(DECREE + "/changes", Map.of("act", "ends", "day", "2027-06-01", "words", "x y"))).hasStatus(403);
        assertThat(post(DECREE + "/changes/1/withdrawal", Map.of("reason", "Lý do"))).hasStatus(403);
    }

    @Test
    void aDocumentThatEndsIsSettledByItsSuccessor() {
        assertThat(documents.endings(60)).extracting(ending -> ending.document().id(), LegalDocuments.Ending::left)
                .containsExactly(tuple("nd-152-2025", 19L));
        assertThat(documents.endings(18)).isEmpty();
        assertThat(post(DOCUMENTS, SUCCESSOR)).hasStatus(201).bodyJson().extractingPath("$.id").isEqualTo("decree-999-2027-nd-cp");
        assertThat(post(DOCUMENTS, SUCCESSOR)).hasStatus(409);

        assertThat(post(DECREE + "/changes", Map.of("act", "replaced", "day", "2027-03-01", "by", "decree-999-2027-nd-cp",
                "words", "Nghị định mẫu, Điều 60", "byReceipt", true))).hasStatus(200).bodyJson()
                .extractingPath("$.replacedBy").isEqualTo("decree-999-2027-nd-cp");
        assertThat(documents.endings(60)).isEmpty();
        assertThat(http.get().uri(DECREE)).bodyJson().extractingPath("$.changes[0].enteredBy").isEqualTo("admin");
        assertThat(http.get().uri(DECREE)).bodyJson().extractingPath("$.changes[0].byName")
                .isEqualTo("Nghị định 999/2027/NĐ-CP");
        assertThat(http.get().uri(DOCUMENTS + "?q=152/2025")).bodyJson().extractingPath("$.content[0].replacedByName")
                .isEqualTo("Nghị định 999/2027/NĐ-CP");
        assertThat(post(DOCUMENTS + "/decree-999-2027-nd-cp/changes", Map.of("act", "replaced", "day", "2027-03-02", "by",
                "nd-152-2025", "words", "Vòng tròn"))).hasStatus(422);
    }

    @Test
    void whatWasEnteredWronglyIsWithdrawnOnceAndStays() throws Exception {
        assertThat(post(DECREE + "/changes", Map.of("act", "prolonged", "words", "Nghị quyết mẫu"))).hasStatus(200);
        assertThat(documents.endings(60)).isEmpty();
        var id = documents.of("nd-152-2025").changes().get(0).change().id();

        assertThat(post(DECREE + "/changes/%d/withdrawal".formatted(id), Map.of("reason", "Ghi nhầm"))).hasStatus(200);
        assertThat(post(DECREE + "/changes/%d/withdrawal".formatted(id), Map.of("reason", "Ghi nhầm"))).hasStatus(404);
        assertThat(post(DOCUMENTS + "/nd-98-2023/changes/%d/withdrawal".formatted(id), Map.of("reason", "Ghi nhầm"))).hasStatus(404);
        assertThat(documents.endings(60)).hasSize(1);
        assertThat(documents.of("nd-152-2025").changes().get(0).withdrawnReason()).isEqualTo("Ghi nhầm");
    }

    @ParameterizedTest
    @CsvSource({"number,'',400", "title,' ',400", "signedOn,01/02/2027,400", "inForceFrom,2027-01-31,422", "kind,edict,400"})
    void aDocumentThatIsNotWholeIsRefusedByName(String field, String value, int status) {
        var entered = new HashMap<>(SUCCESSOR);
        entered.put(field, value);

        assertThat(post(DOCUMENTS, entered)).hasStatus(status).bodyJson().extractingPath("$.field").isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"amended,2027-03-01,,by,422", "replaced,2027-03-01,nd-152-2025,by,422", "replaced,2027-03-01,none,by,422",
            "ends,,,day,422", "ends,2025-06-30,,day,422", "prolonged,2027-02-10,,day,422", "repealed,2027-03-01,,act,400"})
    void aChangeThatMakesNoSenseIsRefusedByName(String act, String day, String by, String field, int status) {
        var told = new HashMap<String, Object>(Map.of("act", act, "words", "Điều mẫu"));
        told.put("day", day);
        told.put("by", by);

        assertThat(post(DECREE + "/changes", told)).hasStatus(status).bodyJson().extractingPath("$.field").isEqualTo(field);
        assertThat(documents.of("nd-152-2025").changes()).hasSize(1);
    }

    private MvcTestResult post(String path, Object body) {
        try {
            return http.post().uri(path).contentType(MediaType.APPLICATION_JSON).content(JSON.writeValueAsString(body)).exchange();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
