package vn.phongtrao.commendation;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import vn.phongtrao.citizen.Gender;
import vn.phongtrao.citizen.PersonDocument;
import vn.phongtrao.procedure.FieldsOf;
import vn.phongtrao.text.Named;

/**
 * What the start form says of a commendation: the achievement and the nominees.
 *
 * @param campaign id of the emulation campaign that it belongs to; null but for thematic ones
 */
@FieldsOf("commendation-proposal")
record Proposal(@NotNull(message = REQUIRED) String awardForm, @NotNull(message = REQUIRED) String achievementType,
                @NotNull(message = REQUIRED) String achievement, @NotNull(message = REQUIRED) LocalDate achievedFrom,
                @NotNull(message = REQUIRED) LocalDate achievedTo,
                @NotEmpty(message = REQUIRED) List<@Valid @NotNull(message = REQUIRED) Row> nominees, Long campaign) {

    /**
     * One nominee of the form; {@code id} is null for a new one, a citizen number that is known may be masked.
     *
     * @param gender       individuals only, as the three that follow; null where it is not said
     * @param directWorker whether they work themselves and lead nobody
     * @param simpleDossier whether the law asks for a simple dossier about them
     * @param posthumous    whether they are dead
     * @param receiver      who receives the award of a dead person
     * @param serviceGround as what they are proposed for the medal, as what follows about their service
     * @param document      what paper they are known by; null for the citizen number
     * @param documentNumber of another paper than that; one that is known may be masked
     * @param nationality   code of the state that issued a travel document
     */
    record Row(Long id, @NotNull(message = REQUIRED) Kind kind, @NotNull(message = REQUIRED) @Named String name,
               Gender gender, Integer birthYear, String citizenId, String hamlet, String occupation,
               Boolean directWorker, Boolean farmer, Boolean simpleDossier, String summary, Boolean posthumous,
               @Named String receiver, MedalGround serviceGround, Integer earlierMonths, Integer earlierSpecialMonths,
               Integer postMonths, PersonDocument.Kind document, String documentNumber, String nationality) {

        /** What a person is known by: the citizen number, where nothing else is said; null where no number is. */
        PersonDocument known() {
            var number = numbered() ? citizenId : documentNumber;
            return number == null ? null
                    : new PersonDocument(numbered() ? PersonDocument.Kind.CITIZEN : document, number, nationality);
        }

        boolean numbered() {
            return document == null || document == PersonDocument.Kind.CITIZEN;
        }

        /** As the nominee keeps it: null for the citizen number. */
        String otherDocument() {
            return numbered() ? null : document.id();
        }

        /** Whether what is kept is known by a paper of the same kind and state. */
        boolean hasPaperOf(Nominee kept) {
            return Objects.equals(otherDocument(), kept.document()) && Objects.equals(nationality, kept.nationality());
        }

        /** Null where nothing was said. */
        ServiceTold service() {
            var told = new ServiceTold(serviceGround == null ? null : serviceGround.id(), earlierMonths,
                    earlierSpecialMonths, postMonths);
            return told.equals(ServiceTold.NOTHING) ? null : told;
        }
    }

    /** What a later form changed; what is null stays. */
    @FieldsOf({"commendation-complete-dossier", "commendation-supplement"})
    record Changes(String achievement, LocalDate achievedFrom, LocalDate achievedTo,
                   @Size(min = 1, message = REQUIRED) List<@Valid @NotNull(message = REQUIRED) Row> nominees,
                   Long campaign) {

        boolean nothing() {
            return achievement == null && achievedFrom == null && achievedTo == null && nominees == null
                    && campaign == null;
        }

        Proposal of(Proposal before) {
            return new Proposal(before.awardForm, before.achievementType, or(achievement, before.achievement),
                    or(achievedFrom, before.achievedFrom), or(achievedTo, before.achievedTo),
                    or(nominees, before.nominees), or(campaign, before.campaign));
        }

        private static <T> T or(T changed, T before) {
            return changed == null ? before : changed;
        }
    }
}
