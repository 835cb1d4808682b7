package vn.phongtrao.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Word and Excel files (ECMA-376): archives whose list of parts says what they are. */
final class OfficeFile {

    private static final int MOST_ENTRIES = 5_000;
    private static final long MOST_BYTES = 300L * 1024 * 1024;
    /** Text of office files shrinks to a tenth or twentieth; a small allowance spares short files the comparison. */
    private static final int MOST_GROWTH = 100;
    private static final long UNCOMPARED = 10L * 1024 * 1024;
    private static final int LONGEST_PARTS_LIST = 1024 * 1024;
    private static final String PARTS = "[Content_Types].xml";
    private static final String DOCX_MAIN = "wordprocessingml.document.main+xml";
    private static final String XLSX_MAIN = "spreadsheetml.sheet.main+xml";

    /** Relationships to parts that run, are files of their own, or are fetched from elsewhere. */
    private static final Set<String> FOREIGN = Set.of("oleObject", "package", "control", "activeXControlBinary",
            "attachedTemplate", "aFChunk", "externalLink", "externalLinkPath", "frame", "subDocument", "vbaProject",
            "wordVbaData", "mailMergeSource", "xlMacrosheet", "xlIntlMacrosheet", "attachedToolbars", "recipientData",
            "connections", "queryTable");
    /** Where a link may lead: the web, a message, a call, a place in this file, nowhere at all. */
    private static final Pattern ELSEWHERE = Pattern.compile("(?is)(https?://|ftps?://|mailto:|tel:|sms:|#).*"
            + "|www\\.[a-z0-9.-]+|about:blank|javascript:\\s*(void\\s*(\\(\\s*[0'\"]*\\s*\\)|0))?[;\\s]*");
    /** Or a file beside it, which is no program. */
    private static final Pattern BESIDE = Pattern.compile("(?is)(?!\\s*([\\\\/]|%5c|%2f))[^:]*");
    private static final Pattern PROGRAM = Pattern.compile("(?is).*\\.(exe|com|bat|cmd|scr|pif|ps1|vb[es]?|jse?|wsf|wsh"
            + "|hta|lnk|url|msi|msp|jar|dll|cpl|reg|scf|inf|chm|appref-ms|application|iso|img|vhdx?"
            + "|(doc|dot|xls|xlt|ppt)m|xlam?|xll)[\\s.]*([#?].*)?");
    private static final int LONGEST_LINK = 100;
    private static final int HEAD = 64;
    /** In any encoding that XML has: marks of the order of bytes, blanks, and zeros before the first tag. */
    private static final Pattern MARKUP = Pattern.compile("[\\s\\x00\u00ef\u00bb\u00bf\u00fe\u00ff]*<");
    /** Pictures that programs write with names of their own and tags without end. */
    private static final Pattern LOOSE = Pattern.compile(".*\\.(svg|vml)");
    private static final int ARCHIVE_END = 22;
    private static final int LONGEST_COMMENT = 65_535;
    /** Words in any encoding, and nothing that another program would take for its own. */
    private static final Pattern COMMENT = Pattern.compile("(?is)(?!.*%pdf)[^<\\x00-\\x08\\x0e-\\x1f]*");
    private static final XMLInputFactory XML = xml();

    private OfficeFile() {
    }

    /** @return empty for an archive that is neither */
    static Optional<FileType> type(Path file) throws Unacceptable, IOException {
        requireOnlyACommentBehind(file);
        try (var zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            requireBounded(zip, Files.size(file));
            requireHarmlessNames(zip);
            requireOwnParts(zip);
            return type(zip);
        } catch (IOException | RuntimeException broken) {
            throw new Unacceptable("không đọc được tệp DOCX, XLSX");
        }
    }

    private static XMLInputFactory xml() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static Optional<FileType> type(ZipFile zip) throws Unacceptable, IOException {
        var entry = zip.getEntry(PARTS);
        if (entry == null) {
            return Optional.empty();
        }
        String parts;
        try (var content = zip.getInputStream(entry)) {
            parts = new String(content.readNBytes(LONGEST_PARTS_LIST), StandardCharsets.UTF_8);
        }
        var lower = parts.toLowerCase(Locale.ROOT);
        if (lower.contains("macroenabled") || lower.contains("vbaproject")) {
            throw macros();
        }
        var document = parts.contains(DOCX_MAIN);
        var workbook = parts.contains(XLSX_MAIN);
        return document == workbook ? Optional.empty() : Optional.of(document ? FileType.DOCX : FileType.XLSX);
    }

    /** The sizes that an archive states of itself are not believed: everything is unpacked once, up to the limit. */
    private static void requireBounded(ZipFile zip, long packed) throws Unacceptable, IOException {
        if (zip.size() > MOST_ENTRIES) {
            throw bomb();
        }
        var most = Math.min(MOST_BYTES, Math.max(UNCOMPARED, packed * MOST_GROWTH));
        var buffer = new byte[64 * 1024];
        long unpacked = 0;
        long bitmaps = 0;
        for (var entries = zip.entries(); entries.hasMoreElements();) {
            try (var content = zip.getInputStream(entries.nextElement())) {
                var read = content.readNBytes(buffer, 0, Bitmap.HEAD);
                var bitmap = Bitmap.size(buffer, read);
                var size = 0L;
                for (; read > 0; read = content.read(buffer)) {
                    size += read;
                    if (size > bitmap && unpacked + size > most || bitmaps + unpacked + size > MOST_BYTES) {
                        throw bomb();
                    }
                }
                bitmaps += size <= bitmap ? size : 0;
                unpacked += size <= bitmap ? 0 : size;
            }
        }
    }

    private static void requireHarmlessNames(ZipFile zip) throws Unacceptable {
        Set<String> names = new HashSet<>();
        for (var entries = zip.entries(); entries.hasMoreElements();) {
            var name = entries.nextElement().getName().toLowerCase(Locale.ROOT);
            if (!names.add(name) || name.startsWith("/") || name.contains("\\") || name.contains("..")) {
                throw new Unacceptable("cấu trúc tệp bất thường");
            }
            if (name.contains("vbaproject") || name.contains("vbadata") || name.contains("activex/")
                    || name.contains("macrosheets/")) {
                throw macros();
            }
            if (name.contains("embeddings/")) {
                throw embedded();
            }
        }
    }

    /**
     * A file shows what lies in it: it neither carries other files nor fetches anything, and links lead to the web
     * only, whether they are relationships, fields or formulas. What looks like XML is read whatever its name.
     */
    private static void requireOwnParts(ZipFile zip) throws Unacceptable, IOException {
        for (var entries = zip.entries(); entries.hasMoreElements();) {
            var entry = entries.nextElement();
            var name = entry.getName().toLowerCase(Locale.ROOT);
            try (var content = new BufferedInputStream(zip.getInputStream(entry))) {
                content.mark(HEAD);
                var head = new String(content.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
                content.reset();
                if (head.isEmpty()) {
                    continue;
                }
                if (name.endsWith(".rels")) {
                    requireOwnParts(XML.createXMLStreamReader(content));
                } else if (name.endsWith(".xml") || MARKUP.matcher(head).lookingAt()) {
                    OfficeFields.check(XML.createXMLStreamReader(content));
                }
            } catch (XMLStreamException broken) {
                if (!LOOSE.matcher(name).matches()) {
                    throw new IOException(broken);
                }
            }
        }
    }

    private static void requireOwnParts(XMLStreamReader relationships) throws Unacceptable, XMLStreamException {
        while (relationships.hasNext()) {
            if (relationships.next() == XMLStreamConstants.DTD) {
                throw new XMLStreamException("No relationships declare a document type");
            }
            if (relationships.isStartElement() && relationships.getLocalName().equals("Relationship")) {
                var type = Objects.requireNonNullElse(relationships.getAttributeValue(null, "Type"), "");
                var kind = type.substring(type.lastIndexOf('/') + 1);
                var external = "external".equalsIgnoreCase(relationships.getAttributeValue(null, "TargetMode"));
                var target = Objects.requireNonNullElse(relationships.getAttributeValue(null, "Target"), "");
                if (external && kind.equals("hyperlink")) {
                    requireHarmless(target);
                }
                if (FOREIGN.contains(kind) || external && !kind.equals("hyperlink")) {
                    throw embedded();
                }
            }
        }
    }

    static void requireHarmless(String target) throws Unacceptable {
        if (!isHarmless(target)) {
            throw harmful(target);
        }
    }

    static boolean isHarmless(String target) {
        return ELSEWHERE.matcher(target).matches()
                || BESIDE.matcher(target).matches() && !PROGRAM.matcher(target).matches();
    }

    /**
     * The end record of the archive, and a comment of plain words behind it, are the end of the file, so that nothing
     * else can be read out of it.
     */
    private static void requireOnlyACommentBehind(Path file) throws Unacceptable, IOException {
        var from = Math.max(0, Files.size(file) - ARCHIVE_END - LONGEST_COMMENT);
        var tail = Inspection.part(file, from, ARCHIVE_END + LONGEST_COMMENT);
        var end = tail.lastIndexOf("PK\5\6");
        if (end < 0 || end + ARCHIVE_END > tail.length() || end + ARCHIVE_END + tail.charAt(end + 20)
                + (tail.charAt(end + 21) << 8) != tail.length()
                || !COMMENT.matcher(tail.substring(end + ARCHIVE_END)).matches()) {
            throw new Unacceptable("không đọc được tệp DOCX, XLSX");
        }
    }

    private static Unacceptable macros() {
        return new Unacceptable("tệp có chứa macro; hãy lưu lại thành tệp không có macro rồi tải lên");
    }

    static Unacceptable harmful(String link) {
        return new Unacceptable(("tệp có đối tượng nhúng hoặc liên kết ra ngoài: liên kết \"%s\" có thể chạy chương "
                + "trình hoặc mở tệp của máy khác; hãy bỏ liên kết đó hoặc lưu thành PDF rồi tải lên")
                .formatted(link.substring(0, Math.min(LONGEST_LINK, link.length()))));
    }

    static Unacceptable embedded() {
        return new Unacceptable("tệp có đối tượng nhúng hoặc liên kết ra ngoài; hãy dán dưới dạng ảnh hoặc lưu thành "
                + "PDF rồi tải lên");
    }

    private static Unacceptable bomb() {
        return new Unacceptable("tệp nén bất thường, dung lượng khi mở quá lớn");
    }
}
