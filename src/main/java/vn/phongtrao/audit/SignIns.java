package vn.phongtrao.audit;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

import vn.phongtrao.security.Officers;

/** Tells who has signed in and out here; that somebody tried in vain is known to Keycloak alone. */
@Component
class SignIns {

    private final AuditTrail trail;
    private final Officers officers;

    SignIns(AuditTrail trail, Officers officers) {
        this.trail = trail;
        this.officers = officers;
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        var details = event.getAuthentication().getDetails();
        tell("sign-in", event.getAuthentication(), details instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : null);
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        // from which address is not known here any more: what is kept of the session is that of the sign-in
        tell("sign-out", event.getAuthentication(), null);
    }

    private void tell(String what, Authentication authentication, String origin) {
        officers.of(authentication).ifPresent(officer -> trail.tell(new Act(Kind.SIGN_IN, what, null, null, Outcome.DONE, null, origin), officer));
    }
}
