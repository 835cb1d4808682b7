package vn.phongtrao.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.operator.OperatorCreationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

import vn.phongtrao.local.DemoAccounts;
import vn.phongtrao.local.DemoProvince;
import vn.phongtrao.local.LocalKeycloak;
import vn.phongtrao.local.LocalPostgres;
import vn.phongtrao.local.LocalServices;
import vn.phongtrao.local.Tokens;
import vn.phongtrao.signing.TestAuthority;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/** What two nodes stand on: a PostgreSQL of their own that keeps what is committed, Keycloak, and those who are told outside. */
final class Ground implements AutoCloseable {

    /** Of one district; no other test gives them people. */
    static final List<String> COMMUNES = List.of("95/954/31837", "95/954/31840");

    private static final DemoProvince PROVINCE = DemoProvince.BAC_LIEU_2024;
    private static final String PASSWORD = "crash";

    private final Path folder = Path.of("target", "crash", System.getProperty("fork", "fork-0")).toAbsolutePath();
    private final LocalPostgres postgres;
    private final String url;
    private final Messages messages = new Messages();
    private final List<Node> nodes;

    Ground() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        postgres = LocalPostgres.durable(folder.resolve("postgres"));
        url = postgres.database("phongtrao");
        new DemoAccounts(LocalKeycloak.shared().url(), PROVINCE, PROVINCE.testRealm()).provideReachable(COMMUNES.stream()
                .flatMap(commune -> Stream.of(Position.POLICE_OFFICER, Position.POLICE_CHIEF, Position.COMMITTEE_CLERK, Position.COMMITTEE_CHAIR)
                        .map(position -> new Post(UnitPath.of(commune), position))).toList());
        var properties = properties();
        nodes = Stream.of("1", "2").map(name -> new Node(properties, folder.resolve("node-%s.log".formatted(name)))).toList();
    }

    /** Whatever waits by the clock waits for seconds: a dead node's share is taken over while the test lasts. */
    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(LocalServices.properties(PROVINCE, url, LocalKeycloak.shared().url()));
        properties.putAll(Map.of("spring.mail.host", "127.0.0.1", "spring.mail.port", messages.mailPort(),
                "phongtrao.mail.from", "phongtrao@example.vn", "phongtrao.webhooks.networks", "127.0.0.0/8",
                "phongtrao.outbox.every", "1s", "phongtrao.outbox.in-hand", "20s", "phongtrao.outbox.mail.pauses", "1s",
                "phongtrao.outbox.webhook.pauses", "1s", "phongtrao.notices.mail-every", "1s",
                "camunda.bpm.job-execution.lock-time-in-millis", 10_000));
        properties.putAll(Map.of("camunda.bpm.job-execution.max-wait", 2_000, "spring.datasource.hikari.maximum-pool-size", 10,
                "phongtrao.signing.keystore", certificate(), "phongtrao.signing.password", PASSWORD));
        return properties;
    }

    private Path certificate() {
        try {
            var authority = new TestAuthority();
            return authority.keystore(folder.resolve("certificate.p12"), PASSWORD, Map.of("all",
                    authority.issue("CN=Mẫu,C=VN", "2024-01-01T00:00:00Z", "2034-01-01T00:00:00Z")));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    List<Node> nodes() {
        return nodes;
    }

    Messages messages() {
        return messages;
    }

    Backends backends() {
        return new Backends(url);
    }

    Tokens tokens() {
        return LocalKeycloak.shared().tokens(PROVINCE);
    }

    DataSource database() {
        return new DriverManagerDataSource(url, LocalPostgres.USER, "");
    }

    JdbcClient jdbc() {
        return JdbcClient.create(database());
    }

    @Override
    public void close() throws InterruptedException {
        for (var node : nodes) {
            node.kill();
        }
        messages.close();
        postgres.close();
    }
}
