package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A fault in the middle leaves nothing half done, and its answer says nothing of what lies inside. */
@HttpTest
class FaultIT {

    private static final String OFFICER = "police-officer.31813";
    private static final String CHAIR = "committee-chair.31813";
    private static final String SECRET = "fault for a test";
    private static final String NAME = "Người có tên trong lỗi";

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;
    @Autowired
    Tables tables;
    @Autowired
    JdbcClient jdbc;

    private String number;
    private String task;

    @BeforeEach
    void dossierToDecide() {
        number = toSign();
        journey.approve(number, "sign", "police-chief.31813");
        journey.approve(number, "appraise", "committee-clerk.31813");
        task = journey.task(number, "decide", CHAIR).id();
    }

    @AfterEach
    void mend() {
        for (var table : List.of("award", "decision", "decision_series", "submission", "paper", "dossier_step",
                "nominee", "act_ru_task", "act_hi_procinst", "dossier")) {
            jdbc.sql("drop trigger if exists fault on " + table).update();
        }
        jdbc.sql("drop function if exists fault").update();
        jdbc.sql("alter table award drop constraint if exists fault").update();
    }

    /** After the decision took its number; while content is kept; when the engine writes at the very end. */
    @ParameterizedTest
    @CsvSource({"decision_series,insert,P0001", "decision,insert,P0001", "award,insert,P0001", "award,insert,53100",
            "nominee,update,XX000", "dossier_step,insert,57014", "act_ru_task,delete,P0001",
            "act_hi_procinst,update,53200", "dossier,update,P0001"})
    void aFaultInTheMiddleUndoesEverything(String table, String operation, String sqlState) {
        breakDown(operation, table, sqlState);
        assertFaultChangesNothing();
    }

    @Test
    void aBrokenConstraintUndoesEverything() {
        jdbc.sql("alter table award add constraint fault check (bonus < 0) not valid").update();
        assertFaultChangesNothing();
    }

    @Test
    void aFaultUnderTheRegisterApiSaysNothingInternal() {
        breakDown("update", "dossier", "P0001");
        var answer = client.as(CHAIR).post("/api/dossiers/" + number + "/suspension", Map.of("reason", "Lý do mẫu"));

        assertNeutral(answer);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    }

    @Test
    void aSignatureWhoseSubmissionGetsNoNumberIsUndone() {
        number = toSign();
        var lastNumber = lastSubmission();
        breakDown("insert", "submission", "P0001");
        var before = tables.fingerprints();

        assertNeutral(journey.submit("police-chief.31813", journey.task(number, "sign", "police-chief.31813").id(),
                Map.of("outcome", "approve")));
        assertThat(tables.fingerprints()).isEqualTo(before);
        mend();
        journey.approve(number, "sign", "police-chief.31813");
        assertThat(lastSubmission()).isEqualTo(lastNumber + 1);
    }

    @Test
    void aSupplementBeforeWhichPapersCannotBeKeptIsUndone() {
        number = toSign();
        journey.approve(number, "sign", "police-chief.31813");
        journey.refuse(number, "appraise", "committee-clerk.31813", "return");
        breakDown("insert", "paper", "P0001");
        var before = tables.fingerprints();

        var supplement = journey.task(number, "supplement", OFFICER).id();
        assertNeutral(journey.submit(OFFICER, supplement, Map.of("achievement", "Thành tích đã sửa")));
        assertThat(tables.fingerprints()).isEqualTo(before);
        mend();
        journey.submit(OFFICER, supplement, Map.of("achievement", "Thành tích đã sửa")).expectOk();
    }

    @Test
    void aPaperThatCannotBeKeptIsNotHandedOut() {
        journey.approve(number, "decide", CHAIR);
        var path = "/api/decisions/" + client.as(CHAIR).get("/api/decisions?dossierNumber=" + number)
                .text("/content/0/id") + "/document";
        breakDown("insert", "paper", "P0001");
        var before = tables.fingerprints();

        assertNeutral(client.as(CHAIR).get(path));
        assertThat(tables.fingerprints()).isEqualTo(before);
        mend();
        client.as(CHAIR).get(path).expectOk();
    }

    /** A dossier that waits for the commune's police chief. */
    private String toSign() {
        var opened = journey.propose(OFFICER, proposal("commune-certificate", "ad-hoc", List.of(individual(NAME))));
        journey.complete(opened, "complete-dossier", OFFICER, Map.of());
        return opened;
    }

    private int lastSubmission() {
        return jdbc.sql("select coalesce(max(last_number), 0) from decision_series where symbol = 'TTr-CAP'")
                .query(Integer.class).single();
    }

    private void breakDown(String operation, String table, String sqlState) {
        jdbc.sql("""
                create function fault() returns trigger language plpgsql as
                $$ begin raise exception '%s' using errcode = '%s'; end $$""".formatted(SECRET, sqlState)).update();
        jdbc.sql("create trigger fault before %s on %s for each row execute function fault()"
                .formatted(operation, table)).update();
    }

    private void assertFaultChangesNothing() {
        var before = tables.fingerprints();
        var lastNumber = lastNumber();

        assertNeutral(journey.submit(CHAIR, task, Map.of("outcome", "approve")));
        assertThat(tables.fingerprints()).isEqualTo(before);
        assertThat(journey.task(number, "decide", CHAIR).id()).isEqualTo(task);
        assertThat(journey.show(number).get("status").asText()).isEqualTo("in-progress");

        mend();
        journey.approve(number, "decide", CHAIR);
        assertThat(lastNumber()).as("the number of the undone decision is used").isEqualTo(lastNumber + 1);
        assertThat(journey.show(number).get("status").asText()).isEqualTo("decided");
    }

    private static void assertNeutral(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(500);
        assertThat(answer.body()).contains("Hệ thống gặp lỗi").doesNotContain(SECRET, NAME);
        Tables.assertSaysNothingInternal(answer);
    }

    private int lastNumber() {
        return jdbc.sql("select coalesce(max(number), 0) from decision where authority = '95/954/31813'")
                .query(Integer.class).single();
    }
}
