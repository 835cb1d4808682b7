package vn.phongtrao.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

import vn.phongtrao.local.WithLocalDatabase;

/** The application with a Keycloak that does not answer, when the time that officers go on for is over. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK,
        properties = "phongtrao.accounts.acts-without-keycloak=0s")
@WithLocalDatabase
class WithoutKeycloakIT {

    private MockMvcTester http;

    @BeforeEach
    void open(@Autowired WebApplicationContext context,
              @Autowired @Qualifier("springSecurityFilterChain") Filter security) {
        http = MockMvcTester.from(context, builder -> builder.addFilters(security).build());
    }

    @Test
    void whoIsSignedInReadsAndChangesNothing() {
        assertThat(http.get().uri("/api/units").sessionAttr(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, signedIn())).hasStatusOk();

        assertThat(http.post().uri("/api/tasks/completions").contentType(MediaType.APPLICATION_JSON).content("{}")
                .cookie(new Cookie("PHONGTRAO-CSRF", "token")).header("X-PHONGTRAO-CSRF", "token").sessionAttr(
                        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, signedIn()))
                .hasStatus(503).bodyJson().extractingPath("$.detail").asString()
                .startsWith("Keycloak (nơi quản lý tài khoản) không trả lời đã quá 0 phút");
    }

    @Test
    void aTokenThatNobodyCanVouchForIsNoFault() throws Exception {
        var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("ours").build(),
                new JWTClaimsSet.Builder().subject("5e95a945")
                        .expirationTime(Date.from(Instant.now().plusSeconds(300))).build());
        token.sign(new RSASSASigner(new RSAKeyGenerator(2048).keyID("ours").generate()));

        assertThat(http.get().uri("/api/units").header("Authorization", "Bearer " + token.serialize()))
                .hasStatus(503).bodyJson().extractingPath("$.detail").asString()
                .contains("chưa kiểm tra được mã truy cập");
    }

    private static SecurityContextImpl signedIn() {
        var idToken = new OidcIdToken("token", Instant.now(), Instant.now().plusSeconds(300),
                Map.of("sub", "5e95a945", "preferred_username", "somebody", "groups",
                        List.of("/95/954/31813/police-chief")));
        return new SecurityContextImpl(new OAuth2AuthenticationToken(new DefaultOidcUser(List.of(), idToken, "sub"),
                List.of(), "keycloak"));
    }
}
