package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.local.LocalServices;
import vn.phongtrao.local.WebSession;

/** How keys stand administrators see, and nobody else; no key is shown to anybody. */
@HttpTest
class CitizenKeysOverHttpIT {

    private static final String KEYS = "/api/citizen-keys";

    @Autowired
    Client client;

    @Test
    void nobodyButAnAdministratorSeesThem() {
        for (var actor : Actor.all()) {
            assertThat(client.as(actor.account()).get(KEYS).status()).as(actor.account()).isEqualTo(actor.account().equals("admin") ? 200 : 403);
        }
        var officer = new WebSession(client.address());
        officer.signIn("/", "police-officer.31813");
        assertThat(officer.get("/citizen-keys").statusCode()).isEqualTo(403);
    }

    @Test
    void theKeyInForceIsShownByItsIdAlone() {
        var answer = client.as("admin").get(KEYS).expectOk();
        assertThat(answer.text("/keys/0/state")).isEqualTo("IN_FORCE");
        assertThat(answer.text("/keys/0/id")).matches("[0-9a-f]{16}");
        assertThat(answer.json().at("/nodes")).isNotEmpty();
        assertThat(answer.body()).doesNotContain(LocalServices.DEMO_CITIZEN_KEY);

        var administrator = new WebSession(client.address());
        administrator.signIn("/", "admin");
        var page = administrator.get("/citizen-keys");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Khóa mã hóa số căn cước", "Đang dùng", answer.text("/keys/0/id")).doesNotContain("??");
    }
}
