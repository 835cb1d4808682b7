package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.individual;
import static vn.phongtrao.workflow.Journey.officer;
import static vn.phongtrao.workflow.Journey.proposal;

import java.util.List;

import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.DossierRegister;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.security.Officer;
import vn.phongtrao.workflow.Strays.Stray;

/** What somebody who changed the tables left behind is found, and ended by an administrator under his name. */
@ScenarioTest
class StraysIT {

    private static final String COMMUNE = "95/954/31813";
    private static final Officer DRAFTER = officer(POLICE_OFFICER, COMMUNE);
    private static final String NOBODYS = "KT-31813-2024-99998";

    @Autowired
    Journey journey;
    @Autowired
    Strays strays;
    @Autowired
    Dossiers dossiers;
    @Autowired
    DossierRegister register;
    @Autowired
    HistoryService history;
    @Autowired
    JdbcClient jdbc;

    @Test
    void whatHasLostEachOtherIsFoundAndEndedOnce() {
        var whole = propose();
        var number = propose();
        jdbc.sql("update act_ru_execution set business_key_ = ? where business_key_ = ?").params(NOBODYS, number).update();

        assertThat(strays.all()).filteredOn(stray -> stray.number().equals(number)).singleElement().satisfies(stray ->
                assertThat(stray).isEqualTo(new Stray(number, dossiers.require(DossierNumber.of(number)).title(), COMMUNE, null)));
        var instance = strays.all().stream().filter(stray -> stray.number().equals(NOBODYS)).findFirst().orElseThrow().instance();
        assertThat(strays.all()).extracting(Stray::number).doesNotContain(whole);

        strays.end(NOBODYS, "Phục hồi thiếu", "admin");
        strays.end(number, "Phục hồi thiếu", "admin");

        assertThat(strays.all()).extracting(Stray::number).doesNotContain(number, NOBODYS);
        var view = register.show(DossierNumber.of(number), DRAFTER);
        assertThat(view.status()).isEqualTo("withdrawn");
        assertThat(view.steps()).last().extracting("comment").isEqualTo("Quản trị viên admin: Phục hồi thiếu");
        assertThat(history.createHistoricProcessInstanceQuery().processInstanceId(instance).singleResult().getDeleteReason())
                .isEqualTo("Quản trị viên admin: Phục hồi thiếu");
        assertThatThrownBy(() -> strays.end(number, "Lần nữa", "admin")).hasMessageContaining(number);
        assertThatThrownBy(() -> strays.end(whole, "Không lạc", "admin")).hasMessageContaining(whole);
    }

    private String propose() {
        return journey.propose(DRAFTER, proposal("commune-certificate", "ad-hoc", List.of(individual("Người của hồ sơ lạc"))));
    }
}
