package vn.phongtrao.safearea;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.register.Figure;
import vn.phongtrao.register.Figure.Span;
import vn.phongtrao.register.FigureSource;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.unit.UnitPath;

/** The communes, hamlets, agencies, enterprises and schools that are safe on a day, and who has registered. */
@Component
@Transactional(readOnly = true)
class SafeAreaFigures implements FigureSource {

    private final JdbcClient jdbc;

    SafeAreaFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Figure> figures() {
        return List.of(safe("safeCommunes", AreaKind.COMMUNE).of("communes"),
                safe("safeHamlets", AreaKind.HAMLET).of("hamlets"), safe("safeAgencies", AreaKind.AGENCY),
                safe("safeEnterprises", AreaKind.ENTERPRISE), safe("safeSchools", AreaKind.SCHOOL),
                new Figure("safeAreaRegistrations", Span.PERIOD, "safe-area-registrations",
                        "unit={unit}&from={from}&to={to}"));
    }

    private static Figure safe(String id, AreaKind kind) {
        return new Figure(id, Span.LAST_DAY, "safe-areas", "unit={unit}&on={to}&subject=" + kind.id());
    }

    @Override
    public List<Count> count(Asked asked) {
        return Stream.concat(safe(asked), registrations(asked)).toList();
    }

    private Stream<Count> safe(Asked asked) {
        return jdbc.sql("""
                        select unit_path, subject, count(*) as areas from safe_area_result
                        where %s and %s group by unit_path, subject"""
                        .formatted(SafeAreaRegister.HOLDS, RegisterQuery.underUnit("unit_path")))
                .param("on", asked.to()).param("unit", asked.unit().value())
                .query((row, index) -> new Count(UnitPath.of(row.getString("unit_path")),
                        figure(AreaKind.of(row.getString("subject"))), row.getLong("areas"))).list().stream();
    }

    private static String figure(AreaKind kind) {
        return switch (kind) {
            case COMMUNE -> "safeCommunes";
            case HAMLET -> "safeHamlets";
            case AGENCY -> "safeAgencies";
            case ENTERPRISE -> "safeEnterprises";
            case SCHOOL -> "safeSchools";
        };
    }

    private Stream<Count> registrations(Asked asked) {
        return jdbc.sql("""
                        select unit_path, count(*) as registrations from safe_area_registration
                        where registered_on between :from and :to and %s group by unit_path"""
                        .formatted(RegisterQuery.underUnit("unit_path")))
                .param("from", asked.from()).param("to", asked.to()).param("unit", asked.unit().value())
                .query((row, index) -> new Count(UnitPath.of(row.getString("unit_path")), "safeAreaRegistrations",
                        row.getLong("registrations"))).list().stream();
    }
}
