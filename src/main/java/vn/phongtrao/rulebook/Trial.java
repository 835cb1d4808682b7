package vn.phongtrao.rulebook;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.Table.Column;
import vn.phongtrao.procedure.TableTrial;
import vn.phongtrao.refusal.Refusal;

/** What a table says of a case that is put together on its page. No person's data is asked for or kept. */
@Component
public class Trial {

    private static final int LONGEST = 100;

    private final Rulebook rulebook;
    private final TableTrial tables;
    private final Clock clock;

    Trial(Rulebook rulebook, TableTrial tables, Clock clock) {
        this.rulebook = rulebook;
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * What a case is asked for.
     *
     * @param type    {@code date}, {@code number}, {@code boolean}, {@code text}, or {@code choice} where options are
     *                known
     * @param options values with their words
     * @param value   what was asked; the day of today at first
     */
    public record Question(String name, String label, String type, List<Option> options, String value) {
    }

    public record Option(String value, String label) {
    }

    /** @param asked what has been answered so far, by name */
    public List<Question> questions(String key, Map<String, String> asked) {
        var table = rulebook.table(key);
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < table.inputs().size(); i++) {
            var column = table.inputs().get(i);
            var words = rulebook.words(table, column);
            var options = Rulebook.values(table, i).stream().map(value -> new Option(value, words.apply(value)))
                    .toList();
            questions.add(new Question(column.name(), column.label(), type(column, options), options,
                    asked.getOrDefault(column.name(), column.isDay() ? LocalDate.now(clock).toString() : "")));
        }
        return questions;
    }

    /**
     * Ids of the rows that hold for the case.
     *
     * @throws Refusal malformed, naming the input whose value is of another type; rule broken, where the table cannot
     *                 answer
     */
    public Set<String> rows(String key, Map<String, String> asked) {
        Map<String, Object> inputs = new HashMap<>();
        for (var question : questions(key, asked)) {
            inputs.put(question.name(), value(question));
        }
        return tables.matching(key, inputs);
    }

    private static String type(Column column, List<Option> options) {
        return column.isDay() ? "date" : column.isNumber() ? "number" : column.isTruth() ? "boolean"
                : options.isEmpty() ? "text" : "choice";
    }

    private static Object value(Question question) {
        var text = question.value().strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return switch (question.type()) {
                case "date" -> LocalDate.parse(text);
                case "number" -> Double.valueOf(text.replace(',', '.'));
                case "boolean" -> Boolean.valueOf(text);
                default -> text.substring(0, Math.min(LONGEST, text.length()));
            };
        } catch (DateTimeParseException | NumberFormatException wrong) {
            throw Refusal.malformed(question.name(), "%s: giá trị không đúng kiểu".formatted(question.label()));
        }
    }
}
