package vn.phongtrao.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP that is a bag (BagIt 1.0, RFC 8493): what it holds lies in {@code data}, and {@code sha256sum -c manifest-sha256.txt}
 * verifies it. Files are written one after the other, so that one at a time is in memory.
 */
final class Bag {

    private final ZipOutputStream zip;
    private final LocalDateTime made;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Entry> tags = new ArrayList<>();

    /** @param made when all its files are */
    Bag(OutputStream out, LocalDateTime made) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.made = made;
    }

    /** Writes a file. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** A file as it lies in the bag. @param sha256 in hexadecimal @param size in bytes */
    record Entry(String path, String sha256, long size) {
    }

    /** @param path below {@code data}, of letters, digits, hyphens, dots and slashes */
    Entry add(String path, Content content) throws IOException {
        var entry = write("data/" + path, content);
        entries.add(entry);
        return entry;
    }

    /** Ends the bag. @param info what {@code bag-info.txt} says, a line for each */
    void close(Map<String, String> info) throws IOException {
        tag("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        tag("bag-info.txt", info.entrySet().stream().map(line -> "%s: %s\n".formatted(line.getKey(), line.getValue()))
                .collect(Collectors.joining()) + "Payload-Oxum: %d.%d\n".formatted(
                        entries.stream().mapToLong(Entry::size).sum(), entries.size()));
        tag("manifest-sha256.txt", manifest(entries));
        write("tagmanifest-sha256.txt", text(manifest(tags)));
        zip.finish();
    }

    private void tag(String path, String text) throws IOException {
        tags.add(write(path, text(text)));
    }

    private static Content text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String manifest(List<Entry> files) {
        return files.stream().map(file -> "%s  %s\n".formatted(file.sha256(), file.path())).collect(Collectors.joining());
    }

    private Entry write(String path, Content content) throws IOException {
        var entry = new ZipEntry(path);
        entry.setTimeLocal(made);
        zip.putNextEntry(entry);
        var counted = new Counting(zip, digest());
        content.writeTo(counted);
        counted.flush();
        zip.closeEntry();
        return new Entry(path, HexFormat.of().formatHex(counted.getMessageDigest().digest()), counted.size);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Counts and digests what goes through; whoever writes a file may close it, the bag stays open. */
    private static final class Counting extends DigestOutputStream {

        private long size;

        private Counting(OutputStream out, MessageDigest digest) {
            super(out, digest);
        }

        @Override
        public void write(int one) throws IOException {
            super.write(one);
            size++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            super.write(bytes, offset, length);
            size += length;
        }

        @Override
        public void close() {
            try {
                flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
