package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.officer;

import java.time.LocalDate;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.test.context.TestPropertySource;

import vn.phongtrao.report.Periods;
import vn.phongtrao.report.ReportRegister;
import vn.phongtrao.report.ReportSums;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.UnitPath;

/** Reports of the movement where there is no district: Cà Mau from 1 July 2025. */
@ScenarioTest
@TestPropertySource(properties = {"phongtrao.province=ca-mau-2025", "phongtrao.business-date=2025-07-01"})
class MovementReportInTwoTiersIT {

    private static final String COMMUNE = "96/31825";
    private static final Officer PROVINCE = officer(POLICE_OFFICER, "96");

    @Autowired
    Journey journey;
    @Autowired
    Periods periods;
    @Autowired
    ReportRegister register;
    @Autowired
    ReportSums sums;

    @Test
    void whoOpenedThePeriodAcceptsTheReportsOfTheCommunes() {
        var period = periods.open(new Periods.Asked("6 tháng đầu năm 2025", LocalDate.of(2025, 1, 1),
                LocalDate.of(2025, 6, 30), LocalDate.of(2025, 7, 10)), PROVINCE);
        var number = register.list(new ReportRegister.Filter(period.id(), null, null, UnitPath.of(COMMUNE), null, null,
                null, null), PROVINCE, Pageable.ofSize(1)).getContent().get(0).dossierNumber().value();
        journey.complete(number, "fill-report", officer(POLICE_OFFICER, COMMUNE), MovementReportScenariosIT.figures(7, 70));
        journey.approve(number, "sign", officer(POLICE_CHIEF, COMMUNE));
        journey.approve(number, "accept-report", PROVINCE);

        assertThat(period.communes()).isEqualTo(64);
        assertThat(sums.all(period.id(), null, PROVINCE)).hasSize(65).first().satisfies(sum -> {
            assertThat(sum.unitPath().value()).isEqualTo("96");
            assertThat(sum.accepted()).isEqualTo(1);
            assertThat(sum.attendances()).isEqualTo(70);
        });
        periods.close(period.id(), PROVINCE);
        assertThat(sums.all(period.id(), null, new Officer("admin", Set.of(), true)).get(0).reported()).isEqualTo(1);
    }
}
