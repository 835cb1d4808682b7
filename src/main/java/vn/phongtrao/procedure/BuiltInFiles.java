package vn.phongtrao.procedure;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.core.io.support.ResourcePatternResolver;

/** The files that the program brings with it. */
final class BuiltInFiles {

    private static final String ROOT = "processes/";

    private BuiltInFiles() {
    }

    /** Those of the class path; of two at the same path the first one counts. */
    public static ProcedureFiles read(ResourcePatternResolver resources) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (var root : resources.getResources("classpath*:" + ROOT)) {
            var address = root.getURL().toString();
            for (var file : resources.getResources(address + "*/**")) {
                var path = file.getURL().toString().substring(address.length());
                if (!path.endsWith("/") && file.isReadable()) {
                    files.putIfAbsent(path, file.getContentAsByteArray());
                }
            }
        }
        return ProcedureFiles.of(files);
    }
}
