package vn.phongtrao.procedure;

import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import org.xml.sax.SAXParseException;

import vn.phongtrao.edition.Finding;

/**
 * What is said of a file that cannot be read, to somebody who knows Camunda Modeler and no parser: what it is instead,
 * or where it breaks. The words of the parsers are English and stay out.
 */
public final class Unreadable {

    private static final Map<String, String> KINDS = Map.of(".dmn", "bảng DMN", ".bpmn", "mô hình BPMN", ".form",
            "biểu mẫu", ".html", "mẫu HTML", ".json", "mô tả sổ", ".properties", "tệp từ ngữ");

    /** As Excel saves, and any ZIP archive begins. */
    private static final String ARCHIVE = "PK";

    /** What Xerces, the parser of the JDK, says most often of files that people wrote. */
    private static final List<Fault> FAULTS = List.of(
            new Fault("Premature end of file|must start and end within the same entity",
                    "tệp kết thúc giữa chừng"),
            new Fault("not allowed in prolog", "trước thẻ đầu tiên có chữ thừa"),
            new Fault("not allowed in trailing section|following the root element", "sau thẻ cuối cùng có chữ thừa"),
            new Fault("element type \"([^\"]+)\" must be terminated", "thẻ <%s> chưa đóng đúng chỗ"),
            new Fault("lement type \"([^\"]+)\" must be followed by", "thẻ <%s> viết dở"),
            new Fault("DOCTYPE is disallowed", "tệp không được khai báo DOCTYPE"),
            new Fault("prefix \"([^\"]+)\"", "tiền tố \"%s\" chưa được khai báo"),
            new Fault("Attribute \"([^\"]+)\" was already specified", "thuộc tính \"%s\" ghi hai lần"),
            new Fault("attribute \"([^\"]+)\" associated with an element type \"[^\"]+\" must not contain",
                    "trong thuộc tính \"%s\" dấu < phải viết là &lt;"),
            new Fault("quote is expected for attribute \"([^\"]+)\"",
                    "giá trị của thuộc tính \"%s\" phải để trong dấu ngoặc kép"),
            new Fault("entity \"([^\"]+)\" was referenced", "ký hiệu &%s; không có trong XML"),
            new Fault("entity name must immediately follow|must end with the ';'", "dấu & phải viết là &amp;"),
            new Fault("well-formed character data", "dấu < phải viết là &lt;"));

    private Unreadable() {
    }

    /** What the parser says, and what we say; {@code %s} is the name in it. */
    private record Fault(Pattern said, String words) {

        Fault(String said, String words) {
            this(Pattern.compile(said), words);
        }

        Optional<String> in(String message) {
            var found = said.matcher(message);
            return found.find() ? Optional.of(found.groupCount() == 0 ? words : words.formatted(found.group(1)))
                    : Optional.empty();
        }
    }

    /** Of an archive under the name of another file. */
    static Optional<Finding> archive(String file, byte[] bytes) {
        return bytes.length > 1 && bytes[0] == ARCHIVE.charAt(0) && bytes[1] == ARCHIVE.charAt(1)
                ? Optional.of(new Finding(file, "", "Đây là tệp Excel hoặc tệp nén, không phải " + kind(file),
                "Chọn lại tệp; đổi tên không biến tệp Excel thành tệp này")) : Optional.empty();
    }

    /** Of a file that has none of what its name says. */
    public static Optional<Finding> whole(String file, byte[] bytes) {
        return archive(file, bytes).or(() -> bytes.length == 0
                ? Optional.of(new Finding(file, "", "Tệp trống", "Chọn lại tệp, hoặc lưu lại rồi gửi"))
                : Optional.empty());
    }

    /** @param broken what reading it as XML has thrown */
    public static Finding xml(String file, byte[] bytes, Exception broken) {
        return whole(file, bytes).orElseGet(() -> broken instanceof CharacterCodingException
                ? new Finding(file, "", "Tệp không ghi bằng UTF-8", "Lưu tệp bằng bảng mã UTF-8")
                : new Finding(file, broken instanceof SAXParseException parse && parse.getLineNumber() > 0
                        ? "dòng %d".formatted(parse.getLineNumber()) : "",
                "Tệp không phải là XML đúng dạng: " + words(broken), advice(file)));
    }

    private static String words(Exception broken) {
        var message = String.valueOf(broken.getMessage());
        return FAULTS.stream().flatMap(fault -> fault.in(message).stream()).findFirst()
                .orElse("không đọc tiếp được từ đây");
    }

    /** @param broken what reading it as JSON has thrown, before it was made anything else */
    public static Finding json(String file, byte[] bytes, JsonProcessingException broken) {
        return whole(file, bytes).orElseGet(() -> new Finding(file, "dòng %d, cột %d".formatted(
                broken.getLocation().getLineNr(), broken.getLocation().getColumnNr()),
                broken instanceof JsonEOFException ? "Tệp JSON không đầy đủ: kết thúc giữa chừng"
                        : "Tệp không phải là JSON đúng dạng: không đọc tiếp được từ đây", advice(file)));
    }

    private static String kind(String file) {
        return KINDS.getOrDefault(file.substring(Math.max(file.lastIndexOf('.'), 0)), "tệp của quy trình");
    }

    private static String advice(String file) {
        return file.endsWith(".html") || file.endsWith(".json")
                ? "Sửa chỗ này bằng trình soạn thảo văn bản" : "Mở và lưu lại bằng Camunda Modeler";
    }
}
