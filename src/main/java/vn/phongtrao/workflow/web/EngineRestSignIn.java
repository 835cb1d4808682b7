package vn.phongtrao.workflow.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.web.filter.OncePerRequestFilter;

import vn.phongtrao.security.CurrentOfficer;

/** Tells the engine who calls {@code /engine-rest}, for as long as the call lasts. */
class EngineRestSignIn extends OncePerRequestFilter {

    private final CurrentOfficer officer;
    private final IdentityService identity;

    EngineRestSignIn(CurrentOfficer officer, IdentityService identity) {
        this.officer = officer;
        this.identity = identity;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = officer.get();
        identity.setAuthentication(caller.id(), EngineGroups.of(caller));
        try {
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }
}
