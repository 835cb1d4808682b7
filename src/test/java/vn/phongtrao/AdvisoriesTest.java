package vn.phongtrao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import vn.phongtrao.Advisories.Advisory;

/**
 * Nothing that is publicly known of a library is open here unseen: either the library is not older than the version that mends it, or a test
 * tries it. The list, {@code advisories.csv}, is kept by hand: whoever reads of one adds a row, and the build says whether it concerns us.
 * It needs no network; {@link OsvTest} asks.
 */
class AdvisoriesTest {

    private static final Path SECURITY = Path.of("SECURITY.md");

    @Test
    void noLibraryHasAFaultThatIsMended() throws IOException {
        var libraries = Advisories.libraries();

        assertThat(libraries).hasSizeGreaterThan(250);
        assertThat(Advisories.list()).filteredOn(one -> one.isMended() && libraries.containsKey(one.artifact())).hasSizeGreaterThan(120)
                .noneMatch(one -> one.concerns(libraries.get(one.artifact()).version()));
    }

    @Test
    void whatHasNoMendedVersionIsTriedByATest() throws IOException {
        assertThat(Advisories.list()).filteredOn(one -> !one.isMended()).hasSizeGreaterThan(20)
                .allMatch(one -> Advisories.isTest(one.closedBy()), "is tried by a test that is there");
        assertThat(Advisories.list()).filteredOn(Advisory::isMended).allMatch(one -> one.closedBy().isEmpty());
    }

    /** Or its row says nothing any more. */
    @Test
    void whatHasNoMendedVersionIsStillThere() throws IOException {
        assertThat(Advisories.list()).filteredOn(one -> !one.isMended()).extracting(Advisory::artifact)
                .isSubsetOf(Advisories.libraries().keySet());
    }

    @Test
    void everyRowIsInSecurityWithItsTest() throws IOException {
        var list = Advisories.list();

        assertThat(Advisories.named(Files.readString(SECURITY)))
                .containsExactlyElementsOf(list.stream().map(Advisory::id).distinct().sorted().toList());
        for (var one : list) {
            assertThat(Advisories.lines(SECURITY, one.id())).as(one.id())
                    .anyMatch(line -> line.contains(one.isMended() ? "| " + one.artifact() + " |" : "`" + one.closedBy() + "`"));
        }
    }

    /** The Keycloak that is recommended is the one that was tried. */
    @Test
    void whatIsDeployedIsWhatWasTried() throws IOException {
        var keycloak = Advisories.libraries().get("keycloak").version();

        assertThat(Files.readString(Path.of("docker/keycloak.Dockerfile"))).contains("quay.io/keycloak/keycloak:" + keycloak + "\n");
        assertThat(Files.readString(Path.of("install/keycloak.sha256"))).endsWith("-" + keycloak + ".zip\n");
    }

    @Test
    void anOlderVersionWouldBeFound() {
        var advisory = new Advisory("x", "3.18.0", "CVE-0", "");

        assertThat(List.of("3.17.0", "3.9", "2.99.1")).allMatch(advisory::concerns);
        assertThat(List.of("3.18.0", "3.18.1", "3.20.0", "10.1.55")).noneMatch(advisory::concerns);
    }
}
