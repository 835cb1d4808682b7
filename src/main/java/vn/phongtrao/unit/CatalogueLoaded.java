package vn.phongtrao.unit;

/** Units, or what is said of them, are others than before: who keeps some in memory reads them again. */
public record CatalogueLoaded() {
}
