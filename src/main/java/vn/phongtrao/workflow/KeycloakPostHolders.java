package vn.phongtrao.workflow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

import vn.phongtrao.security.PostHolders;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.Units;

/** Who holds a post is a user of its group in Keycloak. */
@Component
class KeycloakPostHolders implements PostHolders {

    private static final int MOST = 200;

    private final Engine engine;
    private final Units units;
    private final Clock clock;

    KeycloakPostHolders(Engine engine, Units units, Clock clock) {
        this.engine = engine;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public List<String> of(Post post) {
        var unit = units.inCharge(post.unitPath(), LocalDate.now(clock)).map(Unit::path).orElse(post.unitPath());
        return engine.unchecked(() -> engine.services().getIdentityService().createUserQuery()
                .memberOfGroup(new Post(unit, post.position()).group()).listPage(0, MOST).stream().map(User::getId)
                .sorted().toList());
    }
}
