package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a client writes into the headers that proxies use. */
@HttpTest
class BehindAProxyIT {

    @Autowired
    Client client;
    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void forget() {
        jdbc.sql("delete from verification_attempt").update();
    }

    @Test
    void whoAsksTooOftenIsRefusedWhateverItSaysItIs() {
        for (int i = 0; i < 30; i++) {
            assertThat(client.with("X-Forwarded-For", "192.0.2.%d, 203.0.113.9".formatted(i)).with("Forwarded", "for=192.0.2." + i)
                    .get("/verify/x").status()).isEqualTo(200);
        }
        var refused = client.with("X-Forwarded-For", "192.0.2.200, 203.0.113.9").get("/verify/x");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("60");
    }

    @Test
    void nobodyIsLedToAForeignHost() {
        for (var path : new String[] {"/", "/oauth2/authorization/keycloak", "/logout"}) {
            var led = client.with("X-Forwarded-Host", "evil.example").with("Forwarded", "host=evil.example;proto=https").with("Accept", "text/html")
                    .get(path).headers();

            assertThat(led.firstValue("Location")).as(path).isPresent().hasValueSatisfying(where ->
                    assertThat(where).doesNotContain("evil"));
        }
    }
}
