package vn.phongtrao.commendation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.decision.BonusRecovered;
import vn.phongtrao.decision.Correction;
import vn.phongtrao.decision.DecisionRevoked;
import vn.phongtrao.decision.Recipients;
import vn.phongtrao.decision.Revocation;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.unit.UnitPath;

/** Awards, as those who revoke them see them. A revoked one stays in the register, marked. */
@Component
@Transactional
class AwardRecipients implements Recipients {

    private static final String AWARDS = """
            select award.*, nominee.birth_year, nominee.occupation, nominee.hamlet
            from award join nominee on nominee.id = award.nominee_id
            """;

    private final JdbcClient jdbc;
    private final AwardWords words;

    AwardRecipients(JdbcClient jdbc, AwardWords words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    @Override
    public String process() {
        return "commendation";
    }

    @Override
    public List<Recipient> of(DossierNumber dossierNumber) {
        return jdbc.sql(AWARDS + "where award.dossier_number = ? order by award.id").param(dossierNumber.value())
                .query(AwardRecipients::recipient).list();
    }

    @Override
    public List<Recipient> standing(Collection<UnitPath> units, int most) {
        return jdbc.sql(AWARDS + """
                        where revoked_on is null and %s
                        order by decided_on desc, award.dossier_number desc, award.id limit :most"""
                        .formatted(RegisterQuery.inUnits("unit_path", ":units")))
                .param("units", UnitPath.values(units)).param("most", most)
                .query(AwardRecipients::recipient).list();
    }

    @Override
    public void requireCorrectable(DossierNumber dossierNumber, Correction correction) {
        words.require(dossierNumber, correction);
    }

    /** A bonus that was paid is to be given back, one that was not is not paid any more. */
    @EventListener
    void revoke(DecisionRevoked revoked) {
        var marked = jdbc.sql("""
                        update award set revoked_on = :on, revoked_by = :number, revocation_id = :id,
                               to_recover = case when paid then bonus else 0 end
                        where dossier_number = :dossier and id in (:ids) and revoked_on is null""")
                .param("on", revoked.by().on()).param("number", revoked.by().number())
                .param("id", revoked.by().decisionId()).param("dossier", revoked.dossierNumber().value())
                .param("ids", revoked.recipients()).update();
        if (marked < revoked.recipients().size() && !of(revoked.dossierNumber()).isEmpty()) {
            throw Refusal.conflict("Khen thưởng đã bị hủy bỏ");
        }
    }

    @EventListener
    void recover(BonusRecovered recovered) {
        recovered.back().forEach(back -> jdbc.sql("""
                        update award set recovered = :recovered, to_recover = :open
                        where dossier_number = :dossier and id = :id""")
                .param("recovered", back.recovered()).param("open", back.open())
                .param("dossier", recovered.dossierNumber().value()).param("id", back.recipient()).update());
    }

    /** Null while it holds. */
    static Revocation revocation(ResultSet row) throws SQLException {
        var on = row.getObject("revoked_on", LocalDate.class);
        return on == null ? null : new Revocation(row.getObject("revocation_id", Long.class),
                row.getString("revoked_by"), on, null);
    }

    private static Recipient recipient(ResultSet row, int index) throws SQLException {
        return new Recipient(row.getLong("id"), DossierNumber.of(row.getString("dossier_number")),
                row.getObject("decision_id", Long.class), row.getString("decision_number"),
                row.getObject("decided_on", LocalDate.class), Kind.of(row.getString("kind")).label(),
                row.getString("name"), AwardForm.name(row.getString("form")), row.getLong("bonus"),
                row.getBoolean("paid"), revocation(row), row.getObject("birth_year", Integer.class), row.getString("occupation"),
                row.getString("hamlet"), row.getString("achievement"), row.getInt("print"));
    }
}
