package vn.phongtrao.edition;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Files as they lie in a folder, {@code processes/} or {@code provinces/}, by their paths there: {@code
 * commendation/bonus.dmn}. They do not change.
 */
public final class FileTree {

    /** The most that a file may hold that somebody sends. */
    static final int MOST_BYTES_OF_ONE = 1024 * 1024;
    private static final int MOST_FILES = 500;
    /** The most that an archive may hold. */
    static final int MOST_BYTES = 20 * 1024 * 1024;

    /** What file systems and editors leave behind. */
    private static final Pattern NOBODYS = Pattern.compile("\\..*|~\\$.*|.*~|Thumbs\\.db|desktop\\.ini");

    private final SortedMap<String, byte[]> files;

    private final FileTree lowest;

    private FileTree(Map<String, byte[]> files) {
        this(files, null);
    }

    private FileTree(Map<String, byte[]> files, FileTree lowest) {
        this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        this.lowest = lowest;
    }

    public static FileTree of(Map<String, byte[]> files) {
        return new FileTree(files);
    }

    /**
     * Those below a folder; hidden files and those that editors leave behind are left out, symbolic links are not
     * followed.
     */
    public static FileTree in(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (var found = Files.walk(folder)) {
            for (var file : (Iterable<Path>) found.filter(Files::isRegularFile)::iterator) {
                var path = folder.relativize(file).toString().replace('\\', '/');
                if (Stream.of(path.split("/")).noneMatch(part -> NOBODYS.matcher(part).matches())) {
                    files.put(path, Files.readAllBytes(file));
                }
            }
        }
        return new FileTree(files);
    }

    /**
     * Those of a ZIP archive, with or without the folder around them.
     *
     * @param root name of that folder
     * @throws IOException the bytes are no archive
     * @throws IllegalArgumentException it holds more than {@value #MOST_BYTES} bytes
     */
    public static FileTree zipped(byte[] archive, String root) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (var entries = new ZipInputStream(new ByteArrayInputStream(archive))) {
            var left = MOST_BYTES;
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (!entry.isDirectory()) {
                    if (files.size() == MOST_FILES) {
                        throw new IllegalArgumentException(entry.getName());
                    }
                    var content = entries.readNBytes(left + 1);
                    left -= content.length;
                    if (left < 0) {
                        throw new IllegalArgumentException(entry.getName());
                    }
                    files.put(entry.getName().replaceFirst("^" + root + "/", ""), content);
                }
            }
        }
        if (files.isEmpty()) {
            throw new ZipException("no entry");
        }
        return new FileTree(files);
    }

    /** These with the others laid over them: of two at the same path the other counts. */
    public FileTree under(FileTree others) {
        Map<String, byte[]> both = new TreeMap<>(files);
        both.putAll(others.files);
        return new FileTree(both, covered().orElse(this));
    }

    /** What others were laid over, the lowest of all; empty where nothing was. */
    public Optional<FileTree> covered() {
        return Optional.ofNullable(lowest);
    }

    /** Paths at which there is another file in the others, or none, or one only there. */
    public List<String> differing(FileTree others) {
        return Stream.concat(files.keySet().stream(), others.files.keySet().stream()).distinct().sorted()
                .filter(path -> !Arrays.equals(files.get(path), others.files.get(path))).toList();
    }

    public SortedMap<String, byte[]> all() {
        return files;
    }

    public Optional<byte[]> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** A file's text; bytes that are no UTF-8 become replacement characters. */
    public Optional<String> text(String path) {
        return find(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** The folders at the top. */
    public SortedSet<String> folders() {
        return files.keySet().stream().filter(path -> path.contains("/"))
                .map(path -> path.substring(0, path.indexOf('/'))).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those with one of these endings, for example {@code .bpmn}, in the order of their paths. */
    public SortedMap<String, byte[]> endingWith(String... endings) {
        SortedMap<String, byte[]> found = new TreeMap<>(files);
        found.keySet().removeIf(path -> Arrays.stream(endings).noneMatch(path::endsWith));
        return found;
    }
}
