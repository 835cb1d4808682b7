package vn.phongtrao.document;

import java.util.Locale;
import java.util.regex.Pattern;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.PlainText;

/** Makes names that browsers send safe to keep, and refuses those that carry the mark of a state secret. */
final class FileName {

    /** As many as file systems take. */
    private static final int LONGEST = 255;
    private static final String NAMELESS = "tai-lieu";
    private static final Pattern PATH = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    /** Control and formatting characters, those that turn the direction of writing among them; and line ends. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[<>:\"|?*]");

    private FileName() {
    }

    /**
     * @param type what the content is; the name gets its ending where it has another one
     * @return name without path, in composed Unicode, at most 255 characters with the ending
     */
    static String clean(String sent, FileType type) {
        var name = PlainText.kept(PATH.matcher(sent).replaceFirst(""));
        var visible = NOT_IN_NAMES.matcher(INVISIBLE.matcher(name).replaceAll("")).replaceAll("_")
                .replaceAll("\\s+", " ").strip();
        var end = type.endings().stream().map(ending -> "." + ending)
                .filter(visible.toLowerCase(Locale.ROOT)::endsWith).findFirst();
        var stem = end.map(found -> visible.substring(0, visible.length() - found.length())).orElse(visible)
                .replaceFirst("^[. ]+", "").strip();
        var ending = end.orElse("." + type.endings().get(0));
        return shortened(stem.isEmpty() ? NAMELESS : stem, LONGEST - ending.length()) + ending;
    }

    private static String shortened(String stem, int most) {
        return stem.codePoints().limit(most).collect(StringBuilder::new, StringBuilder::appendCodePoint,
                StringBuilder::append).toString().strip();
    }

    /** @throws Refusal rule broken, when the name says that the content is a state secret */
    static void requireNoSecret(String name) {
        if (SecrecyMark.isIn(name)) {
            throw Refusal.broken("files", "\"%s\": hệ thống không nhận tài liệu mang dấu chỉ độ mật; lập và chuyển "
                    .formatted(name) + "theo quy định về bảo vệ bí mật nhà nước, trong hồ sơ chỉ nêu số, ký hiệu "
                    + "văn bản",
                    "Luật Bảo vệ bí mật nhà nước 2018; Nghị định 152/2025/NĐ-CP, Điều 42");
        }
    }
}
