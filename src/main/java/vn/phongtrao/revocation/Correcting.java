package vn.phongtrao.revocation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import vn.phongtrao.decision.Correction;
import vn.phongtrao.decision.Recipients.Recipient;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.revocation.CorrectionFields.Row;
import vn.phongtrao.revocation.CorrectionFields.Wording;

/** Reads what is to be put right from a form, and back. */
final class Correcting {

    static final String ALL_REVOKED = "Quyết định đã bị hủy bỏ đối với tất cả các đối tượng";

    private Correcting() {
    }

    /**
     * What differs from what was decided.
     *
     * @param given all whom the decision recognised
     * @param year  of today
     * @throws Refusal rule broken, when nobody or not everybody named is a recipient any more, or nothing differs
     */
    static List<CorrectedLine> lines(List<Recipient> given, CorrectionFields fields, int year) {
        if (nothingHolds(given)) {
            throw Refusal.broken(null, ALL_REVOKED);
        }
        List<CorrectedLine> lines = new ArrayList<>();
        var rows = Objects.requireNonNullElse(fields.corrections(), List.<Row>of());
        Set<String> named = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            var path = "corrections[%d]".formatted(i);
            if (!named.add(rows.get(i).id())) {
                throw Refusal.broken(path + ".id", "Một đối tượng có ở hai dòng");
            }
            lines.addAll(lines(path, given, rows.get(i), year));
        }
        var was = given.get(0).achievement();
        if (fields.achievement() != null && !fields.achievement().equals(was)) {
            lines.add(new CorrectedLine(null, null, CorrectedField.ACHIEVEMENT, null, was, fields.achievement()));
        }
        var wordings = Objects.requireNonNullElse(fields.wordings(), List.<Wording>of());
        for (int i = 0; i < wordings.size(); i++) {
            var one = wordings.get(i);
            if (one.was().equals(one.becomes())) {
                throw Refusal.broken("wordings[%d].becomes".formatted(i), "Nội dung đúng giống nội dung đã ghi");
            }
            lines.add(new CorrectedLine(null, null, CorrectedField.WORDING, one.place(), one.was(), one.becomes()));
        }
        if (lines.isEmpty()) {
            throw Refusal.broken("corrections", "Chưa có nội dung nào cần đính chính");
        }
        return lines;
    }

    static boolean nothingHolds(List<Recipient> given) {
        return given.stream().allMatch(one -> one.revoked() != null);
    }

    private static List<CorrectedLine> lines(String path, List<Recipient> given, Row row, int year) {
        var one = given.stream().filter(recipient -> String.valueOf(recipient.id()).equals(row.id())).findFirst()
                .orElseThrow(() -> Refusal.broken(path + ".id", "Có mục không thuộc quyết định này"));
        if (one.revoked() != null) {
            throw Refusal.broken(path + ".id", "Khen thưởng của %s: %s".formatted(one.name(), one.revoked().said()));
        }
        if (row.birthYear() != null && one.birthYear() == null) {
            throw Refusal.broken(path + ".birthYear", "Chỉ cá nhân có năm sinh");
        }
        if (row.birthYear() != null && row.birthYear() > year) {
            throw Refusal.broken(path + ".birthYear", "Năm sinh chưa tới");
        }
        List<CorrectedLine> lines = new ArrayList<>();
        add(lines, one, CorrectedField.NAME, one.name(), row.name());
        add(lines, one, CorrectedField.BIRTH_YEAR, text(one.birthYear()), row.birthYear() == null ? null
                : text(row.birthYear()));
        add(lines, one, CorrectedField.OCCUPATION, one.occupation(), row.occupation());
        add(lines, one, CorrectedField.HAMLET, one.hamlet(), row.hamlet());
        if (lines.isEmpty()) {
            throw Refusal.broken(path + ".name", "%s: không có gì khác với nội dung đã ghi".formatted(one.name()));
        }
        return lines;
    }

    private static void add(List<CorrectedLine> lines, Recipient one, CorrectedField field, String was, String becomes) {
        if (becomes != null && !becomes.equals(was)) {
            lines.add(new CorrectedLine(one.id(), one.name(), field, null, Objects.requireNonNullElse(was, ""), becomes));
        }
    }

    private static String text(Integer year) {
        return year == null ? "" : year.toString();
    }

    /** The lines of recipients as the form has them, in their order. */
    static List<Row> rows(List<CorrectedLine> lines) {
        return lines.stream().map(CorrectedLine::recipient).filter(Objects::nonNull).distinct()
                .map(id -> new Row(String.valueOf(id), find(lines, id, CorrectedField.NAME), year(lines, id),
                        find(lines, id, CorrectedField.OCCUPATION), find(lines, id, CorrectedField.HAMLET))).toList();
    }

    static List<Wording> wordings(List<CorrectedLine> lines) {
        return lines.stream().filter(line -> line.field() == CorrectedField.WORDING)
                .map(line -> new Wording(line.place(), line.was(), line.becomes())).toList();
    }

    /** The right words for what was achieved; null where they stay. */
    static String achievement(List<CorrectedLine> lines) {
        return find(lines, null, CorrectedField.ACHIEVEMENT);
    }

    static Correction wording(List<CorrectedLine> lines) {
        return new Correction(rows(lines).stream().map(row -> new Correction.Words(Long.parseLong(row.id()), row.name(),
                row.birthYear(), row.occupation(), row.hamlet())).toList(), achievement(lines));
    }

    /** Those whose certificates say what is put right: all who hold one where it is the achievement. */
    static Set<Long> replaced(List<Recipient> given, List<CorrectedLine> lines) {
        var named = lines.stream().map(CorrectedLine::recipient).filter(Objects::nonNull).collect(Collectors.toSet());
        return given.stream().filter(one -> one.revoked() == null)
                .map(Recipient::id).filter(id -> achievement(lines) != null || named.contains(id))
                .collect(Collectors.toSet());
    }

    private static Integer year(List<CorrectedLine> lines, long id) {
        var text = find(lines, id, CorrectedField.BIRTH_YEAR);
        return text == null ? null : Integer.valueOf(text);
    }

    private static String find(List<CorrectedLine> lines, Long id, CorrectedField field) {
        return lines.stream().filter(line -> line.field() == field && Objects.equals(line.recipient(), id)).findFirst()
                .map(CorrectedLine::becomes).orElse(null);
    }
}
