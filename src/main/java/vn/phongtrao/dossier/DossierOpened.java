package vn.phongtrao.dossier;

/** A dossier is there: its content is kept, its process begins next. Published within the transaction that opens it. */
public record DossierOpened(Dossier dossier) {
}
