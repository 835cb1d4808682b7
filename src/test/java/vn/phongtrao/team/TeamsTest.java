package vn.phongtrao.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.phongtrao.team.Role.DEPUTY;
import static vn.phongtrao.team.Role.LEADER;
import static vn.phongtrao.team.Role.MEMBER;
import static vn.phongtrao.team.TeamFixture.COMMUNE;
import static vn.phongtrao.team.TeamFixture.START;
import static vn.phongtrao.team.TeamFixture.person;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.IllegalTransactionStateException;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.UnitPath;

@SpringJUnitConfig(TeamFixture.Tables.class)
class TeamsTest {

    @Autowired
    private Teams teams;
    @Autowired
    private Quotas quotas;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TeamFixture fixture;

    @BeforeEach
    void emptyRegister() {
        fixture.empty();
    }

    @Test
    void membersServeFromTheDayOfTheDecisionInTheirRoles() {
        var team = fixture.team(COMMUNE, "31813-01", 3);
        fixture.join(team, "c1", DEPUTY);
        fixture.join(team, "c2", LEADER);

        assertThat(teams.serving(team.id())).extracting(Serving::role).containsExactly(LEADER, DEPUTY);
        assertThat(teams.serving(team.id())).extracting(serving -> serving.member().joinedOn()).containsOnly(START);
    }

    @Test
    void nothingChangesWithoutATransaction() {
        var team = fixture.team(COMMUNE, "31813-01", 3);
        assertThatThrownBy(() -> teams.recognise(team.id(), person("c1"), MEMBER, fixture.decision(), START))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void personServesInOneTeamAtATime() {
        var first = fixture.team(COMMUNE, "31813-01", 3);
        var second = fixture.team(COMMUNE, "31813-02", 3);
        var member = fixture.join(first, "c1", MEMBER);

        assertRefused(() -> fixture.join(second, "c1", MEMBER), "đang là thành viên của một Tổ");
        fixture.run(() -> teams.leave(member.id(), "leave-on-request", fixture.decision(), START.plusDays(30)));
        assertThat(fixture.join(second, "c1", MEMBER, START.plusDays(30)).teamId()).isEqualTo(second.id());
    }

    @Test
    void twoTeamsAtOnceDoNotBothTakeAPerson() throws Exception {
        var first = fixture.team(COMMUNE, "31813-01", 3);
        var second = fixture.team(COMMUNE, "31813-02", 3);
        var other = fixture.team(UnitPath.of("95/956/31843"), "31843-01", 3);
        assertThat(atOnce(() -> fixture.join(first, "c1", MEMBER), () -> fixture.join(second, "c1", MEMBER),
                () -> fixture.join(other, "c1", MEMBER))).isOne();
        assertThat(jdbc.sql("select count(*) from team_member").query(Long.class).single()).isOne();
    }

    @Test
    void twoAtOnceDoNotTakeTheLastSeat() throws Exception {
        var team = fixture.team(COMMUNE, "31813-01", 1);
        assertThat(atOnce(() -> fixture.join(team, "c1", MEMBER), () -> fixture.join(team, "c2", MEMBER))).isOne();
    }

    @Test
    void twoAtOnceDoNotEstablishOneTeam() throws Exception {
        var hamlet = fixture.hamlet(COMMUNE, "31813-01", 3);
        Supplier<Team> establish = () -> fixture.run(() ->
                teams.establish(hamlet, "Tổ mẫu", fixture.decision(), START));
        assertThat(atOnce(establish, establish)).isOne();
    }

    @Test
    void noSeatsWithoutAQuota() {
        var team = fixture.team(COMMUNE, "31813-01", 0);
        assertRefused(() -> fixture.join(team, "c1", MEMBER), "đủ số lượng thành viên");
        assertThat(quotas.seatsFree(COMMUNE, COMMUNE.child("31813-09"), START)).isZero();
        assertThat(quotas.teamsFree(COMMUNE, COMMUNE.child("31813-09"), START)).isZero();
    }

    @Test
    void smallerOfTheTwoQuotasCounts() {
        var team = fixture.team(COMMUNE, "31813-01", 3);
        quotas.keep(new Quotas.Quota(COMMUNE, null, 1, 2, START, "01/QĐ-UBND", null), "committee-clerk.95");
        assertThat(quotas.seatsFree(COMMUNE, team.hamletPath(), START)).isEqualTo(2);
        fixture.join(team, "c1", LEADER);
        assertThat(quotas.seatsFree(COMMUNE, team.hamletPath(), START)).isOne();
        assertThat(quotas.teamsFree(COMMUNE, team.hamletPath(), START)).isZero();
    }

    @Test
    void quotaCountsFromItsDayAndTheEarlierOneStays() {
        var team = fixture.team(COMMUNE, "31813-01", 3);
        quotas.keep(new Quotas.Quota(COMMUNE, team.hamletPath(), 1, 5, START.plusDays(10), "02/QĐ-UBND", null), "x");
        assertThat(quotas.seatsFree(COMMUNE, team.hamletPath(), START.plusDays(9))).isEqualTo(3);
        assertThat(quotas.seatsFree(COMMUNE, team.hamletPath(), START.plusDays(10))).isEqualTo(5);
    }

    @Test
    void decisionOfTheProvinceRaisesTheHamletAndTheCommuneAsFarAsNeeded() {
        var team = fixture.team(COMMUNE, "31813-01", 3);
        fixture.join(team, "c1", LEADER);
        quotas.keep(new Quotas.Quota(COMMUNE, null, 1, 4, START, "01/QĐ-UBND", null), "x");
        fixture.hamlet(COMMUNE, "31813-02");
        quotas.decide(COMMUNE, COMMUNE.child("31813-02"), 9, fixture.decision(), START);

        assertThat(quotas.seatsFree(COMMUNE, COMMUNE.child("31813-02"), START)).isEqualTo(9);
        assertThat(quotas.teamsFree(COMMUNE, COMMUNE.child("31813-02"), START)).isOne();
        assertThat(quotas.quota(COMMUNE, null, START)).get().extracting(Quotas.Quota::seats, Quotas.Quota::teams)
                .containsExactly(10, 2);
    }

    @Test
    void changedRoleIsAddedAndTheEarlierOneStays() {
        var team = fixture.team(COMMUNE, "31813-01", 3);
        var member = fixture.join(team, "c1", DEPUTY);
        fixture.run(() -> teams.changeRole(member.id(), LEADER, fixture.decision(), START.plusDays(5)));

        assertThat(teams.serving(team.id())).extracting(Serving::role).containsExactly(LEADER);
        assertThat(jdbc.sql("select role from team_role order by id").query(String.class).list())
                .containsExactly("DEPUTY", "LEADER");
        assertRefused(() -> fixture.run(() -> teams.changeRole(member.id(), LEADER, fixture.decision(),
                START.plusDays(6))), "đã là");
        assertRefused(() -> fixture.run(() -> teams.changeRole(member.id(), MEMBER, fixture.decision(), START)),
                "trước ngày");
    }

    @Test
    void memberLeavesOnce() {
        var team = fixture.team(COMMUNE, "31813-01", 3);
        var member = fixture.join(team, "c1", MEMBER);
        fixture.run(() -> teams.leave(member.id(), "leave-on-health", fixture.decision(), START.plusDays(1)));

        assertThat(teams.serving(team.id())).isEmpty();
        assertRefused(() -> fixture.run(() -> teams.leave(member.id(), "leave-on-health", fixture.decision(),
                START.plusDays(2))), "không còn tham gia");
        assertRefused(() -> fixture.run(() -> teams.changeRole(member.id(), LEADER, fixture.decision(),
                START.plusDays(2))), "không còn tham gia");
    }

    @Test
    void everybodyLeavesADissolvedTeamAndNobodyJoinsIt() {
        var team = fixture.team(COMMUNE, "31813-01", 3);
        fixture.join(team, "c1", LEADER);
        fixture.join(team, "c2", DEPUTY);
        fixture.run(() -> teams.dissolve(team.id(), fixture.decision(), START.plusDays(3)));

        assertThat(teams.require(team.id()).dissolvedOn()).isEqualTo(START.plusDays(3));
        assertThat(teams.serving(team.id())).isEmpty();
        assertThat(jdbc.sql("select count(*) from team_member").query(Long.class).single()).isEqualTo(2);
        assertRefused(() -> fixture.join(team, "c3", MEMBER), "đã giải thể");
        assertThat(quotas.teamsFree(COMMUNE, team.hamletPath(), START)).isOne();
    }

    @Test
    void rowsThatALogCouldQuoteNameNobody() {
        var team = fixture.team(COMMUNE, "31813-01", 3);
        assertThat(fixture.join(team, "c1", MEMBER)).asString().doesNotContain("Người", "***");
        assertThat(person("c1")).asString().doesNotContain("Người");
    }

    /** @return how many got through; the others were refused */
    private static long atOnce(Supplier<?>... tries) throws Exception {
        var threads = Executors.newFixedThreadPool(tries.length);
        try {
            var through = 0L;
            for (var call : threads.invokeAll(Arrays.stream(tries).map(TeamsTest::succeeds).toList())) {
                through += call.get() ? 1 : 0;
            }
            return through;
        } finally {
            threads.shutdown();
        }
    }

    private static Callable<Boolean> succeeds(Supplier<?> work) {
        return () -> {
            try {
                work.get();
                return true;
            } catch (Refusal refused) {
                return false;
            }
        };
    }

    private static void assertRefused(ThrowingCallable work, String message) {
        assertThatThrownBy(work).isInstanceOf(Refusal.class).hasMessageContaining(message);
    }
}
