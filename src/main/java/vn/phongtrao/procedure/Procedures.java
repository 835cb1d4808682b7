package vn.phongtrao.procedure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The folders of {@code processes/}: one for each procedure, and {@code review} with what all share. They are listed
 * once, at start, so that a key or a name that people send finds one of these files or nothing.
 */
@Component
public class Procedures {

    private final Map<String, ProcedureFolder> folders = new TreeMap<>();

    /**
     * @param locations where folders lie, for example {@code classpath*:processes/}; a file in a later location takes the
     *                  place of one in an earlier
     */
    public Procedures(@Value("${phongtrao.processes.locations:classpath*:processes/}") List<String> locations,
                      ResourcePatternResolver resources) throws IOException {
        Map<String, Map<String, Resource>> files = new TreeMap<>();
        for (var root : roots(locations, resources)) {
            for (var file : resources.getResources(root + "*/**")) {
                var path = file.getURL().toString().substring(root.length());
                var slash = path.indexOf('/');
                if (slash > 0 && !path.endsWith("/")) {
                    files.computeIfAbsent(path.substring(0, slash), key -> new TreeMap<>())
                            .put(path.substring(slash + 1), file);
                }
            }
        }
        files.forEach((key, found) -> folders.put(key, new ProcedureFolder(key, found)));
    }

    /** Those that count most come last; on the class path that is the first. */
    private static List<String> roots(List<String> locations, ResourcePatternResolver resources) throws IOException {
        List<String> roots = new ArrayList<>();
        for (var location : locations) {
            var here = Arrays.asList(resources.getResources(location));
            Collections.reverse(here);
            for (var root : here) {
                roots.add(address(root));
            }
        }
        return roots;
    }

    /** A relative folder is found by its absolute name. */
    private static String address(Resource root) throws IOException {
        var address = root.isFile() ? root.getFile().toPath().toAbsolutePath().normalize().toUri().toURL() : root.getURL();
        return address.toString();
    }

    /** All of them, by key. */
    public List<ProcedureFolder> all() {
        return List.copyOf(folders.values());
    }

    public Optional<ProcedureFolder> find(String key) {
        return Optional.ofNullable(folders.get(key));
    }

    /** A file of a procedure. @param path in its folder, for example {@code papers/decision.html} */
    public Optional<Resource> find(String key, String path) {
        return find(key).flatMap(folder -> folder.find(path));
    }

    /** The files of all folders with one of these endings, for example {@code .bpmn}. */
    public Stream<Resource> endingWith(String... endings) {
        return folders.values().stream().flatMap(folder -> folder.endingWith(endings));
    }
}
