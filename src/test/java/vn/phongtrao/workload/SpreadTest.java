package vn.phongtrao.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import vn.phongtrao.dossier.StepTimes.Taken;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.UnitPath;

/** Average, median and lateness of steps that are told by how many took as many days. */
class SpreadTest {

    @Test
    void theMedianIsTheDayOfTheMiddleStepOrLiesBetweenTheTwo() {
        assertThat(Spread.of(List.of(taken(0, 3, 1), taken(2, 3, 1), taken(9, 3, 1))).medianDays()).isEqualTo(2);
        assertThat(Spread.of(List.of(taken(0, 3, 1), taken(3, 3, 1))).medianDays()).isEqualTo(1.5);
        assertThat(Spread.of(List.of(taken(5, 3, 4))).medianDays()).isEqualTo(5);
        assertThat(Spread.of(List.of(taken(9, 3, 1), taken(1, 3, 3))).medianDays()).isEqualTo(1);
    }

    @Test
    void theAverageCountsEachStepAndIsRoundedToATenth() {
        assertThat(Spread.of(List.of(taken(1, 3, 2), taken(2, 3, 1)))).satisfies(spread -> {
            assertThat(spread.steps()).isEqualTo(3);
            assertThat(spread.averageDays()).isEqualTo(1.3);
        });
    }

    @Test
    void aStepIsLateWhenItTookMoreDaysThanItHad() {
        assertThat(Spread.of(List.of(taken(3, 3, 5), taken(4, 3, 2), taken(4, 5, 1), taken(9, null, 1))).late()).isEqualTo(2);
    }

    @Test
    void whatHadNoDaysSaysNothingOfThem() {
        assertThat(Spread.of(List.of(taken(3, null, 5))).givenDays()).isNull();
        assertThat(Spread.of(List.of(taken(3, null, 5), taken(3, 4, 1))).givenDays()).isEqualTo(4);
    }

    private static Taken taken(int days, Integer given, long steps) {
        return new Taken(UnitPath.of("95"), Position.POLICE_CHIEF, "commendation", "sign", days, given, steps);
    }
}
