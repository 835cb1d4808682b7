package vn.phongtrao.security;

/** Where accounts are kept: Keycloak. */
interface AccountSource {

    /**
     * The account as it is now.
     *
     * @param id what tokens name as {@code sub}
     * @return {@link Account#ENDED} for one that is disabled or not there
     * @throws RuntimeException when Keycloak gives no answer, or none that says anything
     */
    Account find(String id);
}
