package vn.phongtrao.revocation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.phongtrao.decision.Recipients.Recipient;
import vn.phongtrao.dossier.DossierNumber;

/** The certificates that dossiers give again. */
@Repository
class ReissuedCertificates {

    private final JdbcClient jdbc;

    ReissuedCertificates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param print which one it is, from 2; null until it is given */
    record Reissued(long recipientId, String kind, String name, String what, Integer print) {
    }

    List<Reissued> of(DossierNumber number) {
        return jdbc.sql("select * from reissued_certificate where dossier_number = ? order by recipient_id")
                .param(number.value()).query(Reissued.class).list();
    }

    void save(DossierNumber number, List<Recipient> whose) {
        whose.forEach(one -> jdbc.sql("""
                        insert into reissued_certificate (dossier_number, recipient_id, kind, name, what)
                        values (:dossier, :id, :kind, :name, :what)""")
                .param("dossier", number.value()).param("id", one.id()).param("kind", one.kind())
                .param("name", one.name()).param("what", one.what()).update());
    }

    /** @param prints which ones they are, by recipient */
    void given(DossierNumber number, Map<Long, Integer> prints) {
        prints.forEach((id, print) -> jdbc.sql(
                        "update reissued_certificate set print = ? where dossier_number = ? and recipient_id = ?")
                .params(print, number.value(), id).update());
    }

    /** An open dossier that would give one of these again, too. */
    Optional<String> askedAlready(DossierNumber decidedDossier, Collection<Long> recipients) {
        return jdbc.sql("""
                        select r.dossier_number from reissued_certificate r
                        join certificate_reissue c on c.dossier_number = r.dossier_number
                        join dossier on dossier.number = r.dossier_number
                        where c.decided_dossier = :dossier and r.recipient_id in (:ids) and dossier.closed_at is null
                        order by 1 limit 1""")
                .param("dossier", decidedDossier.value()).param("ids", recipients).query(String.class).optional();
    }
}
