package vn.phongtrao.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.phongtrao.RulesOnFile;
import vn.phongtrao.authority.Jurisdictions.Matter;
import vn.phongtrao.procedure.Days;

/** Who decides on models, by the tables. */
class ModelJurisdictionTest {

    private record Decider(String tier, String position, String symbol, String ending, String higherAuthority) {
    }

    @ParameterizedTest
    @CsvSource({"model-recognition, commune, 2024-07-01, commune", "model-recognition, district, 2025-06-30, district",
            "model-recognition, province, 2025-07-01, province", "model-retirement, commune, 2024-07-01, commune",
            "model-retirement, district, 2025-06-30, district", "model-retirement, province, 2024-07-01, province",
            "model-retirement, site, 2024-07-01, commune", "model-replication, site, 2024-07-01, commune"})
    void theLevelsOwnChairDecidesAndTheCommunesChairOnSites(String process, String level, LocalDate receivedOn,
                                                            String tier) {
        assertThat(deciders(process, level, receivedOn))
                .containsExactly(new Decider(tier, "committee-chair", "QĐ-UBND", "decide", ""));
    }

    @ParameterizedTest
    @CsvSource({"model-recognition", "model-retirement"})
    void theProvincesPoliceForwardsWhatTheMinistryDecides(String process) {
        assertThat(deciders(process, "ministry", LocalDate.of(2024, 7, 1)))
                .containsExactly(new Decider("province", "police-chief", "", "forward", "Bộ Công an"));
    }

    @ParameterizedTest
    @CsvSource({"model-recognition, 0", "model-retirement, 1"})
    void afterTheEndOfDistrictsNobodyRecognisesAtTheirLevelAndTheProvinceRetires(String process, int deciders) {
        assertThat(deciders(process, "district", LocalDate.of(2025, 7, 1))).hasSize(deciders)
                .allSatisfy(decider -> assertThat(decider.tier()).isEqualTo("province"));
    }

    @ParameterizedTest
    @CsvSource({"model-recognition, site", "model-replication, commune", "model-recognition, world"})
    void whatIsNoMatterOfAProcedureNobodyDecides(String process, String level) {
        assertThat(deciders(process, level, LocalDate.of(2024, 7, 1))).isEmpty();
    }

    private static List<Decider> deciders(String process, String level, LocalDate receivedOn) {
        return new RulesOnFile().rows(process + "-jurisdiction", Days.on(receivedOn), new Matter(level, null, null),
                Decider.class);
    }
}
