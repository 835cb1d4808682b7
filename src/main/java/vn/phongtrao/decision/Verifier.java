package vn.phongtrao.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import vn.phongtrao.authority.Authorities;

/**
 * Says whether a decision or certificate is genuine. A code that is known and one that is not cost one look-up each.
 */
@Service
public class Verifier {

    private static final int LENGTH = 26;

    private final JdbcClient jdbc;
    private final Authorities authorities;

    Verifier(JdbcClient jdbc, Authorities authorities) {
        this.jdbc = jdbc;
        this.authorities = authorities;
    }

    private record Found(Decision decision, String recipient, Revocation revoked, Replacement replaced) {

        Verdict.Status status() {
            return revoked != null ? Verdict.Status.REVOKED
                    : replaced != null ? Verdict.Status.REPLACED : Verdict.Status.GENUINE;
        }
    }

    /** @param typed the code, in any case, with or without spaces and hyphens, look-alikes allowed */
    public Verdict check(String typed) {
        return jdbc.sql("""
                        select d.*, v.recipient, v.revoked_on as v_revoked_on, v.revoked_by as v_revoked_by,
                               v.replaced_on, v.replaced_by
                        from verifiable v join decision d on d.id = v.decision_id where v.code = ?""")
                .param(code(typed))
                .query((row, index) -> new Found(SqlDecisionBook.decision(row, index), row.getString("recipient"),
                        revocation(row), replacement(row)))
                .optional().map(this::verdict).orElse(Verdict.UNKNOWN);
    }

    private Verdict verdict(Found found) {
        var decision = found.decision();
        var authority = authorities.of(decision.post(), decision.signedOn());
        return new Verdict(found.status(), decision.label(), decision.signedOn(), authority.name(), decision.signerName(),
                Optional.ofNullable(decision.deputising()).map(other -> String.join(" – ",
                        authority.signedFor(other.manner().abbreviation(), other.title()))).orElse(null),
                found.recipient(), found.revoked(),
                found.recipient() == null ? decision.partlyRevoked() : null, found.replaced(),
                found.recipient() == null ? decision.corrected() : null);
    }

    private static Revocation revocation(ResultSet row) throws SQLException {
        var on = row.getObject("v_revoked_on", LocalDate.class);
        return on == null ? null : new Revocation(null, row.getString("v_revoked_by"), on, null);
    }

    private static Replacement replacement(ResultSet row) throws SQLException {
        var on = row.getObject("replaced_on", LocalDate.class);
        return on == null ? null : new Replacement(null, row.getString("replaced_by"), on, null);
    }

    private static String code(String typed) {
        var code = typed.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "")
                .replace('o', '0').replace('i', '1').replace('l', '1');
        return code.length() == LENGTH && code.chars().allMatch(c -> c >= '0' && c <= 'z') ? code : "";
    }
}
