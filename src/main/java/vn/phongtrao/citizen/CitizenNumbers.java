package vn.phongtrao.citizen;

import java.util.Optional;

/** Seals and opens citizen numbers (12 digits) with the key of this deployment. */
public interface CitizenNumbers {

    /**
     * Seals the number that a form brings. One that comes back masked is the one that is kept already.
     *
     * @param field where the number stands, for example {@code nominees[0].citizenId}
     * @param kept  what is kept already; empty where nothing is
     * @throws vn.phongtrao.refusal.Refusal malformed, naming the field, for anything else than 12 digits or that mask
     */
    SealedNumber seal(String field, String number, Optional<SealedNumber> kept);

    String open(SealedNumber sealed);

    /** Whom the number belongs to, by its digits. */
    default Holder holder(SealedNumber sealed) {
        return Holder.of(open(sealed));
    }
}
