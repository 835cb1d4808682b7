package vn.phongtrao.edition;

import java.io.EOFException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

import org.springframework.web.multipart.MultipartFile;

import vn.phongtrao.refusal.Refusal;

/**
 * Files that somebody sends, by their places. A file is named for its place ({@code review/deadline.dmn}, or {@code
 * review_deadline.dmn} where a browser sends no folder); the name alone is enough where one file in force has it, so
 * that what was downloaded and changed finds back. An archive holds several.
 */
public final class SentFiles {

    /** As the files of both areas are named; whether such a file is of any use is for the checks to say. */
    private static final Pattern PATH = Pattern.compile("[a-z0-9-]+((/[A-Za-z0-9_.-]+){1,3}|\\.[a-z]+)");

    private static final int LONGEST = 120;

    private SentFiles() {
    }

    /**
     * @param inForce where files may find back to
     * @throws Refusal malformed, for an unreadable archive or a name that tells no place
     */
    public static Map<String, byte[]> read(List<MultipartFile> files, Area area, FileTree inForce) throws IOException {
        Map<String, byte[]> read = new TreeMap<>();
        for (var file : files) {
            var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            read.putAll(name.endsWith(".zip") ? unzipped(file.getBytes(), area)
                    : Map.of(placeOf(name, area, inForce), file.getBytes()));
        }
        read.forEach(SentFiles::requireSmall);
        read.keySet().forEach(SentFiles::requirePath);
        return read;
    }

    /** That own files go, and the built-in ones are in force again. @throws Refusal malformed, for what is no place */
    static Map<String, byte[]> gone(List<String> paths) {
        Map<String, byte[]> gone = new HashMap<>();
        paths.forEach(path -> {
            requirePath(path);
            gone.put(path, null);
        });
        return gone;
    }

    private static String placeOf(String name, Area area, FileTree inForce) {
        if (name.contains("/")) {
            return name.replaceFirst("^" + area.id() + "/", "");
        }
        if (inForce.folders().contains(name.replaceFirst("_.*", "")) && name.contains("_")) {
            return name.replaceFirst("_", "/");
        }
        var places = inForce.all().keySet().stream().filter(path -> ("/" + path).endsWith("/" + name)).toList();
        if (places.size() != 1) {
            throw Refusal.malformed("files", places.isEmpty()
                    ? "Không có tệp nào tên \"%s\"; tên tệp phải có cả thư mục"
                    .formatted(name) : "Có nhiều tệp tên \"%s\": %s".formatted(name, String.join(", ", places)));
        }
        return places.get(0);
    }

    private static Map<String, byte[]> unzipped(byte[] archive, Area area) throws IOException {
        try {
            return FileTree.zipped(archive, area.id()).all();
        } catch (ZipException | EOFException unreadable) {
            throw Refusal.malformed("files", "Không đọc được tệp ZIP");
        } catch (IllegalArgumentException large) {
            throw Refusal.malformed("files", "Tệp ZIP chứa quá nhiều dữ liệu");
        }
    }

    /** @throws Refusal malformed, for a file that is larger than those of areas may be */
    public static void requireSmall(String path, byte[] content) {
        if (content.length > FileTree.MOST_BYTES_OF_ONE) {
            throw Refusal.malformed("files", "Tệp \"%s\" lớn quá 1 MB".formatted(path));
        }
    }

    /** @throws Refusal malformed, for what is no place in a folder of an area */
    private static void requirePath(String path) {
        if (!PATH.matcher(path).matches() || path.length() > LONGEST || path.contains("..")) {
            throw Refusal.malformed("files", "Vị trí tệp phải như review/deadline.dmn, không phải \"%s\""
                    .formatted(path));
        }
    }
}
