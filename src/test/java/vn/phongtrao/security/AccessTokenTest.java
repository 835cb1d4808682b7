package vn.phongtrao.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Which tokens count, tried with a key of our own, because Keycloak does not sign wrong ones. */
class AccessTokenTest {

    private static final AccountProperties LIMITS =
            new AccountProperties(Duration.ofMinutes(1), Duration.ofMinutes(15));

    private static RSAKey key;
    private static HttpServer keys;
    private static KeycloakProperties keycloak;
    private static JwtDecoder decoder;

    @BeforeAll
    static void publishKey() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("ours").algorithm(JWSAlgorithm.RS256).generate();
        var published = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keys.createContext("/realms/phongtrao/protocol/openid-connect/certs", exchange -> {
            exchange.sendResponseHeaders(200, published.length);
            exchange.getResponseBody().write(published);
            exchange.close();
        });
        keys.start();
        keycloak = new KeycloakProperties("https://id.example.vn", "http://localhost:" + keys.getAddress().getPort(),
                "phongtrao", "phongtrao-web", "secret");
        decoder = new KeycloakConfiguration().accessTokens(keycloak, LIMITS);
    }

    @AfterAll
    static void stop() {
        keys.stop(0);
    }

    @Test
    void tokenForThisApplicationCountsAndMayNameFurtherAudiences() throws Exception {
        assertThat(decoder.decode(signed(claims -> claims)).getClaimAsString("preferred_username"))
                .isEqualTo("somebody");
        assertThat(decoder.decode(signed(claims -> claims.audience(List.of("account", "phongtrao-api")))))
                .isNotNull();
    }

    @Test
    void keysComeFromTheInternalAddressButTheIssuerIsTheOneBrowsersSee() throws Exception {
        refused(signed(claims -> claims.issuer(keycloak.internalUrl() + "/realms/phongtrao")));
    }

    @Test
    void tokenForAnotherAudienceIsRefused() throws Exception {
        refused(signed(claims -> claims.audience("account")));
        refused(signed(claims -> claims.audience((String) null)));
    }

    @Test
    void tokenOfAnotherIssuerIsRefused() throws Exception {
        refused(signed(claims -> claims.issuer("https://id.example.vn/realms/other")));
        refused(signed(claims -> claims.issuer(null)));
    }

    @Test
    void tokenOfNobodyIsRefused() throws Exception {
        refused(signed(claims -> claims.subject(null)));
    }

    @Test
    void expiredTokenIsRefused() throws Exception {
        refused(signed(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120)))));
    }

    @Test
    void tokenThatIsNotYetValidIsRefused() throws Exception {
        refused(signed(claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(600)))));
    }

    @Test
    void unsignedTokenIsRefused() {
        refused(new PlainJWT(claims(claims -> claims)).serialize());
    }

    @Test
    void tokenSignedWithThePublicKeyAsSecretIsRefused() throws Exception {
        var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("ours").build(),
                claims(claims -> claims));
        token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
        refused(token.serialize());
    }

    @Test
    void tokenSignedWithAnotherKeyIsRefused() throws Exception {
        refused(signed(new RSAKeyGenerator(2048).keyID("ours").generate(), claims(claims -> claims)));
    }

    @Test
    void tokenWithExchangedClaimsIsRefused() throws Exception {
        var parts = signed(claims -> claims).split("\\.");
        var others = signed(claims -> claims.claim("groups", "/camunda-admin")).split("\\.");
        refused(parts[0] + "." + others[1] + "." + parts[2]);
    }

    private static void refused(String token) {
        assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(JwtException.class);
    }

    private static String signed(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return signed(key, claims(change));
    }

    private static String signed(RSAKey signer, JWTClaimsSet claims) throws JOSEException {
        var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(signer.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(signer));
        return token.serialize();
    }

    private static JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
        return change.apply(new JWTClaimsSet.Builder().issuer(keycloak.issuer()).audience("phongtrao-api")
                .subject("5e95a945").claim("preferred_username", "somebody")
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))).build();
    }
}
