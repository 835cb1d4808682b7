package vn.phongtrao.team;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.refusal.Refusals;

/**
 * The outcome of a selection meeting: more than half of those present must agree; when more pass than there are seats,
 * the highest first (Thông tư 14/2024/TT-BCA, Điều 3). What to do about equal votes for the last seats the law does not
 * say: they are reported, and whoever chairs the meeting chooses.
 *
 * @param elected    candidates that have a seat, highest first
 * @param notElected candidates without one, in the order of the minutes
 * @param tied       candidates with equal votes for {@code open} seats, who wait for a choice
 */
record Election(List<Long> elected, List<Long> notElected, List<Long> tied, int open) {

    /**
     * @param votes     each candidate once
     * @param tieChoice those of the tied who get the open seats; empty before somebody chose
     * @throws Refusal malformed, for votes that cannot be; rule broken, for a choice that does not settle the tie
     */
    static Election hold(int seats, int present, List<Votes> votes, Collection<Long> tieChoice) {
        examine(present, votes);
        var passed = votes.stream().filter(vote -> 2L * vote.votes() > present)
                .sorted(Comparator.comparingInt(Votes::votes).reversed()).toList();
        if (passed.size() <= seats) {
            refuseChoice(tieChoice);
            return result(votes, passed, List.of(), 0);
        }
        var last = passed.get(seats - 1).votes();
        var clear = passed.stream().filter(vote -> vote.votes() > last).toList();
        var tied = passed.stream().filter(vote -> vote.votes() == last).toList();
        var open = seats - clear.size();
        if (tied.size() == open) {
            refuseChoice(tieChoice);
            return result(votes, passed.subList(0, seats), List.of(), 0);
        }
        if (tieChoice.isEmpty()) {
            return result(votes, clear, tied, open);
        }
        var chosen = new HashSet<>(tieChoice);
        if (chosen.size() != open || !ids(tied).containsAll(chosen)) {
            throw Refusal.broken("tieChoice", "Phải chọn đúng %d người trong số những người bằng phiếu"
                    .formatted(open));
        }
        return result(votes, passed.stream().filter(vote -> vote.votes() > last || chosen.contains(vote.candidate()))
                .toList(), List.of(), 0);
    }

    private static void examine(int present, List<Votes> votes) {
        Set<Long> candidates = new HashSet<>();
        var refused = new Refusals();
        for (int i = 0; i < votes.size(); i++) {
            var vote = votes.get(i);
            var field = "results[%d].".formatted(i);
            refused.gather(() -> {
                if (!candidates.add(vote.candidate())) {
                    throw Refusal.malformed(field + "id", "Một người có ở hai dòng kết quả");
                }
                if (vote.votes() < 0 || vote.votes() > present) {
                    throw Refusal.malformed(field + "votes",
                            "Số phiếu phải từ 0 đến số thành viên có mặt (%d)".formatted(present));
                }
            });
        }
        refused.throwAny();
    }

    private static void refuseChoice(Collection<Long> tieChoice) {
        if (!tieChoice.isEmpty()) {
            throw Refusal.broken("tieChoice", "Không có ai bằng phiếu ở suất cuối nên không phải chọn");
        }
    }

    private static Election result(List<Votes> all, List<Votes> elected, List<Votes> tied, int open) {
        var seated = ids(elected);
        var waiting = ids(tied);
        return new Election(List.copyOf(seated), ids(all).stream()
                .filter(candidate -> !seated.contains(candidate) && !waiting.contains(candidate)).toList(),
                List.copyOf(waiting), open);
    }

    private static Set<Long> ids(List<Votes> votes) {
        return votes.stream().map(Votes::candidate).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
