package vn.phongtrao.revocation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.revocation.Recovery.State;

/** Those for whom dossiers revoke, with what is recovered from them. */
@Repository
class Recoveries {

    private final JdbcClient jdbc;

    Recoveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Recovery> of(DossierNumber number) {
        return jdbc.sql("select * from revoked_recipient where dossier_number = ? order by recipient_id")
                .param(number.value()).query(Recoveries::recovery).list();
    }

    /** An open dossier that would revoke one of these, too. */
    Optional<String> proposedAlready(DossierNumber revokedDossier, Collection<Long> recipients) {
        return jdbc.sql("""
                        select r.dossier_number from revoked_recipient r
                        join decision_revocation d on d.dossier_number = r.dossier_number
                        join dossier on dossier.number = r.dossier_number
                        where d.revoked_dossier = :dossier and r.recipient_id in (:ids) and dossier.closed_at is null
                        order by 1 limit 1""")
                .param("dossier", revokedDossier.value()).param("ids", recipients).query(String.class).optional();
    }

    void save(DossierNumber number, Collection<Recovery> recoveries) {
        recoveries.forEach(one -> jdbc.sql("""
                        insert into revoked_recipient (dossier_number, recipient_id, kind, name, what, bonus, paid, object,
                                                       object_on, money, money_back, money_on, note)
                        values (:dossier, :id, :kind, :name, :what, :bonus, :paid, :object, :objectOn, :money, :back,
                                :moneyOn, :note)
                        on conflict (dossier_number, recipient_id) do update set paid = excluded.paid,
                            object = excluded.object, object_on = excluded.object_on, money = excluded.money,
                            money_back = excluded.money_back, money_on = excluded.money_on, note = excluded.note""")
                .param("dossier", number.value()).param("id", one.recipientId()).param("kind", one.kind())
                .param("name", one.name()).param("what", one.what()).param("bonus", one.bonus())
                .param("paid", one.paid()).param("object", one.object().id()).param("objectOn", one.objectOn())
                .param("money", one.money().id()).param("back", one.back()).param("moneyOn", one.moneyOn())
                .param("note", one.note()).update());
    }

    private static Recovery recovery(ResultSet row, int index) throws SQLException {
        return new Recovery(row.getLong("recipient_id"), row.getString("kind"), row.getString("name"),
                row.getString("what"), row.getLong("bonus"), row.getObject("paid", Long.class),
                State.of(row.getString("object")), row.getObject("object_on", LocalDate.class),
                State.of(row.getString("money")), row.getLong("money_back"),
                row.getObject("money_on", LocalDate.class), row.getString("note"));
    }
}
