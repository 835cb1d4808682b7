package vn.phongtrao.workflow.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.springframework.web.context.support.WebApplicationContextUtils;

import vn.phongtrao.security.CurrentOfficer;

/** Tells the webapps who is signed in. Public with a public constructor, because their filter creates it by name. */
public class WebappSignIn implements AuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        var officer = WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext())
                .getBean(CurrentOfficer.class).get();
        var result = AuthenticationResult.successful(officer.id());
        result.setGroups(EngineGroups.of(officer));
        return result;
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        // Spring Security has already sent whoever is not signed in to Keycloak
    }
}
