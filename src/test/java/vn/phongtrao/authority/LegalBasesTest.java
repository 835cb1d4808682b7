package vn.phongtrao.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import vn.phongtrao.DeliveredProcedures;
import vn.phongtrao.MovableClock;
import vn.phongtrao.RulesOnFile;
import vn.phongtrao.TestDatabase;
import vn.phongtrao.law.Citation;
import vn.phongtrao.law.LegalChange.Act;
import vn.phongtrao.law.LegalDocuments;
import vn.phongtrao.law.LegalDocuments.Told;
import vn.phongtrao.local.LocalPostgres;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.unit.Position;

/** What decisions cite on a day. */
@SpringJUnitConfig(LegalBasesTest.Slice.class)
@TestPropertySource(properties = "today=2027-02-20")
class LegalBasesTest {

    private static final String LAW = "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022";
    private static final String AMENDED = ", được sửa đổi, bổ sung bởi Luật số 06/2026/QH16 ngày 23 tháng 4 năm 2026";

    @Import({DeliveredProcedures.class, LegalBases.class, LegalDocuments.class})
    static class Slice {

        @Bean
        JdbcClient jdbcClient() {
            return JdbcClient.create(TestDatabase.create());
        }

        @Bean
        Rules rules() {
            return new RulesOnFile();
        }

        @Bean
        MovableClock clock(@Value("${today}") String today) {
            return new MovableClock(today);
        }
    }

    @Autowired
    private LegalBases bases;
    @Autowired
    private LegalDocuments documents;

    /** As the texts stood in the table before it cited documents. */
    @ParameterizedTest
    @ValueSource(strings = {"2024-01-01", "2024-07-05", "2025-02-28", "2025-03-01", "2025-06-15", "2025-06-30", "2025-07-01",
            "2026-06-30"})
    void decisionsOfBeforeKeepTheirWords(LocalDate on) {
        for (var process : List.of("commendation", "decision-revocation", "model-recognition", "safe-area-recognition",
                "team-change", "team-establishment")) {
            for (var position : List.of(Position.COMMITTEE_CHAIR, Position.POLICE_CHIEF)) {
                assertThat(bases.ofDecision(position, process, "x", Days.on(on))).as("%s, %s", process, position)
                        .isEqualTo(before("decision", position, process, on));
                assertThat(bases.ofBonus(position, process, "x", Days.on(on))).isEqualTo(before("bonus", position, process, on));
            }
        }
    }

    @Test
    void theLawOnEmulationIsCitedAsAmendedFromOctober2026() {
        assertThat(commendation("2026-09-30", "2026-09-30")).contains(LAW);
        assertThat(commendation("2026-10-01", "2026-10-01")).contains(LAW + AMENDED);
        assertThat(commendation("2026-09-30", "2026-10-01")).as("received before").contains(LAW);
    }

    @Test
    void theLawOnTheForceAtTheBaseIsCitedAsAmendedFromJuly2026() {
        var law = "Luật Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở ngày 28 tháng 11 năm 2023";

        assertThat(team("2026-06-30")).contains(law);
        assertThat(team("2026-07-01"))
                .contains(law + ", được sửa đổi, bổ sung bởi Luật số 118/2025/QH15 ngày 10 tháng 12 năm 2025");
    }

    @Test
    void circularsAreCitedWithNumberAndDay() {
        assertThat(team("2024-07-05")).anyMatch(basis -> basis.startsWith("Thông tư số 14/2024/TT-BCA ngày 22 tháng 4 năm 2024"));
    }

    @Test
    void anAmendedCircularIsCitedWithWhatAmendsIt() {
        assertThat(bases.ofDecision(Position.COMMITTEE_CHAIR, "safe-area-recognition", "x", Days.on(LocalDate.of(2026, 12, 5))))
                .filteredOn(basis -> basis.contains("TT-BCA")).singleElement().asString()
                .endsWith("\"An toàn về an ninh, trật tự\", được sửa đổi, bổ sung bởi Thông tư số 48/2025/TT-BCA");
    }

    /** Nghị định 152/2025/NĐ-CP, Điều 60 khoản 3. */
    @ParameterizedTest
    @CsvSource({"2025-06-20, 2025-06-25, 98/2023/NĐ-CP", "2025-06-20, 2025-07-10, 98/2023/NĐ-CP",
            "2025-07-01, 2025-07-10, 152/2025/NĐ-CP"})
    void theDecreeOnCommendationIsThatOfTheDayOfReceipt(String receivedOn, String decidedOn, String decree) {
        assertThat(commendation(receivedOn, decidedOn)).filteredOn(basis -> basis.startsWith("Nghị định")).singleElement()
                .asString().contains(decree);
        assertThat(bases.ofBonus(Position.COMMITTEE_CHAIR, "commendation", "commune-certificate", days(receivedOn, decidedOn)))
                .containsExactly("Nghị định số " + decree);
    }

    /** Nghị định 152/2025/NĐ-CP, Điều 60 khoản 1. */
    @Test
    void aDecreeThatHasEndedIsNotCitedSilentlyUntilSomebodySaysWhatComesInstead() {
        assertThat(commendation("2027-02-20", "2027-02-28")).noneMatch(basis -> basis.contains("hết hiệu lực"));
        assertThat(commendation("2027-02-20", "2027-03-01"))
                .anyMatch(basis -> basis.endsWith("(hết hiệu lực từ ngày 01 tháng 3 năm 2027)"));
        assertThat(unsettled("2027-03-01")).containsExactly("nd-152-2025");

        var entry = documents.tell("nd-152-2025", new Told(Act.PROLONGED, LocalDate.of(2027, 12, 31), null, "Nghị quyết mẫu",
                false), "admin");
        assertThat(entry.endsOn()).isEqualTo("2027-12-31");
        assertThat(unsettled("2027-03-01")).isEmpty();
        assertThat(unsettled("2027-12-31")).containsExactly("nd-152-2025");

        documents.withdraw("nd-152-2025", documents.of("nd-152-2025").changes().get(0).change().id(), "Ghi nhầm", "admin");
        assertThat(unsettled("2027-03-01")).containsExactly("nd-152-2025");
    }

    private List<String> unsettled(String on) {
        return bases.citations(Position.COMMITTEE_CHAIR, "commendation", "province-merit", days("2027-02-20", on)).stream()
                .filter(citation -> !citation.settled()).map(Citation::document).map(document -> document.id()).toList();
    }

    private List<String> commendation(String receivedOn, String decidedOn) {
        return bases.ofDecision(Position.COMMITTEE_CHAIR, "commendation", "commune-certificate", days(receivedOn, decidedOn));
    }

    private List<String> team(String on) {
        return bases.ofDecision(Position.COMMITTEE_CHAIR, "team-establishment", "x", Days.on(LocalDate.parse(on)));
    }

    private static Days days(String receivedOn, String decidedOn) {
        return new Days(LocalDate.parse(receivedOn), LocalDate.parse(decidedOn), LocalDate.parse(decidedOn));
    }

    private static List<String> before(String purpose, Position position, String process, LocalDate on) {
        return Before.TEXTS.sql("""
                        select text from legal_basis
                        where purpose = ? and coalesce(position, ?) = ? and coalesce(process, ?) = ?
                          and ? between valid_from and coalesce(valid_to, 'infinity') order by ordinal, id""")
                .params(purpose, position.id(), position.id(), process, process, Date.valueOf(on)).query(String.class).list();
    }

    /** A database as it was before bases cited documents. */
    private static final class Before {

        private static final JdbcClient TEXTS = migrated();

        private static JdbcClient migrated() {
            var database = TestDatabase.at(LocalPostgres.shared().freshDatabase());
            Flyway.configure().dataSource(database).target("368").load().migrate();
            return JdbcClient.create(database);
        }
    }
}
