package vn.phongtrao.commendation;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

import vn.phongtrao.citizen.SealedNumber;
import vn.phongtrao.dossier.DossierNumber;

/**
 * A person, household or collective that a dossier proposes.
 *
 * @param gender        {@code male} or {@code female}; individuals only, null where it was not said
 * @param birthYear     individuals only
 * @param directWorker  whether they work themselves and lead nobody; individuals only, null where it was not said
 * @param farmer        individuals only, null where it was not said
 * @param simpleDossier whether the law asks for a simple dossier about them; individuals only, null where it was not said
 * @param citizenMask   the masked number of the citizen or of {@code document}; individuals only
 * @param subject       who is meant, comparable across dossiers
 * @param result        {@code pending}, {@code struck} off in the review, {@code dropped} by the council or by what was
 *                      awarded before, {@code declined} by who decided on the others, or {@code awarded}
 * @param resultReason  why the nominee is not awarded
 * @param posthumous    whether they are dead; individuals only, null where it was not said
 * @param receiver      who receives the award of a dead person, with how they are related; null where it was not said
 * @param service       what is told for the medal; null where nothing was
 * @param document      {@code old-card} or {@code travel}, where the person is not known by a citizen number; else null
 * @param nationality   code of the state that issued a travel document; null for others
 */
record Nominee(@Id Long id, DossierNumber dossierNumber, String kind, String name, String gender, Integer birthYear,
               byte[] citizenCipher, byte[] citizenDigest, String citizenMask, String hamlet, String occupation,
               Boolean directWorker, Boolean farmer, Boolean simpleDossier, String summary, String subject,
               String result, String resultReason, Boolean posthumous, String receiver,
               @Embedded.Nullable(prefix = "service_") ServiceTold service, String document,
               String nationality) {

    static final String PENDING = "pending";
    static final String STRUCK = "struck";
    static final String DECLINED = "declined";
    static final String DROPPED = "dropped";
    static final String AWARDED = "awarded";

    boolean pending() {
        return result.equals(PENDING);
    }

    /** Whether nobody took the nominee off the list. */
    boolean lasting() {
        return pending() || result.equals(AWARDED);
    }

    boolean dead() {
        return Boolean.TRUE.equals(posthumous);
    }

    /** The masked citizen number, as forms call it; null for those who are known by something else. */
    String citizenId() {
        return document == null ? citizenMask : null;
    }

    /** The masked number of another document; null for those who are known by something else. */
    String documentNumber() {
        return document == null ? null : citizenMask;
    }

    /** Null for those who are known by name. */
    SealedNumber citizen() {
        return citizenMask == null ? null : new SealedNumber(citizenCipher, citizenDigest, citizenMask);
    }

    Nominee of(DossierNumber number) {
        return new Nominee(id, number, kind, name, gender, birthYear, citizenCipher, citizenDigest, citizenMask,
                hamlet, occupation, directWorker, farmer, simpleDossier, summary, subject, result, resultReason, posthumous,
                receiver, service, document, nationality);
    }

    Nominee with(String newResult, String reason) {
        return new Nominee(id, dossierNumber, kind, name, gender, birthYear, citizenCipher, citizenDigest,
                citizenMask, hamlet, occupation, directWorker, farmer, simpleDossier, summary, subject, newResult,
                reason, posthumous, receiver, service, document, nationality);
    }

    /** Nothing that a log must not hold: messages of exceptions quote this. */
    @Override
    public String toString() {
        return "Nominee[" + id + " of " + dossierNumber + "]";
    }
}
