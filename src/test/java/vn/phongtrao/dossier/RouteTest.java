package vn.phongtrao.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;

import vn.phongtrao.MovableClock;
import vn.phongtrao.RulesOnFile;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** The route of a dossier, by the tables on the day it is planned. */
class RouteTest {

    private static final UnitPath COMMUNE = UnitPath.of("95/954/31813");
    private static final DossierNumber NUMBER = DossierNumber.of("MH-31813-2025-00001");

    private final Dossiers dossiers = mock(Dossiers.class);
    private final Stops stops = mock(Stops.class);
    private final Units units = mock(Units.class);
    private final MovableClock clock = new MovableClock("2024-07-01");
    private final Route route = new Route(dossiers, stops, units, RulesOnFile.ofProcedures(), clock);

    /**
     * The district decides; who appraises there is left to the unit in charge of it (the police of districts ended
     * before).
     */
    @ParameterizedTest
    @CsvSource({"model-recognition, district, 2025-02-28, police-officer",
            "model-recognition, district, 2025-03-01, committee-clerk",
        "model-recognition, district, 2025-07-15, committee-clerk",
        "commendation, district-certificate, 2025-07-15, committee-clerk"})
    void aDossierForADistrictKeepsItsStopThereWhenItIsPlannedAfterTheDistrictHasEnded(String process, String form,
                                                                                       String on, String appraiser) {
        clock.moveTo(on);
        var dossier = mock(Dossier.class);
        when(dossier.process()).thenReturn(process);
        when(dossier.form()).thenReturn(form);
        when(dossier.unitPath()).thenReturn(COMMUNE);
        when(dossiers.require(NUMBER)).thenReturn(dossier);
        when(units.require(COMMUNE)).thenReturn(unit(COMMUNE, Tier.COMMUNE));
        when(units.atTier(COMMUNE, Tier.COMMUNE)).thenReturn(Optional.of(unit(COMMUNE, Tier.COMMUNE)));
        when(units.atTier(COMMUNE, Tier.DISTRICT)).thenReturn(Optional.of(unit(UnitPath.of("95/954"), Tier.DISTRICT)));

        route.plan(NUMBER);

        assertThat(planned()).extracting(Stop::tier).startsWith("commune").contains("district");
        assertThat(planned()).filteredOn(stop -> stop.tier().equals("district") && stop.appraiser() != null)
                .extracting(stop -> stop.appraiser().id()).containsExactly(appraiser);
    }

    @SuppressWarnings("unchecked")
    private List<Stop> planned() {
        ArgumentCaptor<List<Stop>> planned = ArgumentCaptor.forClass(List.class);
        verify(stops).save(eq(NUMBER), planned.capture());
        return planned.getValue();
    }

    private static Unit unit(UnitPath path, Tier tier) {
        return new Unit(path, tier, "Đơn vị mẫu", "đơn vị mẫu", LocalDate.of(2004, 1, 1), null);
    }
}
