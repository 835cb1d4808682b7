package vn.phongtrao.team;

/**
 * Why a rule is not met.
 *
 * @param legalBasis the paragraph, in Vietnamese
 */
record Reason(String message, String legalBasis) {
}
