package vn.phongtrao.edition;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import vn.phongtrao.edition.Load.Source;

/**
 * What an organisation has laid over the built-in files, as one of its loads left it.
 *
 * @param load  null before the first one
 * @param files by path
 */
record Edition(Load load, SortedMap<String, Local> files) {

    static final Edition NONE = new Edition(null, new TreeMap<>());

    /** From 1; 0 before the first load. */
    int number() {
        return load == null ? 0 : load.number();
    }

    /**
     * A file of the organisation's own.
     *
     * @param source  how it came last
     * @param builtIn the built-in file that it was laid over; null where there was none
     */
    record Local(byte[] content, Source source, Digest builtIn) {

        boolean holds(byte[] other) {
            return Arrays.equals(content, other);
        }

        boolean same(Local other) {
            return other != null && source == other.source && holds(other.content);
        }
    }

    Optional<Local> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    FileTree content() {
        Map<String, byte[]> content = new TreeMap<>();
        files.forEach((path, file) -> content.put(path, file.content()));
        return FileTree.of(content);
    }

    /** Those that came with the folder. */
    FileTree folder() {
        Map<String, byte[]> content = new TreeMap<>();
        files.forEach((path, file) -> {
            if (file.source() == Source.FOLDER) {
                content.put(path, file.content());
            }
        });
        return FileTree.of(content);
    }
}
