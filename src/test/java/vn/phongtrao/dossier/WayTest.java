package vn.phongtrao.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import vn.phongtrao.dossier.DossierSheets.Deciding;
import vn.phongtrao.dossier.DossierSheets.Leg;
import vn.phongtrao.dossier.DossierSheets.Progress;
import vn.phongtrao.dossier.DossierSheets.Sheet;
import vn.phongtrao.dossier.DossierSheets.StepLine;
import vn.phongtrao.dossier.DossierSheets.StopLine;

/** Where a dossier was, as its page shows the way. */
class WayTest {

    private static final ZonedDateTime THEN = ZonedDateTime.parse("2024-07-05T08:00:00+07:00");

    @Test
    void whatTheCouncilVotesDownNeverCameToWhoDecides() {
        assertThat(end(Status.REJECTED, Progress.PASSED, step("council-vote", null, null)))
                .isEqualTo(Progress.ENDED);
    }

    @Test
    void whoDecidesHadWhatHeTurnedDown() {
        assertThat(end(Status.REJECTED, Progress.PASSED, step("council-vote", null, null),
                step("decide", null, "reject"))).isEqualTo(Progress.PASSED);
    }

    @Test
    void whatWasTurnedDownOnTheWayNeverCameToWhoDecides() {
        assertThat(end(Status.REJECTED, Progress.ENDED)).isEqualTo(Progress.AHEAD);
    }

    @Test
    void whatWasDecidedOrWaitsForTheVoteIsWithWhoDecides() {
        assertThat(end(Status.DECIDED, Progress.PASSED, step("decide", null, "approve"))).isEqualTo(Progress.PASSED);
        assertThat(end(Status.ACCEPTED, Progress.PASSED, step("accept-report", null, "approve")))
                .isEqualTo(Progress.PASSED);
        assertThat(end(Status.IN_PROGRESS, Progress.PASSED, step("council-vote", null, null)))
                .isEqualTo(Progress.HERE);
        assertThat(end(Status.WITHDRAWN, Progress.PASSED, step("withdraw", null, null))).isEqualTo(Progress.AHEAD);
    }

    @Test
    void withoutReviewWhatWhoDecidesDidIsToldThere() {
        var steps = List.of(step("complete-dossier", null, null), step("decide", null, "approve"));
        var way = new Sheet(view(Status.DECIDED), "Phường 2", THEN, THEN, List.of(), null, false, List.of(), List.of(),
                new Deciding("Phường 2", "Chủ tịch", null), steps, null, List.of(), List.of()).way();
        assertThat(way).extracting(Leg::steps).containsExactly(steps.subList(0, 1), steps.subList(1, 2));
    }

    private static Progress end(Status status, Progress review, StepLine... later) {
        var steps = Stream.concat(Stream.of(step("complete-dossier", null, null), step("sign", 1,
                review == Progress.PASSED ? "approve" : "reject")), Stream.of(later)).toList();
        var way = new Sheet(view(status), "Phường 2", THEN, status.closed() ? THEN : null, List.of(), null, false,
                List.of(), List.of(new StopLine(1, "Phường 2", List.of(), null, review)),
                new Deciding("Tỉnh Bạc Liêu", "Chủ tịch", null), steps, null, List.of(), List.of()).way();
        assertThat(way).extracting(Leg::kind).containsExactly("made-up", "reviewed", "decided");
        return way.get(2).progress();
    }

    private static DossierView view(Status status) {
        return new DossierView(null, "commendation", null, null, null, null, status.id(), null, null, null, null,
                null, null, List.of(), List.of(), null, Map.of(), List.of(), null, null, List.of());
    }

    private static StepLine step(String task, Integer stop, String outcome) {
        return new StepLine(THEN, stop, task, task, null, task.equals("decide"), null, null, outcome, null, 0);
    }
}
