package vn.phongtrao.realm;

/** Keycloak does not answer, or does not do what it was asked; the message is for people. */
final class KeycloakTrouble extends RuntimeException {

    KeycloakTrouble(String message) {
        super(message);
    }
}
