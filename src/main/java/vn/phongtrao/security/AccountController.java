package vn.phongtrao.security;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads people to the pages of their account, where they change their password: Keycloak's. */
@Controller
class AccountController {

    private final KeycloakProperties keycloak;

    AccountController(KeycloakProperties keycloak) {
        this.keycloak = keycloak;
    }

    @GetMapping("/account")
    String account() {
        return "redirect:" + keycloak.issuer() + "/account/";
    }
}
