package vn.phongtrao.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import vn.phongtrao.refusal.Refusal;

/**
 * Says what a received file is, from its content alone, and refuses whatever is not plainly one of the accepted types:
 * other formats, several formats in one file, active content, files that grow without measure when opened.
 */
final class Inspection {

    static final String TAKEN = "chỉ nhận tệp PDF, DOCX, XLSX, JPEG hoặc PNG";
    private static final int HEAD = 1024;
    private static final int LONGEST_ZIP_END = 22 + 65_535;

    private Inspection() {
    }

    /** A file that has passed. */
    record Accepted(String name, FileType type, Path file, long size, String sha256) {
    }

    /** @throws Refusal malformed when the file is empty, rule broken when it is not accepted */
    static Accepted of(Upload upload) {
        FileName.requireNoSecret(upload.name());
        try {
            var size = Files.size(upload.file());
            if (size == 0) {
                throw Refusal.malformed("files", "\"%s\": tệp không có nội dung".formatted(upload.name()));
            }
            var head = part(upload.file(), 0, HEAD);
            var type = type(head, upload.file()).orElseThrow(() -> new Unacceptable(pretended(upload.name())
                    .map(ending -> "nội dung không phải là %s dù tên tệp có đuôi .%s; ".formatted(
                            ending.toUpperCase(Locale.ROOT), ending)).orElse("") + TAKEN));
            if (type == FileType.PDF || type == FileType.JPEG || type == FileType.PNG) {
                requireOneFormat(type, head, part(upload.file(), Math.max(0, size - LONGEST_ZIP_END), LONGEST_ZIP_END));
            }
            return new Accepted(FileName.clean(upload.name(), type), type, upload.file(), size, sha256(upload.file()));
        } catch (Unacceptable unacceptable) {
            throw Refusal.broken("files", "\"%s\": %s".formatted(upload.name(), unacceptable.getMessage()));
        } catch (StackOverflowError tooDeep) {
            throw Refusal.broken("files", "\"%s\": cấu trúc tệp lồng nhau quá sâu".formatted(upload.name()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The ending of a name that says it is one of the accepted types. */
    private static Optional<String> pretended(String name) {
        return Stream.of(FileType.values()).flatMap(type -> type.endings().stream())
                .filter(ending -> name.toLowerCase(Locale.ROOT).endsWith("." + ending)).findFirst();
    }

    private static Optional<FileType> type(String head, Path file) throws Unacceptable, IOException {
        if (PdfFile.begins(head)) {
            PdfFile.check(file);
            return Optional.of(FileType.PDF);
        }
        if (head.startsWith("PK\3\4")) {
            return OfficeFile.type(file);
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            Picture.check(file, "JPEG");
            return Optional.of(FileType.JPEG);
        }
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            Picture.check(file, "png");
            return Optional.of(FileType.PNG);
        }
        return Optional.empty();
    }

    /** Archives are read from their end, PDF and HTML from anywhere near the beginning: neither may hide in another. */
    private static void requireOneFormat(FileType type, String head, String tail) throws Unacceptable {
        var text = head.toLowerCase(Locale.ROOT);
        var hidden = Stream.of("<html", "<script", "<svg", "<!doctype").anyMatch(text::contains)
                || type != FileType.PDF && text.contains("%pdf-") || endsAsArchive(tail);
        if (hidden) {
            throw new Unacceptable("tệp chứa lẫn nội dung của định dạng khác");
        }
    }

    private static boolean endsAsArchive(String tail) {
        for (int at = tail.indexOf("PK\5\6"); at >= 0; at = tail.indexOf("PK\5\6", at + 1)) {
            if (at + 22 <= tail.length() && at + 22 + tail.charAt(at + 20)
                    + (tail.charAt(at + 21) << 8) <= tail.length()) {
                return true;
            }
        }
        return false;
    }

    /** Bytes as characters from 0 to 255. */
    static String part(Path file, long from, int most) throws IOException {
        try (var access = new RandomAccessFile(file.toFile(), "r")) {
            var bytes = new byte[(int) Math.min(most, access.length() - from)];
            access.seek(from);
            access.readFully(bytes);
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file);
                var digest = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
