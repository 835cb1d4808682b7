package vn.phongtrao.workflow.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.sheet.SheetWriter;
import vn.phongtrao.text.PlainText;

/**
 * A field of a list's rows as a column of a sheet.
 *
 * @param labels what can be chosen, by value
 */
record SheetColumn(Field field, Map<String, String> labels) {

    String key() {
        return field.key();
    }

    String label() {
        return field.label();
    }

    /** Whether one of what is listed is chosen. */
    boolean isChosen() {
        return field.type().equals("select") || field.type().equals("radio");
    }

    /** @param called comparable text */
    boolean isCalled(String called) {
        return Stream.concat(Stream.of(field.label(), field.key()),
                        field.otherNames().stream().filter(name -> !name.contains("=")))
                .anyMatch(name -> PlainText.comparable(name).equals(called));
    }

    /** Whether the label begins with these words. */
    boolean begins(String called) {
        return !called.isEmpty() && PlainText.comparable(field.label()).startsWith(called + " ");
    }

    /** The value of what somebody wrote: a label, the value itself, or another name of it. */
    String option(String written) {
        var meant = PlainText.comparable(written);
        if (labels.containsKey(written.strip())) {
            return written.strip();
        }
        var found = labels.entrySet().stream()
                .filter(option -> PlainText.comparable(option.getValue()).equals(meant)).map(Map.Entry::getKey).toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        return field.otherNames().stream().map(name -> name.split("=", 2))
                .filter(name -> name.length == 2 && PlainText.comparable(name[0]).equals(meant))
                .map(name -> name[1].strip()).findFirst().orElseGet(() -> other(written));
    }

    private String other(String written) {
        if (field.suggest()) {
            return PlainText.kept(written);
        }
        throw Refusal.malformed(key(), "không có lựa chọn \"%s\"".formatted(Values.shorten(PlainText.kept(written))));
    }

    SheetWriter.Column described() {
        return new SheetWriter.Column(label(), about(),
                isChosen() ? List.copyOf(labels.values())
                        : field.type().equals("checkbox") ? List.of("Có", "Không") : List.of());
    }

    private String about() {
        List<String> said = new ArrayList<>();
        if (field.hide() != null) {
            said.add(field.required() ? "Bắt buộc khi áp dụng, nếu không thì để trống." : "Để trống khi không áp dụng.");
        } else if (field.required()) {
            said.add("Bắt buộc.");
        }
        switch (field.type()) {
            case "number" -> said.add(field.min() == null || field.max() == null ? "Số."
                    : "Số từ %s đến %s.".formatted(field.min().toPlainString(), field.max().toPlainString()));
            case "datetime" -> said.add("Ngày, ví dụ 30/06/2024.");
            case "checkbox" -> said.add("Có hoặc Không.");
            case "select", "radio" -> said.add("Một trong: " + String.join("; ", labels.values()) + ".");
            case "checklist", "taglist" -> said.add("Cách nhau bằng dấu chấm phẩy: "
                    + String.join("; ", labels.values()) + ".");
            default -> said.add("Nhiều nhất %d ký tự.".formatted(field.longestText()));
        }
        said.add(field.about());
        return String.join(" ", said).strip();
    }
}
