package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.COMMITTEE_CLERK;
import static vn.phongtrao.unit.Position.COUNCIL_MEMBER;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.individual;
import static vn.phongtrao.workflow.Journey.officer;
import static vn.phongtrao.workflow.Journey.proposal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.desk.Desk;
import vn.phongtrao.dossier.Contents;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.security.Officer;

/** What waits for whom, and who may start what. */
@ScenarioTest
class WorklistIT {

    private static final String COMMUNE = "95/954/31813";
    private static final String OTHER = "95/956/31843";
    private static final Officer DRAFTER = officer(POLICE_OFFICER, COMMUNE);
    private static final Officer ADMINISTRATOR = new Officer("admin", Set.of(), true);
    private static final int ALL = 1000;
    /** Tasks, their dossiers, two lists and how each is planned, and the processes. */
    private static final long STATEMENTS_OF_THE_DESK = 7;

    @Autowired
    Worklist worklist;

    @Autowired
    Desk desk;

    @Autowired
    Journey journey;

    @Autowired
    Contents contents;

    @Autowired
    JdbcClient database;

    @Test
    void aTaskWaitsForThoseWhoHoldItsPostAndForNobodyElse() {
        var number = propose("ad-hoc");

        assertThat(item(number, DRAFTER)).get().satisfies(task -> {
            assertThat(task.taskName()).isEqualTo("Hoàn thiện hồ sơ đề nghị");
            assertThat(task.stop()).isNull();
            assertThat(task.taken()).isFalse();
            assertThat(task.dueOn()).isAfter(LocalDate.parse("2024-07-01"));
        });
        assertThat(item(number, officer(POLICE_OFFICER, OTHER))).isEmpty();
        assertThat(item(number, officer(POLICE_CHIEF, COMMUNE))).isEmpty();
        assertThat(item(number, ADMINISTRATOR)).isEmpty();

        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        assertThat(item(number, DRAFTER)).isEmpty();
        assertThat(item(number, officer(POLICE_CHIEF, COMMUNE))).get().extracting(Worklist.Item::stop).isEqualTo(1);
    }

    @Test
    void whatSomebodyHasTakenWaitsForThatPersonAlone() {
        var number = propose("ad-hoc");
        var task = journey.task(number, "complete-dossier", DRAFTER).getId();
        database.sql("update act_ru_task set assignee_ = ? where id_ = ?").params(DRAFTER.id(), task).update();

        assertThat(item(number, DRAFTER)).get().extracting(Worklist.Item::taken).isEqualTo(true);
        assertThat(item(number, officer(POLICE_OFFICER, COMMUNE, 2))).isEmpty();
    }

    @Test
    void aVoteWaitsForEachMemberOfTheCouncil() {
        var number = propose("regular");
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.approve(number, "sign", officer(POLICE_CHIEF, COMMUNE));
        journey.approve(number, "appraise", officer(COMMITTEE_CLERK, COMMUNE));

        assertThat(item(number, officer(COUNCIL_MEMBER, COMMUNE, 1))).isPresent();
        assertThat(item(number, officer(COUNCIL_MEMBER, COMMUNE, 2))).isPresent();
        assertThat(item(number, officer(COMMITTEE_CHAIR, COMMUNE))).isEmpty();
    }

    @Test
    void theLatestComesFirstAndSuspendedOnesAreLeftOut() {
        var late = propose("ad-hoc");
        var suspended = propose("ad-hoc");
        database.sql("update act_ru_task set due_date_ = '2024-06-01' where id_ = ?")
                .param(journey.task(late, "complete-dossier", DRAFTER).getId()).update();
        database.sql("update act_ru_task set suspension_state_ = 2 where id_ = ?")
                .param(journey.task(suspended, "complete-dossier", DRAFTER).getId()).update();

        assertThat(worklist.of(DRAFTER, ALL).get(0).dossierNumber()).hasToString(late);
        assertThat(item(suspended, DRAFTER)).isEmpty();
        assertThat(worklist.of(DRAFTER, 1)).hasSize(1);
    }

    @Test
    void onlyPoliceOfficersOfAUnitInForceStartProcessesAndEachIsExplained() {
        assertThat(worklist.offers(DRAFTER)).hasSameSizeAs(contents.processes()).allSatisfy(offer -> {
            assertThat(offer.name()).isNotBlank();
            assertThat(offer.about()).endsWith(".").doesNotContain(". ");
        });
        assertThat(worklist.offers(officer(POLICE_CHIEF, COMMUNE))).isEmpty();
        assertThat(worklist.offers(officer(POLICE_OFFICER, "96/31825"))).isEmpty();
        assertThat(worklist.offers(ADMINISTRATOR)).isEmpty();
    }

    @Test
    void theDeskTakesFewStatementsHoweverManyTasksCanBeConcludedThere() {
        var chief = officer(POLICE_CHIEF, COMMUNE);
        for (int dossier = 0; dossier < 3; dossier++) {
            journey.complete(propose("ad-hoc"), "complete-dossier", DRAFTER, Map.of());
        }
        assertThat(desk.of(chief).waiting()).filteredOn(Desk.Waiting::many).hasSizeGreaterThanOrEqualTo(3);

        assertThat(List.of(DRAFTER, chief)).allSatisfy(officer -> {
            desk.of(officer);
            var taken = Statements.leastOf(() -> desk.of(officer));
            System.out.println("SQL statements of the desk: " + taken);
            assertThat(taken).isPositive().isLessThanOrEqualTo(STATEMENTS_OF_THE_DESK);
        });
    }

    @Test
    void whatIsNotInOrderIsKnownOfTasksThatCanBeConcludedTogether() {
        var early = propose("ad-hoc");
        var signed = propose("ad-hoc");
        journey.complete(signed, "complete-dossier", DRAFTER, Map.of());

        assertThat(desk.wanting(officer(POLICE_CHIEF, COMMUNE))).contains(DossierNumber.of(signed));
        assertThat(desk.wanting(DRAFTER)).doesNotContain(DossierNumber.of(early));
        assertThat(desk.wanting(officer(POLICE_CHIEF, OTHER))).isEmpty();
    }

    private String propose(String achievementType) {
        return journey.propose(DRAFTER, proposal("commune-certificate", achievementType,
                List.of(individual("Người mẫu"))));
    }

    private Optional<Worklist.Item> item(String number, Officer officer) {
        return worklist.of(officer, ALL).stream().filter(task -> task.dossierNumber().value().equals(number))
                .findFirst();
    }
}
