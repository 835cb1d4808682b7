package vn.phongtrao.workflow;

import java.util.List;

import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

import vn.phongtrao.security.PostHolders;
import vn.phongtrao.unit.Post;

/** Who holds a post is a user of its group in Keycloak. */
@Component
class KeycloakPostHolders implements PostHolders {

    private static final int MOST = 200;

    private final Engine engine;

    KeycloakPostHolders(Engine engine) {
        this.engine = engine;
    }

    @Override
    public List<String> of(Post post) {
        return engine.unchecked(() -> engine.services().getIdentityService().createUserQuery()
                .memberOfGroup(post.group()).listPage(0, MOST).stream().map(User::getId).sorted().toList());
    }
}
