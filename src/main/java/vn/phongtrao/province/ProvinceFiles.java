package vn.phongtrao.province;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * The files of provinces by their paths: {@code ca-mau-2025/units.csv}, and without a folder what holds for every
 * province. They do not change.
 */
public final class ProvinceFiles {

    private static final String ROOT = "provinces/";

    private final SortedMap<String, byte[]> files;

    private ProvinceFiles(Map<String, byte[]> files) {
        this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    static ProvinceFiles of(Map<String, byte[]> files) {
        return new ProvinceFiles(files);
    }

    /** Those that the program brings with it. */
    public static ProvinceFiles builtIn() {
        return builtIn(new PathMatchingResourcePatternResolver());
    }

    static ProvinceFiles builtIn(ResourcePatternResolver resources) {
        var files = new TreeMap<String, byte[]>();
        try {
            for (var root : resources.getResources("classpath*:" + ROOT)) {
                var address = root.getURL().toString();
                for (var file : resources.getResources(address + "**")) {
                    var path = file.getURL().toString().substring(address.length());
                    if (!path.isEmpty() && !path.endsWith("/") && file.isReadable()) {
                        files.putIfAbsent(path, file.getContentAsByteArray());
                    }
                }
            }
            return new ProvinceFiles(files);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Those below a folder; hidden files are left out.
     *
     * @throws UnsoundProvinces there is no such folder
     */
    static ProvinceFiles in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UnsoundProvinces(List.of(
                    "PHONGTRAO_PROVINCES: không có thư mục %s; tạo thư mục đó, hoặc bỏ thiết lập này"
                    .formatted(folder.toAbsolutePath())));
        }
        var files = new TreeMap<String, byte[]>();
        try (var found = Files.walk(folder)) {
            for (var file : (Iterable<Path>) found.filter(Files::isRegularFile)::iterator) {
                var path = folder.relativize(file).toString().replace('\\', '/');
                if (Stream.of(path.split("/")).noneMatch(part -> part.startsWith("."))) {
                    files.put(path, Files.readAllBytes(file));
                }
            }
            return new ProvinceFiles(files);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** These with the others laid over them: of two at the same path the other counts. */
    ProvinceFiles under(ProvinceFiles others) {
        var both = new TreeMap<>(files);
        both.putAll(others.files);
        return new ProvinceFiles(both);
    }

    /** The names of the provinces, which are the folders. */
    List<String> names() {
        return files.keySet().stream().filter(path -> path.contains("/"))
                .map(path -> path.substring(0, path.indexOf('/')))
                .distinct().toList();
    }

    /** The names of the files in a province's folder. */
    List<String> of(String name) {
        return files.keySet().stream().filter(path -> path.startsWith(name + "/"))
                .map(path -> path.substring(name.length() + 1)).toList();
    }

    Optional<byte[]> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** SHA-256 in hexadecimal of all that a province's rows come from: the tables that all share, and its folder. */
    String digest(String name) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.forEach((path, content) -> {
                if (path.startsWith(name + "/") || !path.contains("/") && path.endsWith(".csv")) {
                    digest.update((path + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
                    digest.update(content);
                }
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
