package vn.phongtrao.workflow;

import java.util.List;

import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

import vn.phongtrao.commendation.CouncilMembers;

/** Council members are the users of the council's group in Keycloak. */
@Component
class KeycloakCouncil implements CouncilMembers {

    private static final int MOST = 200;

    private final Engine engine;

    KeycloakCouncil(Engine engine) {
        this.engine = engine;
    }

    @Override
    public List<String> of(String group) {
        return engine.unchecked(() -> engine.services().getIdentityService().createUserQuery().memberOfGroup(group)
                .listPage(0, MOST).stream().map(User::getId).sorted().toList());
    }
}
