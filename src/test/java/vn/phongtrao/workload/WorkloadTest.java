package vn.phongtrao.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;

import org.junit.jupiter.api.Test;

import vn.phongtrao.MovableClock;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.UnitRegister;

class WorkloadTest {

    private final UnitRegister register = mock();
    private final Workload workload = new Workload(mock(), mock(), mock(), mock(), register, mock(), new MovableClock("2024-07-01"));

    @Test
    void anAdministratorWhoAsksForNoUnitGetsTheProvince() {
        when(register.province()).thenReturn(UnitPath.of("95"));
        var administrator = Officer.of("admin", List.of(Officer.ADMINISTRATORS));

        assertThat(workload.unit(null, administrator)).isEqualTo(UnitPath.of("95"));
        assertThat(workload.unit(UnitPath.of("95/954"), administrator)).isEqualTo(UnitPath.of("95/954"));
    }
}
