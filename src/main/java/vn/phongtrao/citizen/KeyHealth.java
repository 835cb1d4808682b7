package vn.phongtrao.citizen;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

import vn.phongtrao.citizen.KeyRegister.Entry;

/** Whether this node knows the key that is in force: it was stopped for a while, perhaps, and woke up on a later day. */
@Component("citizenKeyHealthIndicator")
class KeyHealth extends AbstractHealthIndicator {

    private final CitizenKeys keys;
    private final KeyRegister register;

    KeyHealth(CitizenKeys keys, KeyRegister register) {
        super("The keys in force cannot be read");
        this.keys = keys;
        this.register = register;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var all = register.all();
        var knows = all.stream().filter(Entry::inForce).allMatch(entry -> keys.find(entry.id()).isPresent());
        (knows ? health.up() : health.outOfService()).withDetail("inForce", all.stream().filter(Entry::inForce).map(Entry::id).toList())
                .withDetail("former", all.stream().filter(entry -> entry.former() && entry.emptied() == null).map(Entry::id).toList());
    }
}
