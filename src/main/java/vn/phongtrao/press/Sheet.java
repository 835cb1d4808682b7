package vn.phongtrao.press;

import java.util.function.Supplier;

import vn.phongtrao.decision.Revocation;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.Post;

/**
 * A paper that a dossier has, and how it is printed.
 *
 * @param name   in addresses, one within the dossier: {@code submission-1}
 * @param title  for people
 * @param number number and symbol, for example {@code 05/QĐ-UBND}; null for papers without
 * @param signer in whose name it is signed when there is a certificate; null where it is always signed in ink
 * @param print  prints it now
 * @param revoked that it does not hold any more; null while it does
 */
public record Sheet(String name, String title, String number, Post signer, Supplier<Print> print,
                    Revocation revoked) {

    /** One that holds. */
    public Sheet(String name, String title, String number, Post signer, Supplier<Print> print) {
        this(name, title, number, signer, print, null);
    }

    /** Of letters, digits, hyphens and a dot. */
    String fileName() {
        return Wording.slug(title) + ".pdf";
    }
}
