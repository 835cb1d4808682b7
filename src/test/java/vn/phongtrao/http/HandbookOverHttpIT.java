package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.local.WebSession;

/** The way to the handbook, which is there from the first start on. */
@HttpTest
class HandbookOverHttpIT {

    @Autowired
    Client client;

    @Test
    void browsersFindTheMarkWhereNoPageTellsThemOfIt() {
        assertThat(new WebSession(client.address()).get("/favicon.ico").body()).contains("<svg");
    }

    @Test
    void everybodyReadsItAndWhoeverIsSignedInIsLedThere() {
        for (var path : new String[] {"/handbook", "/handbook/", "/handbook/index.html"}) {
            var page = new WebSession(client.address()).get(path);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("Văn bản: tải về, ký, kiểm tra");
            assertThat(page.headers().firstValue("Cache-Control")).as("its pictures are kept").isEmpty();
        }
        assertThat(new WebSession(client.address()).signIn("/", "police-officer.31813").body())
                .contains("href=\"/handbook/\"");
    }
}
