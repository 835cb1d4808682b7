package vn.phongtrao.rating;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.refusal.Refusals;
import vn.phongtrao.text.PlainText;

/** Finds whom the rows of a form mean: by their id, or by name where they come from a sheet. */
final class Naming {

    private final Subject subject;
    private final Map<Long, Rated> byId = new LinkedHashMap<>();
    private final Map<String, List<Rated>> byName;
    private final Set<Long> named = new HashSet<>();

    /** @param rated all of the dossier */
    Naming(Subject subject, List<Rated> rated) {
        this.subject = subject;
        rated.stream().filter(one -> one.subject() == subject).forEach(one -> byId.put(one.id(), one));
        byName = byId.values().stream().collect(Collectors.groupingBy(one -> PlainText.comparable(one.called())));
    }

    /**
     * The rows as the dossier's own with what they say, in their order.
     *
     * @throws Refusal naming each row that means nobody, or somebody whom another row means, and who is left out
     */
    List<Rated> take(List<Proposed.Row> rows) {
        List<Rated> taken = new ArrayList<>();
        var refused = new Refusals();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var field = "%s[%d]".formatted(subject.list(), i);
            refused.gather(() -> taken.add(find(row, field).with(row.tasks(), row.met() == null ? List.of() : row.met(),
                    Boolean.TRUE.equals(row.complaint()), Boolean.TRUE.equals(row.transferred()), row.level())));
        }
        refused.throwAny();
        byId.values().stream().filter(one -> !named.contains(one.id())).findFirst().ifPresent(one -> {
            throw Refusal.broken(subject.list(), "Danh sách còn thiếu: " + one.called());
        });
        return taken;
    }

    private Rated find(Proposed.Row row, String field) {
        var found = row.id() != null ? byId.get(row.id()) : called(row, field + ".name");
        if (found == null) {
            throw Refusal.broken(field + (row.id() == null ? ".name" : ".id"),
                    "Không có trong danh sách của hồ sơ, lấy từ sổ theo dõi Tổ vào ngày cuối kỳ");
        }
        if (!named.add(found.id())) {
            throw Refusal.broken(field, "Có ở hai dòng");
        }
        return found;
    }

    private Rated called(Proposed.Row row, String field) {
        var found = byName.getOrDefault(PlainText.comparable(row.name()), List.of()).stream()
                .filter(one -> row.birthYear() == null || Objects.equals(one.birthYear(), row.birthYear()))
                .filter(one -> row.team() == null
                        || PlainText.comparable(one.teamName()).equals(PlainText.comparable(row.team()))).toList();
        if (found.size() > 1) {
            throw Refusal.broken(field, "Có nhiều người cùng tên; hãy ghi cả năm sinh và Tổ");
        }
        return found.isEmpty() ? null : found.get(0);
    }
}
