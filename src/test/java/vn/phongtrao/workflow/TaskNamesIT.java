package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.dossier.DossierProcess;

/** People read the names that the models give. */
@ScenarioTest
class TaskNamesIT {

    @Autowired
    DossierProcess process;

    @Test
    void aTaskIsCalledAsItsModelSays() {
        assertThat(process.taskName("commendation", "decide")).isEqualTo("Quyết định");
    }

    @Test
    void aTaskOfACalledProcessIsCalledAsThatModelSays() {
        assertThat(process.taskName("commendation", "supplement")).isEqualTo("Bổ sung hồ sơ");
    }

    @Test
    void aTaskOfAnotherProcessKeepsItsKey() {
        assertThat(process.taskName("review", "decide")).isEqualTo("decide");
        assertThat(process.taskName("no-such-process", "decide")).isEqualTo("decide");
    }
}
