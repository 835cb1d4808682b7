package vn.phongtrao.revocation;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.util.List;
import java.util.Objects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import vn.phongtrao.citizen.NoNumber;
import vn.phongtrao.procedure.FieldsOf;

/**
 * What the start form of a correction asks for.
 *
 * @param decisionId       of an entry of the decision book; null where a higher authority had decided
 * @param forwardedDossier the dossier whose result a higher authority decided; null elsewhere
 */
@FieldsOf("decision-correction-proposal")
record CorrectionFields(String decisionId, String forwardedDossier, @Valid List<Row> corrections, String achievement,
                        @Valid List<Wording> wordings, @NotNull(message = REQUIRED) @NoNumber String reason) {

    /** The right words for one recipient; null leaves what is there. */
    record Row(@NotNull(message = REQUIRED) String id, String name, Integer birthYear, String occupation, String hamlet) {
    }

    /** Words of the decision's own. */
    record Wording(@NotNull(message = REQUIRED) String place, @NotNull(message = REQUIRED) String was,
                   @NotNull(message = REQUIRED) String becomes) {
    }

    /** What the proposing unit completes or supplements; null leaves what was there. */
    @FieldsOf({"decision-correction-complete-dossier", "decision-correction-supplement"})
    record Change(@Valid List<Row> corrections, String achievement, @Valid List<Wording> wordings, @NoNumber String reason) {

        boolean words() {
            return corrections != null || achievement != null || wordings != null;
        }

        /** With what is there already where nothing was sent. */
        CorrectionFields over(CorrectionView before) {
            return new CorrectionFields(before.decisionId(), before.forwardedDossier(),
                    Objects.requireNonNullElse(corrections, before.corrections()),
                    achievement == null ? before.achievement() : achievement,
                    Objects.requireNonNullElse(wordings, before.wordings()),
                    Objects.requireNonNullElse(reason, before.reason()));
        }
    }
}
