package vn.phongtrao.workflow.closed;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import org.camunda.feel.impl.JavaValueMapper;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.valuemapper.CustomValueMapper;
import org.camunda.feel.valuemapper.JavaCustomValueMapper;
import org.camunda.feel.valuemapper.ValueMapper;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;

import vn.phongtrao.refusal.Refusal;

/**
 * What FEEL may work with. It would wrap any other object with all its public methods, {@code getClass} among them.
 */
public final class PlainValues extends JavaCustomValueMapper {

    private static final Set<Class<?>> TYPES = Set.of(String.class, Boolean.class, LocalDate.class, LocalTime.class,
            LocalDateTime.class, ZonedDateTime.class, OffsetDateTime.class, OffsetTime.class, Period.class,
            Duration.class);

    /** Gives common objects of Java back, and takes plain values alone. */
    public static ValueMapper mapper() {
        return new CompositeValueMapper(CollectionConverters.asScala(
                List.<CustomValueMapper>of(new PlainValues(), new JavaValueMapper())).toList());
    }

    /** Leaves plain values to the mappers behind this one. */
    @Override
    public Optional<Val> toValue(Object value, Function<Object, Val> inner) {
        if (value == null || TYPES.contains(value.getClass()) || value instanceof Number || value instanceof Date
                || value instanceof Enum<?> || value instanceof List<?> || value instanceof Map<?, ?>
                || value.getClass().getName().startsWith("org.camunda.feel.")
                || value.getClass().getName().startsWith("camundajar.impl.scala.")) {
            return Optional.empty();
        }
        throw Refusal.malformed(null, "Bảng và biểu mẫu không tính với giá trị kiểu %s"
                .formatted(value.getClass().getName()));
    }

    @Override
    public Optional<Object> unpackValue(Val value, Function<Val, Object> inner) {
        return Optional.empty();
    }
}
