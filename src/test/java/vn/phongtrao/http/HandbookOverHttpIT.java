package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.Application;
import vn.phongtrao.local.WebSession;

/** The way to the handbook, which the build itself makes after the tests only. */
@HttpTest
class HandbookOverHttpIT {

    private static final String LINK = "href=\"/handbook/\"";

    @Autowired
    Client client;

    private Path book;
    private byte[] made;

    @BeforeEach
    void keepTheBook() throws IOException, URISyntaxException {
        book = Path.of(Application.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                .resolve("static/handbook/index.html");
        Files.createDirectories(book.getParent());
        made = Files.exists(book) ? Files.readAllBytes(book) : null;
    }

    @AfterEach
    void putItBack() throws IOException {
        Files.deleteIfExists(book);
        if (made != null) {
            Files.write(book, made);
        }
    }

    @Test
    void everybodyReadsItAndWhoeverIsSignedInIsLedThere() throws IOException {
        Files.writeString(book, "<h1>Sổ tay mẫu</h1>");

        for (var path : new String[] {"/handbook", "/handbook/", "/handbook/index.html"}) {
            var page = new WebSession(client.address()).get(path);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("Sổ tay mẫu");
            assertThat(page.headers().firstValue("Cache-Control")).as("its pictures are kept").isEmpty();
        }
        assertThat(frontPage()).contains(LINK);
    }

    @Test
    void nothingLeadsThereWhenItIsNotMade() throws IOException {
        Files.deleteIfExists(book);

        assertThat(client.get("/handbook/").status()).isEqualTo(404);
        assertThat(frontPage()).contains("Việc cần làm").doesNotContain(LINK);
    }

    private String frontPage() {
        return new WebSession(client.address()).signIn("/", "police-officer.31813").body();
    }
}
