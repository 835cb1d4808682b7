package vn.phongtrao.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

import vn.phongtrao.refusal.Refusal;

/**
 * A CSV file as spreadsheet programs write it: UTF-8 with or without a byte order mark, cells divided by commas or
 * semicolons, the names of the columns in the first line. It is taken as a whole or not at all.
 */
public final class CsvFile {

    private static final int LARGEST_FILE = 4 * 1024 * 1024;
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_ERRORS = 50;
    private static final String FIELD = "file";

    private CsvFile() {
    }

    /**
     * Reads every row, so that all errors are told at once. Call it within the transaction that keeps what it reads.
     *
     * @param columns the names of the columns, in any order; the file has these and no others
     * @param each    reads a row, and throws a {@link Refusal} for one that is wrong
     * @throws Refusal malformed, when the file cannot be read; rule broken, naming each wrong row by its line
     */
    public static <T> List<T> read(byte[] file, List<String> columns, Function<CsvRow, T> each) {
        var text = text(file);
        try (var parser = parser(text)) {
            requireColumns(parser.getHeaderNames(), columns);
            return rows(parser, columns.size(), each);
        } catch (IOException | UncheckedIOException broken) {
            throw Refusal.malformed(FIELD, "Tệp không phải là CSV hợp lệ");
        }
    }

    private static CSVParser parser(String text) throws IOException {
        try {
            return CSVParser.parse(new StringReader(text), format(text));
        } catch (IllegalArgumentException twoAlike) {
            throw Refusal.malformed(FIELD, "Dòng đầu có hai cột cùng tên hoặc cột không tên");
        }
    }

    private static <T> List<T> rows(CSVParser parser, int width, Function<CsvRow, T> each) {
        List<T> read = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        for (var row : parser) {
            if (row.getRecordNumber() > MOST_ROWS) {
                throw Refusal.malformed(FIELD, "Tệp có quá %d dòng".formatted(MOST_ROWS));
            }
            try {
                read.add(each.apply(row(row, (int) parser.getCurrentLineNumber(), width)));
            } catch (Refusal wrong) {
                errors.add("Dòng %d%s: %s".formatted(parser.getCurrentLineNumber(),
                        wrong.field().map(column -> ", cột " + column).orElse(""), wrong.getMessage()));
            }
        }
        if (!errors.isEmpty()) {
            throw Refusal.broken(FIELD, errors.stream().limit(MOST_ERRORS).collect(Collectors.joining("\n"))
                    + (errors.size() > MOST_ERRORS ? "\nvà %d dòng khác".formatted(errors.size() - MOST_ERRORS) : ""));
        }
        if (read.isEmpty()) {
            throw Refusal.malformed(FIELD, "Tệp không có dòng nào");
        }
        return read;
    }

    private static CsvRow row(CSVRecord row, int line, int width) {
        if (row.size() != width) {
            throw Refusal.malformed(null, "có %d ô, phải có %d".formatted(row.size(), width));
        }
        return new CsvRow(line, row.toMap());
    }

    private static String text(byte[] file) {
        if (file.length > LARGEST_FILE) {
            throw Refusal.malformed(FIELD, "Tệp lớn hơn %d MB".formatted(LARGEST_FILE >> 20));
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException otherEncoding) {
            throw Refusal.malformed(FIELD, "Tệp không ở bảng mã UTF-8");
        }
    }

    private static CSVFormat format(String text) {
        var header = text.lines().findFirst().orElse("");
        return CSVFormat.RFC4180.builder().setDelimiter(header.contains(";") ? ';' : ',').setHeader()
                .setSkipHeaderRecord(true).setTrim(true).setIgnoreEmptyLines(true)
                .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW).get();
    }

    private static void requireColumns(List<String> found, List<String> columns) {
        if (!Set.copyOf(found).equals(Set.copyOf(columns))) {
            throw Refusal.malformed(FIELD, "Dòng đầu phải là tên các cột: " + String.join(", ", columns));
        }
    }
}
