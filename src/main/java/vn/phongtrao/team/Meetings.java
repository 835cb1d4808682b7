package vn.phongtrao.team;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.citizen.NoNumber;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.procedure.FieldsOf;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.team.Posting.Notice;

/** The meetings of the selection council, kept as minutes (Thông tư 14/2024/TT-BCA, Điều 3.6 and 3.7). */
@Component
class Meetings {

    private final Posting posting;
    private final Candidates candidates;
    private final Quorum quorum;
    private final JdbcClient jdbc;
    private final Clock clock;

    Meetings(Posting posting, Candidates candidates, Quorum quorum, JdbcClient jdbc, Clock clock) {
        this.posting = posting;
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

    /**
     * The minutes as the form brings them, see {@link Meeting}.
     *
     * @param heldOn    null for today
     * @param tieChoice those of the tied who get the open seats; null where nobody had to choose
     */
    @FieldsOf("team-establishment-record-selection")
    record Minutes(LocalDate heldOn, String method, Integer councilMembers,
                   @NotNull(message = REQUIRED) Integer present,
                   @NotEmpty(message = REQUIRED) List<@Valid @NotNull(message = REQUIRED) Result> results,
                   List<Long> tieChoice, @NoNumber String tieReason) {

        List<Long> chosen() {
            return tieChoice == null ? List.of() : tieChoice;
        }
    }

    /** A row of the minutes. @param id of the candidate */
    record Result(@NotNull(message = REQUIRED) Long id, @NotNull(message = REQUIRED) Integer votes) {
    }

    /** @throws Refusal when the minutes cannot be right, the quorum was missed, or a tie is left open */
    void record(Plan plan, Minutes minutes) {
        var today = LocalDate.now(clock);
        var heldOn = minutes.heldOn() == null ? today : minutes.heldOn();
        if (heldOn.isAfter(today)) {
            throw Refusal.broken("heldOn", "Ngày họp chưa tới");
        }
        posting.requireOver(Notice.CANDIDATES, plan.listPostedOn(), heldOn,
                "Chưa được họp xét tuyển: danh sách còn được niêm yết");
        if (minutes.councilMembers() != null) {
            quorum.require(minutes.councilMembers(), minutes.present(), heldOn);
        }
        var all = candidates.findByDossierNumberOrderById(plan.dossierNumber());
        var seats = plan.seats() - (int) all.stream().filter(one -> one.is(Candidate.ELECTED)).count();
        var voted = all.stream().filter(one -> one.is(Candidate.ADMITTED)).toList();
        var votes = votes(minutes, voted);
        var election = Election.hold(seats, minutes.present(), votes, minutes.chosen());
        settled(election, minutes);
        keep(plan.dossierNumber(), new Meeting(last(plan.dossierNumber()).map(Meeting::number).orElse(0) + 1, heldOn,
                minutes.method(), minutes.councilMembers(), minutes.present(), seats, minutes.tieReason()),
                minutes.chosen(), votes, election);
        candidates.saveAll(voted.stream().map(one -> one.with(
                election.elected().contains(one.id()) ? Candidate.ELECTED : Candidate.NOT_ELECTED)).toList());
    }

    /** The first one first. */
    List<Meeting> of(DossierNumber dossierNumber) {
        return jdbc.sql("select * from team_meeting where dossier_number = ? order by meeting")
                .param(dossierNumber.value()).query((row, index) -> new Meeting(row.getInt("meeting"),
                        row.getObject("held_on", LocalDate.class), row.getString("method"),
                        row.getObject("council_members", Integer.class), row.getInt("present"), row.getInt("seats"),
                        row.getString("tie_reason"))).list();
    }

    Optional<Meeting> last(DossierNumber dossierNumber) {
        return of(dossierNumber).stream().reduce((earlier, later) -> later);
    }

    /** Who was voted on at a meeting, in the order of the list of candidates. */
    List<Ballot> ballots(DossierNumber dossierNumber, Meeting meeting) {
        return jdbc.sql("""
                        select candidate_id, votes, elected from team_vote where dossier_number = ? and meeting = ?
                        order by candidate_id""")
                .params(dossierNumber.value(), meeting.number()).query(Meetings::ballot).list();
    }

    /** The votes of all meetings, the last of each candidate. */
    List<Ballot> ballots(DossierNumber dossierNumber) {
        return jdbc.sql("""
                        select distinct on (candidate_id) candidate_id, votes, elected from team_vote
                        where dossier_number = ? order by candidate_id, meeting desc""").param(dossierNumber.value())
                .query(Meetings::ballot).list();
    }

    private static Ballot ballot(ResultSet row, int index) throws SQLException {
        return new Ballot(row.getLong("candidate_id"), row.getInt("votes"), row.getBoolean("elected"));
    }

    private static List<Votes> votes(Minutes minutes, List<Candidate> voted) {
        var named = minutes.results().stream().map(Result::id).collect(Collectors.toSet());
        var missing = voted.stream().filter(one -> !named.contains(one.id())).count();
        if (missing > 0) {
            throw Refusal.broken("results", "Còn %d người trong danh sách chưa có kết quả".formatted(missing));
        }
        if (named.size() > voted.size()) {
            throw Refusal.broken("results", "Có người không thuộc danh sách được xét tuyển lần này");
        }
        return minutes.results().stream().map(row -> new Votes(row.id(), row.votes())).toList();
    }

    private static void settled(Election election, Minutes minutes) {
        if (!election.tied().isEmpty()) {
            throw Refusal.broken("tieChoice",
                    "%d người bằng phiếu mà chỉ còn %d suất: Chủ tịch Hội đồng xét tuyển phải chọn và nêu lý do"
                    .formatted(election.tied().size(), election.open()), "Thông tư 14/2024/TT-BCA, Điều 3 khoản 7");
        }
        if (minutes.chosen().isEmpty() != (minutes.tieReason() == null)) {
            throw Refusal.broken("tieReason", "Lý do chọn đi cùng với người được chọn khi bằng phiếu");
        }
    }

    private void keep(DossierNumber dossierNumber, Meeting meeting, List<Long> choice, List<Votes> votes,
                      Election election) {
        jdbc.sql("""
                        insert into team_meeting (dossier_number, meeting, held_on, method, council_members, present,
                                                  seats, tie_choice, tie_reason)
                        values (:dossier, :meeting, :heldOn, :method, :members, :present, :seats, :choice, :reason)""")
                .param("dossier", dossierNumber.value()).param("meeting", meeting.number())
                .param("heldOn", meeting.heldOn())
                .param("method", meeting.method()).param("members", meeting.councilMembers())
                .param("present", meeting.present()).param("seats", meeting.seats())
                .param("choice", choice.toArray(Long[]::new)).param("reason", meeting.tieReason()).update();
        votes.forEach(vote -> jdbc.sql("""
                        insert into team_vote (dossier_number, meeting, candidate_id, votes, elected)
                        values (?, ?, ?, ?, ?)""").params(dossierNumber.value(), meeting.number(), vote.candidate(),
                        vote.votes(), election.elected().contains(vote.candidate())).update());
    }
}
