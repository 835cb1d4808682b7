package vn.phongtrao.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.phongtrao.team.Role.DEPUTY;
import static vn.phongtrao.team.Role.LEADER;
import static vn.phongtrao.team.Role.MEMBER;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.phongtrao.RulesOnFile;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.refusal.Refusal;

/** Whom a team needs, and how many of the selection council must be there. */
class TeamRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 7, 1);

    private final Composition composition = new Composition(new RulesOnFile());
    private final Quorum quorum = new Quorum(new RulesOnFile());

    @Test
    void leaderDeputyAndMemberMakeATeam() {
        assertThat(breaches(3, LEADER, DEPUTY, MEMBER)).isEmpty();
        assertThat(breaches(4, LEADER, DEPUTY, DEPUTY, MEMBER)).isEmpty();
    }

    @Test
    void teamHasExactlyOneLeader() {
        assertThat(breaches(3, DEPUTY, MEMBER, MEMBER)).containsExactly("Tổ chưa có Tổ trưởng");
        assertThat(breaches(3, LEADER, LEADER, DEPUTY)).containsExactly("Tổ có nhiều hơn một Tổ trưởng");
    }

    @Test
    void teamHasADeputyAtLeast() {
        assertThat(breaches(3, LEADER, MEMBER, MEMBER)).containsExactly("Tổ chưa có Tổ phó");
    }

    @Test
    void teamHasThreeMembersAtLeast() {
        assertThat(breaches(3, LEADER, DEPUTY)).containsExactly("Tổ có ít hơn 03 thành viên");
    }

    @Test
    void teamHasNoMoreMembersThanSeats() {
        assertThat(breaches(3, LEADER, DEPUTY, MEMBER, MEMBER))
                .containsExactly("Tổ có nhiều thành viên hơn số lượng được bố trí");
    }

    @Test
    void everyBreachIsNamedWithItsParagraph() {
        assertThat(composition.check(List.of(), 0, Days.on(TODAY))).hasSize(3)
                .allSatisfy(breach -> assertThat(breach.legalBasis()).contains("Điều 1"));
    }

    @ParameterizedTest
    @CsvSource({"9, 5", "10, 6", "1, 1"})
    void moreThanHalfOfTheCouncilMustBePresent(int members, int enough) {
        assertThatCode(() -> quorum.require(members, enough, TODAY)).doesNotThrowAnyException();
        assertThatThrownBy(() -> quorum.require(members, enough - 1, TODAY)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.RULE_BROKEN));
    }

    @Test
    void moreThanAllCannotBePresent() {
        assertThatThrownBy(() -> quorum.require(9, 10, TODAY)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED));
    }

    private List<String> breaches(int seats, Role... roles) {
        return composition.check(List.of(roles), seats, Days.on(TODAY)).stream().map(Reason::message).toList();
    }
}
