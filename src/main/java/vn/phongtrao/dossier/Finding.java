package vn.phongtrao.dossier;

/**
 * What a rule says about a dossier, shown to those who judge it.
 *
 * @param subject    whom or what it is about within the dossier, as shown; null for the dossier as a whole
 * @param fits       whether the dossier is as the rule wants it
 * @param enforced   whether the dossier cannot go on while it does not fit
 * @param legalBasis the paragraph the rule comes from
 */
public record Finding(String subject, boolean fits, String message, boolean enforced, String legalBasis) {
}
