package vn.phongtrao.dossier;

/**
 * A dossier has ended. Published within the transaction that ends it.
 *
 * @param status one of those that end a dossier
 */
public record DossierEnded(Dossier dossier, Status status) {
}
