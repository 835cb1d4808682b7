package vn.phongtrao.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.Wording;
import vn.phongtrao.security.Deputising;
import vn.phongtrao.security.Manner;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/**
 * Numbers come from a row of the series, which stays locked until the surrounding transaction ends: nodes take turns,
 * and a number that is not used after all goes back.
 */
@Service
class SqlDecisionBook implements DecisionBook {

    private final JdbcClient jdbc;
    private final Units units;
    private final Clock clock;

    SqlDecisionBook(JdbcClient jdbc, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Decision issue(Post authority, String matter, String symbol, String subject, DossierNumber dossierNumber,
                          UnitPath unitPath, String signer) {
        var today = LocalDate.now(clock);
        var decides = inCharge(authority.unitPath(), today);
        return jdbc.sql("""
                        insert into decision (authority, position, matter, symbol, year, number, signed_on, subject,
                                              dossier_number, unit_path, signer, signer_name, on_behalf_of,
                                              on_behalf_of_name, manner, signs_as)
                        select :authority, :position, :matter, :symbol, :year, :number, :today, :subject, :dossier,
                               :unit, :signer, actor_name, on_behalf_of, on_behalf_of_name, manner, signs_as
                        from (select) one left join lateral (
                            select * from dossier_step where dossier_number = :dossier and actor = :signer
                            order by id desc limit 1) step on true
                        returning *""")
                .param("authority", decides.value()).param("position", authority.position().id())
                .param("matter", matter).param("symbol", symbol).param("year", today.getYear())
                .param("number", nextNumber(decides, symbol, today.getYear())).param("today", today)
                .param("subject", subject).param("dossier", dossierNumber.value()).param("unit", unitPath.value())
                .param("signer", signer).query(SqlDecisionBook::decision).single();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public String number(UnitPath authority, String symbol) {
        var today = LocalDate.now(clock);
        return Decision.label(nextNumber(inCharge(authority, today), symbol, today.getYear()), symbol);
    }

    private UnitPath inCharge(UnitPath authority, LocalDate today) {
        return units.inCharge(authority, today).map(Unit::path).orElseThrow(() -> Refusal.broken(null,
                "%s không còn hoạt động vào ngày %s và chưa có đơn vị kế thừa, nên không ban hành được văn bản"
                        .formatted(units.require(authority).fullName(), Wording.day(today))));
    }

    private int nextNumber(UnitPath authority, String symbol, int year) {
        return jdbc.sql("""
                        insert into decision_series as series (authority, symbol, year, last_number)
                        values (:authority, :symbol, :year, 1)
                        on conflict (authority, symbol, year) do update set last_number = series.last_number + 1
                        returning last_number""")
                .param("authority", authority.value()).param("symbol", symbol).param("year", year)
                .query(Integer.class).single();
    }

    static Decision decision(ResultSet row, int index) throws SQLException {
        return new Decision(row.getLong("id"), UnitPath.of(row.getString("authority")),
                Position.of(row.getString("position")), row.getString("matter"), row.getString("symbol"),
                row.getInt("year"), row.getInt("number"), row.getObject("signed_on", LocalDate.class),
                row.getString("subject"), DossierNumber.of(row.getString("dossier_number")),
                UnitPath.of(row.getString("unit_path")), row.getString("signer"), row.getString("code"),
                row.getString("signer_name"), deputising(row), revocation(row), partialRevocation(row), correction(row));
    }

    private static Deputising deputising(ResultSet row) throws SQLException {
        var manner = row.getString("manner");
        return manner == null ? null : new Deputising(new Post(UnitPath.of(row.getString("authority")),
                Position.of(row.getString("position"))), row.getString("on_behalf_of"),
                row.getString("on_behalf_of_name"), Manner.of(manner), row.getString("signs_as"));
    }

    private static Revocation revocation(ResultSet row) throws SQLException {
        var on = row.getObject("revoked_on", LocalDate.class);
        return on == null ? null : new Revocation(row.getObject("revocation_id", Long.class),
                row.getString("revoked_by"), on, null);
    }

    /** What does not hold for anybody is not revoked in part. */
    private static Revocation partialRevocation(ResultSet row) throws SQLException {
        var on = row.getObject("revoked_on") == null ? row.getObject("partly_revoked_on", LocalDate.class) : null;
        return on == null ? null : new Revocation(row.getObject("partial_revocation_id", Long.class),
                row.getString("partly_revoked_by"), on, null);
    }

    private static Replacement correction(ResultSet row) throws SQLException {
        var on = row.getObject("corrected_on", LocalDate.class);
        return on == null ? null : new Replacement(row.getObject("correction_id", Long.class),
                row.getString("corrected_by"), on, null);
    }
}
