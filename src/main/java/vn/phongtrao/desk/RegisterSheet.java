package vn.phongtrao.desk;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import vn.phongtrao.desk.RegisterPage.Column;
import vn.phongtrao.sheet.Cell;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/**
 * A register as rows of cells: the columns of its page, but those that only lead somewhere, and in them what the page
 * shows of the API's rows. So nothing is in a sheet that is masked or missing there.
 */
@Component
public class RegisterSheet {

    private static final String SHARE = "share";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    private static final int FIRST_YEAR_OF_EXCEL = 1900;

    private final ObjectMapper json;
    private final MessageSource texts;
    private final Units units;
    private final Clock clock;

    RegisterSheet(ObjectMapper json, MessageSource texts, Units units, Clock clock) {
        this.json = json;
        this.texts = texts;
        this.units = units;
        this.clock = clock;
    }

    /** A register in somebody's language. */
    public final class Layout {

        private final List<Written> columns;
        private final String title;
        private final List<String> head;

        private Layout(RegisterPage register, Locale language) {
            var shown = register.columns().stream().filter(column -> column.text() == null).toList();
            title = say("register." + register.name(), language);
            head = shown.stream().map(column -> say(column.label(), language)).toList();
            columns = shown.stream().map(column -> new Written(column, labels(column, language))).toList();
        }

        public String title() {
            return title;
        }

        /** Names of the columns. */
        public List<String> head() {
            return head;
        }

        /** @param row of the register API */
        public List<Cell> cells(Object row) {
            JsonNode fields = json.valueToTree(row);
            return columns.stream().map(column -> cell(column, fields.path(column.column().field()))).toList();
        }
    }

    private record Written(Column column, Map<String, String> labels) {
    }

    public Layout of(RegisterPage register, Locale language) {
        return new Layout(register, language);
    }

    private Cell cell(Written column, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return Cell.BLANK;
        }
        if (value.isNumber() && SHARE.equals(column.column().as())) {
            return Cell.number(value.decimalValue().movePointRight(2));
        }
        if (value.isNumber()) {
            return Cell.number(value.decimalValue());
        }
        if (value.isArray()) {
            return Cell.text(StreamSupport.stream(value.spliterator(), false).map(one -> labelled(column, one))
                    .collect(Collectors.joining(", ")));
        }
        return switch (Objects.requireNonNullElse(column.column().as(), "")) {
            case "date" -> day(value.asText());
            case "time" -> Cell.text(TIME.format(Instant.parse(value.asText()).atZone(clock.getZone())));
            case "unit" -> Cell.text(UnitPath.find(value.asText()).flatMap(units::find).map(Unit::fullName)
                    .orElse(value.asText()));
            default -> Cell.text(labelled(column, value));
        };
    }

    private static String labelled(Written column, JsonNode value) {
        return column.labels().getOrDefault(value.asText(), value.asText());
    }

    /** A time is the day that it is here. */
    private Cell day(String text) {
        try {
            var day = text.indexOf('T') < 0 ? LocalDate.parse(text)
                    : LocalDate.ofInstant(Instant.parse(text), clock.getZone());
            return day.getYear() < FIRST_YEAR_OF_EXCEL ? Cell.text(text) : Cell.day(day);
        } catch (DateTimeException other) {
            return Cell.text(text);
        }
    }

    private Map<String, String> labels(Column column, Locale language) {
        return Stream.ofNullable(column.values()).flatMap(List::stream).collect(Collectors.toMap(
                RegisterPage.Value::id, value -> say(value.key(), language), (one, other) -> one));
    }

    private String say(String key, Locale language) {
        return texts.getMessage(key, null, language);
    }
}
