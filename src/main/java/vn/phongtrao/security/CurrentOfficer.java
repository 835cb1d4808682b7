package vn.phongtrao.security;

/** The officer on whose behalf the current request runs. */
public interface CurrentOfficer {

    /** @throws vn.phongtrao.refusal.Refusal forbidden, when nobody is signed in */
    Officer get();
}
