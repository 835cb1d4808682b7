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

    private final JdbcClient jdbc;
    private final Clock clock;

    SqlHamlets(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Hamlet> of(String communePath) {
        return jdbc.sql("select * from hamlet where commune_path = :commune" + IN_FORCE + " order by code")
                .param("commune", communePath).param("today", LocalDate.now(clock)).query(SqlHamlets::hamlet).list();
    }

    @Override
    public Optional<Hamlet> find(String path) {
        return jdbc.sql("select * from hamlet where path = :path").param("path", path).query(SqlHamlets::hamlet)
                .optional();
    }

    @Override
    public Optional<Hamlet> inForce(String path) {
        return jdbc.sql("select * from hamlet where path = :path" + IN_FORCE)
                .param("path", path).param("today", LocalDate.now(clock)).query(SqlHamlets::hamlet).optional();
    }

    @Override
    public Hamlet require(String communePath, String code) {
        return inForce(communePath + "/" + code).orElseThrow(() -> Refusal.broken("hamlet",
                "Đơn vị không có khóm, ấp nào mang mã \"%s\"".formatted(code)));
    }

    private static Hamlet hamlet(ResultSet row, int index) throws SQLException {
        return new Hamlet(row.getString("path"), row.getString("commune_path"), row.getString("code"),
                row.getString("name"), row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class), row.getBoolean("sample"));
    }
}
