package vn.phongtrao;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.assertj.core.groups.Tuple;

import vn.phongtrao.edition.FileTree;
import vn.phongtrao.procedure.Declared;
import vn.phongtrao.procedure.ProcedureCheck;

/** The files that the program brings, with one fault each, for tests of what the checks say of it. */
public final class BrokenFiles {

    /** What the program's classes declare. */
    public static final Declared DECLARED = new Declared(Set.of("vn.phongtrao"));

    private static final FileTree SOUND = DeliveredProcedures.onFile();

    private BrokenFiles() {
    }

    public static FileTree sound() {
        return SOUND;
    }

    /** @param right what stands in the file, and is replaced where it stands first */
    public static FileTree with(String file, String right, String wrong) {
        var text = SOUND.text(file).orElseThrow();
        assertThat(text).contains(right);
        var at = text.indexOf(right);
        return having(file, text.substring(0, at) + wrong + text.substring(at + right.length()));
    }

    public static FileTree having(String file, String text) {
        return SOUND.under(FileTree.of(Map.of(file, text.getBytes(UTF_8))));
    }

    public static FileTree without(String file) {
        var files = new TreeMap<>(SOUND.all());
        assertThat(files.remove(file)).isNotNull();
        return FileTree.of(files);
    }

    /** Those of some folders alone. */
    public static FileTree in(FileTree files, String... folders) {
        return files.covered().map(covered -> only(covered, folders).under(only(files, folders)))
                .orElseGet(() -> only(files, folders));
    }

    private static FileTree only(FileTree files, String... folders) {
        var some = new TreeMap<>(files.all());
        some.keySet().removeIf(path -> !List.of(folders).contains(path.substring(0, path.indexOf('/'))));
        return FileTree.of(some);
    }

    /** File, place and problem of what a check finds. */
    public static List<Tuple> findings(ProcedureCheck check, FileTree files) {
        return check.check(files).sorted().distinct().map(finding -> {
            assertThat(finding.advice()).isNotBlank().doesNotEndWith(".");
            return Tuple.tuple(finding.file(), finding.place(), finding.problem());
        }).toList();
    }
}
