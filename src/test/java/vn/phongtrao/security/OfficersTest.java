package vn.phongtrao.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

class OfficersTest {

    private static final Map<String, Object> CLAIMS =
            Map.of("sub", "5e95a945", "preferred_username", "police-chief.954", "groups",
                    List.of("/95/954/police-chief", "/95/954/police-officer", "/offline-readers"));
    private static final Officer EXPECTED = Officer.of("police-chief.954",
            List.of("95/954/police-chief", "95/954/police-officer"));

    private final Units units = mock();
    private final Officers officers = new Officers(units, user -> List.of());

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void accessTokenAndBrowserSessionGiveTheSameOfficer() {
        when(units.inForce(any())).thenReturn(Optional.of(mock()));
        assertThat(officers.of(token(CLAIMS))).contains(EXPECTED);
        assertThat(officers.of(session(CLAIMS))).contains(EXPECTED);
        assertThat(EXPECTED.holds(new Post(UnitPath.of("95/954"), Position.POLICE_CHIEF))).isTrue();
    }

    @Test
    void whoeverHoldsAPositionInTheUnitInChargeHoldsItInTheUnitsThatEnded() {
        when(units.find(any())).thenReturn(Optional.of(mock()));
        when(units.inForce(UnitPath.of("95/954"))).thenReturn(Optional.of(mock()));
        when(units.endedUnder(UnitPath.of("95/954"))).thenReturn(List.of(UnitPath.of("95/953")));

        assertThat(officers.of(token(claims("/95/954/police-chief"))).orElseThrow().posts()).containsExactlyInAnyOrder(
                new Post(UnitPath.of("95/954"), Position.POLICE_CHIEF),
                new Post(UnitPath.of("95/953"), Position.POLICE_CHIEF));
        assertThat(officers.of(token(claims("/95/953/police-chief"))).orElseThrow().posts())
                .as("the post of a unit that has ended").isEmpty();
    }

    @Test
    void aGroupOfAUnitThatIsNotInTheCatalogueYetGivesNoPost() {
        when(units.inForce(UnitPath.of("95/954"))).thenReturn(Optional.of(mock()));

        assertThat(officers.of(token(claims("/96/31825/police-officer"))).orElseThrow().posts()).isEmpty();
        assertThat(officers.of(token(claims("/95/954/police-officer"))).orElseThrow().units()).containsExactly(UnitPath.of("95/954"));
    }

    @Test
    void aDeputyHoldsThePostAndKnowsForWhomWhereTheDeputyServesBesideIt() {
        when(units.find(any())).thenReturn(Optional.of(mock()));
        when(units.inForce(any())).thenReturn(Optional.of(mock()));
        var chief = new Post(UnitPath.of("95/954"), Position.POLICE_CHIEF);
        var deputising = new Deputising(chief, "chief", "Lê Thị Mẫu", Manner.DEPUTY, "Phó Trưởng Công an");
        var standing = new Officers(units, user -> List.of(deputising));

        var beside = standing.of(token(claims("/95/954/police-officer"))).orElseThrow();
        assertThat(beside.holds(chief)).isTrue();
        assertThat(beside.deputising(chief)).contains(deputising);
        assertThat(beside.deputising(new Post(UnitPath.of("95/954"), Position.POLICE_OFFICER))).isEmpty();
        assertThat(deputising.forWhom()).isEqualTo("KT. Lê Thị Mẫu");
        for (var elsewhere : List.of("/95/956/police-officer", "/95/954/committee-chair", "/95/954/council-member",
                "/95/police-chief", "/95/954/31813/police-officer")) {
            assertThat(standing.of(token(claims(elsewhere))).orElseThrow().holds(chief)).as(elsewhere).isFalse();
        }
        assertThat(standing.complete(Officer.of("x", List.of("95/954/committee-clerk"))).deputising()).isEmpty();
    }

    @Test
    void aDeputyHoldsThePostInTheUnitsThatEndedToo() {
        var ended = UnitPath.of("95/953");
        when(units.find(any())).thenReturn(Optional.of(mock()));
        when(units.inForce(UnitPath.of("95/954"))).thenReturn(Optional.of(mock()));
        when(units.endedUnder(UnitPath.of("95/954"))).thenReturn(List.of(ended));
        var standing = new Officers(units, user -> List.of(new Deputising(new Post(UnitPath.of("95/954"),
                Position.POLICE_CHIEF), "chief", null, Manner.DEPUTY, "Phó Trưởng Công an")));

        var deputy = standing.of(token(claims("/95/954/police-officer"))).orElseThrow();
        assertThat(deputy.deputising(new Post(ended, Position.POLICE_CHIEF)).orElseThrow().absent()).isEqualTo("chief");
    }

    @Test
    void onlyTheAdministratorsGroupMakesAnAdministrator() {
        assertThat(officers.of(token(claims("/camunda-admin"))).orElseThrow().administrator()).isTrue();
        assertThat(officers.of(token(claims("/95/camunda-admin"))).orElseThrow().administrator()).isFalse();
    }

    @Test
    void personWithoutGroupsHoldsNoPost() {
        assertThat(officers.of(token(Map.of("preferred_username", "somebody"))).orElseThrow())
                .isEqualTo(Officer.of("somebody", List.of()));
    }

    @Test
    void nobodyIsRefused() {
        var anonymous = new AnonymousAuthenticationToken("key", "anonymous",
                AuthorityUtils.createAuthorityList("NONE"));
        assertThat(officers.of(anonymous)).isEmpty();
        assertThat(officers.of(null)).isEmpty();
        assertThatThrownBy(() -> new SignedInOfficer(officers).get())
                .isInstanceOfSatisfying(Refusal.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
    }

    @Test
    void currentOfficerIsTheOneOfTheSecurityContext() {
        when(units.inForce(any())).thenReturn(Optional.of(mock()));
        SecurityContextHolder.getContext().setAuthentication(session(CLAIMS));
        assertThat(new SignedInOfficer(officers).get()).isEqualTo(EXPECTED);
    }

    @Test
    void namesAreWrittenWithTheFamilyNameFirst() {
        assertThat(officers.nameOf(token(Map.of("family_name", "Nguyễn Văn", "given_name", "Mẫu", "name",
                "Mẫu Nguyễn Văn"))))
                .contains("Nguyễn Văn Mẫu");
        assertThat(officers.nameOf(session(CLAIMS))).as("a system").isEmpty();
        assertThat(officers.nameOf(null)).isEmpty();
    }

    private static Map<String, Object> claims(String group) {
        return Map.of("preferred_username", "somebody", "groups", List.of(group));
    }

    private static Authentication token(Map<String, Object> claims) {
        return new JwtAuthenticationToken(Jwt.withTokenValue("token").header("alg", "RS256")
                .claims(all -> all.putAll(claims)).build());
    }

    private static Authentication session(Map<String, Object> claims) {
        var idToken = new OidcIdToken("token", Instant.now(), Instant.now().plusSeconds(60), claims);
        return new OAuth2AuthenticationToken(new DefaultOidcUser(List.of(), idToken), List.of(), "keycloak");
    }
}
