package vn.phongtrao.dossier;

/**
 * Another authority decides on an open dossier now, because the one before has ended. Published in the transaction that makes it
 * so.
 */
public record DossierReassigned(Dossier dossier) {
}
