package vn.phongtrao.edition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.core.io.support.ResourcePatternResolver;

/** The files that the program brings with it. */
public final class BuiltInFiles {

    private BuiltInFiles() {
    }

    /** Those of the class path; of two at the same path the first one counts. */
    public static FileTree read(Area area, ResourcePatternResolver resources) {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            for (var root : resources.getResources("classpath*:" + area.id() + "/")) {
                var address = root.getURL().toString();
                for (var file : resources.getResources(address + "**")) {
                    var path = file.getURL().toString().substring(address.length());
                    if (!path.isEmpty() && !path.endsWith("/") && file.isReadable()) {
                        files.putIfAbsent(path, file.getContentAsByteArray());
                    }
                }
            }
            return FileTree.of(files);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
