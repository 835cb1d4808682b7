package vn.phongtrao.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import vn.phongtrao.MovableClock;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

class SigningStartTest {

    private static final Post POLICE = new Post(UnitPath.of("95/954/31813"), Position.POLICE_CHIEF);
    private static final Post COMMITTEE = new Post(UnitPath.of("95/954/31813"), Position.COMMITTEE_CHAIR);

    @TempDir
    private static Path folder;

    private static Path keystore;

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withBean(Clock.class, () -> new MovableClock("2024-07-01")).withUserConfiguration(Signing.class);

    @BeforeAll
    static void makeCertificate() throws Exception {
        var authority = new TestAuthority();
        keystore = authority.keystore(folder.resolve("key.p12"), "secret", Map.of("key",
                authority.issue("CN=Cơ quan thử nghiệm", "2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z")));
    }

    @Test
    void nothingNeedsToBeConfigured() {
        application.withPropertyValues("phongtrao.signing.keystore=", "phongtrao.signing.timestamp-url=")
                .run(context -> assertThat(context.getBean(PaperSigner.class).signsFor(COMMITTEE)).isFalse());
    }

    @Test
    void oneFileServesEveryAuthority() {
        application.withPropertyValues("phongtrao.signing.keystore=" + keystore, "phongtrao.signing.password=secret")
                .run(context -> assertThat(context.getBean(PaperSigner.class)).matches(s -> s.signsFor(COMMITTEE))
                        .matches(s -> s.signsFor(POLICE)));
    }

    @Test
    void anAuthorityIsNamedByUnitAndPosition() {
        application.withPropertyValues("phongtrao.signing.authorities.cong-an.unit=95/954/31813",
                        "phongtrao.signing.authorities.cong-an.position=police-chief",
                        "phongtrao.signing.authorities.cong-an.keystore=" + keystore,
                        "phongtrao.signing.authorities.cong-an.password=secret")
                .run(context -> assertThat(context.getBean(PaperSigner.class)).matches(s -> s.signsFor(POLICE))
                        .matches(s -> !s.signsFor(COMMITTEE)));
    }

    @Test
    void theApplicationDoesNotStartWithAWrongPassword() {
        application.withPropertyValues("phongtrao.signing.keystore=" + keystore, "phongtrao.signing.password=guess")
                .run(context -> assertThat(context).getFailure().rootCause()
                        .hasMessageContaining("phongtrao.signing.keystore").hasMessageContaining("password is wrong")
                        .hasMessageNotContaining("guess"));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(SigningProperties.class)
    @Import({SigningKeys.class, PadesSigner.class})
    static class Signing {
    }
}
