package vn.phongtrao.decision;

import java.util.Set;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.turn.Turn;

/** Marks what was decided as revoked, or put right. Nothing is taken out of the book, and every number stays. */
@Service
public class Revocations {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Revocations(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Keeps others from changing what was decided on that dossier, until the surrounding transaction has ended. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeTurn(DossierNumber dossierNumber) {
        Turn.take(jdbc, "revocation:" + dossierNumber);
    }

    /**
     * Puts the words of what was decided on a dossier right. Papers that say the old ones are kept before.
     *
     * @param decisionId whose words they are; null where a higher authority had decided
     * @param recipients ids of those whose certificates say it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void correct(DossierNumber dossierNumber, Long decisionId, Correction wording, Set<Long> recipients,
                        Replacement by) {
        events.publishEvent(new CorrectionBegins(dossierNumber));
        jdbc.sql("update decision set corrected_on = :on, corrected_by = :by, correction_id = :id where id = :decision")
                .param("on", by.on()).param("by", by.number()).param("id", by.decisionId()).param("decision", decisionId)
                .update();
        events.publishEvent(new DecisionCorrected(dossierNumber, wording, recipients, by));
    }

    /** Gives certificates of what was decided on a dossier again. @param recipients ids of those whose they are */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reissue(DossierNumber dossierNumber, Set<Long> recipients, Replacement by) {
        events.publishEvent(new CertificatesReissued(dossierNumber, recipients, by));
    }

    /**
     * Revokes what was decided on a dossier.
     *
     * @param recipients  for whom
     * @param nothingLeft whether it holds for nobody any more, and so the decision itself does not
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void revoke(DossierNumber dossierNumber, Set<Long> recipients, boolean nothingLeft, Revocation by) {
        jdbc.sql((nothingLeft ? "update decision set revoked_on = :on, revoked_by = :number, revocation_id = :id"
                        : """
                        update decision set partly_revoked_on = :on, partly_revoked_by = :number,
                                            partial_revocation_id = :id""")
                        + " where dossier_number = :dossier and revoked_on is null")
                .param("on", by.on()).param("number", by.number()).param("id", by.decisionId())
                .param("dossier", dossierNumber.value()).update();
        events.publishEvent(new DecisionRevoked(dossierNumber, recipients, by));
    }
}
