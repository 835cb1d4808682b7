package vn.phongtrao.procedure;

import java.io.StringReader;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import vn.phongtrao.edition.FileTree;
import vn.phongtrao.edition.Finding;

/** Words of procedures: the same in both languages, and those that pages ask for. */
@Component
class WordsCheck implements ProcedureCheck {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");
    private static final Pattern ASKED = Pattern.compile("#\\{([\\w.-]+)");
    private static final Pattern ASKED_BY_KIND = Pattern.compile("#\\{\\|((?:[\\w-]+\\.)+)\\$\\{");

    @Override
    public Stream<Finding> check(FileTree files) {
        List<Finding> findings = new ArrayList<>();
        files.endingWith(".properties").keySet().forEach(file -> file(file, files, findings));
        files.folders().forEach(folder -> languages(folder, files, findings));
        twice(files, findings);
        var keys = WordKeys.of(files);
        files.endingWith(".html").keySet().forEach(file -> asked(file, files.text(file).orElseThrow(), keys, findings));
        return findings.stream();
    }

    private static void file(String file, FileTree files, List<Finding> findings) {
        try {
            WordKeys.read(new StringReader(files.text(file).orElseThrow()))
                    .forEach((key, text) -> word(file, key, text, findings));
        } catch (IllegalArgumentException broken) {
            findings.add(new Finding(file, "", "Tệp từ ngữ sai dạng: " + broken.getMessage(),
                    "Mỗi dòng viết khóa = lời"));
        }
    }

    private static void word(String file, String key, String text, List<Finding> findings) {
        if (text.isBlank()) {
            findings.add(new Finding(file, key, "Lời để trống", "Ghi lời, hoặc bỏ khóa này"));
        } else if (text.contains("'") || !isFormat(text)) {
            findings.add(new Finding(file, key, "Dấu ' hoặc dấu { } làm hỏng chỗ điền",
                    "Bỏ dấu '; chỗ điền viết {0}, {1}"));
        }
    }

    private static boolean isFormat(String text) {
        try {
            new MessageFormat(text);
            return true;
        } catch (IllegalArgumentException broken) {
            return false;
        }
    }

    private static void languages(String folder, FileTree files, List<Finding> findings) {
        var vietnamese = WordKeys.texts(folder + WordKeys.VIETNAMESE, files);
        var english = WordKeys.texts(folder + WordKeys.ENGLISH, files);
        vietnamese.forEach((key, text) -> {
            if (!english.containsKey(key)) {
                findings.add(new Finding(folder + WordKeys.ENGLISH, key, "Thiếu lời tiếng Anh", "Thêm khóa này"));
            } else if (!placeholders(text).equals(placeholders(english.get(key)))) {
                findings.add(new Finding(folder + WordKeys.ENGLISH, key, "Chỗ điền khác với lời tiếng Việt: " + text,
                        "Dùng cùng các chỗ {0}, {1}"));
            }
        });
        english.keySet().stream().filter(key -> !vietnamese.containsKey(key)).forEach(key -> findings.add(new Finding(
                folder + WordKeys.VIETNAMESE, key, "Thiếu lời tiếng Việt", "Thêm khóa này")));
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    private static void twice(FileTree files, List<Finding> findings) {
        Map<String, String> first = new TreeMap<>();
        WordKeys.ofProgram().forEach(key -> first.put(key, "từ ngữ chung"));
        files.folders().forEach(folder -> WordKeys.texts(folder + WordKeys.VIETNAMESE, files).keySet().forEach(key -> {
            var other = first.putIfAbsent(key, folder);
            if (other != null) {
                findings.add(new Finding(folder + WordKeys.VIETNAMESE, key, "Khóa đã có ở " + other,
                        "Đổi tên khóa, hoặc bỏ nó ở đây"));
            }
        }));
    }

    private static void asked(String file, String text, Set<String> keys, List<Finding> findings) {
        ASKED.matcher(text).results().filter(found -> !keys.contains(found.group(1)))
                .forEach(found -> missing(file, text, found, findings));
        ASKED_BY_KIND.matcher(text).results().filter(found -> keys.stream()
                .noneMatch(key -> key.startsWith(found.group(1))))
                .forEach(found -> missing(file, text, found, findings));
    }

    private static void missing(String file, String text, MatchResult found, List<Finding> findings) {
        findings.add(new Finding(file, Finding.line(text, found.start()),
                "Không có từ ngữ \"%s\"".formatted(found.group(1)),
                "Thêm khóa này vào words.properties và words_en.properties"));
    }
}
