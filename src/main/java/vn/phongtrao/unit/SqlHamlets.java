package vn.phongtrao.unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.phongtrao.refusal.Refusal;

@Repository
class SqlHamlets implements Hamlets {

    private static final String IN_FORCE = " and :today between valid_from and coalesce(valid_to, 'infinity')";

    private final Units units;
    private final JdbcClient jdbc;
    private final Clock clock;

    SqlHamlets(Units units, JdbcClient jdbc, Clock clock) {
        this.units = units;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Hamlet> of(UnitPath communePath) {
        return jdbc.sql("select * from hamlet where commune_path = any(:communes)" + IN_FORCE
                        + " order by commune_path <> :commune, code")
                .param("commune", communePath.value()).param("communes",
                        UnitPath.values(units.inChargeOf(communePath)))
                .param("today", LocalDate.now(clock)).query(SqlHamlets::hamlet).list();
    }

    @Override
    public Optional<Hamlet> find(UnitPath path) {
        return jdbc.sql("select * from hamlet where path = :path").param("path", path.value()).query(SqlHamlets::hamlet)
                .optional();
    }

    @Override
    public Optional<Hamlet> inForce(UnitPath path) {
        return jdbc.sql("select * from hamlet where path = :path" + IN_FORCE)
                .param("path", path.value()).param("today", LocalDate.now(clock)).query(SqlHamlets::hamlet).optional();
    }

    @Override
    public Hamlet require(UnitPath communePath, String code) {
        return of(communePath).stream().filter(hamlet -> hamlet.code().equals(code)).findFirst().orElseThrow(() ->
                Refusal.broken("hamlet", "Đơn vị không có khóm, ấp nào mang mã \"%s\"".formatted(code)));
    }

    private static Hamlet hamlet(ResultSet row, int index) throws SQLException {
        return new Hamlet(UnitPath.of(row.getString("path")), UnitPath.of(row.getString("commune_path")),
                row.getString("code"), row.getString("name"), row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class), row.getBoolean("sample"));
    }
}
