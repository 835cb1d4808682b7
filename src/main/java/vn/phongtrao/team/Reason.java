package vn.phongtrao.team;

import vn.phongtrao.procedure.RowOf;

/**
 * Why a rule is not met.
 *
 * @param legalBasis the paragraph, in Vietnamese
 */
@RowOf(value = "team-composition", asked = Composition.Facts.class, mayEnd = true, alsoFor = "team-change")
record Reason(String message, String legalBasis) {
}
