package vn.phongtrao.unit;

/**
 * The rows of units, and of what is said of them, are being replaced. Who hears this takes part in the transaction and
 * sees the new ones: what it refuses is not loaded.
 */
public record CatalogueLoading() {
}
