package vn.phongtrao.procedure;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.springframework.core.io.Resource;

/** What an organisation may change of a procedure: its model, tables, forms, papers, page, register and words. */
public class ProcedureFolder {

    private final String key;
    private final Map<String, Resource> files;

    ProcedureFolder(String key, Map<String, Resource> files) {
        this.key = key;
        this.files = files;
    }

    /** The key of the process, as in {@code process-definition/key/{key}}. */
    public String key() {
        return key;
    }

    /** @param path in the folder, for example {@code papers/decision.html} */
    public Optional<Resource> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** The files with one of these endings, for example {@code .bpmn}. */
    public Stream<Resource> endingWith(String... endings) {
        return Arrays.stream(endings).flatMap(ending -> files(ending).values().stream());
    }

    /** The files with this ending, by their paths in the folder, in the order of the paths. */
    public SortedMap<String, Resource> files(String ending) {
        SortedMap<String, Resource> found = new TreeMap<>(files);
        found.keySet().removeIf(path -> !path.endsWith(ending));
        return found;
    }
}
