package vn.phongtrao.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;

import vn.phongtrao.MovableClock;
import vn.phongtrao.RulesOnFile;
import vn.phongtrao.authority.Ending;
import vn.phongtrao.authority.Jurisdiction;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
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

    /** The police of districts ended before the districts; what was left of a district is the commune's or the province's. */
    @ParameterizedTest
    @CsvSource({"model-recognition, district, 2025-02-28, 95/954/31813, commune district, police-officer",
            "model-recognition, district, 2025-03-01, 95/954/31813, commune district, committee-clerk",
            "model-recognition, district, 2025-07-15, 96/31825, commune province, police-officer",
            "commendation, district-certificate, 2025-06-30, 95/954/31813, commune district, committee-clerk",
            "commendation, district-certificate, 2025-07-15, 96/31825, commune commune, committee-clerk"})
    void aRouteIsPlannedFromTheUnitInChargeOnThatDayByItsRules(String process, String form, String on, String acting,
                                                               String tiers, String appraiser) {
        clock.moveTo(on);
        var dossier = mock(Dossier.class);
        when(dossier.process()).thenReturn(process);
        when(dossier.form()).thenReturn(form);
        when(dossier.unitPath()).thenReturn(COMMUNE);
        when(dossier.jurisdiction()).thenReturn(ending(Ending.DECIDE));
        when(dossiers.require(NUMBER)).thenReturn(dossier);
        var commune = unit(UnitPath.of(acting), Tier.COMMUNE);
        when(units.acting(eq(COMMUNE), any())).thenReturn(commune);
        when(units.atTier(commune.path(), Tier.COMMUNE)).thenReturn(Optional.of(commune));
        when(units.atTier(commune.path(), Tier.DISTRICT)).thenReturn(Optional.of(commune.path().parent().orElseThrow())
                .filter(parent -> parent.parent().isPresent()).map(parent -> unit(parent, Tier.DISTRICT)));
        when(units.atTier(commune.path(), Tier.PROVINCE))
                .thenReturn(Optional.of(unit(commune.path().province(), Tier.PROVINCE)));

        route.plan(NUMBER);

        assertThat(planned()).extracting(Stop::tier).containsExactly(tiers.split(" "));
        assertThat(planned()).filteredOn(stop -> stop.appraiser() != null)
                .extracting(stop -> stop.appraiser().id()).containsExactly(appraiser);
    }

    /** The chair's signature follows opinions and council; a dossier that began before is forwarded as signed at its stop. */
    @ParameterizedTest
    @CsvSource({"SUBMIT, 2, police-officer police-chief|committee-clerk|committee-chair",
            "FORWARD, 2, police-officer police-chief|committee-clerk committee-chair"})
    void whoSubmitsSignsOnceAndAfterAllStopsThatReview(Ending ending, int reviewing, String posts) {
        var province = unit(COMMUNE.province(), Tier.PROVINCE);
        var dossier = mock(Dossier.class);
        when(dossier.process()).thenReturn("commendation");
        when(dossier.form()).thenReturn("prime-minister-merit");
        when(dossier.unitPath()).thenReturn(province.path());
        var jurisdiction = ending(ending);
        when(dossier.jurisdiction()).thenReturn(jurisdiction);
        when(dossier.decider()).thenReturn(jurisdiction.decider());
        when(dossiers.require(NUMBER)).thenReturn(dossier);
        when(units.acting(eq(province.path()), any())).thenReturn(province);
        when(units.require(province.path())).thenReturn(province);
        when(units.atTier(province.path(), Tier.PROVINCE)).thenReturn(Optional.of(province));

        assertThat(route.plan(NUMBER)).isEqualTo(reviewing);

        assertThat(planned()).extracting(stop -> stop.posts().stream().map(post -> post.position().id())
                .collect(Collectors.joining(" "))).containsExactly(posts.split("\\|"));
        assertThat(route.submits(NUMBER)).isEqualTo(ending == Ending.SUBMIT);
        assertThat(route.ending(NUMBER)).isEqualTo("forward");
    }

    private static Jurisdiction ending(Ending ending) {
        return new Jurisdiction(new Post(COMMUNE.province(), Position.COMMITTEE_CHAIR), "", ending, "Thủ tướng Chính phủ",
                "Luật Thi đua, khen thưởng 2022, Điều 78");
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
