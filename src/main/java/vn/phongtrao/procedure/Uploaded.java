package vn.phongtrao.procedure;

import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

import vn.phongtrao.refusal.Refusal;

/**
 * Files that somebody sends, by their places. A file is named for its place ({@code review/deadline.dmn}); the name
 * alone is enough where one file in force has it, so that what was downloaded and changed finds back. An archive holds
 * several.
 */
@Component
public class Uploaded {

    /** As the files of {@code processes/} are named. */
    private static final Pattern PATH = Pattern.compile("[a-z0-9-]+(/[A-Za-z0-9_.-]+){1,3}");

    private static final int LONGEST = 120;

    private final Procedures procedures;

    Uploaded(Procedures procedures) {
        this.procedures = procedures;
    }

    /** @throws Refusal malformed, for an unreadable archive or a name that tells no place */
    public Map<String, byte[]> read(List<MultipartFile> files) throws IOException {
        Map<String, byte[]> read = new TreeMap<>();
        for (var file : files) {
            var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            read.putAll(name.endsWith(".zip") ? unzipped(file.getBytes()) : Map.of(placeOf(name), file.getBytes()));
        }
        read.forEach(Uploaded::requireSmall);
        read.keySet().forEach(Uploaded::requirePath);
        return read;
    }

    private String placeOf(String name) {
        if (name.contains("/")) {
            return name.replaceFirst("^processes/", "");
        }
        var places = procedures.files().endingWith("/" + name).keySet();
        if (places.size() != 1) {
            throw Refusal.malformed("files", places.isEmpty()
                    ? "Không có tệp nào tên \"%s\"; tên tệp phải có cả thư mục"
                    .formatted(name) : "Có nhiều tệp tên \"%s\": %s".formatted(name, String.join(", ", places)));
        }
        return places.iterator().next();
    }

    private static Map<String, byte[]> unzipped(byte[] archive) throws IOException {
        try {
            return ProcedureFiles.zipped(archive).all();
        } catch (ZipException | EOFException unreadable) {
            throw Refusal.malformed("files", "Không đọc được tệp ZIP");
        } catch (IllegalArgumentException large) {
            throw Refusal.malformed("files", "Tệp ZIP chứa quá nhiều dữ liệu");
        }
    }

    private static void requireSmall(String path, byte[] content) {
        if (content.length > ProcedureFiles.MOST_BYTES_OF_ONE) {
            throw Refusal.malformed("files", "Tệp \"%s\" lớn quá 1 MB".formatted(path));
        }
    }

    /** @throws Refusal malformed, for what is no place in {@code processes/} */
    public static void requirePath(String path) {
        if (!PATH.matcher(path).matches() || path.length() > LONGEST || path.contains("..")) {
            throw Refusal.malformed("files", "Vị trí tệp phải như review/deadline.dmn, không phải \"%s\""
                    .formatted(path));
        }
    }
}
