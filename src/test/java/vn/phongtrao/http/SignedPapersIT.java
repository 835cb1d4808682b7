package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import vn.phongtrao.press.Pdf;
import vn.phongtrao.signing.SignedPaper;
import vn.phongtrao.signing.TestAuthority;

/** A commune with a certificate: its papers come signed to whoever fetches them, with the names of those who acted. */
@HttpTest
class SignedPapersIT {

    private static final String OFFICER = "police-officer.31813";
    private static final String PASSWORD = "demo";
    private static TestAuthority authority;

    @DynamicPropertySource
    static void certificate(DynamicPropertyRegistry properties) throws Exception {
        authority = new TestAuthority();
        var file = authority.keystore(PASSWORD, authority.issue("CN=Ủy ban nhân dân Phường 2 (mẫu),C=VN",
                "2024-01-01T00:00:00Z", "2034-01-01T00:00:00Z"));
        properties.add("phongtrao.signing.authorities.commune.unit", () -> "95/954/31813");
        properties.add("phongtrao.signing.authorities.commune.keystore", file::toString);
        properties.add("phongtrao.signing.authorities.commune.password", () -> PASSWORD);
    }

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;

    @Test
    void submissionDecisionAndCertificatesAreSigned() throws Exception {
        var number = journey.propose(OFFICER, proposal("commune-certificate", "ad-hoc",
                List.of(individual("Người được khen"))));
        journey.complete(number, "complete-dossier", OFFICER, Map.of());
        journey.approve(number, "sign", "police-chief.31813");
        journey.approve(number, "appraise", "committee-clerk.31813");
        journey.approve(number, "decide", "committee-chair.31813");
        var decision = client.as(OFFICER).get("/api/decisions?dossierNumber=" + number).text("/content/0/id");

        var submission = assertSigned(client.as(OFFICER).download("/api/dossiers/" + number + "/papers/submission-1"));
        assertThat(Pdf.text(submission)).contains("Số: 01/TTr-CAP", "TRƯỞNG CÔNG AN Nguyễn Văn Mẫu");

        var document = assertSigned(client.as("committee-chair.31813")
                .download("/api/decisions/" + decision + "/document"));
        assertThat(Pdf.text(document)).contains("CHỦ TỊCH Phạm Văn Mẫu");
        assertThat(client.as(OFFICER).download("/api/dossiers/" + number + "/papers/decision-" + decision))
                .isEqualTo(document);

        try (var zip = new ZipInputStream(new ByteArrayInputStream(
                client.as("police-chief.954").download("/api/decisions/" + decision + "/papers")))) {
            zip.getNextEntry();
            assertThat(zip.readAllBytes()).isEqualTo(document);
            zip.getNextEntry();
            assertSigned(zip.readAllBytes());
        }
        Files.write(Files.createDirectories(Path.of("target/papers")).resolve("signed-over-http.pdf"), document);
        Files.write(Path.of("target/papers/signed-submission.pdf"), submission);
    }

    private static byte[] assertSigned(byte[] pdf) throws Exception {
        var signed = new SignedPaper(pdf);
        assertThat(signed.verifies(authority.root())).isTrue();
        assertThat(signed.covered()).isTrue();
        assertThat(Pdf.violations(pdf)).isEmpty();
        return pdf;
    }
}
