package vn.phongtrao.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import vn.phongtrao.MovableClock;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.signing.SigningProperties.Authority;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.watch.Degraded;

class PaperSignerTest {

    private static final String PASSWORD = "mat-khau-thu";
    private static final Post PROVINCE_CHAIR = new Post(UnitPath.of("95"), Position.COMMITTEE_CHAIR);
    private static final Post PROVINCE_POLICE = new Post(UnitPath.of("95"), Position.POLICE_CHIEF);
    private static final Post COMMUNE_CHAIR = new Post(UnitPath.of("95/954/31813"), Position.COMMITTEE_CHAIR);
    private static final SignaturePlace PLACE = new SignaturePlace(1, 105, 200, 80, 25);

    @TempDir
    private static Path folder;

    private static TestAuthority authority;
    private static Path provinceFile;
    private static Path communeFile;
    private static Path expiredFile;
    private static Path twoKeysFile;
    private static byte[] paper;

    private final MovableClock clock = new MovableClock("2024-07-01");

    @BeforeAll
    static void makeCertificates() throws Exception {
        authority = new TestAuthority();
        var province = authority.issue("CN=Ủy ban nhân dân tỉnh Thử Nghiệm,O=Tỉnh Thử Nghiệm,C=VN",
                "2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z");
        var commune = authority.issue("CN=Ủy ban nhân dân xã Thử Nghiệm", "2024-01-01T00:00:00Z",
                "2025-01-01T00:00:00Z");
        var expired = authority.issue("CN=Hết hạn", "2023-01-01T00:00:00Z", "2024-06-30T00:00:00Z");
        var twoKeys = new LinkedHashMap<String, TestAuthority.Issued>();
        twoKeys.put("province", province);
        twoKeys.put("commune", commune);
        provinceFile = authority.keystore(folder.resolve("province.p12"), PASSWORD, Map.of("province", province));
        communeFile = authority.keystore(folder.resolve("commune.p12"), PASSWORD, Map.of("commune", commune));
        expiredFile = authority.keystore(folder.resolve("expired.p12"), PASSWORD, Map.of("expired", expired));
        twoKeysFile = authority.keystore(folder.resolve("two.p12"), PASSWORD, twoKeys);
        paper = PdfA.paper();
    }

    @Test
    void withoutACertificateThePaperIsLeftForInk() {
        var signer = signer(new SigningProperties(null, null, null, null, null));

        assertThat(signer.signsFor(PROVINCE_CHAIR)).isFalse();
        assertThat(signer.sign(paper, PROVINCE_CHAIR, PLACE)).isSameAs(paper);
    }

    @Test
    void aSignedPaperVerifiesWithoutTheLibraryThatSignedIt() throws Exception {
        var signed = new SignedPaper(sign(PLACE));

        assertThat(signed.verifies(authority.root())).isTrue();
        assertThat(signed.verifies(new TestAuthority().root())).as("another root").isFalse();
        assertThat(signed.covered()).isTrue();
        assertThat(signed.baseline()).isTrue();
        assertThat(signed.timestamp(authority.root())).isEmpty();
    }

    @Test
    void theTimeOfSigningIsTheClocks() throws Exception {
        assertThat(new SignedPaper(sign(PLACE)).signingTime()).isEqualTo(clock.instant());
    }

    @Test
    void aPaperThatWasChangedDoesNotVerify() throws Exception {
        var tampered = sign(PLACE);
        var text = new String(tampered, StandardCharsets.ISO_8859_1);
        tampered[text.indexOf("%%EOF")] = '#';

        assertThat(new SignedPaper(tampered).verifies(authority.root())).isFalse();
    }

    @Test
    void theSignatureIsSeenOnThePageItWasPutOn() throws Exception {
        var signed = new SignedPaper(sign(new SignaturePlace(2, 105, 200, 80, 25)));

        assertThat(signed.text(2)).contains("Ký bởi: Ủy ban nhân dân tỉnh Thử Nghiệm", "Cơ quan: Tỉnh Thử Nghiệm",
                "Thời gian ký: 01/07/2024 09:00:00 +07:00");
        assertThat(signed.text(1)).contains("QUYẾT ĐỊNH").doesNotContain("Ký bởi");
    }

    @Test
    void anOrganisationThatTheCertificateDoesNotNameIsNotShown() throws Exception {
        var signer = signer(common(communeFile));

        assertThat(new SignedPaper(signer.sign(paper, COMMUNE_CHAIR, PLACE)).text(1))
                .contains("Ký bởi: Ủy ban nhân dân xã Thử Nghiệm").doesNotContain("Cơ quan");
    }

    @Test
    void aSignedPaperStaysPdfA() throws Exception {
        assertThat(PdfA.faults(paper)).as("before").isEmpty();
        assertThat(PdfA.faults(sign(PLACE))).as("after").isEmpty();
    }

    @Test
    void aSecondSignatureLeavesTheFirstValid() throws Exception {
        var signer = signer(common(provinceFile));
        var twice = signer.sign(signer.sign(paper, PROVINCE_POLICE, new SignaturePlace(1, 20, 200, 80, 25)),
                PROVINCE_CHAIR, PLACE);

        var signed = new SignedPaper(twice);
        assertThat(signed.signatures()).hasSize(2);
        assertThat(signed.verifies(authority.root())).isTrue();
        assertThat(PdfA.faults(twice)).isEmpty();
    }

    @Test
    void aTimestampServiceVouchesForTheTime() throws Exception {
        var service = authority.issueForTimestamps();
        var time = Instant.parse("2024-07-01T02:00:05Z");
        try (var timestamps = new TestTimestamps(service, time)) {
            var signer = signer(new SigningProperties(provinceFile.toString(), PASSWORD, null, timestamps.url(), null));
            var pdf = signer.sign(paper, PROVINCE_CHAIR, PLACE);

            var signed = new SignedPaper(pdf);
            assertThat(signed.timestamp(service.certificate())).contains(time);
            assertThat(signed.verifies(authority.root())).isTrue();
            assertThat(signed.baseline()).isTrue();
            assertThat(PdfA.faults(pdf)).isEmpty();
        }
    }

    @Test
    void aTimestampServiceThatDoesNotAnswerIsAFault() throws Exception {
        URI url;
        try (var timestamps = new TestTimestamps(authority.issueForTimestamps(), Instant.EPOCH)) {
            url = timestamps.url();
        }
        var signer = signer(new SigningProperties(provinceFile.toString(), PASSWORD, null, url, null));

        assertThatThrownBy(() -> signer.sign(paper, PROVINCE_CHAIR, PLACE))
                .isInstanceOf(IllegalStateException.class).hasMessage("No timestamp from " + url);
    }

    @Test
    void anAuthoritySignsWithItsOwnCertificateAndTheOthersWithTheCommonOne() throws Exception {
        var signer = signer(new SigningProperties(provinceFile.toString(), PASSWORD, null, null,
                Map.of("xa", new Authority("95/954/31813", null, communeFile.toString(), PASSWORD, null))));

        assertThat(nameOn(signer.sign(paper, COMMUNE_CHAIR, PLACE))).contains("xã Thử Nghiệm");
        assertThat(nameOn(signer.sign(paper, PROVINCE_CHAIR, PLACE))).contains("tỉnh Thử Nghiệm");
    }

    @Test
    void committeeAndPoliceOfAUnitMayHaveACertificateEach() throws Exception {
        var signer = signer(new SigningProperties(null, null, null, null, Map.of(
                "cong-an", new Authority("95", Position.POLICE_CHIEF, communeFile.toString(), PASSWORD, null))));

        assertThat(nameOn(signer.sign(paper, PROVINCE_POLICE, PLACE))).contains("xã Thử Nghiệm");
        assertThat(signer.signsFor(PROVINCE_CHAIR)).isFalse();
    }

    @Test
    void aCertificateThatExpiredSinceTheStartSignsNothing() {
        var signer = signer(common(provinceFile));
        clock.moveTo("2025-01-02");

        assertThatThrownBy(() -> signer.sign(paper, PROVINCE_CHAIR, PLACE)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal).hasMessage("Chứng thư số của Ủy ban nhân dân tỉnh Thử Nghiệm "
                        + "không có hiệu lực tại thời điểm ký"));
    }

    @Test
    void aPageThatThePaperDoesNotHaveIsRefused() {
        var signer = signer(common(provinceFile));

        assertThatThrownBy(() -> signer.sign(paper, PROVINCE_CHAIR, new SignaturePlace(3, 10, 10, 50, 20)))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new SignaturePlace(0, 10, 10, 50, 20)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SignaturePlace(1, 10, 10, 0, 20)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAliasChoosesAmongSeveralKeys() throws Exception {
        var signer = signer(new SigningProperties(twoKeysFile.toString(), PASSWORD, "commune", null, null));

        assertThat(nameOn(signer.sign(paper, PROVINCE_CHAIR, PLACE))).contains("xã Thử Nghiệm");
        assertStartFails(common(twoKeysFile), "must hold one private key", "[province, commune]");
        assertStartFails(new SigningProperties(twoKeysFile.toString(), PASSWORD, "nobody", null, null), "named nobody");
    }

    @Test
    void aWrongPasswordStopsTheStartWithoutShowingIt() {
        var properties = new SigningProperties(provinceFile.toString(), "sai-mat-khau", null, null, null);

        assertThatThrownBy(() -> signer(properties)).isInstanceOf(IllegalStateException.class).hasNoCause()
                .hasMessageContainingAll("phongtrao.signing.keystore", "password is wrong")
                .hasMessageNotContaining("sai-mat-khau");
    }

    @Test
    void aFileThatCannotBeOpenedStopsTheStart() throws Exception {
        var text = Files.writeString(folder.resolve("text.p12"), "not a keystore");

        assertStartFails(common(text), "text.p12 is no PKCS#12 file");
        assertStartFails(new SigningProperties(provinceFile.toString(), null, null, null, null), "password is wrong");
        assertStartFails(new SigningProperties(provinceFile.toString(), "mật khẩu", null, null, null),
                "password is wrong");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void anExpiredCertificateIsToldAtTheStartAndSignsNothing(CapturedOutput output) {
        var signer = signer(common(expiredFile));

        assertThat(output).contains("expired.p12 holds a certificate that is valid from 2023-01-01T00:00:00Z to "
                + "2024-06-30T00:00:00Z only").doesNotContain(PASSWORD);
        assertThatThrownBy(() -> signer.sign(paper, PROVINCE_CHAIR, PLACE)).isInstanceOf(Refusal.class);
    }

    @Test
    void healthTellsThatACertificateEndsWithinThirtyDays() {
        assertThat(List.of(health(common(communeFile), "2024-07-01"), health(common(communeFile), "2024-12-01"),
                health(new SigningProperties(null, null, null, null, null), "2024-12-03"))).containsOnly(Status.UP);
        assertThat(List.of(health(common(communeFile), "2024-12-03"), health(common(expiredFile), "2024-07-01"), health(common(communeFile), "2023-12-31")))
                .containsOnly(Degraded.STATUS);
    }

    private Status health(SigningProperties properties, String day) {
        var then = new MovableClock(day);
        return new CertificateHealth(new SigningKeys(properties, then), then).health().getStatus();
    }

    @Test
    void aMissingFileStopsTheStartAndIsNamed() {
        assertStartFails(common(folder.resolve("none.p12")), "phongtrao.signing.keystore: ",
                "none.p12 is no readable file");
        assertStartFails(new SigningProperties(null, null, null, null,
                Map.of("xa", new Authority("95/954/31813", null, folder.resolve("none.p12").toString(), null, null))),
                "phongtrao.signing.authorities.xa.keystore: ", "none.p12 is no readable file");
        assertStartFails(new SigningProperties(null, null, null, null,
                Map.of("xa", new Authority(null, null, provinceFile.toString(), PASSWORD, null))),
                "phongtrao.signing.authorities.xa: needs unit and keystore");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "tsa.example.vn", "ldap://tsa.example.vn"})
    void onlyAWebAddressIsATimestampService(String url) {
        assertStartFails(new SigningProperties(null, null, null, URI.create(url), null),
                "phongtrao.signing.timestamp-url");
    }

    @Test
    void theTextOfThePropertiesShowsNoPassword() {
        assertThat(new SigningProperties("a.p12", PASSWORD, null, null,
                Map.of("xa", new Authority("95", null, "b.p12", PASSWORD, null))).toString())
                .contains("a.p12", "b.p12").doesNotContain(PASSWORD);
    }

    private byte[] sign(SignaturePlace place) {
        return signer(common(provinceFile)).sign(paper, PROVINCE_CHAIR, place);
    }

    private PaperSigner signer(SigningProperties properties) {
        return new PadesSigner(new SigningKeys(properties, clock), properties, clock);
    }

    private void assertStartFails(SigningProperties properties, String... message) {
        assertThatThrownBy(() -> signer(properties)).isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(message);
    }

    private static String nameOn(byte[] pdf) throws Exception {
        return new SignedPaper(pdf).certificate().getSubjectX500Principal().getName();
    }

    private static SigningProperties common(Path keystore) {
        return new SigningProperties(keystore.toString(), PASSWORD, null, null, null);
    }
}
