package vn.phongtrao.commendation;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.DossierNumber;

/** The sessions of councils and their ballots. A transaction reads a dossier's last session once. */
@Component
@Scope(scopeName = "transaction", proxyMode = ScopedProxyMode.TARGET_CLASS)
class VoteSessions {

    private final JdbcClient jdbc;
    private final Map<DossierNumber, Optional<VoteSession>> last = new HashMap<>();

    VoteSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A session.
     *
     * @param number        from 1
     * @param members       user names of those who may vote
     * @param result        null while it is open
     * @param minutesNumber null while it is open
     */
    record VoteSession(int number, List<String> members, Instant closesAt, String result, String minutesNumber) {
    }

    /** A member's vote. @param approved ids of nominees */
    record Ballot(String member, List<Long> approved, Instant castAt) {
    }

    Optional<VoteSession> last(DossierNumber dossierNumber) {
        return last.computeIfAbsent(dossierNumber, number -> jdbc
                .sql("select * from vote_session where dossier_number = ? order by session desc limit 1")
                .param(number.value()).query(VoteSessions::session).optional());
    }

    /** Those that came to a result, the first one first. */
    List<VoteSession> closed(DossierNumber dossierNumber) {
        return jdbc.sql("""
                        select * from vote_session where dossier_number = ? and result <> 'dissolved'
                        order by session""").param(dossierNumber.value()).query(VoteSessions::session).list();
    }

    VoteSession begin(DossierNumber dossierNumber, VoteSession session) {
        jdbc.sql("insert into vote_session (dossier_number, session, members, closes_at) values (?, ?, ?, ?)")
                .params(dossierNumber.value(), session.number(), session.members().toArray(String[]::new),
                        Timestamp.from(session.closesAt())).update();
        last.put(dossierNumber, Optional.of(session));
        return session;
    }

    void close(DossierNumber dossierNumber, VoteSession session, String result, String minutesNumber) {
        jdbc.sql("update vote_session set result = ?, number = ? where dossier_number = ? and session = ?")
                .params(result, minutesNumber, dossierNumber.value(), session.number()).update();
        last.remove(dossierNumber);
    }

    /** The session that is open, if there is one, ends at another time. */
    void endAt(DossierNumber dossierNumber, Instant closesAt) {
        jdbc.sql("update vote_session set closes_at = ? where dossier_number = ? and result is null")
                .params(Timestamp.from(closesAt), dossierNumber.value()).update();
        last.remove(dossierNumber);
    }

    void cast(DossierNumber dossierNumber, VoteSession session, Ballot ballot) {
        jdbc.sql("insert into ballot (dossier_number, session, member, approved, cast_at) values (?, ?, ?, ?, ?)")
                .params(dossierNumber.value(), session.number(), ballot.member(),
                        ballot.approved().toArray(Long[]::new), Timestamp.from(ballot.castAt())).update();
    }

    /** In the order in which they were cast. */
    List<Ballot> ballots(DossierNumber dossierNumber, VoteSession session) {
        return jdbc.sql("""
                        select member, approved, cast_at from ballot where dossier_number = ? and session = ?
                        order by cast_at""")
                .params(dossierNumber.value(), session.number()).query((row, index) -> new Ballot(
                        row.getString("member"), List.of((Long[]) row.getArray("approved").getArray()),
                        row.getTimestamp("cast_at").toInstant()))
                .list();
    }

    private static VoteSession session(ResultSet row, int index) throws SQLException {
        return new VoteSession(row.getInt("session"), names(row.getArray("members")),
                row.getTimestamp("closes_at").toInstant(), row.getString("result"), row.getString("number"));
    }

    private static List<String> names(Array members) throws SQLException {
        return Arrays.asList((String[]) members.getArray());
    }
}
