package vn.phongtrao.outbox;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** How the outbox stands, for whoever watches. What others do not take makes this node no worse: it is always up. */
@Component
class OutboxHealth implements HealthIndicator {

    private final OutgoingMessages messages;

    OutboxHealth(OutgoingMessages messages) {
        this.messages = messages;
    }

    @Override
    public Health health() {
        var standing = messages.standing();
        var health = Health.up().withDetail("waiting", standing.waiting()).withDetail("givenUp", standing.givenUp());
        return (standing.waitingSince() == null ? health : health.withDetail("waitingSince", standing.waitingSince())).build();
    }
}
