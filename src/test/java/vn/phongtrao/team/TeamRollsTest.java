package vn.phongtrao.team;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.team.Role.DEPUTY;
import static vn.phongtrao.team.Role.LEADER;
import static vn.phongtrao.team.Role.MEMBER;
import static vn.phongtrao.team.TeamFixture.COMMUNE;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.mockito.Mockito.when;

import vn.phongtrao.team.TeamRolls.OnRoll;
import vn.phongtrao.team.TeamRolls.Roll;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** Teams as they stand at the end of a period, and how long those in them have served. */
@SpringJUnitConfig(TeamFixture.Tables.class)
@Import(TeamRolls.class)
class TeamRollsTest {

    private static final LocalDate FROM = LocalDate.of(2024, 11, 15);
    private static final LocalDate TO = LocalDate.of(2025, 11, 14);
    private static final UnitPath NEIGHBOUR = UnitPath.of("95/956/31843");

    @MockitoBean
    private Units units;
    @Autowired
    private TeamRolls rolls;
    @Autowired
    private Teams teams;
    @Autowired
    private TeamFixture fixture;

    @BeforeEach
    void emptyRegister() {
        fixture.empty();
        when(units.inChargeOf(COMMUNE)).thenReturn(List.of(COMMUNE));
    }

    @Test
    void whoServesOnTheLastDayIsOnTheRollWithTheRoleOfThatDay() {
        var team = fixture.team(COMMUNE, "31813-01", 5);
        var leader = fixture.join(team, "c1", LEADER);
        fixture.join(team, "c2", DEPUTY);
        var gone = fixture.join(team, "c3", MEMBER);
        fixture.join(team, "c4", MEMBER, TO.plusDays(1));
        fixture.team(NEIGHBOUR, "31843-01", 3);
        fixture.run(() -> {
            teams.changeRole(leader.id(), MEMBER, fixture.decision(), TO.plusDays(1));
            teams.leave(gone.id(), "leave-on-request", fixture.decision(), TO);
        });

        var roll = only();
        assertThat(roll.name()).isEqualTo("Tổ mẫu 31813-01");
        assertThat(roll.dismissals()).isFalse();
        assertThat(roll.days()).isEqualTo(365);
        assertThat(roll.members()).extracting(OnRoll::role).containsExactly("leader", "deputy");
        assertThat(roll.members()).extracting(OnRoll::leads).containsExactly(true, false);
        assertThat(roll.members()).extracting(OnRoll::days).containsOnly(365L);
    }

    @Test
    void aDeputyLeadsWhereThereIsNoLeader() {
        var team = fixture.team(COMMUNE, "31813-01", 5);
        fixture.join(team, "c1", DEPUTY);
        fixture.join(team, "c2", MEMBER);

        assertThat(only().members()).extracting(OnRoll::leads).containsExactly(true, false);
    }

    @Test
    void whoWasDismissedInThePeriodIsToldOfTheTeam() {
        for (var reason : List.of("leave-on-refusal", "leave-on-prosecution", "leave-on-health")) {
            fixture.empty();
            var team = fixture.team(COMMUNE, "31813-01", 5);
            var gone = fixture.join(team, "c1", MEMBER);
            fixture.run(() -> teams.leave(gone.id(), reason, fixture.decision(), FROM));

            assertThat(only().dismissals()).as(reason).isEqualTo(!reason.equals("leave-on-health"));
        }
    }

    @Test
    void whoHasMovedHasServedInBothTeams() {
        var first = fixture.team(COMMUNE, "31813-01", 5);
        var second = fixture.team(COMMUNE, "31813-02", 5);
        var moved = fixture.join(first, "c1", MEMBER, FROM.minusDays(100));
        fixture.run(() -> teams.leave(moved.id(), "leave-on-request", fixture.decision(), FROM.plusDays(100)));
        fixture.join(second, "c1", MEMBER, FROM.plusDays(120));

        var member = rolls.of(COMMUNE, FROM, TO).stream().max(Comparator.comparing(Roll::name)).orElseThrow()
                .members().get(0);
        assertThat(member.days()).isEqualTo(365 - 20);
        assertThat(member.from()).isEqualTo(FROM);
        assertThat(member.toString()).doesNotContain("Người mẫu");
    }

    @Test
    void aTeamThatBeganWithinThePeriodHasServedSince() {
        var team = fixture.team(COMMUNE, "31813-01", 5);
        fixture.run(() -> teams.dissolve(team.id(), fixture.decision(), TO));
        assertThat(rolls.of(COMMUNE, FROM, TO)).as("serves no more on the last day").isEmpty();

        fixture.empty();
        fixture.team(COMMUNE, "31813-01", 5);
        var roll = rolls.of(COMMUNE, LocalDate.of(2023, 11, 15), LocalDate.of(2024, 11, 14)).get(0);
        assertThat(roll.from()).isEqualTo(TeamFixture.START);
        assertThat(roll.days()).isEqualTo(137);
    }

    private Roll only() {
        assertThat(rolls.of(COMMUNE, FROM, TO)).hasSize(1);
        return rolls.of(COMMUNE, FROM, TO).get(0);
    }
}
