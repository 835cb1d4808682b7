package vn.phongtrao.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostTest {

    @ParameterizedTest
    @CsvSource({"95/954/31813/police-chief, 95/954/31813, POLICE_CHIEF", "95/committee-clerk, 95, COMMITTEE_CLERK"})
    void aPostIsTheGroupOfItsUnitAndPosition(String group, String unit, Position position) {
        assertThat(Post.ofGroup(group)).contains(new Post(UnitPath.of(unit), position));
        assertThat(new Post(UnitPath.of(unit), position).group()).isEqualTo(group);
    }

    @ParameterizedTest
    @ValueSource(strings = {"camunda-admin", "police-chief", "/police-chief", "95/954", "95/Police-Chief",
            "95/police-chief/", ""})
    void otherGroupsAreNoPosts(String group) {
        assertThat(Post.ofGroup(group)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPositionIsKnownByItsId(Position position) {
        assertThat(position.id()).matches("[a-z]+-[a-z]+");
        assertThat(Position.of(position.id())).isEqualTo(position);
    }

    @Test
    void anotherTextIsNoPosition() {
        assertThat(Position.find("POLICE_CHIEF")).isEmpty();
        assertThatThrownBy(() -> Position.of("mayor")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mayor");
    }

    @ParameterizedTest
    @EnumSource
    void aTierIsKnownByItsId(Tier tier) {
        assertThat(Tier.of(tier.id())).isEqualTo(tier);
    }

    @Test
    void anotherTextIsNoTier() {
        assertThatThrownBy(() -> Tier.of("hamlet")).isInstanceOf(IllegalArgumentException.class);
    }
}
