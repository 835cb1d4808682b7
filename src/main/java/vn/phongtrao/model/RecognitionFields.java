package vn.phongtrao.model;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;

import vn.phongtrao.procedure.FieldsOf;
import vn.phongtrao.text.Named;

/**
 * What the start form of a recognition asks for.
 *
 * @param modelId of a model in the register that is to reach a higher level; null for a new one
 * @param hamlet  code; null for the whole unit
 * @param teams   that run it; null for as many as are known, one at least
 */
@FieldsOf("model-recognition-proposal")
record RecognitionFields(String modelId, @Named String name, ModelGroup group, String hamlet, LocalDate startedOn,
                         @NotNull(message = REQUIRED) Level level, Integer teams, String description,
                         String results) {
}
