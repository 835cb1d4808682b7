package vn.phongtrao.procedure;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import vn.phongtrao.edition.FileTree;
import vn.phongtrao.edition.Finding;

/**
 * That every file lies where the program looks for it, for elsewhere it would have no effect and nobody would notice;
 * and that it is composed Unicode.
 */
@Component
class FolderCheck implements ProcedureCheck {

    private static final String KEBAB_CASE = "[a-z][a-z0-9]*(-[a-z0-9]+)*+";
    private static final Pattern PLACE =
            Pattern.compile(("NAME/(NAME\\.(bpmn|dmn|form|html)|papers/NAME\\.html|parts/NAME\\.form"
            + "|NAME(?<=[/-]register)\\.json|words(_en)?\\.properties)|review/frames/NAME\\.form")
            .replace("NAME", KEBAB_CASE));

    @Override
    public Stream<Finding> check(FileTree files) {
        return Stream.concat(places(files), files.all().entrySet().stream().flatMap(file ->
                Unreadable.archive(file.getKey(), file.getValue()).or(() -> text(file.getKey(),
                        files.text(file.getKey()).orElseThrow())).stream()));
    }

    /** What people search and print must be written in one way. */
    private static Optional<Finding> text(String path, String text) {
        if (text.indexOf('\uFFFD') >= 0) {
            return Optional.of(new Finding(path, Finding.line(text, text.indexOf('\uFFFD')), "Tệp không ghi bằng UTF-8",
                    "Lưu tệp bằng bảng mã UTF-8"));
        }
        if (Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            return Optional.empty();
        }
        var lines = text.split("\n", -1);
        var wrong = IntStream.range(0, lines.length)
                .filter(i -> !Normalizer.isNormalized(lines[i], Normalizer.Form.NFC)).findFirst().orElse(0);
        return Optional.of(new Finding(path, "dòng %d".formatted(wrong + 1), "Dấu tiếng Việt viết rời (Unicode tổ hợp)",
                "Gõ lại bằng Unicode dựng sẵn"));
    }

    private static Stream<Finding> places(FileTree files) {
        return files.all().keySet().stream().filter(path -> !PLACE.matcher(path).matches()).map(path ->
                new Finding(path, "", path.contains("/") ? "Chương trình không dùng tệp này"
                        : "Tệp nằm ngoài thư mục quy trình",
                                "Đặt tên chữ thường không dấu và để đúng chỗ: QUY-TRÌNH/BẢNG.dmn, "
                                + "QUY-TRÌNH/papers/MẪU.html; nếu không dùng thì bỏ ra"));
    }
}
