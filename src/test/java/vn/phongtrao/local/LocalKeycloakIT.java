package vn.phongtrao.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.ParseException;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalKeycloakIT {

    private final LocalKeycloak keycloak = LocalKeycloak.shared();

    @ParameterizedTest
    @CsvSource({
            "BAC_LIEU_2024, police-officer.31813, /95/954/31813/police-officer",
            "BAC_LIEU_2024, council-member-3.95, /95/council-member",
            "BAC_LIEU_2024, admin, /camunda-admin",
            "CA_MAU_2025, police-officer-2.31825, /96/31825/police-officer"})
    void tokenOfAPersonNamesPostsAndAudience(DemoProvince province, String username, String group) throws Exception {
        var claims = claims(keycloak.tokens(province).of(username));

        assertThat(claims.getStringClaim("preferred_username")).isEqualTo(username);
        assertThat(claims.getStringListClaim("groups")).containsExactly(group);
        assertThat(claims.getAudience()).contains("phongtrao-api");
        assertThat(claims.getIssuer()).isEqualTo(keycloak.url() + "/realms/" + province.testRealm());
    }

    @ParameterizedTest
    @CsvSource({"BAC_LIEU_2024, /95/954/31813/police-officer", "CA_MAU_2025, /96/31825/police-officer"})
    void tokenOfASystemNamesPostsAndAudienceLikeAPersons(DemoProvince province, String group) throws Exception {
        var claims = claims(keycloak.tokens(province).ofSystem());

        assertThat(claims.getStringClaim("preferred_username")).isEqualTo("service-account-phongtrao-integration");
        assertThat(claims.getStringListClaim("groups")).containsExactly(group);
        assertThat(claims.getAudience()).contains("phongtrao-api");
    }

    @Test
    void wrongPasswordsLockAnAccountAgainstTheRightOne() {
        var tokens = keycloak.tokens(DemoProvince.BAC_LIEU_2024);
        var username = "council-member-3.956";
        assertThat(tokens.grant(username, DemoRealm.PASSWORD).statusCode()).isEqualTo(200);

        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(tokens.grant(username, "wrong").statusCode()).isBetween(400, 401);
        }

        assertThat(tokens.grant(username, DemoRealm.PASSWORD).statusCode()).isBetween(400, 401);
    }

    private static JWTClaimsSet claims(String token) throws ParseException {
        return SignedJWT.parse(token).getJWTClaimsSet();
    }
}
