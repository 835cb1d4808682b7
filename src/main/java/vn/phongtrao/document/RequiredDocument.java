package vn.phongtrao.document;

/**
 * A kind of document that the rules want in a dossier.
 *
 * @param enforced whether the dossier does not leave its originator without it
 * @param present  whether one is there
 * @param printed  whether it is there because the program prints it, and nobody has brought one
 */
public record RequiredDocument(DocumentKind kind, String kindName, boolean enforced, String legalBasis,
                               boolean present, boolean printed) {
}
