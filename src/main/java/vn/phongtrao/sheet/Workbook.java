package vn.phongtrao.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.apache.commons.compress.archivers.zip.ZipFile;

import vn.phongtrao.refusal.Refusal;

/**
 * The first visible sheet of an Excel file (Office Open XML, ECMA-376). Anybody may have made the file, so it is
 * unpacked and read within limits of size, rows and columns: the libraries that read such files believe what it says of
 * places and numbers, and a few bytes can make them fill the memory.
 */
final class Workbook {

    /** The most letters that a cell may have, as in Excel. */
    static final int LONGEST_TEXT = 32_767;

    private static final int LARGEST_UNPACKED = 32 * 1024 * 1024;
    private static final int MOST_PARTS = 1_000;
    private static final byte[] ARCHIVE = {'P', 'K', 3, 4};
    private static final byte[] OLD = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final XMLInputFactory XML = factory();

    private final Map<String, byte[]> parts;

    private Workbook(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    /** Whether it begins as an archive does. */
    static boolean is(byte[] file) {
        return begins(file, ARCHIVE);
    }

    /** Whether it is of the format before 2007, or one that is locked with a password. */
    static boolean isOld(byte[] file) {
        return begins(file, OLD);
    }

    /** @throws Refusal malformed */
    static List<Line> lines(byte[] file) {
        try {
            return new Workbook(unpacked(file)).lines();
        } catch (IOException | XMLStreamException | IllegalArgumentException | IllegalStateException unreadable) {
            throw unreadable();
        }
    }

    private static Refusal unreadable() {
        return Refusal.malformed(SheetFile.FIELD, "Tệp không phải là tệp Excel (.xlsx) đọc được");
    }

    private static boolean begins(byte[] file, byte[] with) {
        return file.length > with.length && Arrays.equals(file, 0, with.length, with, 0, with.length);
    }

    private static Map<String, byte[]> unpacked(byte[] file) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        var left = LARGEST_UNPACKED;
        try (var archive = ZipFile.builder().setByteArray(file).get()) {
            for (var entry : Collections.list(archive.getEntries())) {
                if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
                    throw unreadable();
                }
                var part = archive.getInputStream(entry).readNBytes(left + 1);
                left -= part.length;
                if (left < 0 || parts.size() == MOST_PARTS) {
                    throw Refusal.malformed(SheetFile.FIELD, "Tệp Excel chứa quá nhiều dữ liệu");
                }
                parts.put(entry.getName(), part);
            }
        }
        if (parts.keySet().stream().anyMatch(name -> name.endsWith("vbaProject.bin"))) {
            throw Refusal.malformed(SheetFile.FIELD, "Tệp Excel có macro; hãy lưu thành .xlsx không có macro");
        }
        return parts;
    }

    /** A part that another one names, by the last word of its kind. */
    private record Related(String id, String kind, String part) {
    }

    private List<Line> lines() throws XMLStreamException {
        var main = of(related("_rels/.rels", "/"), "officeDocument");
        var related = related(main.replaceFirst("([^/]*)$", "_rels/$1.rels"), main);
        var formats = new Formats();
        List<String> ids = new ArrayList<>();
        read(main, xml -> {
            if (xml.getLocalName().equals("workbookPr")) {
                formats.countFrom1904(truth(xml.getAttributeValue(null, "date1904")));
            } else if (xml.getLocalName().equals("sheet") && visible(xml.getAttributeValue(null, "state"))) {
                ids.add(attribute(xml, "id"));
            }
        });
        var sheets = related.stream().filter(one -> one.kind.equals("worksheet")).toList();
        var first = ids.stream().flatMap(id -> sheets.stream().filter(sheet -> sheet.id.equals(id))).findFirst()
                .orElseThrow(Workbook::unreadable);
        if (related.stream().anyMatch(one -> one.kind.equals("styles"))) {
            read(of(related, "styles"), formats::read);
        }
        var texts = related.stream().anyMatch(one -> one.kind.equals("sharedStrings"))
                ? texts(of(related, "sharedStrings")) : List.<String>of();
        return new WorkbookRows(reader(first.part), texts, formats).read();
    }

    private static String of(List<Related> related, String kind) {
        return related.stream().filter(one -> one.kind.equals(kind)).findFirst().map(Related::part)
                .orElseThrow(Workbook::unreadable);
    }

    private List<Related> related(String part, String from) throws XMLStreamException {
        List<Related> found = new ArrayList<>();
        var base = URI.create("/").resolve(from);
        read(part, xml -> {
            if (xml.getLocalName().equals("Relationship")
                    && !"External".equals(xml.getAttributeValue(null, "TargetMode"))) {
                var kind = required(xml, "Type");
                found.add(new Related(required(xml, "Id"), kind.substring(kind.lastIndexOf('/') + 1),
                        path(base.resolve(required(xml, "Target")))));
            }
        });
        return found;
    }

    /** Addresses of mail and of hosts have none. */
    private static String path(URI part) {
        if (part.getPath() == null || part.getPath().isEmpty()) {
            throw unreadable();
        }
        return part.getPath().substring(1);
    }

    /** The texts that cells refer to by number. */
    private List<String> texts(String part) throws XMLStreamException {
        List<String> texts = new ArrayList<>();
        var xml = reader(part);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("si")) {
                texts.add(text(xml, "si"));
            }
        }
        return texts;
    }

    /** All of a text that may be written in several letterings, without hints of how to speak it. */
    static String text(XMLStreamReader xml, String until) throws XMLStreamException {
        var text = new StringBuilder();
        var spoken = false;
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("t")) {
                var run = xml.getElementText();
                text.append(spoken ? "" : run);
            } else if (event == XMLStreamReader.START_ELEMENT || event == XMLStreamReader.END_ELEMENT) {
                if (xml.getLocalName().equals(until)) {
                    break;
                }
                spoken = xml.getLocalName().equals("rPh") ? event == XMLStreamReader.START_ELEMENT : spoken;
            }
        }
        return text.toString();
    }

    private interface Element {

        void read(XMLStreamReader xml) throws XMLStreamException;
    }

    private void read(String part, Element each) throws XMLStreamException {
        var xml = reader(part);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT) {
                each.read(xml);
            }
        }
    }

    private XMLStreamReader reader(String part) throws XMLStreamException {
        if (!parts.containsKey(part)) {
            throw unreadable();
        }
        return XML.createXMLStreamReader(new ByteArrayInputStream(parts.get(part)));
    }

    private static String required(XMLStreamReader xml, String name) {
        var value = xml.getAttributeValue(null, name);
        if (value == null) {
            throw unreadable();
        }
        return value;
    }

    /** Of whatever namespace: the strict form of the format has others. */
    private static String attribute(XMLStreamReader xml, String name) {
        for (int at = 0; at < xml.getAttributeCount(); at++) {
            if (xml.getAttributeLocalName(at).equals(name)) {
                return xml.getAttributeValue(at);
            }
        }
        throw unreadable();
    }

    private static boolean visible(String state) {
        return state == null || state.equals("visible");
    }

    static boolean truth(String text) {
        return "1".equals(text) || "true".equals(text);
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
