package vn.phongtrao.workflow.check;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.stereotype.Component;

import vn.phongtrao.edition.FileTree;
import vn.phongtrao.edition.Finding;
import vn.phongtrao.procedure.ProcedureCheck;
import vn.phongtrao.procedure.Table;
import vn.phongtrao.procedure.WordKeys;

/**
 * Values that nobody has: a mistyped one would match no case, without a word, until a dossier needs that row. A value is known
 * where it has a word, or where a form offers it or a model names it so.
 */
@Component
class TableValues implements ProcedureCheck {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Units and regions have no words. */
    private static final Pattern CODE = Pattern.compile("\\d+|[IVX]+");
    private static final Pattern LIST = Pattern.compile("[a-z0-9-]+(,[a-z0-9-]+)++");
    private static final String TASK = "task";

    @Override
    public Stream<Finding> check(FileTree files) {
        var known = known(files);
        return Table.all(files).flatMap(table -> Stream.concat(conditions(table), lists(table))
                .filter(value -> !known.contains(value.text()) && !CODE.matcher(value.text()).matches())
                .map(value -> new Finding(table.file(), value.row().place(),
                        "Không có giá trị \"%s\"".formatted(value.text()),
                        "Sửa lại theo những dòng khác; giá trị mới thì thêm từ của nó vào words.properties")));
    }

    /** Those of tasks are found with the models. */
    private static Stream<Table.Value> conditions(Table table) {
        return table.inputs().stream().filter(column -> !column.isDay() && !column.name().equals(TASK))
                .flatMap(column -> table.conditions(column.name()).stream());
    }

    /** Several ids in one cell, as kinds of nominees or positions stand there. */
    private static Stream<Table.Value> lists(Table table) {
        return table.outputs().stream().filter(column -> !column.name().equals(Table.BASIS)).flatMap(column ->
                table.rows().stream().filter(row -> LIST.matcher(table.result(column.name(), row)).matches())
                        .flatMap(row -> Stream.of(table.result(column.name(), row).split(","))
                                .map(text -> new Table.Value(row, text))));
    }

    private static Set<String> known(FileTree files) {
        Set<String> known = new TreeSet<>(files.folders());
        WordKeys.of(files).forEach(key -> known.add(key.substring(key.lastIndexOf('.') + 1)));
        files.endingWith(".form").values().forEach(form -> known.addAll(options(form)));
        return known;
    }

    private static List<String> options(byte[] form) {
        try {
            return JSON.readTree(form).findValues("values").stream().flatMap(values -> values.findValues("value").stream())
                    .filter(JsonNode::isTextual).map(JsonNode::textValue).toList();
        } catch (IOException broken) {
            // the check of forms says so
            return List.of();
        }
    }
}
