package vn.phongtrao.procedure;

import vn.phongtrao.edition.FileTree;

/**
 * An edition is being loaded, and its files have been checked. Who hears this takes part in the transaction: what it
 * refuses is not loaded.
 *
 * @param files all of them, those laid over the built-in ones and those left of these
 */
public record EditionLoading(FileTree files) {
}
