package vn.phongtrao.security;

import java.util.List;
import java.util.Optional;

/** Where it is kept who is in a group: Keycloak. All throw a runtime exception when it gives no answer. */
interface MemberSource {

    /** @param name full name, family name first; null where the account has none */
    record Member(String user, String name, boolean enabled) {
    }

    /**
     * @param group path without the leading slash
     * @return also those whose account is disabled; empty for a group that is not there
     */
    List<Member> members(String group);

    /** The account of that user name; {@link Account#ENDED} for one that is disabled or not there. */
    Account named(String user);

    /** The verified address of the account; empty without one, and for accounts that are disabled or not there. */
    Optional<String> address(String user);
}
