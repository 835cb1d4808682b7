package vn.phongtrao.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.phongtrao.audit.Cuts.Cut;

/** Which removals the trail allows: those that it tells, by rules that it told before. */
class CutsTest {

    private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");
    private static final String RULE = "2024-01-01 rule kind=read; months=24; from=2020-01-01";

    @Test
    void aRemovalByARuleCoversWhatThatGave() {
        assertThat(cuts(RULE, "2026-03-31 forget kind=read; months=24; until=1; rows=7")).containsExactly(new Cut(1, Instant.parse("2024-03-31T00:00:00Z")));
    }

    @Test
    void monthsEndAsInVietnam() {
        assertThat(Cuts.before(Instant.parse("2026-03-30T18:00:00Z"), 13)).isEqualTo("2025-02-27T18:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "", value = {
            "nothing allows it      | 2026-03-31 forget kind=change; months=24; until=1",
            "less than the rule     | 2026-03-31 forget kind=read; months=23; until=1",
            "nothing of months      | 2026-03-31 forget kind=read; until=1",
            "no number              | 2026-03-31 forget kind=read; months=99999999999999999999; until=1",
            "no kind                | 2026-03-31 forget months=24; until=1",
            "nothing at all         | 2026-03-31 forget",
            "before the rule begins | 2019-12-31 forget kind=read; months=24; until=1"})
    void whatNoRuleAllowedCoversNothing(String why, String removal) {
        assertThat(cuts(RULE, removal)).as(why).isEmpty();
    }

    @Test
    void aRuleAllowsNothingBeforeItWasToldNorAfterItWasChangedOrHasEnded() {
        var removal = "2026-03-31 forget kind=read; months=24; until=1";
        assertThat(cuts(removal, RULE)).isEmpty();
        assertThat(cuts(RULE, "2026-01-01 rule-ended kind=read; months=24; from=2020-01-01", "2026-01-01 rule kind=read; months=36; from=2020-01-01", removal))
                .isEmpty();
        assertThat(cuts(RULE, removal, "2026-04-01 rule-ended kind=read; months=24; from=2020-01-01")).hasSize(1);
        assertThat(cuts(RULE + "; last=2026-03-31", removal)).hasSize(1);
        assertThat(cuts(RULE + "; last=2026-03-30", removal)).isEmpty();
    }

    @Test
    void noneReachesFurtherThanTodayAndItself() {
        assertThat(cuts(RULE, "2099-01-01 forget kind=read; months=24; until=999999")).containsExactly(new Cut(2, Instant.parse("2024-11-30T00:00:00Z")));
    }

    @Test
    void nothingGoesWithinAYearWhateverARuleSays() {
        assertThat(cuts("2024-01-01 rule kind=read; months=0; from=2020-01-01", "2026-11-30 forget kind=read; months=0; until=1"))
                .containsExactly(new Cut(1, Instant.parse("2025-11-30T00:00:00Z")));
    }

    private static List<Cut> cuts(String... told) {
        var events = IntStream.range(0, told.length).mapToObj(at -> event(at + 1, told[at].split(" ", 3))).toList();
        return List.copyOf(Cuts.of(events, NOW).byKind().values());
    }

    private static Event event(long id, String[] told) {
        return new Event(id, Instant.parse(told[0] + "T00:00:00Z"), null, null, Kind.RETENTION, told[1], null, Arrays.stream(told).skip(2).findFirst().orElse(null),
                Outcome.DONE, null, null);
    }
}
