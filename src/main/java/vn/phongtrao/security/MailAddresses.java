package vn.phongtrao.security;

import java.util.Optional;

/** Where people receive mails: at the address of their account, once it was verified. */
public interface MailAddresses {

    /**
     * @param user user name
     * @return empty for accounts that are disabled or have no verified address
     * @throws vn.phongtrao.refusal.Refusal unavailable, while Keycloak does not say
     */
    Optional<String> of(String user);
}
