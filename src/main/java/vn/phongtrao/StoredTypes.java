package vn.phongtrao;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.unit.UnitPath;

/** Tables keep the types that stand for a text as that text. */
@Configuration(proxyBeanMethods = false)
public class StoredTypes extends AbstractJdbcConfiguration {

    @Override
    protected List<?> userConverters() {
        return List.of(new Stored<>(UnitPath.class, UnitPath::value, UnitPath::of),
                new Stored<>(DossierNumber.class, DossierNumber::value, DossierNumber::of));
    }

    private record Stored<T>(Class<T> type, Function<T, String> text, Function<String, T> read)
            implements GenericConverter {

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(type, String.class), new ConvertiblePair(String.class, type));
        }

        @Override
        public Object convert(Object source, TypeDescriptor from, TypeDescriptor to) {
            return source == null ? null : type.isInstance(source) ? text.apply(type.cast(source))
                    : read.apply((String) source);
        }
    }
}
