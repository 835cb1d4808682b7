package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.officer;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    @Autowired
    JdbcClient jdbc;

    @Test
    void whoOpenedThePeriodAcceptsTheReportsOfTheCommunes() {
        var period = periods.open(new Periods.Asked("6 tháng đầu năm 2025", LocalDate.of(2025, 1, 1),
                LocalDate.of(2025, 6, 30), LocalDate.of(2025, 7, 10)), PROVINCE);
        var number = register.list(new ReportRegister.Filter(period.id(), null, null, UnitPath.of(COMMUNE), null, null,
                null, null, null), PROVINCE, Pageable.ofSize(1)).getContent().get(0).dossierNumber().value();
        journey.complete(number, "fill-report", officer(POLICE_OFFICER, COMMUNE),
                MovementReportScenariosIT.figures(7, 70));
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

    @Test
    void aReportBeginsWithTheMassOrganisationsOfTheCommunesWhoseBusinessItsCommuneDoes() {
        jdbc.sql("""
                with entered as (
                    insert into mass_organisation (unit_path, name, kind, active_from)
                    values ('95/954/31813', 'Tổ tự quản mẫu', 'Tổ tự quản', '2024-01-01'),
                           ('96/31825', 'Câu lạc bộ mẫu', 'Câu lạc bộ', '2025-07-01') returning id)
                insert into mass_organisation_members (organisation_id, counted_on, members, counted_by)
                select id, '2024-01-01', 12, 'mẫu' from entered""").update();
        var period = periods.open(new Periods.Asked("Quý III năm 2025", LocalDate.of(2025, 7, 1),
                LocalDate.of(2025, 9, 30), LocalDate.of(2025, 10, 10)), PROVINCE);
        var number = register.list(new ReportRegister.Filter(period.id(), null, null, UnitPath.of(COMMUNE), null, null,
                null, null, null), PROVINCE, Pageable.ofSize(1)).getContent().get(0).dossierNumber().value();

        assertThat(journey.show(number)).containsEntry("massOrganisations", 2)
                .containsEntry("massOrganisationMembers", 24);
    }

    @Test
    void whoDoesTheBusinessOfACommuneThatHasEndedCorrectsItsReport() {
        var ended = "95/954/31813";
        var period = jdbc.sql("""
                insert into report_period (name, from_day, to_day, due_on, opened_by, opened_at)
                values ('6 tháng cuối năm 2024', '2024-07-01', '2024-12-31', '2025-01-10', 'mẫu', now())
                returning id""").query(Long.class).single();
        jdbc.sql("""
                insert into dossier (number, process, form, type, title, unit_path, decider, ending, status, opened_by,
                                     opened_at, version)
                values ('BC-31813-2024-00001', 'movement-report', 'report', 'report', 'Mẫu', ?, '95/954/police-officer',
                        'decide', 'DECIDED', 'mẫu', now(), 0)""").param(ended).update();
        jdbc.sql("""
                insert into movement_report (dossier_number, period_id, unit_path, due_on, status, launch_events,
                    attendances, leaflets, persons_persuaded, persons_educated, regular_police, mass_organisations,
                    mass_organisation_members, complex_areas, festival_events, crime_reports)
                values ('BC-31813-2024-00001', ?, ?, '2025-01-10', 'accepted', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)""")
                .params(period, ended).update();

        var number = journey.propose("movement-report", officer(POLICE_OFFICER, COMMUNE),
                Map.of("report", "BC-31813-2024-00001", "reason", "Cộng sót một buổi"));
        journey.complete(number, "fill-report", officer(POLICE_OFFICER, COMMUNE),
                MovementReportScenariosIT.figures(7, 70));
        journey.approve(number, "sign", officer(POLICE_CHIEF, COMMUNE));
        journey.approve(number, "accept-report", PROVINCE);

        assertThat(journey.show(number).get("lines").toString()).contains("reported=7, before=1");
        assertThat(sums.all(period, UnitPath.of(ended), new Officer("admin", Set.of(), true))).singleElement()
                .satisfies(sum -> assertThat(sum.attendances()).isEqualTo(70));
    }
}
