package vn.phongtrao.security;

import java.time.Instant;
import java.util.Set;

/** How an account stands, as far as is known. */
sealed interface Standing {

    /**
     * It is enabled and in these groups.
     *
     * @param asOf      when Keycloak said so
     * @param confirmed false when Keycloak has not answered for too long to act on it
     */
    record InForce(Set<String> groups, Instant asOf, boolean confirmed) implements Standing {
    }

    /** It is disabled or gone. */
    record Ended() implements Standing {
    }
}
