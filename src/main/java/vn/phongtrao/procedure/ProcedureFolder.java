package vn.phongtrao.procedure;

import java.util.Map;
import java.util.Optional;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

/** What an organisation may change of a procedure: its model, tables, forms, papers, page, register and words. */
public class ProcedureFolder {

    private final String key;
    private final Map<String, byte[]> files;

    ProcedureFolder(String key, Map<String, byte[]> files) {
        this.key = key;
        this.files = files;
    }

    /** The key of the process, as in {@code process-definition/key/{key}}. */
    public String key() {
        return key;
    }

    /** @param path in the folder, for example {@code papers/decision.html} */
    public Optional<Resource> find(String path) {
        return Optional.ofNullable(files.get(path)).map(content -> new ByteArrayResource(content, key + "/" + path));
    }
}
