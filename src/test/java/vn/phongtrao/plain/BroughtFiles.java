package vn.phongtrao.plain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import vn.phongtrao.edition.FileTree;

/** A procedure that nobody has: what an organisation brings to have one more, outside of {@code processes/}. */
final class BroughtFiles {

    static final String PROCESS = "flood-watch-post";

    private BroughtFiles() {
    }

    static FileTree all() {
        try {
            return FileTree.in(Path.of("src/test/resources/brought"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** With one fault. @param right what is replaced wherever it stands in the file */
    static FileTree with(String file, String right, String wrong) {
        var path = PROCESS + "/" + file;
        var text = all().text(path).orElseThrow();
        assertThat(text).contains(right);
        return all().under(FileTree.of(Map.of(path, text.replace(right, wrong).getBytes(UTF_8))));
    }

    static Map<String, byte[]> changes() {
        return new HashMap<>(all().all());
    }
}
