package vn.phongtrao.commendation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.commendation.Threshold.Tally;
import vn.phongtrao.decision.DecisionBook;
import vn.phongtrao.dossier.Deadlines;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierNumber;
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

    private final JdbcClient jdbc;
    private final PostHolders members;
    private final Dossiers dossiers;
    private final Deadlines deadlines;
    private final Nominees nominees;
    private final Authorities authorities;
    private final DecisionBook book;
    private final Rules rules;
    private final Clock clock;

    Council(JdbcClient jdbc, PostHolders members, Dossiers dossiers, Deadlines deadlines, Nominees nominees,
            Authorities authorities, DecisionBook book, Rules rules, Clock clock) {
        this.jdbc = jdbc;
        this.members = members;
        this.dossiers = dossiers;
        this.deadlines = deadlines;
        this.nominees = nominees;
        this.authorities = authorities;
        this.book = book;
        this.rules = rules;
        this.clock = clock;
    }

    private record Session(int number, List<String> members, Instant closesAt, String result, String minutesNumber) {
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
        var tallies = tallies(dossierNumber, session);
        var verdict = threshold(dossier).judge(ballots(dossierNumber, session), session.members().size(), tallies);
        nominees.saveAll(verdict.dropped());
        jdbc.sql("update vote_session set result = ?, number = ? where dossier_number = ? and session = ?")
                .params(verdict.result().id(), minutesNumber(dossier), dossierNumber.value(), session.number()).update();
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
        jdbc.sql("insert into ballot (dossier_number, session, member, approved, cast_at) values (?, ?, ?, ?, ?)")
                .params(dossierNumber.value(), session.number(), member, approved.toArray(Long[]::new),
                        Timestamp.from(clock.instant())).update();
    }

    /** How the sessions went, the first one first; nothing of an open one, because ballots are secret. */
    @Transactional(readOnly = true)
    List<Minutes> closedSessions(DossierNumber dossierNumber) {
        return jdbc.sql("select * from vote_session where dossier_number = ? and result is not null order by session")
                .param(dossierNumber.value()).query(Council::map).list().stream()
                .map(session -> minutes(dossierNumber, session)).toList();
    }

    private Minutes minutes(DossierNumber dossierNumber, Session session) {
        var cast = jdbc.sql("""
                        select min(cast_at) as first, max(cast_at) as last, count(*) as voters from ballot
                        where dossier_number = ? and session = ?""").params(dossierNumber.value(), session.number())
                .query().singleRow();
        var present = (Long) cast.get("voters");
        var opened = present == 0 ? session.closesAt() : ((Timestamp) cast.get("first")).toInstant();
        var closed = present == session.members().size() ? ((Timestamp) cast.get("last")).toInstant()
                : session.closesAt();
        var threshold = threshold(dossiers.require(dossierNumber));
        return new Minutes(session.number(), session.minutesNumber(), opened, closed, session.members().size(), present,
                threshold.quorum().toString(), threshold.requirement(), !session.result().equals("no-quorum"),
                tallies(dossierNumber, session).stream().map(tally -> new Minutes.Vote(
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
        return last(dossierNumber).filter(session -> session.result() != null)
                .map(session -> tallies(dossierNumber, session)).orElse(List.of());
    }

    private List<Tally> tallies(DossierNumber dossierNumber, Session session) {
        var present = ballots(dossierNumber, session);
        Map<Long, Long> yes = new HashMap<>();
        jdbc.sql("""
                        select nominee, count(*) as votes from ballot, unnest(approved) as nominee
                        where dossier_number = ? and session = ? group by nominee""")
                .params(dossierNumber.value(), session.number())
                .query(row -> {
                    yes.put(row.getLong("nominee"), row.getLong("votes"));
                });
        return nominees.findByDossierNumberOrderById(dossierNumber).stream().map(nominee -> new Tally(nominee,
                yes.getOrDefault(nominee.id(), 0L), present, session.members().size())).toList();
    }

    private long ballots(DossierNumber dossierNumber, Session session) {
        return jdbc.sql("select count(*) from ballot where dossier_number = ? and session = ?")
                .params(dossierNumber.value(), session.number()).query(Long.class).single();
    }

    private Optional<Session> open(DossierNumber dossierNumber) {
        return last(dossierNumber).filter(session -> session.result() == null);
    }

    private static Post seat(Dossier dossier) {
        return new Post(dossier.decider().unitPath(), Position.COUNCIL_MEMBER);
    }

    private Session begin(DossierNumber dossierNumber) {
        var dossier = dossiers.require(dossierNumber);
        var seated = members.of(seat(dossier));
        if (seated.isEmpty()) {
            throw Refusal.broken(null, "Hội đồng Thi đua - Khen thưởng của cấp quyết định chưa có thành viên");
        }
        var session = new Session(last(dossierNumber).map(Session::number).orElse(0) + 1, seated,
                deadlines.due(dossierNumber, "council-vote").toInstant(), null, null);
        jdbc.sql("insert into vote_session (dossier_number, session, members, closes_at) values (?, ?, ?, ?)")
                .params(dossierNumber.value(), session.number(), seated.toArray(String[]::new),
                        Timestamp.from(session.closesAt())).update();
        return session;
    }

    private Optional<Session> last(DossierNumber dossierNumber) {
        return jdbc.sql("select * from vote_session where dossier_number = ? order by session desc limit 1")
                .param(dossierNumber.value()).query(Council::map).optional();
    }

    private static Session map(ResultSet row, int index) throws SQLException {
        return new Session(row.getInt("session"), Arrays.asList((String[]) row.getArray("members").getArray()),
                row.getTimestamp("closes_at").toInstant(), row.getString("result"), row.getString("number"));
    }
}
