package vn.phongtrao.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;

/** Unpacks the streams of a PDF file once, filter by filter, and stops at what no honest file needs. */
final class PdfStreams {

    /** Those that unpack bytes; pictures have compressions of their own, which only viewers undo. */
    private static final Set<COSName> UNPACKING = Set.of(COSName.FLATE_DECODE, COSName.FLATE_DECODE_ABBREVIATION,
            COSName.LZW_DECODE, COSName.LZW_DECODE_ABBREVIATION, COSName.RUN_LENGTH_DECODE,
            COSName.RUN_LENGTH_DECODE_ABBREVIATION, COSName.ASCII85_DECODE, COSName.ASCII85_DECODE_ABBREVIATION,
            COSName.ASCII_HEX_DECODE, COSName.ASCII_HEX_DECODE_ABBREVIATION);
    /** What streams have that the parser itself unpacks: packed objects, and lists of objects. */
    private static final Set<COSName> PARSED = Set.of(COSName.FIRST, COSName.W);
    private static final byte[] END = "endstream".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOTHING = {};
    private static final int MOST_FILTERS = 3;
    /** An uncompressed page of A3 in colour at 600 dots per inch takes 200 MB; such scans come as JPEG. */
    private static final long LARGEST = 128L * 1024 * 1024;
    private static final long LARGEST_BETWEEN_FILTERS = 32L * 1024 * 1024;
    /** In and out of the filters, for the whole file. */
    private static final long MOST_BYTES = 1024L * 1024 * 1024;
    /** A predictor keeps two rows in memory. */
    private static final long LONGEST_ROW_BITS = 64L * 1024 * 1024;

    private final byte[] pdf;
    private long handled;
    /** Streams whose filters stand elsewhere in the file, and are not known before it is opened. */
    private int unknown;
    /** Where streams end, in order: looked for once, since each of many streams may have its end far away. */
    private int[] ends;

    PdfStreams(byte[] pdf) {
        this.pdf = pdf;
    }

    /**
     * What is known before the file is opened.
     *
     * @param at where the data begin
     * @return the content of a stream that packs objects; empty for others
     */
    byte[] requireBounded(COSDictionary dictionary, int at) throws Unacceptable {
        var filters = list(dictionary.getItem(COSName.FILTER));
        var data = new ByteArrayInputStream(pdf, at, pdf.length - at);
        if (PARSED.stream().noneMatch(dictionary::containsKey)) {
            if (elsewhere(dictionary)) {
                unknown++;
            } else {
                requireBounded(filters, data);
            }
            return NOTHING;
        }
        for (var parameters : list(dictionary.getItem(COSName.DECODE_PARMS))) {
            requireShortRows(parameters);
        }
        if (!UNPACKING.containsAll(filters)) {
            throw unusual();
        }
        requireBounded(filters, data);
        return dictionary.containsKey(COSName.FIRST) ? content(dictionary, filters, at) : NOTHING;
    }

    /** What was found to be bounded. */
    private byte[] content(COSDictionary dictionary, List<COSBase> filters, int at) throws Unacceptable {
        if (filters.isEmpty()) {
            var stated = Math.min(pdf.length, at + Math.max(0L, dictionary.getLong(COSName.LENGTH)));
            var end = (int) Math.max(end(at), stated);
            handled += end - at;
            if (handled > MOST_BYTES) {
                throw tooLarge();
            }
            return Arrays.copyOfRange(pdf, at, end);
        }
        InputStream packed = new ByteArrayInputStream(pdf, at, pdf.length - at);
        var content = NOTHING;
        for (int i = 0; i < filters.size(); i++) {
            var unpacked = new ByteArrayOutputStream();
            try {
                FilterFactory.INSTANCE.getFilter((COSName) filters.get(i))
                        .decode(counted(packed), unpacked, dictionary, i);
            } catch (IOException | RuntimeException broken) {
                // as far as it goes, like other readers
            }
            content = unpacked.toByteArray();
            packed = new ByteArrayInputStream(content);
        }
        return content;
    }

    private int end(int at) {
        var found = Arrays.binarySearch(ends(), at);
        var next = found < 0 ? -found - 1 : found;
        return next < ends.length ? ends[next] : pdf.length;
    }

    private int[] ends() {
        if (ends == null) {
            ends = IntStream.rangeClosed(0, pdf.length - END.length).filter(at -> pdf[at] == END[0]
                    && Arrays.equals(pdf, at, at + END.length, END, 0, END.length)).toArray();
        }
        return ends;
    }

    /** A stream of the opened file, where its filters were not known before. */
    void requireBounded(COSStream stream) throws Unacceptable, IOException {
        if (elsewhere(stream)) {
            unknown--;
            try (var packed = stream.createRawInputStream()) {
                requireBounded(list(stream.getFilters()), packed);
            }
        }
    }

    /** A stream that is in the file, but was not among the opened ones, may have whatever filters. */
    void requireAllKnown() throws Unacceptable {
        if (unknown > 0) {
            throw unusual();
        }
    }

    private static boolean elsewhere(COSDictionary dictionary) {
        var value = dictionary.getItem(COSName.FILTER);
        return value instanceof COSObject || value instanceof COSArray filters
                && IntStream.range(0, filters.size()).anyMatch(index -> filters.get(index) instanceof COSObject);
    }

    private void requireBounded(List<COSBase> filters, InputStream data) throws Unacceptable {
        if (filters.size() > MOST_FILTERS || filters.stream().anyMatch(filter -> !(filter instanceof COSName))) {
            throw unusual();
        }
        var packed = data;
        for (int i = 0; i < filters.size() && UNPACKING.contains(filters.get(i)); i++) {
            packed = unpacked((COSName) filters.get(i), packed, i == filters.size() - 1);
        }
    }

    private InputStream unpacked(COSName filter, InputStream packed, boolean last) throws Unacceptable {
        var kept = new ByteArrayOutputStream();
        var bounded = new Bounded(last ? OutputStream.nullOutputStream() : kept,
                last ? LARGEST : LARGEST_BETWEEN_FILTERS);
        try {
            FilterFactory.INSTANCE.getFilter(filter).decode(counted(packed), bounded, new COSDictionary(), 0);
        } catch (IOException | RuntimeException broken) {
            // what cannot be unpacked does not grow
        }
        if (bounded.full || handled > MOST_BYTES) {
            throw tooLarge();
        }
        return new ByteArrayInputStream(kept.toByteArray());
    }

    private static Unacceptable tooLarge() {
        return new Unacceptable("tệp nén bất thường, dung lượng khi mở quá lớn");
    }

    private static void requireShortRows(COSBase parameters) throws Unacceptable {
        if (parameters instanceof COSNull) {
            return;
        }
        if (!(parameters instanceof COSDictionary row)) {
            throw unusual();
        }
        double bits = 1;
        for (var factor : List.of(COSName.COLUMNS, COSName.COLORS, COSName.BITS_PER_COMPONENT)) {
            bits *= number(row.getItem(factor));
        }
        if (bits > LONGEST_ROW_BITS) {
            throw unusual();
        }
    }

    private static double number(COSBase value) throws Unacceptable {
        if (value == null) {
            return 8; // the largest of the defaults
        }
        if (!(value instanceof COSInteger number) || number.longValue() < 0) {
            throw unusual();
        }
        return number.longValue();
    }

    /** One or several, with what they refer to as far as it is known. */
    private static List<COSBase> list(COSBase value) {
        if (value instanceof COSArray array) {
            List<COSBase> values = new ArrayList<>();
            for (int i = 0; i < array.size(); i++) {
                values.add(Objects.requireNonNullElseGet(array.getObject(i), () -> COSNull.NULL));
            }
            return values;
        }
        return value == null ? List.of() : List.of(value);
    }

    static Unacceptable unusual() {
        return new Unacceptable("cấu trúc tệp PDF bất thường; hãy in lại thành PDF rồi tải lên");
    }

    private InputStream counted(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                count(1);
                return super.read();
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                var read = super.read(bytes, from, length);
                count(Math.max(read, 0));
                return read;
            }
        };
    }

    private void count(int bytes) throws IOException {
        handled += bytes;
        if (handled > MOST_BYTES) {
            throw new IOException("Too much");
        }
    }

    /** Takes so much and no more. */
    private final class Bounded extends OutputStream {

        private final OutputStream out;
        private long left;
        private boolean full;

        Bounded(OutputStream out, long left) {
            this.out = out;
            this.left = left;
        }

        @Override
        public void write(int value) throws IOException {
            take(1);
            out.write(value);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            take(length);
            out.write(bytes, from, length);
        }

        private void take(int length) throws IOException {
            left -= length;
            if (left < 0) {
                full = true;
                throw new IOException("Too much");
            }
            count(length);
        }
    }
}
