package vn.phongtrao.dossier;

/**
 * What a list of a form offers to choose.
 *
 * @param value what is submitted
 * @param label what people read
 */
public record Option(String value, String label) {
}
