package vn.phongtrao.revocation;

/**
 * Words that are put right.
 *
 * @param recipient id of the award; null for words of the decision itself, or about all whom it recognised
 * @param whose     the name as it was when it was proposed; null without a recipient
 * @param place     where in the decision; null for what an award keeps
 * @param becomes   the right words
 */
record CorrectedLine(Long recipient, String whose, CorrectedField field, String place, String was, String becomes) {
}
