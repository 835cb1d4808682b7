package vn.phongtrao.workflow.check;

import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

import vn.phongtrao.dossier.FormField;
import vn.phongtrao.procedure.Binding;

/** The fields of a form, or of a row of one, compared with the records that the program makes of them. */
final class FieldRecords {

    private static final List<Class<? extends Annotation>> NEEDED =
            List.of(NotNull.class, NotEmpty.class, NotBlank.class);
    /** What the engine and the step of the dossier read of every form. */
    private static final Set<String> COMMON = Set.of("outcome", "comment");

    private final String path;
    private final List<Class<?>> records;
    private final List<FormField> fields;
    private final Report report;

    /** Takes what is wrong with a field. */
    @FunctionalInterface
    interface Report {

        void add(String field, String problem, String advice);
    }

    private FieldRecords(String path, List<Class<?>> records, List<FormField> fields, Report report) {
        this.path = path;
        this.records = records;
        this.fields = fields;
        this.report = report;
    }

    /**
     * @param records none for a form of which the program reads the outcome alone
     * @param fields  what it asks for beside outcome and comment
     * @param asked   keys of all that it asks for
     */
    static void compare(List<Class<?>> records, List<FormField> fields, Set<String> asked, Report report) {
        var whole = new FieldRecords("", records, fields, report);
        whole.missing(asked);
        whole.fields();
    }

    private void missing(Set<String> asked) {
        records.forEach(record -> Arrays.stream(record.getRecordComponents()).filter(FieldRecords::needed)
                .filter(component -> !asked.contains(component.getName())).forEach(component ->
                        report.add(path + component.getName(), "Biểu mẫu thiếu ô \"%s\" mà chương trình cần"
                        .formatted(component.getName()), "Thêm lại ô có Key là " + component.getName())));
    }

    private static boolean needed(RecordComponent component) {
        return NEEDED.stream().anyMatch(component.getAccessor()::isAnnotationPresent);
    }

    private void fields() {
        var read = new TreeSet<String>();
        records.forEach(record -> Arrays.stream(record.getRecordComponents()).map(RecordComponent::getName)
                .forEach(read::add));
        fields.forEach(field -> {
            if (!read.contains(field.key()) && !(path.isEmpty() && COMMON.contains(field.key()))) {
                report.add(path + field.key(), "Chương trình không đọc ô \"%s\"".formatted(field.key()),
                        read.isEmpty() ? "Bỏ ô này" : "Bỏ ô, hoặc dùng một trong các mã: " + String.join(", ", read));
            }
            records.forEach(record -> Arrays.stream(record.getRecordComponents())
                    .filter(component -> component.getName().equals(field.key()))
                    .forEach(component -> type(field, record, component)));
        });
    }

    private void type(FormField field, Class<?> record, RecordComponent component) {
        var type = ClassUtils.resolvePrimitiveIfNecessary(component.getType());
        if (!takes(type, field.kind())) {
            report.add(path + field.key(), "Ô \"%s\" không đúng kiểu mà chương trình cần: %s".formatted(field.key(),
                    said(type)), "Đổi loại ô");
            return;
        }
        field.options().keySet().stream().filter(option -> !known(option, field, record)).forEach(option ->
                report.add(path + field.key(), "Chương trình không có lựa chọn \"%s\" của ô \"%s\"".formatted(option,
                        field.key()), "Sửa Value của lựa chọn này, hoặc bỏ nó"));
        if (field.kind() == FormField.Kind.ROWS) {
            Optional.ofNullable(ResolvableType.forType(component.getGenericType()).getGeneric(0).resolve())
                    .filter(Class::isRecord).ifPresent(row -> {
                        var rows = new FieldRecords(path + field.key() + ".", List.of(row), field.columns(), report);
                        rows.missing(field.columns().stream().map(FormField::key).collect(Collectors.toSet()));
                        rows.fields();
                    });
        }
    }

    private static boolean takes(Class<?> type, FormField.Kind kind) {
        var decimal = Stream.of(BigDecimal.class, Double.class, Float.class).anyMatch(type::equals);
        var number = Number.class.isAssignableFrom(type);
        var several = Collection.class.isAssignableFrom(type);
        return switch (kind) {
            case WHOLE -> number;
            case DECIMAL -> decimal;
            case DAY -> type == LocalDate.class;
            case YES_NO -> type == Boolean.class;
            case CHOICES, ROWS -> several;
            // ids are numbers that nobody types: of what is chosen, and of a row that comes back
            case CHOICE -> !several && type != LocalDate.class;
            case TEXT -> !several && (!number || type == Long.class) && type != LocalDate.class && type != Boolean.class;
        };
    }

    private static String said(Class<?> type) {
        return Number.class.isAssignableFrom(type) ? "ô số" : type == LocalDate.class ? "ô ngày"
                : type == Boolean.class ? "ô đánh dấu"
                : Collection.class.isAssignableFrom(type) ? "danh sách" : "ô chữ hoặc ô chọn";
    }

    private static boolean known(String option, FormField field, Class<?> record) {
        try {
            Binding.bind(Map.of(field.key(), field.kind() == FormField.Kind.CHOICES ? List.of(option) : option),
                    record.asSubclass(Record.class));
            return true;
        } catch (IllegalArgumentException unfit) {
            return !(unfit.getCause() instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()
                    || !Objects.equals(mapping.getPath().get(0).getFieldName(), field.key());
        }
    }
}
