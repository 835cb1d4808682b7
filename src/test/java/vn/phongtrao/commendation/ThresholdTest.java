package vn.phongtrao.commendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.phongtrao.RulesOnFile;
import vn.phongtrao.commendation.Threshold.Comparison;
import vn.phongtrao.commendation.Threshold.Denominator;
import vn.phongtrao.commendation.Threshold.Result;
import vn.phongtrao.commendation.Threshold.Tally;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.procedure.Days;

/** How the council's votes are counted. */
class ThresholdTest {

    private static final Threshold MAJORITY_OF_THE_PRESENT = new Threshold(Share.of("2/3"), Share.of("1/2"),
            Comparison.MORE_THAN, Denominator.PRESENT, "Quy chế mẫu");
    private static final Threshold FOUR_FIFTHS_OF_ALL = new Threshold(Share.of("2/3"), Share.of("4/5"),
            Comparison.AT_LEAST, Denominator.ALL, "Quy chế mẫu");

    @ParameterizedTest
    @CsvSource({"6, 9, CARRIED", "5, 9, NO_QUORUM", "2, 3, CARRIED", "1, 3, NO_QUORUM", "0, 1, NO_QUORUM"})
    void aVoteCountsWhenTwoThirdsOfTheMembersTakePart(long present, long members, Result result) {
        assertThat(judge(MAJORITY_OF_THE_PRESENT, present, members, present)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({"3, 6, LOST", "4, 6, CARRIED", "4, 7, CARRIED", "3, 7, LOST", "0, 7, LOST"})
    void halfOfThePresentIsNotMoreThanHalf(long yes, long present, Result result) {
        assertThat(judge(MAJORITY_OF_THE_PRESENT, present, 7, yes)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({"8, 8, 10, CARRIED", "7, 8, 10, LOST", "12, 15, 15, CARRIED", "11, 15, 15, LOST"})
    void theAbsentCountWhereTheRatioIsOfAllMembers(long yes, long present, long members, Result result) {
        assertThat(judge(FOUR_FIFTHS_OF_ALL, present, members, yes)).isEqualTo(result);
    }

    @Test
    void whoeverIsBelowTheThresholdFallsOutWithTheVotesAndTheOthersGoOn() {
        var verdict = FOUR_FIFTHS_OF_ALL.judge(5, 5, tallies(5, 5, 4, 3));

        assertThat(verdict.result()).isEqualTo(Result.CARRIED);
        assertThat(verdict.dropped()).singleElement().satisfies(nominee -> {
            assertThat(nominee.id()).isEqualTo(1L);
            assertThat(nominee.result()).isEqualTo(Nominee.DROPPED);
            assertThat(nominee.resultReason()).isEqualTo("Hội đồng không đủ tỷ lệ phiếu đồng ý: 3/5");
        });
    }

    @Test
    void theReasonCountsThePresentWhereTheRatioIsOfThem() {
        assertThat(MAJORITY_OF_THE_PRESENT.judge(6, 9, tallies(6, 9, 3)).dropped()).extracting(Nominee::resultReason)
                .containsExactly("Hội đồng không đủ tỷ lệ phiếu đồng ý: 3/6");
    }

    @Test
    void withoutAQuorumNobodyFallsOut() {
        assertThat(MAJORITY_OF_THE_PRESENT.judge(1, 3, tallies(1, 3, 0)).dropped()).isEmpty();
    }

    @Test
    void whoeverFellOutBeforeIsNotRaisedByAVote() {
        var tallies = List.of(new Tally(nominee(1).with(Nominee.DROPPED, "Lý do cũ"), 3, 3, 3));

        var verdict = MAJORITY_OF_THE_PRESENT.judge(3, 3, tallies);
        assertThat(verdict.result()).isEqualTo(Result.LOST);
        assertThat(verdict.dropped()).as("the first reason stays").isEmpty();
    }

    @Test
    void theRequirementIsSaidInWords() {
        assertThat(MAJORITY_OF_THE_PRESENT.requirement())
                .isEqualTo("trên 1/2 số thành viên Hội đồng tham gia biểu quyết");
        assertThat(FOUR_FIFTHS_OF_ALL.requirement()).isEqualTo("ít nhất 4/5 tổng số thành viên Hội đồng");
    }

    /** Findings, tally and minutes ask with the days of the dossier, so that they cannot differ. */
    @Test
    void theThresholdIsThatOfTheDayOfReceipt() {
        var days = Days.on(LocalDate.of(2025, 6, 30)).decided(LocalDate.of(2025, 7, 20));

        assertThat(Threshold.of(new RulesOnFile(), "province-merit", days).legalBasis())
                .startsWith("Nghị định 98/2023");
        assertThat(Threshold.of(new RulesOnFile(), "province-merit", Days.on(LocalDate.of(2025, 7, 1))).legalBasis())
                .startsWith("Nghị định 152/2025");
    }

    private static Result judge(Threshold threshold, long present, long members, long yes) {
        return threshold.judge(present, members, tallies(present, members, yes)).result();
    }

    /** One nominee for each number of votes, the first with id 0. */
    private static List<Tally> tallies(long present, long members, long... yes) {
        return LongStream.range(0, yes.length).mapToObj(id -> new Tally(nominee(id), yes[(int) id], present, members))
                .toList();
    }

    private static Nominee nominee(long id) {
        return new Nominee(id, DossierNumber.of("KT-1"), "collective", "Tổ mẫu",
                        null, null, null, null, null, null, null, null, null,
                null, null, "collective:" + id, Nominee.PENDING, null, null, null, null, null, null);
    }
}
