package vn.phongtrao.rulebook;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import vn.phongtrao.edition.FileTree;
import vn.phongtrao.procedure.Condition;
import vn.phongtrao.procedure.ProcedureEditions;
import vn.phongtrao.procedure.Procedures;
import vn.phongtrao.procedure.Table;
import vn.phongtrao.procedure.Table.Column;
import vn.phongtrao.procedure.TableSheet;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.rulebook.Sheet.Line;
import vn.phongtrao.text.Alphabet;
import vn.phongtrao.text.Words;

/** The decision tables that are in force, in words. */
@Component
public class Rulebook {

    private final Procedures procedures;
    private final ProcedureEditions editions;
    private final Clock clock;

    Rulebook(Procedures procedures, ProcedureEditions editions, Clock clock) {
        this.procedures = procedures;
        this.editions = editions;
        this.clock = clock;
    }

    /**
     * The tables that say what is asked for, by procedure and name.
     *
     * @param words together in a row or in what is said of a table, with or without accents; blank for all
     */
    public List<Sheet> find(String words) {
        var wanted = Words.of(words);
        return Table.all(procedures.files()).map(this::sheet).filter(sheet -> wanted.none() || says(sheet, wanted))
                .sorted(Comparator.comparing(Sheet::procedure, Alphabet.ORDER).thenComparing(Sheet::name, Alphabet.ORDER)).toList();
    }

    /** Rows in force or coming whose paragraph is of a document. @param number of the row in its table, from 1 */
    public record Citing(String key, String table, String procedure, int number, Line line) {
    }

    /** @param citedAs what rows call the document, for example {@code Nghị định 152/2025/NĐ-CP} */
    public List<Citing> citing(String citedAs) {
        return find("").stream().flatMap(sheet -> IntStream.range(0, sheet.lines().size())
                .filter(at -> sheet.lines().get(at).state() != Validity.State.ENDED && sheet.lines().get(at).basis().contains(citedAs))
                .mapToObj(at -> new Citing(sheet.key(), sheet.name(), sheet.procedure(), at + 1, sheet.lines().get(at)))).toList();
    }

    /** @throws Refusal not found */
    public Sheet require(String key) {
        return sheet(table(key));
    }

    /**
     * A table as an Excel file, to be changed and sent back.
     *
     * @throws Refusal not found
     */
    public byte[] workbook(String key) {
        return TableSheet.write(table(key));
    }

    /** @throws Refusal not found */
    Table table(String key) {
        var files = procedures.files();
        return Table.path(files, key).flatMap(path -> Table.find(files, path))
                .orElseThrow(() -> Refusal.notFound("Không có bảng quy định này"));
    }

    private static boolean says(Sheet sheet, Words wanted) {
        return Stream.concat(Stream.of(Stream.of(sheet.procedure(), sheet.name(), sheet.about(), sheet.key())),
                        sheet.lines().stream().map(line -> Stream.concat(line.cells().stream(),
                                Stream.of(line.basis(), line.note()))))
                .map(texts -> texts.collect(Collectors.joining("\n"))).anyMatch(wanted::in);
    }

    Sheet sheet(Table table) {
        var today = LocalDate.now(clock);
        var day = table.inputs().stream().filter(Column::isDay).findFirst();
        var headings = Stream.concat(table.inputs().stream().filter(column -> !column.isDay()),
                table.outputs().stream().filter(column -> !column.name().equals(Table.BASIS))).map(Column::label)
                .toList();
        var conditions = table.inputs().stream().map(column -> words(table, column)).toList();
        var answers = table.outputs().stream().map(column -> words(table, column)).toList();
        return new Sheet(table.key(), table.file(), procedures.name(table.folder()), table.name(), table.about(),
                editions.isOwn(table.file()),
                day.map(Column::label).orElse(null), headings, table.rows().stream()
                .map(row -> line(table, row, conditions, answers, today)).toList());
    }

    FileTree files() {
        return procedures.files();
    }

    /** The days on which a row is in force. */
    Validity validity(Table table, Table.Row row) {
        return IntStream.range(0, table.inputs().size()).filter(at -> table.inputs().get(at).isDay())
                .mapToObj(at -> Cell.validity(row.conditions().get(at))).findFirst().orElse(Validity.ALWAYS);
    }

    /** @param conditions what the values of each input are called @param answers those of each output */
    private Line line(Table table, Table.Row row, List<UnaryOperator<String>> conditions,
                      List<UnaryOperator<String>> answers, LocalDate today) {
        List<String> cells = new ArrayList<>();
        var validity = validity(table, row);
        var basis = "";
        for (int i = 0; i < table.inputs().size(); i++) {
            if (!table.inputs().get(i).isDay()) {
                cells.add(Cell.condition(row.conditions().get(i), conditions.get(i)));
            }
        }
        for (int i = 0; i < table.outputs().size(); i++) {
            if (table.outputs().get(i).name().equals(Table.BASIS)) {
                basis = Cell.answer(row.results().get(i), UnaryOperator.identity());
            } else {
                cells.add(Cell.answer(row.results().get(i), answers.get(i)));
            }
        }
        return new Line(row.id(), cells, validity == Validity.ALWAYS ? null : validity.said(), validity.on(today),
                basis, row.note());
    }

    UnaryOperator<String> words(Table table, Column column) {
        return new ValueWords(procedures.files(), table.folder(), column.name());
    }

    /** What a column is asked with in the table, for whoever tries a case. */
    static List<String> values(Table table, int input) {
        return table.rows().stream().map(row -> row.conditions().get(input)).map(Condition::texts)
                .flatMap(List::stream).distinct().sorted()
                .toList();
    }
}
