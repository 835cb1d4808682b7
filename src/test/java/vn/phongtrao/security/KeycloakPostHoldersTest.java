package vn.phongtrao.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.ResourceAccessException;

import vn.phongtrao.MovableClock;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.PostHolders.Holder;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

class KeycloakPostHoldersTest {

    private static final Post CHIEF = new Post(UnitPath.of("95/954/31813"), Position.POLICE_CHIEF);

    private final Units units = mock();
    private final List<String> asked = new ArrayList<>();
    private List<MemberSource.Member> members = List.of(new MemberSource.Member("b", null, true),
            new MemberSource.Member("c", "Trần Văn Mẫu", false), new MemberSource.Member("a", "Lê Thị Mẫu", true));
    private Account account = new Account(true, Set.of("/95/954/31813/police-chief"));
    private RuntimeException silence;
    private KeycloakPostHolders holders;

    @BeforeEach
    void nobodyIsKnown() {
        when(units.inCharge(any(), any())).thenReturn(Optional.empty());
        holders = new KeycloakPostHolders(new MemberSource() {
            @Override
            public List<Member> members(String group) {
                asked.add(group);
                if (silence != null) {
                    throw silence;
                }
                return members;
            }

            @Override
            public Account named(String user) {
                if (silence != null) {
                    throw silence;
                }
                return account;
            }

            @Override
            public Optional<String> address(String user) {
                if (silence != null) {
                    throw silence;
                }
                return Optional.of(user + "@example.vn");
            }
        }, new AccountProperties(Duration.ofMinutes(1), Duration.ofMinutes(15)), units, new MovableClock("2024-07-01"));
    }

    @Test
    void whoIsDisabledIsNotAmongThem() {
        assertThat(holders.named(CHIEF)).containsExactly(new Holder("a", "Lê Thị Mẫu"), new Holder("b", null));
        assertThat(holders.of(CHIEF)).containsExactly("a", "b");
        assertThat(asked).containsExactly("95/954/31813/police-chief");
    }

    @Test
    void anAccountOfASystemHoldsItsPostButIsNobodyToWhomSomethingIsGiven() {
        members = List.of(new MemberSource.Member("a", null, true), new MemberSource.Member("service-account-b", null, true));

        assertThat(holders.of(CHIEF)).containsExactly("a");
        assertThat(holders.namedNow(CHIEF)).containsExactly(new Holder("a", null));
        assertThat(holders.administrators()).containsExactly("a");
        assertThat(holders.holds("service-account-b", CHIEF)).isTrue();
        assertThat(holders.holds("c", CHIEF)).isFalse();
        assertThat(holders.stillIn(CHIEF)).as("it is moved as others are").hasSize(2);
    }

    @Test
    void aPostOfAnEndedUnitIsThatOfTheUnitInCharge() {
        Unit unit = mock();
        when(unit.path()).thenReturn(UnitPath.of("96/31825"));
        when(units.inCharge(any(), any())).thenReturn(Optional.of(unit));

        holders.of(CHIEF);
        assertThat(asked).containsExactly("96/31825/police-chief");
        assertThat(holders.hasLeft("a", List.of(CHIEF))).isTrue();
        account = new Account(true, Set.of("/96/31825/police-chief"));
        assertThat(holders.hasLeft("a", List.of(CHIEF))).isFalse();
    }

    @Test
    void whoIsDisabledOrInNoneOfTheGroupsHasLeft() {
        var officer = new Post(CHIEF.unitPath(), Position.POLICE_OFFICER);
        assertThat(holders.hasLeft("a", List.of(officer, CHIEF))).isFalse();
        assertThat(holders.hasLeft("a", List.of(officer))).isTrue();
        account = Account.ENDED;
        assertThat(holders.hasLeft("a", List.of(CHIEF))).isTrue();
    }

    @Test
    void nobodyHasLeftWhileKeycloakIsSilent() {
        silence = new ResourceAccessException("away");

        assertThat(catchThrowableOfType(Refusal.class, () -> holders.hasLeft("a", List.of(CHIEF))).kind())
                .isEqualTo(Refusal.Kind.UNAVAILABLE);
        assertThat(catchThrowableOfType(Refusal.class, () -> holders.of(CHIEF)).kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
        assertThat(catchThrowableOfType(Refusal.class, () -> holders.of("a")).kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
        silence = null;
        assertThat(holders.of(CHIEF)).as("silence is not remembered").hasSize(2);
    }
}
