package vn.phongtrao.commendation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.commendation.Threshold.Tally;
import vn.phongtrao.commendation.VoteSessions.Ballot;
import vn.phongtrao.commendation.VoteSessions.VoteSession;
import vn.phongtrao.decision.DecisionBook;
import vn.phongtrao.dossier.Deadlines;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.DossierProcess;
import vn.phongtrao.dossier.DossierReassigned;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.procedure.ProcessBean;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.PostHolders;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;

/**
 * The emulation and commendation council of the deciding unit: each member votes yes or no for each nominee; quorum,
 * ratio and denominator come from decision table {@code vote-threshold}. A session without quorum is held again.
 */
@Transactional
@ProcessBean("council")
public class Council {

    private final VoteSessions sessions;
    private final PostHolders members;
    private final Dossiers dossiers;
    private final DossierProcess process;
    private final Deadlines deadlines;
    private final Proposals proposals;
    private final Nominees nominees;
    private final Authorities authorities;
    private final DecisionBook book;
    private final Rules rules;
    private final Clock clock;

    Council(VoteSessions sessions, PostHolders members, Dossiers dossiers, DossierProcess process, Deadlines deadlines,
            Proposals proposals, Nominees nominees, Authorities authorities, DecisionBook book, Rules rules, Clock clock) {
        this.sessions = sessions;
        this.members = members;
        this.dossiers = dossiers;
        this.process = process;
        this.deadlines = deadlines;
        this.proposals = proposals;
        this.nominees = nominees;
        this.authorities = authorities;
        this.book = book;
        this.rules = rules;
        this.clock = clock;
    }

    /** Begins the next session: seats the members that the council has now, and sets the time that voting ends. */
    public void convene(DossierNumber dossierNumber) {
        begin(dossierNumber);
    }

    /** @return user names of those who vote in the present session */
    public List<String> voters(DossierNumber dossierNumber) {
        return open(dossierNumber).orElseThrow().members();
    }

    /** @return when the present session ends, whether or not everybody has voted */
    public Date votingEnds(DossierNumber dossierNumber) {
        return Date.from(open(dossierNumber).orElseThrow().closesAt());
    }

    /** The present session, if there is one, ends with another day. */
    void moved(DossierNumber dossierNumber, LocalDate last) {
        open(dossierNumber).ifPresent(session -> sessions.endAt(dossierNumber,
                session.closesAt().atZone(clock.getZone()).with(last).toInstant()));
    }

    /**
     * The council that votes has ended with its unit: what was voted is not counted, and that of the authority which decides now
     * begins anew.
     */
    @EventListener
    void seatAnother(DossierReassigned reassigned) {
        var number = reassigned.dossier().number();
        open(number).ifPresent(session -> {
            sessions.close(number, session, "dissolved", null);
            process.again(number, "council-vote", "convene-council");
        });
    }

    /** As {@link #voters}; begins the session with the first call. Only for dossiers on models of version 0.1. */
    public List<String> members(DossierNumber dossierNumber) {
        return open(dossierNumber).orElseGet(() -> begin(dossierNumber)).members();
    }

    /** As {@link #votingEnds}; begins the session with the first call. Only for dossiers on models of version 0.1. */
    public Date deadline(DossierNumber dossierNumber) {
        return Date.from(open(dossierNumber).orElseGet(() -> begin(dossierNumber)).closesAt());
    }

    /** Closes the session and drops the nominees below the threshold. @return carried, lost or no-quorum */
    public String tally(DossierNumber dossierNumber) {
        var dossier = dossiers.require(dossierNumber);
        var session = open(dossierNumber).orElseThrow();
        var ballots = sessions.ballots(dossierNumber, session);
        var verdict = threshold(dossier).judge(ballots.size(), session.members().size(),
                tallies(dossierNumber, session, ballots));
        if (!verdict.dropped().isEmpty()) {
            nominees.saveAll(verdict.dropped());
            proposals.rename(dossier);
        }
        sessions.close(dossierNumber, session, verdict.result().id(), minutesNumber(dossier));
        return verdict.result().id();
    }

    private Threshold threshold(Dossier dossier) {
        return Threshold.of(rules, dossier.form(), dossiers.days(dossier));
    }

    private String minutesNumber(Dossier dossier) {
        var council = authorities.of(seat(dossier), LocalDate.now(clock));
        return book.number(council.post().unitPath(), "BB-" + council.abbreviation());
    }

    /** Records a member's vote: yes for the nominees named, no for the others. */
    void cast(DossierNumber dossierNumber, String member, List<Long> approved) {
        var session = open(dossierNumber).orElseThrow();
        if (!session.members().contains(member)) {
            throw Refusal.forbidden("Bạn không thuộc Hội đồng của phiên họp này");
        }
        sessions.cast(dossierNumber, session, new Ballot(member, approved, clock.instant()));
    }

    /** How the sessions went, the first one first; nothing of an open one, because ballots are secret. */
    @Transactional(readOnly = true)
    List<Minutes> closedSessions(DossierNumber dossierNumber) {
        return sessions.closed(dossierNumber).stream().map(session -> minutes(dossierNumber, session)).toList();
    }

    private Minutes minutes(DossierNumber dossierNumber, VoteSession session) {
        var ballots = sessions.ballots(dossierNumber, session);
        var present = ballots.size();
        var opened = present == 0 ? session.closesAt() : ballots.get(0).castAt();
        var closed = present == session.members().size() ? ballots.get(present - 1).castAt() : session.closesAt();
        var threshold = threshold(dossiers.require(dossierNumber));
        return new Minutes(session.number(), session.minutesNumber(), opened, closed, session.members().size(), present,
                ballots.stream().map(Ballot::member).toList(), threshold.quorum().toString(),
                threshold.requirement(), !session.result().equals("no-quorum"),
                tallies(dossierNumber, session, ballots).stream().map(tally -> new Minutes.Vote(
                        Kind.of(tally.nominee().kind()).label(), tally.nominee().name(), tally.yes(),
                        present - tally.yes(), threshold.passes(tally))).toList());
    }

    /** When the council's vote carries, as the rules of the dossier's day have it. */
    Finding rule(Dossier dossier) {
        var threshold = threshold(dossier);
        return new Finding(null, true, "Hội đồng bỏ phiếu khi có ít nhất %s thành viên tham gia; đạt khi %s đồng ý"
                .formatted(threshold.quorum(), threshold.requirement()), true, threshold.legalBasis());
    }

    /** The votes of the last session, for each nominee; empty while the session is open, because ballots are secret. */
    List<Tally> lastVotes(DossierNumber dossierNumber) {
        return concluded(dossierNumber).map(session -> tallies(dossierNumber, session, sessions.ballots(dossierNumber, session)))
                .orElse(List.of());
    }

    /** Whether a session has come to a result. */
    boolean voted(DossierNumber dossierNumber) {
        return concluded(dossierNumber).isPresent();
    }

    private Optional<VoteSession> concluded(DossierNumber dossierNumber) {
        return sessions.last(dossierNumber).filter(session -> session.result() != null);
    }

    private List<Tally> tallies(DossierNumber dossierNumber, VoteSession session, List<Ballot> ballots) {
        return nominees.findByDossierNumberOrderById(dossierNumber).stream()
                .filter(nominee -> !nominee.result().equals(Nominee.STRUCK)).map(nominee -> new Tally(nominee,
                ballots.stream().filter(ballot -> ballot.approved().contains(nominee.id())).count(), ballots.size(),
                session.members().size())).toList();
    }

    private Optional<VoteSession> open(DossierNumber dossierNumber) {
        return sessions.last(dossierNumber).filter(session -> session.result() == null);
    }

    private static Post seat(Dossier dossier) {
        return new Post(dossier.decider().unitPath(), Position.COUNCIL_MEMBER);
    }

    private VoteSession begin(DossierNumber dossierNumber) {
        var dossier = dossiers.require(dossierNumber);
        var seated = members.of(seat(dossier));
        if (seated.isEmpty()) {
            throw Refusal.broken(null, "Hội đồng Thi đua - Khen thưởng của cấp quyết định chưa có thành viên");
        }
        return sessions.begin(dossierNumber, new VoteSession(
                sessions.last(dossierNumber).map(VoteSession::number).orElse(0) + 1, seated,
                deadlines.due(dossierNumber, "council-vote").toInstant(), null, null));
    }
}
