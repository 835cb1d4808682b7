package vn.phongtrao.signing;

import vn.phongtrao.unit.Post;

/** Signs papers in the name of the authority that a post speaks for. */
public interface PaperSigner {

    /** Whether a certificate is configured for the authority; if not, its papers are signed in ink. */
    boolean signsFor(Post signatory);

    /**
     * The paper with a visible PAdES signature, baseline T when a timestamp service is configured, else baseline B. A
     * PDF/A-2b file stays one, and earlier signatures stay valid. Without a certificate the paper comes back as it is,
     * to be signed in ink.
     *
     * @throws vn.phongtrao.refusal.Refusal rule broken, when the certificate is not valid at this moment
     * @throws IndexOutOfBoundsException    when the paper has no such page
     * @throws IllegalStateException        when the timestamp service gives no timestamp
     */
    byte[] sign(byte[] pdf, Post signatory, SignaturePlace place);
}
