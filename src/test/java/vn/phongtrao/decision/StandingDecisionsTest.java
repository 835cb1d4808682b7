package vn.phongtrao.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.MovableClock;
import vn.phongtrao.TestDatabase;
import vn.phongtrao.decision.StandingDecisions.By;
import vn.phongtrao.decision.StandingDecisions.Standing;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/** Received on 1 July: one decided here on 5 July, one by a higher authority on 6 July, one rejected, one open. */
class StandingDecisionsTest {

    private static final UnitPath COMMUNE = UnitPath.of("95/954/31813");
    private static final Set<String> PROCESSES = Set.of("commendation", "team-change");
    private static final Standing OURS = new Standing(DossierNumber.of("HS-1"), "01/QĐ-UBND", LocalDate.of(2024, 7, 5));
    private static final Standing HIGHER = new Standing(DossierNumber.of("HS-2"), null, LocalDate.of(2024, 7, 6));

    private static StandingDecisions decisions;

    @BeforeAll
    static void decide() {
        var jdbc = JdbcClient.create(TestDatabase.create());
        var clock = new MovableClock("2024-07-05");
        dossier(jdbc, "HS-1", "commendation", "DECIDED", "2024-07-05");
        dossier(jdbc, "HS-2", "team-change", "DECIDED", "2024-07-06");
        dossier(jdbc, "HS-3", "commendation", "REJECTED", "2024-07-05");
        dossier(jdbc, "HS-4", "commendation", "IN_PROGRESS", null);
        new SqlDecisionBook(jdbc, UnitsInCharge.in(mock()), clock).issue(new Post(COMMUNE, Position.COMMITTEE_CHAIR),
                Decision.MATTER, "QĐ-UBND", "Về việc tặng Giấy khen", DossierNumber.of("HS-1"), COMMUNE, "chair");
        decisions = new StandingDecisions(jdbc, clock);
    }

    private static void dossier(JdbcClient jdbc, String number, String process, String status, String closed) {
        jdbc.sql("""
                        insert into dossier (number, process, form, type, title, unit_path, decider, ending, status,
                                             opened_by, opened_at, closed_at, version)
                        values (:number, :process, 'f', 't', 'Mẫu', :unit, '95/committee-chair', 'decide', :status,
                                'x', '2024-07-01T08:00+07', :closed::date + time '10:00', 0)""")
                .param("number", number).param("process", process).param("unit", COMMUNE.value())
                .param("status", status).param("closed", closed).update();
    }

    @Test
    void byTheDayOfTheDecision() {
        assertThat(between(By.DECISION, "2024-07-05", "2024-07-05")).containsExactly(OURS);
        assertThat(between(By.DECISION, "2024-07-06", null)).containsExactly(HIGHER);
        assertThat(between(By.DECISION, null, "2024-07-04")).isEmpty();
    }

    @Test
    void byTheDayOfReceipt() {
        assertThat(between(By.RECEIPT, "2024-07-01", "2024-07-01")).containsExactly(OURS, HIGHER);
        assertThat(between(By.RECEIPT, "2024-07-02", null)).isEmpty();
    }

    @Test
    void ofTheProceduresThatAreMeant() {
        assertThat(decisions.between(Set.of("team-change"), By.DECISION, null, null)).containsExactly(HIGHER);
        assertThat(decisions.between(Set.of(), By.DECISION, null, null)).isEmpty();
    }

    private static List<Standing> between(By by, String from, String to) {
        return decisions.between(PROCESSES, by, from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to));
    }
}
