package vn.phongtrao;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The list of what is publicly known of libraries, {@code advisories.csv}, and the libraries that are there. */
final class Advisories {

    private static final Path LIST = Path.of("src/test/resources/advisories.csv");
    private static final Pattern JAR = Pattern.compile("(?:(.*)/)?([^/]+)/([^/]+)/\\2-\\3(?:-[^/]*)?\\.jar");
    /** In the texts that Camunda's webapps carry beside their scripts. */
    private static final Pattern SCRIPT = Pattern.compile("@license (?:([@\\w./-]+)@|(DOMPurify) )(\\d+(?:\\.\\d+)*)");
    private static final String WEBAPPS = "META-INF/resources/webjars/camunda/lib/deps.js.LICENSE.txt";

    private Advisories() {
    }

    /**
     * @param fixed    the first version without the fault; empty where none is to be had
     * @param closedBy the test that tries it here; empty where the version mends it
     */
    record Advisory(String artifact, String fixed, String id, String closedBy) {

        boolean isMended() {
            return !fixed.isEmpty();
        }

        boolean concerns(String version) {
            return Version.parse(version).compareTo(Version.parse(fixed)) < 0;
        }
    }

    /**
     * @param ecosystem as osv.dev calls it
     * @param name      as it is called there
     */
    record Library(String ecosystem, String name, String version) {
    }

    static List<Advisory> list() throws IOException {
        return Files.readAllLines(LIST).stream().skip(1).map(row -> row.split(",", -1))
                .map(row -> new Advisory(row[0], row[1], row[2], row[3])).toList();
    }

    /** By their names in the list: artifacts of the class path, {@code npm:} scripts in the webapps, and Keycloak. */
    static Map<String, Library> libraries() throws IOException {
        var libraries = new TreeMap<String, Library>();
        var repository = Path.of(System.getProperty("localRepository", "")).toAbsolutePath();
        for (var path : System.getProperty("java.class.path").split(File.pathSeparator)) {
            var jar = JAR.matcher(path.startsWith(repository.toString()) ? repository.relativize(Path.of(path)).toString() : path);
            if (jar.matches()) {
                libraries.putIfAbsent(jar.group(2), new Library("Maven",
                        jar.group(1).replace('/', '.') + ":" + jar.group(2), jar.group(3)));
            }
        }
        try (var scripts = Advisories.class.getClassLoader().getResourceAsStream(WEBAPPS)) {
            SCRIPT.matcher(new String(scripts.readAllBytes())).results().forEach(script -> {
                var name = script.group(1) == null ? script.group(2).toLowerCase() : script.group(1);
                libraries.putIfAbsent("npm:" + name, new Library("npm", name, script.group(3)));
            });
        }
        var keycloak = System.getProperty("keycloak.home").replaceFirst(".*/keycloak-", "");
        libraries.put("keycloak", new Library("Maven", "org.keycloak:keycloak-services", keycloak));
        return libraries;
    }

    /** Those that a text names, each once. */
    static List<String> named(String text) {
        return Pattern.compile("\\b(CVE-\\d{4}-\\d+|GHSA(-\\w{4}){3}|(CIB7|OPERATON|FLUXNOVA)-\\w+)").matcher(text).results()
                .map(found -> found.group(1)).distinct().sorted().toList();
    }

    /** Whether there is a test of that name. */
    static boolean isTest(String name) {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            return files.anyMatch(file -> file.endsWith(name + ".java"));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** The lines of a file that name it. */
    static List<String> lines(Path file, String id) throws IOException {
        return Arrays.stream(Files.readString(file).split("\n")).filter(line -> named(line).contains(id)).toList();
    }
}
