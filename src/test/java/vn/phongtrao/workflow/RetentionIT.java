package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.phongtrao.unit.Position.COMMITTEE_CLERK;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.collective;
import static vn.phongtrao.workflow.Journey.household;
import static vn.phongtrao.workflow.Journey.individual;
import static vn.phongtrao.workflow.Journey.officer;
import static vn.phongtrao.workflow.Journey.proposal;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Status;
import vn.phongtrao.retention.Forgetful;
import vn.phongtrao.retention.Forgotten;
import vn.phongtrao.retention.RunForgetting;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Position;

/** What is kept of persons for a time only is forgotten when its rows say so; what was decided stays, and the report names nobody. */
@ScenarioTest
@Import({RetentionIT.Visitor.class, RunForgetting.class})
class RetentionIT {

    private static final String COMMUNE = "95/956/31843";
    private static final Officer DRAFTER = officer(POLICE_OFFICER, COMMUNE);
    private static final Officer ADMINISTRATOR = new Officer("admin", Set.of(), true);

    private static Officer asking;

    @TestConfiguration(proxyBeanMethods = false)
    static class Visitor {

        @Bean
        @Primary
        CurrentOfficer whoAsks() {
            return () -> asking;
        }
    }

    @Autowired
    Journey journey;
    @Autowired
    TaskService tasks;
    @Autowired
    Dossiers dossiers;
    @Autowired
    Forgotten forgotten;
    @Autowired
    RunForgetting night;
    @Autowired
    JdbcClient jdbc;

    private MockMvcTester http;

    @BeforeEach
    void open(@Autowired WebApplicationContext context) {
        http = MockMvcTester.from(context);
        asking = ADMINISTRATOR;
    }

    @Test
    void ofARejectedDossierTheResultStaysAndThePersonsGo() {
        var number = rejected("Người bị quên", "Hộ bị quên");
        jdbc.sql("insert into dossier_note (dossier_number, text, author, written_at) values (?, 'Người bị quên là ai?', 'x', now())").param(number).update();
        ended(number, 23);
        night.forget();
        assertThat(everything(number)).contains("Người bị quên");

        ended(number, 25);
        night.forget();

        assertThat(everything(number)).doesNotContain("Người bị quên", "Hộ bị quên", "Khóm Mẫu").contains("Tập thể còn tên", "Đưa ra khỏi danh sách 1 đề nghị. Lý do: Xin rút");
        assertThat(jdbc.sql("select count(*) from nominee where dossier_number = ? and num_nonnulls(citizen_cipher, citizen_digest, citizen_mask,"
                + " birth_year, summary) = 0").param(number).query(Long.class).single()).isGreaterThanOrEqualTo(2);
        assertThat(dossiers.require(DossierNumber.of(number)).title()).startsWith("Đã xóa theo thời hạn lưu: ");
        assertThat(jdbc.sql("select distinct octet_length(content) from dossier_document where dossier_number = ?").param(number).query(Integer.class).list())
                .containsOnly(0);
        assertThat(reported(number)).containsExactlyInAnyOrder("nominee 2", "note 1", "document 1");
        assertThat(journey.show(number).get("status")).isEqualTo("rejected");
        night.forget();
        assertThat(reported(number)).hasSize(3);
    }

    @Test
    void whoWasAwardedStaysSoThatNobodyIsAwardedTwice() {
        var person = individual("Người được khen ở lại");
        var number = journey.propose(DRAFTER, proposal("commune-certificate", "ad-hoc", List.of(person)));
        new Onward(journey, tasks, jdbc).takeToTheEnd(number);
        ended(number, 240);
        night.forget();

        assertThat(everything(number)).contains("Người được khen ở lại");
        assertThat(reported(number)).isEmpty();
        assertThatThrownBy(() -> {
            var again = journey.propose(DRAFTER, proposal("commune-certificate", "ad-hoc", List.of(person)));
            new Onward(journey, tasks, jdbc).takeToTheEnd(again);
        }).hasMessageContaining("đã được khen thưởng tại Quyết định");
    }

    @Test
    void anOpenDossierIsNeverForgotten() {
        var number = journey.propose(DRAFTER, proposal("commune-certificate", "ad-hoc", List.of(individual("Người đang chờ lâu"))));
        night.forget();

        assertThat(everything(number)).contains("Người đang chờ lâu");
    }

    /** An accepted report is no less of a record for having no decision. */
    @ParameterizedTest
    @EnumSource(Status.class)
    void onlyWhatEndedInVainLosesItsFilesNotesAndContent(Status status) {
        var number = rejected("Người theo trạng thái", "Hộ theo trạng thái");
        jdbc.sql("insert into dossier_note (dossier_number, text, author, written_at) values (?, 'Lời trao đổi', 'x', now())").param(number).update();
        jdbc.sql("insert into plain_content (dossier_number, content, sealed, fields) values (?, '{}', '\\x00', '{}')").param(number).update();
        ended(number, 25);
        jdbc.sql("update dossier set status = :status, closed_at = case when :closed then closed_at end where number = :number")
                .param("status", status.name()).param("closed", status.closed()).param("number", number).update();
        night.forget();

        var vain = Set.of(Status.REJECTED, Status.WITHDRAWN, Status.MISSED).contains(status);
        assertThat(jdbc.sql("""
                        select case when removed_at is null then 'document' end from dossier_document where dossier_number = :number
                        union select case when text <> '' then 'note' end from dossier_note where dossier_number = :number
                        union select case when sealed is not null then 'content' end from plain_content where dossier_number = :number""")
                .param("number", number).query(String.class).list())
                .containsExactlyInAnyOrderElementsOf(vain ? Collections.singletonList(null) : List.of("document", "note", "content"));
        jdbc.sql("delete from plain_content where dossier_number = ?").param(number).update();
        ended(number, 25);
        jdbc.sql("update dossier set status = 'REJECTED' where number = ?").param(number).update();
    }

    @Test
    void everythingThatIsForgottenHasItsRowsInTheTable(@Autowired List<Forgetful> keepers) {
        assertThat(keepers).extracting(Forgetful::what).containsExactlyInAnyOrder("nominee", "document", "note", "content", "candidate");
    }

    @Test
    void theReportIsForAdministratorsAloneAndIsNotChanged() {
        var number = rejected("Người trong báo cáo", "Hộ trong báo cáo");
        ended(number, 25);
        night.forget();

        assertThat(http.get().uri("/api/forgotten?sort=id,desc")).hasStatusOk().bodyText().contains(number, "Luật 91/2025/QH15").doesNotContain("Người trong");
        assertThat(http.get().uri("/forgotten")).hasStatusOk().bodyText().contains(number, "Người được đề nghị mà không được khen thưởng")
                .doesNotContain("Người trong");
        for (var position : Position.values()) {
            asking = officer(position, "95");
            assertThat(http.get().uri("/api/forgotten")).hasStatus(403);
            assertThat(http.get().uri("/forgotten")).hasStatus(403);
        }
        assertThat(http.get().uri("/api/forgotten?sort=nothing")).hasStatus4xxClientError();
        assertThatThrownBy(() -> jdbc.sql("delete from forgotten where dossier_number = ?").param(number).update()).hasMessageContaining("kept");
    }

    private String rejected(String person, String household) {
        var number = journey.propose(DRAFTER, proposal("commune-certificate", "ad-hoc", List.of(individual(person), household(household),
                collective("Tập thể còn tên"))));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        jdbc.sql("""
                insert into dossier_document (dossier_number, kind, name, type, size, sha256, uploaded_by, unit_path, position, uploaded_at, content)
                select number, 'other', 'Lý lịch Người bị quên.pdf', 'application/pdf', 3, '', opened_by, unit_path, 'police-officer', opened_at, '\\x010203'
                from dossier where number = ? and not exists (select from dossier_document where dossier_number = number)""").param(number).update();
        journey.complete(number, "sign", officer(POLICE_CHIEF, COMMUNE), Map.of("outcome", "approve", "struckNominees", journey.nomineeIds(number).subList(1, 2),
                "struckReason", "Xin rút"));
        journey.refuse(number, "appraise", officer(COMMITTEE_CLERK, COMMUNE), "reject");
        return number;
    }

    private void ended(String number, int monthsAgo) {
        jdbc.sql("update dossier set closed_at = ? where number = ?")
                .params(Timestamp.from(LocalDate.now(night.clock()).minusMonths(monthsAgo).atStartOfDay().toInstant(ZoneOffset.UTC)), number).update();
    }

    /** All that tables, papers apart, say of a dossier. */
    private String everything(String number) {
        return jdbc.sql("""
                select string_agg(line, ' ') from (
                    select dossier::text as line from dossier where number = :number
                    union all select dossier_step::text from dossier_step where dossier_number = :number
                    union all select nominee::text from nominee where dossier_number = :number
                    union all select dossier_note::text from dossier_note where dossier_number = :number
                    union all select name from dossier_document where dossier_number = :number) kept""").param("number", number)
                .query(String.class).single();
    }

    private List<String> reported(String number) {
        return forgotten.list(ADMINISTRATOR, PageRequest.of(0, 100, Sort.by("id").descending())).stream()
                .filter(entry -> entry.dossierNumber().equals(number)).map(entry -> entry.what() + " " + entry.rows()).toList();
    }
}
