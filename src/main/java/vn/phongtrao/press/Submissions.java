package vn.phongtrao.press;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.authority.Authority;
import vn.phongtrao.decision.DecisionBook;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Outcome;
import vn.phongtrao.dossier.Step;
import vn.phongtrao.dossier.StepTaken;
import vn.phongtrao.dossier.Stop;
import vn.phongtrao.dossier.Stops;
import vn.phongtrao.procedure.Fills;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;

/**
 * The submissions (tờ trình) of a dossier: each signed stop of its route sends it to the next with one, and so does an
 * office that appraises under its own name without somebody signing after it (Sở Nội vụ, Phòng Nội vụ).
 */
@Component
class Submissions {

    private final Dossiers dossiers;
    private final Stops stops;
    private final DecisionBook book;
    private final Press press;
    private final Authorities authorities;
    private final Signatories signatories;
    private final JdbcClient jdbc;
    private final Clock clock;

    Submissions(Dossiers dossiers, Stops stops, DecisionBook book, Press press, Authorities authorities,
                Signatories signatories, JdbcClient jdbc, Clock clock) {
        this.dossiers = dossiers;
        this.stops = stops;
        this.book = book;
        this.press = press;
        this.authorities = authorities;
        this.signatories = signatories;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A submission takes its number when the last of its stop signs (Nghị định 30/2020/NĐ-CP, Điều 15). */
    @EventListener
    void number(StepTaken step) {
        var assignment = step.assignment();
        if (step.outcome() != Outcome.APPROVE || assignment.stop() == null) {
            return;
        }
        var today = LocalDate.now(clock);
        var stop = stops.of(step.dossier().number()).get(assignment.stop() - 1);
        if (sends(assignment.task(), assignment.post(), stop, today)
                && (!stop.signers().isEmpty() || !numbers(step.dossier()).containsKey(stop.stop()))) {
            var authority = authorities.of(assignment.post(), today);
            jdbc.sql("insert into submission (dossier_number, stop, number) values (?, ?, ?)")
                    .params(step.dossier().number().value(), assignment.stop(),
                            book.number(authority.post().unitPath(), symbol(authority))).update();
        }
    }

    /** Whether approving that task sends the dossier on from the stop. */
    private boolean sends(String task, Post post, Stop stop, LocalDate on) {
        return stop.signers().isEmpty() ? task.equals("appraise") && isOffice(post, on)
                : task.equals("sign") && stop.lastSigner().equals(post);
    }

    /** A clerk of the committee who stands for an office with a name of its own. */
    private boolean isOffice(Post post, LocalDate on) {
        return post.position() == Position.COMMITTEE_CLERK && !authorities.of(post, on).body()
                .equals(authorities.of(new Post(post.unitPath(), Position.COMMITTEE_CHAIR), on).body());
    }

    private static String symbol(Authority authority) {
        return "TTr-" + authority.abbreviation();
    }

    List<Sheet> of(Dossier dossier, ProcessPapers papers) {
        var route = stops.of(dossier.number());
        var steps = dossiers.stepsOf(dossier.number());
        var numbers = numbers(dossier);
        // an office that appraised in an earlier version of the program wrote none
        return route.stream().filter(stop -> !stop.signers().isEmpty() || numbers.containsKey(stop.stop()))
                .flatMap(stop -> signed(stop, steps).stream().map(signed -> new Sheet(
                "submission-" + stop.stop(), title(numbers.get(stop.stop()), authority(signed)),
                numbers.get(stop.stop()), authority(signed).post(), () -> print(dossier, papers, signed,
                        route.subList(stop.stop(), route.size()), numbers.get(stop.stop()))))).toList();
    }

    /** {@code Tờ trình số 05/TTr-CAP của Công an Phường 2}: a dossier has one of each stop. */
    private static String title(String number, Authority authority) {
        return "Tờ trình%s của %s".formatted(number == null ? "" : " số " + number, authority.body());
    }

    /**
     * The last submission of whom a decision names as proposing it, as the decision cites it: {@code Tờ trình số
     * 05/TTr-SNV ngày 05 tháng 7 năm 2024}.
     */
    Optional<String> cited(Dossier dossier, String proposer) {
        var steps = dossiers.stepsOf(dossier.number());
        var numbers = numbers(dossier);
        return stops.of(dossier.number()).stream().filter(stop -> numbers.containsKey(stop.stop()))
                .flatMap(stop -> signed(stop, steps).stream().filter(signed -> names(proposer, authority(signed)))
                        .map(signed -> "Tờ trình số %s %s".formatted(numbers.get(stop.stop()),
                                Wording.date(day(signed))))).reduce((first, last) -> last);
    }

    private static boolean names(String proposer, Authority authority) {
        return proposer.toLowerCase(Wording.VIETNAMESE).endsWith(authority.body().toLowerCase(Wording.VIETNAMESE))
                || proposer.toLowerCase(Wording.VIETNAMESE)
                .contains(authority.body().toLowerCase(Wording.VIETNAMESE) + " ");
    }

    /** Who signed, as of that day: the unit in charge, where the stop's had ended. */
    private Authority authority(Step signed) {
        return authorities.of(signed.post(), day(signed));
    }

    private LocalDate day(Step step) {
        return LocalDate.ofInstant(step.finishedAt(), clock.getZone());
    }

    private Map<Integer, String> numbers(Dossier dossier) {
        Map<Integer, String> numbers = new HashMap<>();
        jdbc.sql("select stop, number from submission where dossier_number = ?").param(dossier.number().value())
                .query(row -> {
                    numbers.put(row.getInt("stop"), row.getString("number"));
                });
        return numbers;
    }

    /**
     * The step with which a stop was signed for good; empty while somebody still has to sign, or nobody signs there.
     */
    private Optional<Step> signed(Stop stop, List<Step> steps) {
        return steps.stream().filter(step -> Integer.valueOf(stop.stop()).equals(step.stop()))
                .reduce((first, last) -> last).filter(last -> Outcome.APPROVE.id().equals(last.outcome())
                        && sends(last.task(), new Post(stop.unitPath(), last.post().position()), stop, day(last)));
    }

    /** What every submission has. @param asked the deciding authority, where it is not the one written to */
    @Fills("submission")
    private record Frame(String matter, String request, About dossier, Authority authority, String number,
                         String unitName, String date, String to, String asked, Signatories.Signature signature) {
    }

    /** @param onward the stops that follow; after the last the submission goes to who decides */
    private Print print(Dossier dossier, ProcessPapers papers, Step signed, List<Stop> onward, String number) {
        var on = day(signed);
        var authority = authority(signed);
        var deciding = papers.higherAuthority(dossier)
                .orElseGet(() -> authorities.of(papers.decider(dossier), on).name());
        var to = onward.isEmpty() ? deciding
                : authorities.of(receiver(authority.position(), onward.get(0)), on).name();
        return press.print("submission", papers.matter(dossier), new Frame(papers.submission(),
                papers.request(dossier), About.of(dossier), authority,
                number == null ? "        /" + symbol(authority) : number, authorities.nameOf(dossier.unitPath()),
                Wording.date(on), to, to.equals(deciding) ? "" : "đề nghị " + deciding + " ",
                signed.task().equals("sign") ? signatories.of(dossier, signed, authority, on)
                        : signatories.ofOffice(dossier, signed, authority, on)));
    }

    /**
     * To whom the head of a body writes: who appraises next. A committee writes to the committee of the next stop or
     * its office where it has one, not to the police chief who only signs before it.
     */
    private static Post receiver(Position sender, Stop next) {
        return sender == Position.POLICE_CHIEF ? next.receiver()
                : Stream.of(Position.COMMITTEE_CHAIR, Position.COMMITTEE_CLERK)
                        .filter(position -> next.signers().contains(position) || next.appraiser() == position)
                        .findFirst().map(position -> new Post(next.unitPath(), position)).orElseGet(next::receiver);
    }
}
