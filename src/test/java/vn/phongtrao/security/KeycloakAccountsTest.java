package vn.phongtrao.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.RestClientException;

/** What answers of Keycloak mean; {@code RevokedIT} has the real ones. */
class KeycloakAccountsTest {

    private final List<String> asked = new ArrayList<>();
    private int status = 200;
    private int searchStatus = 200;
    private String groups = "[{\"id\":\"1\",\"path\":\"/95/954/31813/police-chief\"}]";
    private String found = "[]";
    private String user = "{\"username\":\"somebody\",\"enabled\":true}";
    private HttpServer server;
    private KeycloakAccounts accounts;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/realms/phongtrao/protocol/openid-connect/token", exchange -> answer(exchange, 200,
                "{\"access_token\":\"service\",\"token_type\":\"Bearer\",\"expires_in\":300}"));
        server.createContext("/admin/realms/phongtrao/users/", exchange -> answer(exchange, status,
                exchange.getRequestURI().getPath().endsWith("/groups") ? groups : user));
        server.createContext("/admin/realms/phongtrao/users", exchange -> answer(exchange, searchStatus, found));
        server.start();
        var address = "http://localhost:" + server.getAddress().getPort();
        accounts = new KeycloakAccounts(new KeycloakProperties(address, address, "phongtrao", "phongtrao-web", "secret"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anAccountIsAskedForWithTwoReadingsAndATokenThatIsKept() {
        assertThat(accounts.find("5e95a945")).isEqualTo(new Account(true, Set.of("/95/954/31813/police-chief")));
        accounts.find("5e95a945");

        assertThat(asked).hasSize(5).containsOnlyOnce("/realms/phongtrao/protocol/openid-connect/token")
                .contains("/admin/realms/phongtrao/users/5e95a945/groups",
                        "/admin/realms/phongtrao/users/5e95a945");
    }

    @Test
    void whoIsDisabledIsSaidToBe() {
        user = user.replace("true", "false");
        assertThat(accounts.find("5e95a945")).isEqualTo(Account.ENDED);
        assertThat(asked).hasSize(2);
    }

    @Test
    void mailsGoToTheVerifiedAddressOfAnEnabledAccount() {
        assertThat(accounts.address("somebody")).isEmpty();
        found = "[{\"username\":\"somebody\",\"enabled\":true,\"email\":\"somebody@example.vn\",\"emailVerified\":true}]";
        assertThat(accounts.address("somebody")).hasValue("somebody@example.vn");
        found = found.replace("\"emailVerified\":true", "\"emailVerified\":false");
        assertThat(accounts.address("somebody")).isEmpty();
        found = "[{\"username\":\"somebody\",\"enabled\":false,\"email\":\"somebody@example.vn\",\"emailVerified\":true}]";
        assertThat(accounts.address("somebody")).isEmpty();
        found = "[{\"username\":\"somebody\",\"enabled\":true}]";
        assertThat(accounts.address("somebody")).isEmpty();
    }

    @Test
    void whoIsNotThereIsGone() {
        status = 404;
        assertThat(accounts.find("5e95a945")).isEqualTo(Account.ENDED);
    }

    @Test
    void aProxyThatHidesTheAdministrationApiSignsNobodyOut() {
        status = 404;
        searchStatus = 404;
        assertThatExceptionOfType(RestClientException.class).isThrownBy(() -> accounts.find("5e95a945"));
    }

    @Test
    void noAnswerAndNoPermissionSayNothingAboutAnAccount() {
        for (int failure : new int[] {401, 403, 500, 503}) {
            status = failure;
            assertThatExceptionOfType(RestClientException.class).isThrownBy(() -> accounts.find("5e95a945"));
        }
        status = 200;
        groups = "<html>not Keycloak</html>";
        assertThatExceptionOfType(RestClientException.class).isThrownBy(() -> accounts.find("5e95a945"));
    }

    @Test
    void aKeycloakThatCannotBeReachedGivesNoToken() {
        server.stop(0);
        assertThatExceptionOfType(OAuth2AuthorizationException.class).isThrownBy(() -> accounts.find("5e95a945"));
    }

    private void answer(HttpExchange exchange, int status, String json) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        var body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
