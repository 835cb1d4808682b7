package vn.phongtrao.workflow.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.web.context.support.WebApplicationContextUtils;

import vn.phongtrao.security.CurrentOfficer;

/** Tells the webapps who is signed in. Public with a public constructor, because their filter creates it by name. */
public class WebappSignIn implements AuthenticationProvider {

    /** Open to everybody. */
    private static final String WELCOME = "welcome";

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        var officer = WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext())
                .getBean(CurrentOfficer.class).get();
        var groups = EngineGroups.of(officer);
        tell(request, engine, officer.id(), groups);
        var result = AuthenticationResult.successful(officer.id());
        result.setGroups(groups);
        return result;
    }

    /**
     * The webapps keep who signed in for as long as the session lasts, and would not see that groups have changed; at first they would ask
     * Keycloak whether there is such a person, who has just come from there.
     */
    private static void tell(HttpServletRequest request, ProcessEngine engine, String officer, List<String> groups) {
        var kept = AuthenticationUtil.getAuthsFromSession(request.getSession());
        if (kept.getAuthenticationForProcessEngine(engine.getName()) instanceof UserAuthentication before
                && Set.copyOf(before.getGroupIds()).equals(Set.copyOf(groups))) {
            return;
        }
        var signedIn = new UserAuthentication(officer, engine.getName());
        signedIn.setGroupIds(groups);
        signedIn.setTenantIds(List.of());
        signedIn.setAuthorizedApps(WebappPatch.WEBAPPS.stream().filter(app -> WELCOME.equals(app) || engine.getAuthorizationService()
                .isUserAuthorized(officer, groups, Permissions.ACCESS, Resources.APPLICATION, app)).collect(Collectors.toSet()));
        kept.addOrReplace(signedIn);
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        // Spring Security has already sent whoever is not signed in to Keycloak
    }
}
