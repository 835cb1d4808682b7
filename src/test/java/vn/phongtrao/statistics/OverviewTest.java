package vn.phongtrao.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.phongtrao.statistics.Overview.Tile;

class OverviewTest {

    @ParameterizedTest
    @CsvSource({"0, 12, 0", "1, 12, 1", "5, 12, 1", "6, 12, 2", "11, 12, 3", "12, 12, 4", "0, 0, 0"})
    void aTileIsBlankForNothingAloneAndDeepestForAllAlone(long number, long whole, int depth) {
        assertThat(Tile.of("95/954/31813", "Phường 2", number, whole, 99).depth()).as("a share").isEqualTo(depth);
        assertThat(Tile.of("95/954/31813", "Phường 2", number, null, whole).depth()).as("of the most")
                .isEqualTo(depth);
    }
}
