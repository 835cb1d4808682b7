package vn.phongtrao.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.security.authorization.AuthorizationEventPublisher;
import org.springframework.security.authorization.SpringAuthorizationEventPublisher;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.stereotype.Component;

import vn.phongtrao.security.Officers;

/** Tells who was turned away before anything was asked: officers at what is for administrators. */
@Component
class Denials {

    private final AuditTrail trail;
    private final Officers officers;

    Denials(AuditTrail trail, Officers officers) {
        this.trail = trail;
        this.officers = officers;
    }

    @Bean
    static AuthorizationEventPublisher denialsAreEvents(ApplicationEventPublisher events) {
        return new SpringAuthorizationEventPublisher(events);
    }

    @EventListener
    void denied(AuthorizationDeniedEvent<?> event) {
        var address = event.getObject() instanceof HttpServletRequest request ? Address.of(request) : null;
        if (address != null) {
            officers.of(event.getAuthentication().get()).ifPresent(officer -> {
                var identifiers = new Identifiers();
                address.into(identifiers);
                trail.tellSoon(new Act(address.acts() ? Kind.ofChange(officer) : Kind.READ, address.name(), address.dossier(), identifiers.text(), Outcome.REFUSED,
                        HttpServletResponse.SC_FORBIDDEN, ((HttpServletRequest) event.getObject()).getRemoteAddr()), officer);
            });
        }
    }
}
