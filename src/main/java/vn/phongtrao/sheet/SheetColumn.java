package vn.phongtrao.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import vn.phongtrao.language.Labels;
import vn.phongtrao.text.PlainText;
import vn.phongtrao.text.Wording;

/**
 * A column of a {@link SheetForm}.
 *
 * @param id       as systems write it
 * @param key      of its name, the same as that of the register's column
 * @param type     what is written in it
 * @param most     the longest text or greatest number; 0 where neither is meant
 * @param options  kind of the values to choose from, whose words are those of {@link Labels#ofKind}; null for other types
 * @param required whether no row may be without
 * @param about    what else whoever fills it in should know; may be empty
 */
public record SheetColumn(String id, String key, Type type, int most, String options, boolean required, String about) {

    /** What is written in a column. */
    public enum Type {
        TEXT, NUMBER, DAY, CHOICE, UNIT
    }

    /** @param most letters */
    public static SheetColumn text(String id, String key, int most) {
        return new SheetColumn(id, key, Type.TEXT, most, null, true, "");
    }

    /** Whole numbers from 0. */
    public static SheetColumn number(String id, String key, int most) {
        return new SheetColumn(id, key, Type.NUMBER, most, null, true, "");
    }

    public static SheetColumn day(String id, String key) {
        return new SheetColumn(id, key, Type.DAY, 0, null, true, "");
    }

    /** @param options kind of the values: {@code area-class} */
    public static SheetColumn choice(String id, String key, String options) {
        return new SheetColumn(id, key, Type.CHOICE, 0, options, true, "");
    }

    /** A unit by its code or name, or its path. */
    public static SheetColumn unit(String id, String key) {
        return new SheetColumn(id, key, Type.UNIT, 0, null, true, "");
    }

    /** The same, which may be blank. */
    public SheetColumn optional() {
        return new SheetColumn(id, key, type, most, options, false, about);
    }

    /** The same with a sentence for whoever fills it in, in Vietnamese. */
    public SheetColumn told(String sentence) {
        return new SheetColumn(id, key, type, most, options, required, sentence);
    }

    /** Its name in Vietnamese. */
    public String label() {
        return Labels.of(key);
    }

    /** What can be chosen, by id; empty for other types. */
    public Map<String, String> choices() {
        return options == null ? Map.of() : Labels.ofKind(options);
    }

    /** The ids of what can be chosen, by its comparable words. */
    Map<String, String> meanings() {
        return choices().entrySet().stream().collect(Collectors.toMap(
                choice -> PlainText.comparable(choice.getValue()), Map.Entry::getKey, (one, other) -> one));
    }

    /** What is to be written in it, in Vietnamese. */
    public String guide() {
        List<String> said = new ArrayList<>();
        said.add(required ? "Bắt buộc." : "Có thể bỏ trống.");
        said.add(switch (type) {
            case TEXT -> "Nhiều nhất %d ký tự.".formatted(most);
            case NUMBER -> String.format(Wording.VIETNAMESE, "Số nguyên từ 0 đến %,d.", most);
            case DAY -> "Ngày, ví dụ 30/06/2024.";
            case CHOICE -> "Một trong: " + String.join("; ", choices().values()) + ".";
            case UNIT -> "Tên hoặc mã như ở Danh mục đơn vị hành chính; khi có nhiều đơn vị cùng tên thì ghi thêm đơn vị "
                    + "cấp trên sau dấu phẩy.";
        });
        said.add(about);
        return String.join(" ", said).strip();
    }

    SheetWriter.Column described() {
        return new SheetWriter.Column(label(), guide(), List.copyOf(choices().values()));
    }
}
