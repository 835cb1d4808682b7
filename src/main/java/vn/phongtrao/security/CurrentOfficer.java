package vn.phongtrao.security;

import java.util.Optional;

/** The officer on whose behalf the current request runs. */
public interface CurrentOfficer {

    /** @throws vn.phongtrao.refusal.Refusal forbidden, when nobody is signed in */
    Officer get();

    /** The person's full name, family name first; empty where the sign-in tells none, as for systems. */
    default Optional<String> fullName() {
        return Optional.empty();
    }
}
