package vn.phongtrao.commendation;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;

import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.RowOf;
import vn.phongtrao.procedure.Rules;

/**
 * When a vote of the council counts and when it carries, by decision table {@code vote-threshold} as of the day the
 * dossier was received.
 *
 * @param quorum      share of the members that must vote
 * @param ratio       share of the votes that a nominee needs
 * @param denominator of what the ratio is a share
 */
@RowOf(value = "vote-threshold", asked = Threshold.Asked.class, single = true)
record Threshold(Share quorum, Share ratio, Comparison comparison, Denominator denominator, String legalBasis) {

    /** Whether the ratio itself is enough. */
    enum Comparison {
        @JsonProperty("at-least") AT_LEAST("ít nhất"),
        @JsonProperty("more-than") MORE_THAN("trên");

        private final String words;

        Comparison(String words) {
            this.words = words;
        }
    }

    /** All seats of the council, or those who voted. */
    enum Denominator {
        @JsonProperty("all") ALL("tổng số thành viên Hội đồng"),
        @JsonProperty("present") PRESENT("số thành viên Hội đồng tham gia biểu quyết");

        private final String words;

        Denominator(String words) {
            this.words = words;
        }
    }

    /** How a session ended. */
    enum Result {
        CARRIED, LOST, NO_QUORUM;

        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * How the council voted on one nominee.
     *
     * @param present members who voted
     * @param members seats on the council
     */
    record Tally(Nominee nominee, long yes, long present, long members) {
    }

    /** @param dropped the nominees below the threshold, with the reason */
    record Verdict(Result result, List<Nominee> dropped) {
    }

    record Asked(String form) {
    }

    static Threshold of(Rules rules, String form, Days days) {
        return rules.row("vote-threshold", days, new Asked(form), Threshold.class);
    }

    /** Judges a session by what was voted on each nominee. A session without quorum drops nobody. */
    Verdict judge(long present, long members, List<Tally> tallies) {
        if (!quorum.reachedBy(present, members)) {
            return new Verdict(Result.NO_QUORUM, List.of());
        }
        var dropped = tallies.stream().filter(tally -> tally.nominee().pending() && !passes(tally))
                .map(tally -> tally.nominee().with(Nominee.DROPPED,
                        "Hội đồng không đủ tỷ lệ phiếu đồng ý: %d/%d".formatted(tally.yes(), whole(tally)))).toList();
        var left = tallies.stream().anyMatch(tally -> tally.nominee().pending() && passes(tally));
        return new Verdict(left ? Result.CARRIED : Result.LOST, dropped);
    }

    boolean passes(Tally tally) {
        return comparison == Comparison.AT_LEAST ? ratio.reachedBy(tally.yes(), whole(tally))
                : ratio.exceededBy(tally.yes(), whole(tally));
    }

    /** What a nominee needs, in words: {@code trên 1/2 số thành viên Hội đồng tham gia biểu quyết}. */
    String requirement() {
        return "%s %s %s".formatted(comparison.words, ratio, denominator.words);
    }

    private long whole(Tally tally) {
        return denominator == Denominator.ALL ? tally.members() : tally.present();
    }
}
