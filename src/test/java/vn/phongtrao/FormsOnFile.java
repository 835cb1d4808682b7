package vn.phongtrao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import vn.phongtrao.workflow.form.ComposedForms;

/** The forms of {@code processes/}, composed as the engine gets them, for tests without the engine. */
public final class FormsOnFile {

    private static final Path ROOT = Path.of("processes");
    private static final SortedMap<String, byte[]> FORMS = ComposedForms.of(files());

    private FormsOnFile() {
    }

    /** The JSON of all forms, by id. */
    public static SortedMap<String, byte[]> all() {
        return FORMS;
    }

    private static Map<String, byte[]> files() {
        try (var files = Files.walk(ROOT)) {
            Map<String, byte[]> found = new TreeMap<>();
            for (var file : files.filter(path -> path.toString().endsWith(".form")).toList()) {
                found.put(ROOT.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
