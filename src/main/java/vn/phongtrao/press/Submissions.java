package vn.phongtrao.press;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
import vn.phongtrao.unit.Post;

/** The submissions (tờ trình) of a dossier: each signed stop of its route sends it to the next with one. */
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
        if (assignment.task().equals("sign") && step.outcome() == Outcome.APPROVE
                && lastSigner(step.dossier(), assignment.stop()).equals(assignment.post())) {
            var authority = authorities.of(assignment.post(), LocalDate.now(clock));
            jdbc.sql("insert into submission (dossier_number, stop, number) values (?, ?, ?)")
                    .params(step.dossier().number().value(), assignment.stop(),
                            book.number(authority.post().unitPath(), symbol(authority))).update();
        }
    }

    private Post lastSigner(Dossier dossier, int stop) {
        return stops.of(dossier.number()).get(stop - 1).lastSigner();
    }

    private static String symbol(Authority authority) {
        return "TTr-" + authority.abbreviation();
    }

    List<Sheet> of(Dossier dossier, ProcessPapers papers) {
        var route = stops.of(dossier.number());
        var steps = dossiers.stepsOf(dossier.number());
        var numbers = numbers(dossier);
        return route.stream().flatMap(stop -> signed(stop, steps).stream().map(signed -> new Sheet(
                "submission-" + stop.stop(), "Tờ trình %d %s".formatted(stop.stop(), dossier.number()),
                numbers.get(stop.stop()), authority(signed).post(), () -> print(dossier, papers, signed,
                        route.stream().skip(stop.stop()).findFirst().map(Stop::receiver),
                        numbers.get(stop.stop()))))).toList();
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
    private static Optional<Step> signed(Stop stop, List<Step> steps) {
        var atStop = steps.stream().filter(step -> Integer.valueOf(stop.stop()).equals(step.stop())).toList();
        return stop.signers().isEmpty() ? Optional.empty()
                : atStop.stream().reduce((first, last) -> last).filter(last -> last.task().equals("sign")
                        && Outcome.APPROVE.id().equals(last.outcome())
                        && last.position().equals(stop.lastSigner().position().id()));
    }

    /** What every submission has. @param asked the deciding authority, where it is not the one written to */
    @Fills("submission")
    private record Frame(String matter, String request, About dossier, Authority authority, String number,
                         String unitName, String date, String to, String asked, Signatories.Signature signature) {
    }

    /** @param next the post at the next stop; empty after the last, whose submission goes to who decides */
    private Print print(Dossier dossier, ProcessPapers papers, Step signed, Optional<Post> next, String number) {
        var on = day(signed);
        var authority = authority(signed);
        var deciding = papers.higherAuthority(dossier)
                .orElseGet(() -> authorities.of(papers.decider(dossier), on).name());
        var to = next.map(post -> authorities.of(post, on).name()).orElse(deciding);
        return press.print("submission", papers.matter(dossier), new Frame(papers.submission(),
                papers.request(dossier), About.of(dossier), authority,
                number == null ? "        /" + symbol(authority) : number, authorities.nameOf(dossier.unitPath()),
                Wording.date(on), to, to.equals(deciding) ? "" : "đề nghị " + deciding + " ",
                signatories.of(dossier, signed.actor(), authority, on)));
    }
}
