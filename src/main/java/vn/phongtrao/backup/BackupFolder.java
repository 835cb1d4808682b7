package vn.phongtrao.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import vn.phongtrao.refusal.Refusal;

/** The files of a backup. {@code sha256sum -c SHA256SUMS} verifies them without this program. */
record BackupFolder(Path path) {

    private static final String SUMS = "SHA256SUMS";
    private static final String MANIFEST = "backup.json";
    private static final JsonMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();

    /** A new folder that its owner alone reads. @throws Refusal where there is something of that name */
    static BackupFolder make(Path path) {
        try {
            Files.createDirectory(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return new BackupFolder(path);
        } catch (IOException notThere) {
            throw Refusal.conflict(Files.exists(path) ? "%s đã có: mỗi lần sao lưu vào một thư mục mới".formatted(path)
                    : "Không tạo được thư mục %s".formatted(path));
        }
    }

    /** A folder whose files are all there and as they were written. @throws Refusal otherwise, saying what is wrong with which file */
    static BackupFolder open(Path path) {
        var folder = new BackupFolder(path);
        if (!Files.isDirectory(path)) {
            throw Refusal.notFound("Không có thư mục %s".formatted(path));
        }
        if (!Files.isRegularFile(folder.file(SUMS))) {
            throw Refusal.malformed(SUMS, "%s không phải là bản sao đủ: thiếu tệp %s, lần sao lưu ấy đã không xong".formatted(path, SUMS));
        }
        var told = new TreeMap<String, String>();
        for (var line : folder.lines(SUMS)) {
            if (!line.matches("[0-9a-f]{64}  [a-z][a-z.-]*")) {
                throw Refusal.malformed(SUMS, "Tệp %s bị hỏng".formatted(SUMS));
            }
            told.put(line.substring(66), line.substring(0, 64));
        }
        if (!told.containsKey(MANIFEST)) {
            throw Refusal.malformed(SUMS, "Tệp %s bị hỏng".formatted(SUMS));
        }
        told.forEach((name, sum) -> {
            if (!Files.isRegularFile(folder.file(name))) {
                throw Refusal.malformed(name, "Bản sao thiếu tệp %s".formatted(name));
            }
            if (!folder.sum(name).equals(sum)) {
                throw Refusal.malformed(name, "Tệp %s bị hỏng: nội dung khác với lúc sao lưu".formatted(name));
            }
        });
        return folder;
    }

    Path file(String name) {
        return path.resolve(name);
    }

    Manifest manifest() {
        try {
            return JSON.readValue(file(MANIFEST).toFile(), Manifest.class);
        } catch (JsonProcessingException other) {
            throw Refusal.malformed(MANIFEST, "Tệp %s không phải của phiên bản này: hãy khôi phục bằng chương trình đã sao lưu".formatted(MANIFEST));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    List<String> lines(String name) {
        try {
            return Files.readAllLines(file(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Writes what the backup is, and the sums of all files last: without them it is none. */
    void finish(Manifest manifest, List<String> files) {
        try {
            Files.writeString(file(MANIFEST), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(manifest));
            var sums = new StringBuilder();
            for (var name : Stream.concat(files.stream(), Stream.of(MANIFEST)).sorted().toList()) {
                sums.append(sum(name)).append("  ").append(name).append('\n');
            }
            Files.writeString(file(SUMS), sums, StandardCharsets.US_ASCII);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Of whatever file; of the keystore, too, which is not kept here. */
    static Optional<String> sumOf(Path file) {
        return Files.isReadable(file) ? Optional.of(sum(file)) : Optional.empty();
    }

    private String sum(String name) {
        return sum(file(name));
    }

    private static String sum(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
