package vn.phongtrao.press;

import vn.phongtrao.dossier.Dossier;

/** What papers say of the dossier itself: templates get values, and not the dossier. */
public record About(String number) {

    public static About of(Dossier dossier) {
        return new About(String.valueOf(dossier.number()));
    }
}
