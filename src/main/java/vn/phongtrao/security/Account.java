package vn.phongtrao.security;

import java.util.Set;

/**
 * An account as Keycloak has it.
 *
 * @param enabled false for accounts that are disabled or no longer there
 * @param groups  paths of its groups as tokens carry them: {@code /95/954/31813/police-officer}
 */
record Account(boolean enabled, Set<String> groups) {

    static final Account ENDED = new Account(false, Set.of());
}
