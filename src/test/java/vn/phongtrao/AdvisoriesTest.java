package vn.phongtrao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/**
 * No library is older than the version that mended what is publicly known of it. The list, {@code advisories.csv}, is kept by hand: whoever reads of
 * one adds a row, and the build says whether it concerns us. It needs no network.
 */
class AdvisoriesTest {

    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[\\w.]*)(-.*)?\\.jar");

    /** @param fixed the first version without the fault */
    private record Advisory(String artifact, String fixed, String advisory) {

        boolean concerns(String version) {
            return Version.parse(version).compareTo(Version.parse(fixed)) < 0;
        }
    }

    @Test
    void noLibraryHasAFaultThatIsKnown() throws IOException {
        var versions = versions();

        assertThat(versions).hasSizeGreaterThan(150);
        assertThat(advisories()).hasSizeGreaterThan(20).filteredOn(one -> versions.containsKey(one.artifact()))
                .hasSizeGreaterThan(15).noneMatch(one -> one.concerns(versions.get(one.artifact())));
    }

    @Test
    void anOlderVersionWouldBeFound() {
        var advisory = new Advisory("x", "3.18.0", "CVE-0");

        assertThat(List.of("3.17.0", "3.9", "2.99.1")).allMatch(advisory::concerns);
        assertThat(List.of("3.18.0", "3.18.1", "3.20.0", "10.1.55")).noneMatch(advisory::concerns);
    }

    private static Map<String, String> versions() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(path -> JAR.matcher(new File(path).getName()))
                .filter(jar -> jar.matches()).collect(Collectors.toMap(jar -> jar.group(1), jar -> jar.group(2), (one, same) -> one));
    }

    private static List<Advisory> advisories() throws IOException {
        try (var list = AdvisoriesTest.class.getResourceAsStream("/advisories.csv")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).map(row -> row.split(","))
                    .map(row -> new Advisory(row[0], row[1], row[2])).toList();
        }
    }
}
