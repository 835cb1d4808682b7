package vn.phongtrao.signing;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

import vn.phongtrao.watch.Degraded;

/** Whether a certificate ends soon: getting another one takes weeks. */
@Component("certificatesHealthIndicator")
class CertificateHealth extends AbstractHealthIndicator {

    static final Duration SOON = Duration.ofDays(30);

    private final SigningKeys keys;
    private final Clock clock;

    CertificateHealth(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var soon = clock.instant().plus(SOON);
        health.status(keys.all().allMatch(key -> key.validAt(clock.instant()) && key.validAt(soon)) ? Status.UP : Degraded.STATUS);
        keys.all().map(key -> key.certificate().getNotAfter().toInstant()).min(Comparator.naturalOrder())
                .ifPresent(first -> health.withDetail("firstEnds", first));
    }
}
