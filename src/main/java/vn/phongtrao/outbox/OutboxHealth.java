package vn.phongtrao.outbox;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** How the outbox stands, for whoever watches. What others do not take makes this node no worse: it is up wherever it can be read. */
@Component("outboxHealthIndicator")
class OutboxHealth extends AbstractHealthIndicator {

    private final OutgoingMessages messages;

    OutboxHealth(OutgoingMessages messages) {
        this.messages = messages;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var standing = messages.standing();
        health.up().withDetail("waiting", standing.waiting()).withDetail("givenUp", standing.givenUp());
        if (standing.waitingSince() != null) {
            health.withDetail("waitingSince", standing.waitingSince());
        }
    }
}
