package vn.phongtrao.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.refusal.Refusal;

/** The meetings of the selection council, kept as minutes (Thông tư 14/2024/TT-BCA, Điều 3.6 and 3.7). */
@Component
class Meetings {

    private final Plans plans;
    private final Candidates candidates;
    private final Quorum quorum;
    private final JdbcClient jdbc;
    private final Clock clock;

    Meetings(Plans plans, Candidates candidates, Quorum quorum, JdbcClient jdbc, Clock clock) {
        this.plans = plans;
        this.candidates = candidates;
        this.quorum = quorum;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A meeting as its minutes say.
     *
     * @param method         {@code show-of-hands} or {@code secret-ballot}; null where nobody said
     * @param councilMembers all members of the council; null where nobody said
     * @param seats          how many were to be elected
     * @param tieReason      why the chair of the meeting chose as he did; null without a tie
     */
    record Meeting(int number, LocalDate heldOn, String method, Integer councilMembers, int present, int seats,
                   String tieReason) {
    }

    /** What a candidate got at a meeting. */
    record Ballot(long candidate, int votes, boolean elected) {
    }

    /** @throws Refusal when the minutes cannot be right, the quorum was missed, or a tie is left open */
    void record(Plan plan, Map<String, Object> fields) {
        var today = LocalDate.now(clock);
        var heldOn = (LocalDate) fields.getOrDefault("heldOn", today);
        if (heldOn.isAfter(today)) {
            throw Refusal.broken("heldOn", "Ngày họp chưa tới");
        }
        plans.requireListPosted(plan, heldOn);
        var present = ((Long) fields.get("present")).intValue();
        var members = Optional.ofNullable((Long) fields.get("councilMembers")).map(Long::intValue).orElse(null);
        if (members != null) {
            quorum.require(members, present, heldOn);
        }
        var all = candidates.findByDossierNumberOrderById(plan.dossierNumber());
        var seats = plan.seats() - (int) all.stream().filter(one -> one.is(Candidate.ELECTED)).count();
        var voted = all.stream().filter(one -> one.is(Candidate.ADMITTED)).toList();
        var votes = votes(fields, voted);
        var choice = choice(fields);
        var election = Election.hold(seats, present, votes, choice);
        settled(election, choice, (String) fields.get("tieReason"));
        keep(plan.dossierNumber(), new Meeting(last(plan.dossierNumber()).map(Meeting::number).orElse(0) + 1, heldOn,
                (String) fields.get("method"), members, present, seats, (String) fields.get("tieReason")), choice, votes,
                election);
        candidates.saveAll(voted.stream().map(one -> one.with(
                election.elected().contains(one.id()) ? Candidate.ELECTED : Candidate.NOT_ELECTED)).toList());
    }

    /** The first one first. */
    List<Meeting> of(String dossierNumber) {
        return jdbc.sql("select * from team_meeting where dossier_number = ? order by meeting")
                .param(dossierNumber).query((row, index) -> new Meeting(row.getInt("meeting"),
                        row.getObject("held_on", LocalDate.class), row.getString("method"),
                        row.getObject("council_members", Integer.class), row.getInt("present"), row.getInt("seats"),
                        row.getString("tie_reason"))).list();
    }

    Optional<Meeting> last(String dossierNumber) {
        return of(dossierNumber).stream().reduce((earlier, later) -> later);
    }

    /** Who was voted on at a meeting, in the order of the list of candidates. */
    List<Ballot> ballots(String dossierNumber, Meeting meeting) {
        return jdbc.sql("""
                        select candidate_id, votes, elected from team_vote where dossier_number = ? and meeting = ?
                        order by candidate_id""").params(dossierNumber, meeting.number()).query(Meetings::ballot).list();
    }

    /** The votes of all meetings, the last of each candidate. */
    List<Ballot> ballots(String dossierNumber) {
        return jdbc.sql("""
                        select distinct on (candidate_id) candidate_id, votes, elected from team_vote
                        where dossier_number = ? order by candidate_id, meeting desc""").param(dossierNumber)
                .query(Meetings::ballot).list();
    }

    private static Ballot ballot(ResultSet row, int index) throws SQLException {
        return new Ballot(row.getLong("candidate_id"), row.getInt("votes"), row.getBoolean("elected"));
    }

    @SuppressWarnings("unchecked")
    private static List<Votes> votes(Map<String, Object> fields, List<Candidate> voted) {
        var votes = ((List<Map<String, Object>>) fields.get("results")).stream().map(row ->
                new Votes(Long.parseLong((String) row.get("id")), ((Long) row.get("votes")).intValue())).toList();
        var named = new HashSet<>(votes.stream().map(Votes::candidate).toList());
        var missing = voted.stream().filter(one -> !named.contains(one.id())).count();
        if (missing > 0) {
            throw Refusal.broken("results", "Còn %d người trong danh sách chưa có kết quả".formatted(missing));
        }
        return votes;
    }

    @SuppressWarnings("unchecked")
    private static List<Long> choice(Map<String, Object> fields) {
        return ((List<String>) fields.getOrDefault("tieChoice", List.of())).stream().map(Long::valueOf).toList();
    }

    private static void settled(Election election, List<Long> choice, String reason) {
        if (!election.tied().isEmpty()) {
            throw Refusal.broken("tieChoice", "%d người bằng phiếu mà chỉ còn %d suất: Chủ tịch Hội đồng xét tuyển phải chọn và nêu lý do"
                    .formatted(election.tied().size(), election.open()), "Thông tư 14/2024/TT-BCA, Điều 3 khoản 7");
        }
        if (choice.isEmpty() != (reason == null)) {
            throw Refusal.broken("tieReason", "Lý do chọn đi cùng với người được chọn khi bằng phiếu");
        }
    }

    private void keep(String dossierNumber, Meeting meeting, List<Long> choice, List<Votes> votes, Election election) {
        jdbc.sql("""
                        insert into team_meeting (dossier_number, meeting, held_on, method, council_members, present,
                                                  seats, tie_choice, tie_reason)
                        values (:dossier, :meeting, :heldOn, :method, :members, :present, :seats, :choice, :reason)""")
                .param("dossier", dossierNumber).param("meeting", meeting.number()).param("heldOn", meeting.heldOn())
                .param("method", meeting.method()).param("members", meeting.councilMembers())
                .param("present", meeting.present()).param("seats", meeting.seats())
                .param("choice", choice.toArray(Long[]::new)).param("reason", meeting.tieReason()).update();
        votes.forEach(vote -> jdbc.sql("""
                        insert into team_vote (dossier_number, meeting, candidate_id, votes, elected)
                        values (?, ?, ?, ?, ?)""").params(dossierNumber, meeting.number(), vote.candidate(),
                        vote.votes(), election.elected().contains(vote.candidate())).update());
    }
}
