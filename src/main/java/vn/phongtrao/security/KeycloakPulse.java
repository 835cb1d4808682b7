package vn.phongtrao.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

import vn.phongtrao.watch.Degraded;

/**
 * Whether Keycloak answers, asked every ten seconds at most, whoever wants to know. Its health is part of ours as {@code keycloak}; without
 * it this node is not down, because who is signed in goes on.
 */
@Component("keycloakHealthIndicator")
class KeycloakPulse extends AbstractHealthIndicator {

    private static final Duration COUNTS_FOR = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(KeycloakPulse.class);

    private final RestClient keycloak;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Beat last = new Beat(true, Instant.EPOCH);

    KeycloakPulse(KeycloakProperties properties, Clock clock) {
        this.keycloak = RestClient.builder().requestFactory(KeycloakCalls.requests()).baseUrl(properties.internalEndpoint("certs")).build();
        this.clock = clock;
    }

    private record Beat(boolean answered, Instant at) {
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.status(answers() ? Status.UP : Degraded.STATUS);
    }

    /** One asks, and the others go by the last answer meanwhile. */
    boolean answers() {
        if (Duration.between(last.at, clock.instant()).abs().compareTo(COUNTS_FOR) >= 0 && asking.tryLock()) {
            try {
                ask();
            } finally {
                asking.unlock();
            }
        }
        return last.answered;
    }

    private void ask() {
        var answered = true;
        try {
            keycloak.get().retrieve().toBodilessEntity();
        } catch (RestClientException silent) {
            answered = false;
            if (last.answered) {
                LOG.warn("Keycloak does not answer: {}", silent.toString());
            }
        }
        if (answered && !last.answered) {
            LOG.info("Keycloak answers again");
        }
        last = new Beat(answered, clock.instant());
    }
}
