package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.individual;
import static vn.phongtrao.workflow.Journey.officer;
import static vn.phongtrao.workflow.Journey.proposal;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.DossierRegister;
import vn.phongtrao.security.Officer;

/** The engine's history goes when its time has come, and with it nothing of the dossier's own. */
@ScenarioTest
@ExtendWith(NobodyElseDoesJobs.class)
class HistoryCleanupIT {

    private static final String COMMUNE = "95/954/31813";
    private static final Officer DRAFTER = officer(POLICE_OFFICER, COMMUNE);

    @Autowired
    Journey journey;
    @Autowired
    HistoryService history;
    @Autowired
    ManagementService jobs;
    @Autowired
    DossierRegister register;
    @Autowired
    ProcessPath paths;
    @Autowired
    JdbcClient jdbc;

    @Test
    void whatIsPastItsTimeToLiveIsDeletedAndTheDossierStaysAsItIs() {
        var number = new DossierNumber[] {withdrawn(), withdrawn()};
        var before = register.show(number[0], DRAFTER);
        assertThat(jdbc.sql("select extract(year from removal_time_) - extract(year from start_time_) from act_hi_procinst where business_key_ = ?")
                .param(number[0].value()).query(Integer.class).list()).isNotEmpty().containsOnly(5);
        age(number[0]);

        history.cleanUpHistoryAsync(true);
        history.findHistoryCleanupJobs().forEach(job -> jobs.executeJob(job.getId()));

        assertThat(paths.of(number[0], DRAFTER)).isEmpty();
        assertThat(jdbc.sql("select count(*) from act_hi_actinst where root_proc_inst_id_ in (select root_proc_inst_id_ from act_hi_procinst where business_key_ = ?)")
                .param(number[0].value()).query(Integer.class).single()).isZero();
        assertThat(register.show(number[0], DRAFTER)).usingRecursiveComparison().isEqualTo(before);
        assertThat(paths.of(number[1], DRAFTER)).as("whose time has not come").isNotEmpty();
    }

    private DossierNumber withdrawn() {
        var number = DossierNumber.of(journey.propose(DRAFTER, proposal("commune-certificate", "ad-hoc", List.of(individual("Người của năm năm trước")))));
        journey.complete(number.value(), "complete-dossier", DRAFTER, Map.of());
        var chief = officer(POLICE_CHIEF, COMMUNE);
        journey.take(journey.task(number.value(), "sign", chief).getId(), chief);
        journey.refuse(number.value(), "sign", chief, "reject");
        return number;
    }

    /** As if its instances had begun five years ago. */
    private void age(DossierNumber number) {
        var roots = "(select root_proc_inst_id_ from act_hi_procinst where business_key_ = :number)";
        jdbc.sql("update act_hi_actinst set removal_time_ = removal_time_ - interval '6 years' where root_proc_inst_id_ in " + roots)
                .param("number", number.value()).update();
        jdbc.sql("update act_hi_procinst set removal_time_ = removal_time_ - interval '6 years' where business_key_ = :number")
                .param("number", number.value()).update();
    }
}
