package vn.phongtrao.plain;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.FormField;
import vn.phongtrao.dossier.FormField.Kind;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.register.Sortable;
import vn.phongtrao.security.Officer;
import vn.phongtrao.text.PlainText;
import vn.phongtrao.unit.UnitPath;

/**
 * The dossiers of procedures without Java that were decided on. Columns, filters and what a list is sorted by are the
 * fields that the forms declare, persons apart; their names come from there and never from who asks.
 */
@Service
@Transactional(readOnly = true)
public class PlainRegister {

    private static final int LONGEST_FILTER = 200;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,10})?");
    private static final String DECIDED = """
            (select d.number as dossier_number, d.unit_path, d.title, c.content, c.fields, x.id as decision_id,
                    x.signed_on, lpad(x.number::text, greatest(length(x.number::text), 2), '0') || '/' || x.symbol as decision_number
             from dossier d join plain_content c on c.dossier_number = d.number
             left join lateral (select * from decision where decision.dossier_number = d.number
                                order by id limit 1) x on true
             where d.process = :process and d.status = 'DECIDED') listed""";

    private final PlainContents contents;
    private final ContentStore store;
    private final JdbcClient jdbc;

    PlainRegister(PlainContents contents, ContentStore store, JdbcClient jdbc) {
        this.contents = contents;
        this.store = store;
        this.jdbc = jdbc;
    }

    /**
     * A dossier in the list.
     *
     * @param decisionId null where a higher authority decided
     * @param fields     by key; the labels of choices under the key and {@code Name}
     */
    public record Entry(DossierNumber dossierNumber, UnitPath unitPath, String title, Long decisionId,
                        String decisionNumber, LocalDate signedOn, @JsonAnyGetter Map<String, Object> fields) {
    }

    /** A criterion that a list takes. @param bound null for equal or, in texts, contained; else the comparison */
    public record Criterion(String name, FormField field, String bound) {
    }

    static List<Criterion> criteria(Declaration declaration) {
        return declaration.listed().stream().flatMap(field -> field.kind().number() || field.kind() == Kind.DAY
                ? Stream.of(new Criterion(field.key(), field, null), new Criterion(field.key() + "From", field, ">="),
                        new Criterion(field.key() + "To", field, "<="))
                : Stream.of(new Criterion(field.key(), field, null))).toList();
    }

    /**
     * What a list of a procedure offers.
     *
     * @param name   what people call the procedure
     * @param fields that its rows have
     */
    public record Offer(String process, String name, List<FormField> fields, List<Criterion> criteria) {
    }

    /** Those in force now, by key. */
    public List<Offer> offers() {
        return contents.declarations().values().stream().map(declaration -> new Offer(declaration.process(),
                declaration.asking().name(), declaration.listed(), criteria(declaration))).toList();
    }

    /**
     * The dossiers of the officer's units and below.
     *
     * @param asked values by the names of criteria
     * @throws Refusal not found, for a process that is no procedure of this kind; malformed, for another criterion or a
     *                 value of another kind
     */
    public Page<Entry> list(String process, UnitPath unit, Map<String, String> asked, Officer officer,
                            Pageable pageable) {
        var declaration = contents.require(process);
        var query = new RegisterQuery<>(jdbc, DECIDED, sortable(declaration), (row, index) -> entry(declaration, row))
                .with("process", process).within("unit_path", officer).under("unit_path", unit);
        var criteria = criteria(declaration);
        asked.forEach((name, value) -> narrow(query, criteria.stream().filter(one -> one.name().equals(name))
                .findFirst().orElseThrow(() -> Refusal.malformed(PlainText.refused(name, false).isEmpty()
                        && name.length() <= LONGEST_FILTER ? name : null, "Danh sách này không lọc theo mục đó")),
                PlainText.kept(value)));
        return query.page(pageable);
    }

    private static void narrow(RegisterQuery<Entry> query, Criterion criterion, String value) {
        if (value.isEmpty()) {
            return;
        }
        var column = column(criterion.field());
        var parameter = "field" + criterion.name();
        var typed = typed(criterion, value);
        var condition = criterion.bound() != null ? "%s %s :%s".formatted(column, criterion.bound(), parameter)
                : switch (criterion.field().kind()) {
                    case TEXT -> "searchable(%s) ~ :%s".formatted(column, parameter);
                    case CHOICES -> "exists (select 1 from jsonb_array_elements_text(%s) one where one = :%s)"
                            .formatted(array(criterion.field()), parameter);
                    default -> "%s = :%s".formatted(column, parameter);
                };
        if (typed instanceof String text && criterion.field().kind() == Kind.TEXT) {
            query.finding(condition, parameter, text);
        } else {
            query.where(condition, parameter, typed);
        }
    }

    private static Object typed(Criterion criterion, String value) {
        if (value.length() > LONGEST_FILTER || PlainText.refused(value, false).isPresent()) {
            throw Refusal.malformed(criterion.name(), "Giá trị lọc không đọc được");
        }
        try {
            return switch (criterion.field().kind()) {
                case WHOLE, DECIMAL -> new BigDecimal(NUMBER.matcher(value).matches() ? value : "");
                case DAY -> LocalDate.parse(value).toString();
                case YES_NO -> Boolean.toString(bool(value));
                default -> value;
            };
        } catch (NumberFormatException | DateTimeParseException other) {
            throw Refusal.malformed(criterion.name(), "Giá trị lọc không đúng kiểu");
        }
    }

    private static boolean bool(String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw new NumberFormatException(value);
        }
        return value.equals("true");
    }

    /** Numbers as such, whatever an earlier edition of the form took; all else as text, days in ISO order. */
    private static String column(FormField field) {
        return field.kind().number()
                ? "case when jsonb_typeof(content -> '%1$s') = 'number' then (content ->> '%1$s')::numeric end"
                        .formatted(field.key()) : "(content ->> '%s')".formatted(field.key());
    }

    private static String array(FormField field) {
        return "case when jsonb_typeof(content -> '%1$s') = 'array' then content -> '%1$s' else '[]' end"
                .formatted(field.key());
    }

    private static Sortable sortable(Declaration declaration) {
        var properties = new ArrayList<>(List.of("dossierNumber", "unitPath", "title", "signedOn", "decisionId",
                "decisionNumber"));
        declaration.listed().stream().filter(field -> field.kind() != Kind.CHOICES)
                .map(field -> field.key() + "=" + column(field)).forEach(properties::add);
        return Sortable.by(properties.toArray(String[]::new)).alphabetically(Stream.concat(Stream.of("title"),
                declaration.listed().stream().filter(field -> field.kind() == Kind.TEXT).map(FormField::key))
                .toArray(String[]::new));
    }

    private Entry entry(Declaration declaration, ResultSet row) throws SQLException {
        var number = DossierNumber.of(row.getString("dossier_number"));
        var content = store.listed(row);
        Map<String, Object> fields = new LinkedHashMap<>();
        declaration.listed().forEach(field -> {
            var answer = content.find(field.key()).filter(one -> !one.field().anythingPersonal());
            fields.put(field.key(), answer.map(one -> one.value()).orElse(null));
            if (field.kind() == Kind.CHOICE || field.kind() == Kind.CHOICES) {
                fields.put(field.key() + "Name", answer.map(Written::of).orElse(null));
            }
        });
        return new Entry(number, UnitPath.of(row.getString("unit_path")), row.getString("title"),
                row.getObject("decision_id", Long.class), Optional.ofNullable(row.getString("decision_number"))
                        .orElseGet(() -> content.find("decisionNumber").map(Written::of).orElse(null)),
                row.getObject("signed_on", LocalDate.class), fields);
    }
}
