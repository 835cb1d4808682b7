package vn.phongtrao.workflow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.springframework.stereotype.Component;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;
import vn.phongtrao.security.PostHolders;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.Units;

/**
 * Tasks that somebody took in a unit that has ended since. Whoever holds the post in the unit in charge takes them
 * back, unless the one who took them holds it, too.
 */
@Component
class LeftTasks {

    private final Units units;
    private final PostHolders holders;
    private final Clock clock;

    LeftTasks(Units units, PostHolders holders, Clock clock) {
        this.units = units;
        this.holders = holders;
        this.clock = clock;
    }

    /** The officer's posts in units that have ended. */
    List<Post> postsOf(Officer officer) {
        return officer.posts().stream().filter(post -> units.inForce(post.unitPath()).isEmpty()).toList();
    }

    /**
     * Whether a task of that post, which has come to another unit, is in the hands of somebody who does not hold it
     * there; while Keycloak does not say, it is not.
     */
    boolean left(Post post, String assignee) {
        try {
            return units.inCharge(post.unitPath(), LocalDate.now(clock))
                    .filter(unit -> holders.holds(assignee, new Post(unit.path(), post.position()))).isEmpty();
        } catch (Refusal unknown) {
            return false;
        }
    }
}
