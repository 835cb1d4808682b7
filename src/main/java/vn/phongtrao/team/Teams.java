package vn.phongtrao.team;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.decision.Decision;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.turn.Turn;
import vn.phongtrao.unit.Hamlet;
import vn.phongtrao.unit.UnitPath;

/**
 * The register of teams. Every change rests on a decision and takes part in its transaction; changes in one commune
 * take turns, so that its quota holds.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Teams {

    private final TeamRepository teams;
    private final Members members;
    private final RolesHeld roles;
    private final Quotas quotas;
    private final JdbcClient jdbc;

    Teams(TeamRepository teams, Members members, RolesHeld roles, Quotas quotas, JdbcClient jdbc) {
        this.teams = teams;
        this.members = members;
        this.roles = roles;
        this.quotas = quotas;
        this.jdbc = jdbc;
    }

    /** @throws Refusal rule broken, when the hamlet or its commune has as many teams as its quota allows */
    Team establish(Hamlet hamlet, String name, Decision decision, LocalDate on) {
        takeTurn(hamlet.communePath());
        if (quotas.teamsFree(hamlet.communePath(), hamlet.path(), on) < 1) {
            throw Refusal.broken("hamlet", "%s đã đủ số Tổ bảo vệ an ninh, trật tự được bố trí"
                    .formatted(hamlet.name()), Quotas.LEGAL_BASIS);
        }
        return teams.save(new Team(null, hamlet.communePath(), hamlet.path(), name, on, decision.id(), null, null));
    }

    /**
     * @throws Refusal rule broken, when the person serves in a team already, or no seat is free
     */
    Member recognise(long teamId, Person person, Role role, Decision decision, LocalDate on) {
        var team = lock(teamId);
        takeTurn(person);
        if (serves(person.citizen().digest())) {
            throw Refusal.broken(null, "%s đang là thành viên của một Tổ bảo vệ an ninh, trật tự"
                    .formatted(person.name()));
        }
        if (quotas.seatsFree(team.unitPath(), team.hamletPath(), on) < 1) {
            throw Refusal.broken(null, "%s đã đủ số lượng thành viên được bố trí".formatted(team.name()),
                    Quotas.LEGAL_BASIS);
        }
        var member = join(team, person, decision, on);
        roles.save(new RoleHeld(null, member.id(), role, on, decision.id()));
        return member;
    }

    /** @param reason kept with the member, for example {@code leave-on-request} */
    Member leave(long memberId, String reason, Decision decision, LocalDate on) {
        var member = requireServing(memberId);
        requireNotBefore(member.joinedOn(), on);
        return members.save(member.left(reason, decision.id(), on));
    }

    void changeRole(long memberId, Role role, Decision decision, LocalDate on) {
        var member = requireServing(memberId);
        var held = current(List.of(member)).get(member.id());
        if (held.role() == role) {
            throw Refusal.broken("roles", "%s đã là %s".formatted(member.name(), role.label()));
        }
        requireNotBefore(held.since(), on);
        roles.save(new RoleHeld(null, memberId, role, on, decision.id()));
    }

    /** Everybody who serves leaves with the team. */
    void dissolve(long teamId, Decision decision, LocalDate on) {
        var team = lock(teamId);
        requireNotBefore(team.establishedOn(), on);
        serving(teamId).forEach(each -> leave(each.member().id(), "dissolve", decision, on));
        teams.save(team.dissolved(decision.id(), on));
    }

    /** @throws Refusal not found */
    @Transactional(propagation = Propagation.SUPPORTS)
    Team require(long teamId) {
        return teams.findById(teamId).orElseThrow(() -> Refusal.notFound("Không có Tổ bảo vệ an ninh, trật tự này"));
    }

    /** Those who serve in the team: leader, deputies, members. */
    @Transactional(propagation = Propagation.SUPPORTS)
    List<Serving> serving(long teamId) {
        var serving = members.findByTeamIdOrderById(teamId).stream().filter(Member::serving).toList();
        var held = current(serving);
        return serving.stream().map(member -> new Serving(member, held.get(member.id()).role()))
                .sorted(Comparator.comparing(Serving::role)).toList();
    }

    /** Somebody who serves or served. @throws Refusal not found */
    @Transactional(propagation = Propagation.SUPPORTS)
    Member member(long memberId) {
        return members.findById(memberId).orElseThrow(() -> Refusal.notFound("Không có thành viên này"));
    }

    /** Whether somebody with that citizen number serves in a team. */
    @Transactional(propagation = Propagation.SUPPORTS)
    boolean serves(byte[] citizenDigest) {
        return jdbc.sql("select exists (select 1 from team_member where citizen_digest = ? and left_on is null)")
                .param(citizenDigest).query(Boolean.class).single();
    }

    private Member join(Team team, Person person, Decision decision, LocalDate on) {
        requireNotBefore(team.establishedOn(), on);
        return members.save(new Member(null, team.id(), person.name(), person.birthDate(), person.gender(),
                person.citizen().cipher(), person.citizen().digest(), person.citizen().mask(), on, decision.id(),
                null, null, null));
    }

    private Team lock(long teamId) {
        takeTurn(require(teamId).unitPath());
        var team = require(teamId);
        if (team.dissolved()) {
            throw Refusal.broken("team", "%s đã giải thể".formatted(team.name()));
        }
        return team;
    }

    private void takeTurn(UnitPath communePath) {
        jdbc.sql("select path from unit where path = ? for no key update").param(communePath.value())
                .query(String.class).single();
    }

    /** Teams of different communes may ask for the same person. */
    private void takeTurn(Person person) {
        Turn.take(jdbc, HexFormat.of().formatHex(person.citizen().digest()));
    }

    private Member requireServing(long memberId) {
        var member = member(memberId);
        lock(member.teamId());
        return members.findById(memberId).filter(Member::serving).orElseThrow(() ->
                Refusal.broken("member", "%s không còn tham gia Tổ".formatted(member.name())));
    }

    private Map<Long, RoleHeld> current(List<Member> serving) {
        return roles.findByMemberIdInOrderById(serving.stream().map(Member::id).toList()).stream()
                .collect(Collectors.toMap(RoleHeld::memberId, Function.identity(), (earlier, later) -> later));
    }

    private static void requireNotBefore(LocalDate earliest, LocalDate on) {
        if (on.isBefore(earliest)) {
            throw Refusal.broken(null, "Ngày %1$td/%1$tm/%1$tY trước ngày bắt đầu".formatted(on));
        }
    }
}
