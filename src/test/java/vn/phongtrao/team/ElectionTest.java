package vn.phongtrao.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import vn.phongtrao.refusal.Refusal;

class ElectionTest {

    @Test
    void halfOfThosePresentIsNotEnoughAndOneMoreIs() {
        var held = hold(3, 10, 5, 6);
        assertThat(held.elected()).containsExactly(2L);
        assertThat(held.notElected()).containsExactly(1L);
    }

    @Test
    void halfOfAnOddNumberRoundsToNothing() {
        assertThat(hold(3, 11, 5, 6).elected()).containsExactly(2L);
    }

    @Test
    void highestVotesTakeTheSeats() {
        var held = hold(2, 10, 7, 10, 8);
        assertThat(held.elected()).containsExactly(2L, 3L);
        assertThat(held.notElected()).containsExactly(1L);
        assertThat(held.tied()).isEmpty();
    }

    @Test
    void tieAtTheLastSeatIsReportedAndNotSettled() {
        var held = hold(2, 10, 7, 9, 7, 6);
        assertThat(held.elected()).containsExactly(2L);
        assertThat(held.tied()).containsExactly(1L, 3L);
        assertThat(held.notElected()).containsExactly(4L);
        assertThat(held.open()).isOne();
    }

    @Test
    void choiceOfTheChairSettlesTheTie() {
        var held = Election.hold(2, 10, votes(7, 9, 7, 6), List.of(3L));
        assertThat(held.elected()).containsExactly(2L, 3L);
        assertThat(held.notElected()).containsExactly(1L, 4L);
        assertThat(held.tied()).isEmpty();
        assertThat(held.open()).isZero();
    }

    @Test
    void choiceCoversTheOpenSeatsAndNobodyElse() {
        assertRefused(Refusal.Kind.RULE_BROKEN, "tieChoice",
                () -> Election.hold(2, 10, votes(7, 9, 7, 6), List.of(4L)));
        assertRefused(Refusal.Kind.RULE_BROKEN, "tieChoice",
                () -> Election.hold(2, 10, votes(7, 9, 7, 6), List.of(1L, 3L)));
        assertRefused(Refusal.Kind.RULE_BROKEN, "tieChoice",
                () -> Election.hold(2, 10, votes(7, 9, 7, 6), List.of(2L)));
    }

    @Test
    void choiceWithoutATieIsRefused() {
        assertRefused(Refusal.Kind.RULE_BROKEN, "tieChoice", () -> Election.hold(2, 10, votes(7, 9), List.of(1L)));
        assertRefused(Refusal.Kind.RULE_BROKEN, "tieChoice", () -> Election.hold(1, 10, votes(7, 9), List.of(1L)));
    }

    @Test
    void equalVotesAboveTheLastSeatAreNoTie() {
        var held = hold(2, 10, 9, 9, 7);
        assertThat(held.elected()).containsExactly(1L, 2L);
        assertThat(held.tied()).isEmpty();
    }

    @Test
    void nobodyIsElectedWhereNobodyPasses() {
        var held = hold(3, 10, 5, 0);
        assertThat(held.elected()).isEmpty();
        assertThat(held.notElected()).containsExactly(1L, 2L);
    }

    @Test
    void votesThatCannotBeAreRefused() {
        assertRefused(Refusal.Kind.MALFORMED, "results[1].votes", () -> hold(3, 10, 5, 11));
        assertRefused(Refusal.Kind.MALFORMED, "results[0].votes", () -> hold(3, 10, -1));
        assertRefused(Refusal.Kind.MALFORMED, "results[1].id",
                () -> Election.hold(3, 10, List.of(new Votes(1, 5), new Votes(1, 6)), List.of()));
    }

    @Test
    void everyRowThatCannotBeIsTold() {
        assertThatThrownBy(() -> hold(3, 10, 11, 5, -1)).isInstanceOfSatisfying(Refusal.class, refusal ->
                assertThat(refusal.each()).extracting(one -> one.field().orElseThrow())
                        .containsExactly("results[0].votes", "results[2].votes"));
    }

    private static Election hold(int seats, int present, int... votes) {
        return Election.hold(seats, present, votes(votes), List.of());
    }

    private static List<Votes> votes(int... votes) {
        return IntStream.range(0, votes.length).mapToObj(i -> new Votes(i + 1, votes[i])).toList();
    }

    private static void assertRefused(Refusal.Kind kind, String field, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal.field()).contains(field);
        });
    }
}
