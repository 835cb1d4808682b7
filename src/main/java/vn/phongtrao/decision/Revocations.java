package vn.phongtrao.decision;

import java.util.Set;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.turn.Turn;

/** Marks what was decided as revoked. Nothing is taken out of the book, and every number stays. */
@Service
public class Revocations {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Revocations(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Keeps others from revoking what was decided on that dossier, until the surrounding transaction has ended. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeTurn(DossierNumber dossierNumber) {
        Turn.take(jdbc, "revocation:" + dossierNumber);
    }

    /**
     * Revokes what was decided on a dossier.
     *
     * @param recipients  for whom
     * @param nothingLeft whether it holds for nobody any more, and so the decision itself does not
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void revoke(DossierNumber dossierNumber, Set<Long> recipients, boolean nothingLeft, Revocation by) {
        if (nothingLeft) {
            jdbc.sql("""
                            update decision set revoked_on = :on, revoked_by = :number, revocation_id = :id
                            where dossier_number = :dossier and revoked_on is null""")
                    .param("on", by.on()).param("number", by.number()).param("id", by.decisionId())
                    .param("dossier", dossierNumber.value()).update();
        }
        events.publishEvent(new DecisionRevoked(dossierNumber, recipients, by));
    }
}
