package vn.phongtrao.plain;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.phongtrao.citizen.PersonalTexts;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.FormField;
import vn.phongtrao.dossier.Status;
import vn.phongtrao.dossier.Submitted.Answer;
import vn.phongtrao.turn.Turn;

/** Contents in the database: what is about persons as one sealed text, all else as JSON that lists can ask. */
@Repository
class ContentStore {

    private static final JsonMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {
    };
    private static final TypeReference<List<FormField>> FIELDS = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final PersonalTexts texts;

    ContentStore(JdbcClient jdbc, PersonalTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** Nothing, where the dossier has no content yet. */
    Content of(DossierNumber number) {
        return jdbc.sql("select content, sealed, fields from plain_content where dossier_number = ?")
                .param(number.value()).query(this::content).optional().orElse(Content.NONE);
    }

    /** A dossier of the same procedure and unit that was decided, with what lists may show of it. */
    record Decided(DossierNumber number, Content content) {
    }

    /** The others, the first one first. */
    List<Decided> decidedBeside(Dossier dossier) {
        return jdbc.sql("""
                        select number, content, fields from plain_content join dossier on dossier_number = number
                        where process = :process and unit_path = :unit and status = :decided and number <> :number
                        order by closed_at, number""")
                .param("process", dossier.process()).param("unit", dossier.unitPath().value())
                .param("decided", Status.DECIDED.name()).param("number", dossier.number().value())
                .query((row, index) -> new Decided(DossierNumber.of(row.getString("number")), listed(row))).list();
    }

    /** Until the transaction ends nobody else concludes a dossier of that procedure and unit. */
    void takeTurn(Dossier dossier) {
        Turn.take(jdbc, "conclude %s %s".formatted(dossier.process(), dossier.unitPath()));
    }

    void keep(DossierNumber number, Content content) {
        var personal = values(content, FormField::anythingPersonal);
        jdbc.sql("""
                        insert into plain_content (dossier_number, content, sealed, fields)
                        values (:number, :content::jsonb, :sealed, :fields::jsonb)
                        on conflict (dossier_number) do update
                        set content = excluded.content, sealed = excluded.sealed, fields = excluded.fields""")
                .param("number", number.value())
                .param("content", write(values(content, field -> !field.anythingPersonal())))
                .param("sealed", personal.isEmpty() ? null : texts.sealText(write(personal)), Types.BINARY)
                .param("fields", write(content.answers().stream().map(ContentStore::chosen).toList())).update();
    }

    private static Map<String, Object> values(Content content, Predicate<FormField> which) {
        Map<String, Object> values = new LinkedHashMap<>();
        content.answers().stream().filter(answer -> which.test(answer.field()))
                .forEach(answer -> values.put(answer.field().key(), answer.value()));
        return values;
    }

    /** Of the options only those that were chosen. */
    private static FormField chosen(Answer answer) {
        var field = answer.field();
        var options = new LinkedHashMap<>(field.options());
        options.keySet().removeIf(option -> !(answer.value() instanceof List<?> list ? list.contains(option)
                : option.equals(answer.value())));
        return new FormField(field.key(), field.label(), field.kind(), field.personal(), options, field.columns());
    }

    private Content content(ResultSet row, int index) throws SQLException {
        var values = read(row.getString("content"), VALUES);
        var sealed = row.getBytes("sealed");
        if (sealed != null) {
            values.putAll(read(texts.openText(sealed), VALUES));
        }
        return content(row, values);
    }

    /** What of a row lists may show: nothing that is sealed. */
    Content listed(ResultSet row) throws SQLException {
        return content(row, read(row.getString("content"), VALUES));
    }

    private static Content content(ResultSet row, Map<String, Object> values) throws SQLException {
        return new Content(read(row.getString("fields"), FIELDS).stream()
                .filter(field -> values.containsKey(field.key()))
                .map(field -> new Answer(field, typed(field, values.get(field.key())))).toList());
    }

    private static Object typed(FormField field, Object value) {
        return value == null ? null : switch (field.kind()) {
            case WHOLE -> ((Number) value).longValue();
            case DECIMAL -> new BigDecimal(value.toString());
            case DAY -> LocalDate.parse((String) value);
            case ROWS -> ((List<?>) value).stream().map(row -> row(field, (Map<?, ?>) row)).toList();
            case TEXT, YES_NO, CHOICE, CHOICES -> value;
        };
    }

    private static Map<String, Object> row(FormField field, Map<?, ?> row) {
        Map<String, Object> typed = new LinkedHashMap<>();
        field.columns().stream().filter(column -> row.get(column.key()) != null)
                .forEach(column -> typed.put(column.key(), typed(column, row.get(column.key()))));
        return typed;
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
