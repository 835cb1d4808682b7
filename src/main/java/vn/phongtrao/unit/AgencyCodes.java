package vn.phongtrao.unit;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How agencies are known in exchanges between them: {@code H12} is the People's Committee of Cà Mau (Quyết định 20/2020/QĐ-TTg,
 * as amended by Quyết định 09/2025/QĐ-TTg). Provinces bring them; a unit may have none.
 */
@Component
public class AgencyCodes {

    private final JdbcClient jdbc;

    AgencyCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Coded(String unitPath, String code) {
    }

    /** Those of a day, by unit. */
    Map<UnitPath, String> on(LocalDate day) {
        return jdbc.sql("""
                        select unit_path, code from agency_code
                        where :on between valid_from and coalesce(valid_to, 'infinity')""")
                .param("on", day).query(Coded.class).list().stream()
                .collect(Collectors.toMap(one -> UnitPath.of(one.unitPath()), Coded::code));
    }

    /** That of a unit, else of the nearest above that has one. */
    public Optional<String> nearest(UnitPath unit, LocalDate day) {
        var codes = on(day);
        return Stream.iterate(Optional.of(unit), Optional::isPresent, path -> path.flatMap(UnitPath::parent))
                .map(path -> codes.get(path.orElseThrow())).filter(Objects::nonNull).findFirst();
    }
}
