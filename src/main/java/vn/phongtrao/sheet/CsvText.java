package vn.phongtrao.sheet;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

import vn.phongtrao.refusal.Refusal;

/**
 * CSV as spreadsheet programs write it: UTF-8 with or without a byte order mark, or what Excel calls Unicode text
 * (UTF-16); cells divided by commas, semicolons or tabs, with or without a line that says by which ({@code sep=;}).
 */
final class CsvText {

    private static final Pattern SEPARATOR = Pattern.compile("\"?sep=([,;\\t])\"?[,;\\t]*(\\r\\n|\\r|\\n)");

    private CsvText() {
    }

    /** @throws Refusal malformed */
    static List<Line> lines(byte[] file) {
        var text = text(file);
        var told = SEPARATOR.matcher(text);
        var first = told.lookingAt();
        var rows = first ? text.substring(told.end()) : text;
        List<Line> lines = new ArrayList<>();
        try (var parser = CSVParser.parse(new StringReader(rows),
                format(first ? told.group(1).charAt(0) : separator(rows)))) {
            for (var row : parser) {
                SheetFile.add(new Line((int) parser.getCurrentLineNumber() + (first ? 1 : 0),
                        row.stream().map(Cell::text).toList()), lines);
            }
            return lines;
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            throw Refusal.malformed(SheetFile.FIELD, "Tệp không phải là CSV hợp lệ");
        }
    }

    private static CSVFormat format(char separator) {
        return CSVFormat.RFC4180.builder().setDelimiter(separator).setTrim(true).setIgnoreEmptyLines(true).get();
    }

    /** By the first line, which has the names of the columns. */
    private static char separator(String rows) {
        var header = rows.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return header.contains("\t") ? '\t' : header.contains(";") ? ';' : ',';
    }

    private static String text(byte[] file) {
        try {
            var text = charset(file).newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException otherEncoding) {
            throw Refusal.malformed(SheetFile.FIELD,
                    "Tệp không ở bảng mã UTF-8; trong Excel, hãy lưu thành .xlsx hoặc CSV UTF-8");
        }
    }

    /** UTF-16 only where the file says so. */
    private static Charset charset(byte[] file) {
        var mark = file.length < 2 ? 0 : (file[0] & 0xFF) << 8 | file[1] & 0xFF;
        return mark == 0xFFFE ? StandardCharsets.UTF_16LE : mark == 0xFEFF ? StandardCharsets.UTF_16BE
                : StandardCharsets.UTF_8;
    }
}
