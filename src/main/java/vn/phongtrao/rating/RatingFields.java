package vn.phongtrao.rating;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import jakarta.validation.constraints.NotNull;

import vn.phongtrao.procedure.FieldsOf;

/** What the start form asks for. */
@FieldsOf("team-rating-proposal")
record RatingFields(@NotNull(message = REQUIRED) Integer year) {
}
