package vn.phongtrao.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.Date;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

import jakarta.servlet.http.Cookie;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import vn.phongtrao.HttpSlice;
import vn.phongtrao.MovableClock;
import vn.phongtrao.TestDatabase;
import vn.phongtrao.authority.Authorities;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

@SpringJUnitWebConfig(VerificationTest.Slice.class)
@TestPropertySource(properties = "phongtrao.province=bac-lieu-2024")
class VerificationTest {

    private static final String UNKNOWN = "0123456789abcdefghjkmnpqrs";
    private static int nextAddress;

    @HttpSlice
    @ImportAutoConfiguration(ThymeleafAutoConfiguration.class)
    @ConfigurationPropertiesScan("vn.phongtrao.unit")
    @ComponentScan({"vn.phongtrao.unit", "vn.phongtrao.decision.web"})
    @Import({SqlDecisionBook.class, DecisionRegister.class, Verifier.class, Authorities.class, Certificates.class})
    static class Slice {

        @Bean
        JdbcClient jdbcClient() {
            return JdbcClient.create(TestDatabase.create());
        }

        @Bean
        MovableClock clock() {
            return new MovableClock("2024-07-01");
        }

        @Bean
        CurrentOfficer officer() {
            return () -> Officer.of("nobody", Set.of());
        }
    }

    @Autowired
    private DecisionBook book;
    @Autowired
    private Certificates certificates;
    @Autowired
    private JdbcClient jdbc;
    private MockMvcTester http;
    private String address;
    private Decision decision;

    @BeforeEach
    void open(@Autowired WebApplicationContext context) {
        http = MockMvcTester.from(context);
        address = "192.0.2." + ++nextAddress;
        decision = book.issue(new Post(UnitPath.of("95"), Position.COMMITTEE_CHAIR), Decision.MATTER, "QĐ-UBND",
                "Về việc tặng Bằng khen", DossierNumber.of("KT-31813-2024-00001"), UnitPath.of("95/954/31813"),
                "committee-chair.95");
    }

    @Test
    void aDecisionIsGenuineAndNothingButItsHeadIsTold() {
        assertThat(json(decision.code())).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                {"status": "genuine", "statusName": "Văn bản có thật và còn hiệu lực", "number": "%s",
                 "signedOn": "2024-07-01", "authority": "Chủ tịch Ủy ban nhân dân tỉnh Bạc Liêu", "signer": null,
                 "signedAs": null, "recipient": null, "revokedOn": null, "revokedBy": null,
                 "partlyRevokedOn": null, "partlyRevokedBy": null, "replacedOn": null,
                 "replacedBy": null, "correctedOn": null, "correctedBy": null}"""
                .formatted(decision.label()));
    }

    @Test
    void whoSignedForTheHeadIsNamedAndHow() {
        jdbc.sql("""
                update decision set signer_name = 'Trần Thị Mẫu', on_behalf_of = 'committee-chair.95', manner = 'deputy',
                       signs_as = 'Phó Chủ tịch' where id = ?""").param(decision.id()).update();

        assertThat(json(decision.code())).bodyJson().extractingPath("$.signedAs").isEqualTo("KT. CHỦ TỊCH – PHÓ CHỦ TỊCH");
        assertThat(page(decision.code())).bodyText().contains("Trần Thị Mẫu (KT. CHỦ TỊCH – PHÓ CHỦ TỊCH)")
                .doesNotContain("committee-chair.95");
    }

    @Test
    void aRevokedDecisionIsSaidToBeRevoked() {
        jdbc.sql("update decision set revoked_on = ? where id = ?")
                .params(Date.valueOf(LocalDate.of(2024, 8, 1)), decision.id()).update();

        assertThat(json(decision.code())).hasStatusOk().bodyJson().extractingPath("$.status").isEqualTo("revoked");
        assertThat(page(decision.code())).bodyText().contains("đã bị hủy bỏ", decision.label());
    }

    @Test
    void aCertificateNamesItsRecipientAndFallsWithItsDecision() {
        certificates.issue(decision, "Khóm 1, Phường 2");
        var code = certificates.of(decision).get(0).code();

        assertThat(json(code)).bodyJson().extractingPath("$.recipient").isEqualTo("Khóm 1, Phường 2");
        assertThat(page(code)).bodyText().contains("Văn bản có thật và còn hiệu lực", decision.label(),
                "Khóm 1, Phường 2");

        jdbc.sql("update decision set revoked_on = ? where id = ?")
                .params(Date.valueOf(LocalDate.of(2024, 8, 1)), decision.id()).update();

        assertThat(json(code)).bodyJson().extractingPath("$.status").isEqualTo("revoked");
    }

    @ParameterizedTest
    @ValueSource(strings = {UNKNOWN, "x", "'; drop table decision; --", "%", "\0", "ộộộộộộộộộộộộộộộộộộộộộộộộộộ", "1"})
    void anythingElseIsUnknownAndLooksTheSame(String code) {
        assertThat(json(code)).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                {"status": "unknown", "statusName": "Không có văn bản nào mang mã này", "number": null,
                 "signedOn": null, "authority": null, "signer": null, "signedAs": null, "recipient": null,
                 "revokedOn": null, "revokedBy": null,
                 "partlyRevokedOn": null, "partlyRevokedBy": null, "replacedOn": null,
                 "replacedBy": null, "correctedOn": null, "correctedBy": null}""");
    }

    @Test
    void aCodeMayBeTypedAsItIsRead() {
        var typed = decision.code().toUpperCase().replace('0', 'O').replace('1', 'l').replaceAll("(.{4})", "$1 ");

        assertThat(http.get().uri("/verify").param("code", typed).accept(MediaType.TEXT_HTML)
                .with(this::fromAddress)).bodyText().contains("Văn bản có thật và còn hiệu lực", decision.label(),
                "01/07/2024", "Chủ tịch Ủy ban nhân dân tỉnh Bạc Liêu").doesNotContain("Cấp cho</dt>");
    }

    @Test
    void withoutACodeThePageAsksForOne() {
        assertThat(http.get().uri("/verify").accept(MediaType.TEXT_HTML)).hasStatusOk().bodyText()
                .contains("<form", "Mã in trên văn bản").doesNotContain("class=\"answer");
    }

    @Test
    void markupInACodeIsNotShown() {
        assertThat(http.get().uri("/verify").param("code", "<script>alert(1)</script>").accept(MediaType.TEXT_HTML)
                .with(this::fromAddress)).hasStatusOk().bodyText().doesNotContain("alert(1)");
    }

    @Test
    void thePageSpeaksTheChosenLanguageAndProgramsAreAnsweredInVietnamese() {
        var english = new Cookie("PHONGTRAO-LANGUAGE", "en");

        assertThat(http.get().uri("/verify/{code}", decision.code()).accept(MediaType.TEXT_HTML).cookie(english)
                .with(this::fromAddress)).bodyText()
                .contains("lang=\"en\"", "The document is genuine and in force", "Signed on", "href=\"?language=vi\"");
        assertThat(http.get().uri("/verify/{code}", decision.code()).accept(MediaType.APPLICATION_JSON).cookie(english)
                .with(this::fromAddress)).bodyJson().extractingPath("$.statusName")
                .isEqualTo("Văn bản có thật và còn hiệu lực");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "EN", "en-US", "", "../en", "%00"})
    void anyOtherLanguageIsVietnamese(String language) {
        assertThat(http.get().uri("/verify").accept(MediaType.TEXT_HTML).header("Accept-Language", "en-US")
                .cookie(new Cookie("PHONGTRAO-LANGUAGE", language))).bodyText()
                .contains("lang=\"vi\"", "Mã in trên văn bản", "href=\"?language=en\"");
        assertThat(http.get().uri("/verify").param("language", language).accept(MediaType.TEXT_HTML)).hasStatusOk()
                .doesNotContainHeader("Set-Cookie");
    }

    @Test
    void whoChoosesALanguageComesToTheSameAddressAgain() {
        assertThat(http.get().uri(URI.create("/verify?code=a%20b&language=en&x=%C3%A2")).accept(MediaType.TEXT_HTML))
                .hasStatus3xxRedirection().hasRedirectedUrl("/verify?code=a%20b&x=%C3%A2")
                .cookies().hasValue("PHONGTRAO-LANGUAGE", "en");
    }

    @Test
    void anAddressThatAsksTooOftenHasToWaitAndOthersNeedNot() {
        for (int i = 0; i < 30; i++) {
            assertThat(json(UNKNOWN)).hasStatusOk();
        }
        assertThat(json(decision.code())).hasStatus(429).hasHeader("Retry-After", "60").bodyText()
                .doesNotContain(decision.label());
        assertThat(page(decision.code())).hasStatus(429).bodyText().contains("Quá nhiều lần kiểm tra")
                .doesNotContain(decision.label());

        address = "198.51.100.1";
        assertThat(json(decision.code())).hasStatusOk();
    }

    @Test
    void codesAreLongWithoutLookAlikesAndAllDifferent() {
        var codes = new HashSet<String>();
        for (int i = 0; i < 200; i++) {
            codes.add(jdbc.sql("select verification_code()").query(String.class).single());
        }
        assertThat(codes).hasSize(200).allMatch(code -> code.matches("[0-9a-hjkmnp-tv-z]{26}"));
        assertThat(String.join("", codes).chars().distinct()).hasSize(32);
    }

    private MvcTestResult json(String code) {
        return http.get().uri("/verify/{code}", code).accept(MediaType.APPLICATION_JSON).with(this::fromAddress)
                .exchange();
    }

    private MvcTestResult page(String code) {
        return http.get().uri("/verify/{code}", code).accept(MediaType.TEXT_HTML).with(this::fromAddress).exchange();
    }

    private MockHttpServletRequest fromAddress(MockHttpServletRequest request) {
        request.setRemoteAddr(address);
        return request;
    }
}
