package vn.phongtrao.model;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import jakarta.validation.constraints.NotNull;

import vn.phongtrao.citizen.NoNumber;
import vn.phongtrao.procedure.FieldsOf;

/**
 * What the start form of a retirement asks for.
 *
 * @param modelId may be null where a site is named
 * @param siteId  null where the model itself is retired
 */
@FieldsOf("model-retirement-proposal")
record RetirementFields(String modelId, String siteId, @NotNull(message = REQUIRED) @NoNumber String reason) {
}
