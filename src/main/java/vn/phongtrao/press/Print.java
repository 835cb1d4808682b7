package vn.phongtrao.press;

import vn.phongtrao.signing.SignaturePlace;

/**
 * A printed paper: a PDF/A-2b file.
 *
 * @param place where it is signed, as the layout put it; null where the template has no element {@code signature}
 */
public record Print(byte[] pdf, SignaturePlace place) {
}
