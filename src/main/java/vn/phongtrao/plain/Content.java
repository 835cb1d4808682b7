package vn.phongtrao.plain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import vn.phongtrao.citizen.CitizenNumbers;
import vn.phongtrao.citizen.PersonalTexts;
import vn.phongtrao.dossier.FormField;
import vn.phongtrao.dossier.Submitted;
import vn.phongtrao.dossier.Submitted.Answer;
import vn.phongtrao.refusal.Refusal;

/**
 * What a dossier holds, in the order in which its forms asked for it: answers with a value, each with what its form
 * said of the field. What was personal once stays so.
 */
record Content(List<Answer> answers) {

    static final Content NONE = new Content(List.of());

    Optional<Answer> find(String key) {
        return answers.stream().filter(answer -> answer.field().key().equals(key)).findFirst();
    }

    /**
     * With what a form brought. Fields that it did not send stay; those sent without a value are taken out. A citizen
     * number that comes back masked is the one that was there.
     *
     * @throws Refusal malformed, for a mask that belongs to no number kept here
     */
    Content with(Submitted submitted, PersonalTexts texts) {
        Map<String, Answer> changed = new LinkedHashMap<>();
        answers.forEach(answer -> changed.put(answer.field().key(), answer));
        for (var answer : submitted.answers()) {
            var key = answer.field().key();
            var before = changed.get(key);
            if (answer.value() == null) {
                changed.remove(key);
            } else {
                var field = before != null && before.field().personal() ? answer.field().asPersonal() : answer.field();
                changed.put(key, new Answer(field, field.anythingPersonal() ? unmasked(key, answer.value(),
                        before == null ? null : before.value(), texts) : answer.value()));
            }
        }
        return new Content(List.copyOf(changed.values()));
    }

    private static Object unmasked(String path, Object value, Object before, PersonalTexts texts) {
        if (value instanceof List<?> list) {
            return IntStream.range(0, list.size()).mapToObj(index -> unmasked("%s[%d]".formatted(path, index),
                    list.get(index), row(before, list.get(index), index, texts), texts)).toList();
        }
        if (value instanceof Map<?, ?> row) {
            Map<String, Object> unmasked = new LinkedHashMap<>();
            row.forEach((key, cell) -> unmasked.put((String) key, unmasked(path + "." + key, cell,
                    before instanceof Map<?, ?> other ? other.get(key) : null, texts)));
            return unmasked;
        }
        if (!(value instanceof String text) || !CitizenNumbers.isMasked(text)) {
            return value;
        }
        if (before instanceof String number && texts.masked(number).equals(text)) {
            return number;
        }
        throw Refusal.malformed(path, "Số căn cước phải gồm 12 chữ số");
    }

    /** The row that was at that place, or the only one that reads the same where rows were added or taken away. */
    private static Object row(Object before, Object now, int index, PersonalTexts texts) {
        if (!(before instanceof List<?> rows)) {
            return null;
        }
        var same = rows.stream().filter(row -> masks(row, texts).containsAll(masks(now, texts))).distinct().toList();
        return index < rows.size() && same.contains(rows.get(index)) || same.size() != 1
                ? index < rows.size() ? rows.get(index) : null : same.get(0);
    }

    private static List<String> masks(Object row, PersonalTexts texts) {
        var cells = row instanceof Map<?, ?> map ? map.values().stream() : Stream.of(row);
        return cells.filter(String.class::isInstance).map(cell -> texts.masked((String) cell))
                .filter(CitizenNumbers::isMasked).toList();
    }

    /** As people are shown it: citizen numbers are masked. */
    Content shown(PersonalTexts texts) {
        return new Content(answers.stream().map(answer -> answer.field().anythingPersonal()
                ? new Answer(answer.field(), masked(answer.value(), texts)) : answer).toList());
    }

    private static Object masked(Object value, PersonalTexts texts) {
        if (value instanceof List<?> list) {
            return list.stream().map(entry -> masked(entry, texts)).toList();
        }
        if (value instanceof Map<?, ?> row) {
            Map<String, Object> masked = new LinkedHashMap<>();
            row.forEach((key, cell) -> masked.put((String) key, masked(cell, texts)));
            return masked;
        }
        return value instanceof String text ? texts.masked(text) : value;
    }

    Map<String, Object> values() {
        return answers.stream().collect(Collectors.toMap(answer -> answer.field().key(), Answer::value,
                (one, same) -> one, LinkedHashMap::new));
    }

    /** As papers and pages write them; null for what the procedure asks for and nobody has answered. */
    Map<String, String> texts(List<FormField> asked) {
        Map<String, String> texts = new LinkedHashMap<>();
        asked.forEach(field -> texts.put(field.key(), null));
        answers.forEach(answer -> texts.put(answer.field().key(), Written.of(answer)));
        return texts;
    }
}
